/// One line for each diagnostic in the GNU layout, which editors and `grep` understand.
struct TextRenderer: StatisticsRenderer {
  static let summary = "one line for each finding: file:line:column: severity: message [rule]"

  private let report: ResolvedReport
  private let options: RenderingOptions

  init(_ report: ResolvedReport, _ options: RenderingOptions) {
    self.report = report
    self.options = options
  }

  var rendered: String {
    var text = ""
    for diagnostic in report.findings {
      let severity = options.style.painted(
        "\(diagnostic.severity.rawValue):", diagnostic.severity.paint)
      text += "\(location(diagnostic.place)): \(severity) \(diagnostic.message.visible)"
      text += " [\(diagnostic.rule)]\n"
      guard options.showsHelp else { continue }
      for related in diagnostic.related {
        let note = options.style.painted("note:", .cyan)
        text += "\(location(related.place)): \(note) \(related.message.visible)\n"
      }
      if let help = diagnostic.help { text += "  help: \(help.visible)\n" }
    }
    if options.showsSummary { text += report.summary.line + "\n" }
    return text
  }

  /// What concerns the whole run is said by the tool itself, as the GNU layout has it.
  private func location(_ place: ResolvedPlace?) -> String {
    options.style.painted(place?.location ?? report.tool.name, .bold)
  }

  func render(_ statistics: RuleStatistics) -> String {
    statistics.table(options.style) + (options.showsSummary ? report.summary.line + "\n" : "")
  }
}
