internal import EdgeDiagnostics

/// The formats of `--report`.
enum ReportFormat: String, Choice {
  case text
}

/// Turns the diagnostics of a run into text.
enum DiagnosticText {
  /// Renders diagnostics in the order of their places, one line each and a line for what to do.
  static func render(
    _ diagnostics: [Diagnostic], as format: ReportFormat, sources: SourceManager
  ) -> String {
    let located = diagnostics.map { Located($0, sources: sources) }
    return located.sorted(by: Located.isOrdered).map(\.text).joined()
  }

  private struct Located {
    var file: String
    var position: SourcePosition?
    var diagnostic: Diagnostic

    init(_ diagnostic: Diagnostic, sources: SourceManager) {
      self.diagnostic = diagnostic
      let range = diagnostic.range.map(sources.physical)
      file = range.map { sources[$0.source].name } ?? "edgekit"
      position = range.map { sources.position(of: $0.start, in: $0.source) }
    }

    static func isOrdered(_ left: Located, _ right: Located) -> Bool {
      let place = { (located: Located) in
        (
          located.file, located.position?.line ?? 0, located.position?.column ?? 0,
          located.diagnostic.rule.name
        )
      }
      return place(left) < place(right)
    }

    var text: String {
      let place = position.map { ":\($0.line):\($0.column)" } ?? ""
      let help = diagnostic.help.map { "  help: \($0)\n" } ?? ""
      return
        "\(file)\(place): \(diagnostic.severity): \(diagnostic.message) [\(diagnostic.rule.name)]\n"
        + help
    }
  }
}
