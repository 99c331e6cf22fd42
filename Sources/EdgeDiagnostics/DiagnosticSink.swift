/// Where diagnostics go while work is done.
///
/// Emission order is free: a report puts them in order. A value, so that independent documents can
/// be worked on in parallel and their sinks joined.
package struct DiagnosticSink: Sendable {
  package private(set) var diagnostics: [Diagnostic] = []

  package init() {}

  package mutating func report(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
  }

  package mutating func append(_ other: DiagnosticSink) {
    diagnostics.append(contentsOf: other.diagnostics)
  }

  /// Whether there is an error that nobody has suppressed.
  package var hasErrors: Bool {
    diagnostics.contains { $0.severity == .error && $0.suppression == nil }
  }

  /// Changes each diagnostic, for example to raise losses to errors under `--strict`.
  ///
  /// - Parameter start: The first that is changed.
  package mutating func updateEach(
    from start: Int = 0, _ change: (inout Diagnostic) -> Void
  ) {
    for index in diagnostics.indices[start...] { change(&diagnostics[index]) }
  }

  /// Forgets the diagnostics that do not satisfy a condition.
  package mutating func keep(where condition: (Diagnostic) -> Bool) {
    diagnostics.removeAll { !condition($0) }
  }

  /// Keeps the first of diagnostics that say the same of the same place: deployments that share a
  /// ConfigMap find the same in it.
  package mutating func removeRepetitions(in sources: SourceManager) {
    guard diagnostics.count > 1 else { return }
    struct Statement: Hashable {
      var rule: String
      var message: String
      var place: SourceRange?

      /// Few statements about one place differ, and texts take long.
      func hash(into hasher: inout Hasher) {
        hasher.combine(place)
        hasher.combine(rule.utf8.count)
      }
    }
    var seen: Set<Statement> = []
    keep { diagnostic in
      let place = diagnostic.range.map { sources.physical($0) }
      let statement = Statement(
        rule: diagnostic.rule.name, message: diagnostic.message, place: place)
      return seen.insert(statement).inserted
    }
  }
}
