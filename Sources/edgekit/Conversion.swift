internal import EdgeConvert
internal import EdgeDiagnostics
internal import EdgeSyntax

/// One manifest that a conversion made.
struct ConvertedDocument: Sendable {
  /// The deployment's name, by which `--select` finds it.
  var name: String
  /// The input that it came from.
  var sourceFile: String
  /// The text that is written, line end included.
  var bytes: [UInt8]
  var moduleCount: Int
  var routeCount: Int
  /// The size of the desired properties of edgeAgent's twin, which the hub limits.
  var agentTwinBytes: Int
}

/// What came out of a conversion.
struct ConversionResult: Sendable {
  /// The manifests in the order of their sources; empty when nothing relevant was found.
  var documents: [ConvertedDocument] = []
  var sink = DiagnosticSink()
}

/// The one place where the command line and the translation meet.
enum Conversion {
  /// Converts all documents of a run together, because they refer to each other.
  ///
  /// - Parameter documents: The outermost nodes of all inputs, in input order.
  static func run(
    documents: [SyntaxNode], options: ConversionOptions, sources: SourceManager
  ) -> ConversionResult {
    ConversionResult()
  }
}
