/// One object for programs, as `edgekit schema diagnostics` describes it; members are only ever
/// added.
struct JSONRenderer: DiagnosticRenderer {
  static let summary = "one JSON object for programs, versioned"

  private let report: ResolvedReport

  init(_ report: ResolvedReport, _ options: RenderingOptions) {
    self.report = report
  }

  var rendered: String {
    let (tool, summary) = (report.tool, report.summary)
    let name = "{\"name\": \(json(tool.name)), \"version\": \(json(tool.version))"
    let counts = """
      {"files": \(summary.files), "error": \(summary.errors), "warning": \(summary.warnings), \
      "info": \(summary.infos), "suppressed": \(summary.suppressed), \
      "baselined": \(summary.baselined)}
      """
    return """
      {
        "version": 1,
        "tool": \(name), "runtime": \(json(tool.runtime))},
        "summary": \(counts),
        "diagnostics": \(list(report.diagnostics.map(object), indent: "  "))
      }

      """
  }

  private func object(_ diagnostic: ResolvedDiagnostic) -> String {
    let members = [
      ("rule", json(diagnostic.rule)),
      ("severity", json(diagnostic.severity.rawValue)),
      ("message", json(diagnostic.message)),
      ("help", json(diagnostic.help)),
      ("file", json(diagnostic.place?.file)),
      ("range", range(diagnostic.place)),
      ("pointer", json(diagnostic.pointer)),
      ("subject", json(diagnostic.subject)),
      ("origin", json(diagnostic.origin)),
      ("fingerprint", json(diagnostic.fingerprint)),
      ("related", list(diagnostic.related.map(related), indent: "      ")),
      ("fix", "null"),
      ("suppression", "null"),
    ]
    let lines = members.map { "      \"\($0)\": \($1)" }
    return "{\n" + lines.joined(separator: ",\n") + "\n    }"
  }

  private func related(_ related: ResolvedDiagnostic.Related) -> String {
    let place = related.place
    return """
      {"message": \(json(related.message)), "file": \(json(place.file)), "range": \(range(place))}
      """
  }

  private func range(_ place: ResolvedPlace?) -> String {
    guard let place else { return "null" }
    return "{\"start\": \(position(place.start)), \"end\": \(position(place.end))}"
  }

  private func position(_ position: SourcePosition) -> String {
    """
    {"line": \(position.line), "column": \(position.column), "offset": \(position.offset)}
    """
  }

  private func json(_ text: String?) -> String {
    guard let text else { return "null" }
    var literal: [UInt8] = []
    JSONText.append(text, to: &literal)
    return String(decoding: literal, as: UTF8.self)
  }

  /// - Parameter indent: The blanks before the line of the list.
  private func list(_ items: [String], indent: String) -> String {
    guard !items.isEmpty else { return "[]" }
    let lines = items.map { "\(indent)  \($0)" }
    return "[\n" + lines.joined(separator: ",\n") + "\n\(indent)]"
  }
}
