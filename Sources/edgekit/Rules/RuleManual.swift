internal import EdgeDiagnostics
internal import EdgeLint

/// The manual page edgekit-rules(7): every rule with what it means.
enum RuleManual {
  static let fileName = "edgekit-rules.7"

  static var page: String {
    var page = Roff(title: "EDGEKIT-RULES", section: 7)
    page.heading("NAME")
    page.line(Roff.escaped("edgekit-rules - what edgekit lint looks for"))
    page.heading("DESCRIPTION")
    page.paragraph(
      "Every rule that a report can name, by group, which is the first word of the name. A severity that ends in -off has to be asked for with --select. 'edgekit explain RULE' shows the same with examples, and how a finding is ignored."
    )
    page.heading("RULES")
    for group in RuleCatalog.groups {
      page.subheading(group)
      for entry in RuleCatalog.rules(of: group) { page.rule(entry) }
    }
    if !RuleCatalog.undecidable.isEmpty {
      page.heading("NOT DECIDABLE")
      page.paragraph("Nobody can tell these from the input alone.")
      for rule in RuleCatalog.undecidable {
        page.entry("\\fB\(Roff.escaped(rule.name))\\fR", rule.reason.sentence)
      }
    }
    page.heading("SEE ALSO")
    page.line(
      "\\fBedgekit\\-lint\\fR(1),\n\\fBedgekit\\-explain\\fR(1),\n\\fBedgekit\\-rules\\fR(1)")
    return page.text
  }
}

extension Roff {
  fileprivate mutating func rule(_ entry: RuleEntry) {
    let info = entry.info
    let fix = entry.fix.map { ", \($0) fix" } ?? ""
    let origin = entry.rule == nil ? ", from convert" : ""
    self.entry(
      "\\fB\(Self.escaped(info.name))\\fR (\(Self.escaped(entry.severity + fix + origin)))",
      info.summary.sentence)
    for paragraph in info.explanation.paragraphs { continuation(paragraph) }
    continuation("Source: \(info.source).")
  }
}
