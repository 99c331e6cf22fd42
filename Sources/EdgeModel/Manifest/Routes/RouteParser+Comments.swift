internal import EdgeDiagnostics

extension RouteParser {
  /// The comment that a `/*` of the source begins, if `*/` occurs later.
  ///
  /// A comment is the source's own if it begins right behind a part of the path, or stands where
  /// the path should. `FROM /messages /* note */` holds an ordinary comment.
  func commentOfSource(after from: RouteToken) -> Range<Int>? {
    var next = index
    for comment in comments where comment.lowerBound >= from.range.upperBound {
      while tokens[next].range.lowerBound < comment.lowerBound {
        if tokens[next].kind == .where || tokens[next].kind == .into { return nil }
        if tokens[next].kind == .end { return nil }
        next += 1
      }
      let before = tokens[next - 1]
      let isSource =
        before == from
        ? tokens[next].kind != .slash : before.range.upperBound == comment.lowerBound
      if isSource { return comment }
    }
    return nil
  }

  /// What is wrong when a comment begins in the source.
  func swallowed(_ comment: Range<Int>) -> RouteRejection {
    let losesCondition = RouteLexer.tokens(of: Array(text[comment].dropFirst(2))).tokens
      .contains { $0.kind == .where }
    var rejection = RouteRejection(
      .routeCommentSwallow,
      losesCondition
        ? "the condition is in a comment that the '/*' of the source begins"
        : "the '/*' of the source begins a comment",
      at: comment,
      help: "leave '/*' off the source, which then matches the same, or remove the '*/'")
    rejection.problem.repair = validated(
      .init(
        title: "leave '/*' off the source", applicability: .unsafe,
        edits: [(comment.lowerBound..<comment.lowerBound + 2, "")]))
    return rejection
  }
}
