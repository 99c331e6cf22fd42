internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension CreateOptionsChunks {
  /// Reports a text that cannot be split as it is asked for.
  static func reportTooLong(
    _ count: Int, _ policy: ChunkPolicy, at node: SyntaxNode?, _ context: DecodingContext
  ) {
    let isUnsplit = policy == .none
    context.report(
      .createOptionsTooLong,
      isUnsplit
        ? "createOptions have \(count) bytes, more than \(valueLimit) in one value"
        : "createOptions have \(count) bytes, more than \(countLimit) pieces hold",
      at: node,
      help: isUnsplit
        ? "let edgekit split them: --chunk auto" : "shorten them, or use longer pieces")
  }
}
