internal import EdgeDiagnostics
internal import EdgeLint

/// The documentation of the rules in Markdown: an index, and a page for each group.
enum RulePages {
  /// Every page under its file name.
  static var all: [(name: String, text: String)] {
    [("README.md", index(linked: true))]
      + RuleCatalog.groups.map { ($0 + ".md", page(ofGroup: $0)) }
  }

  /// Every rule in a table, and those that nobody can decide.
  ///
  /// - Parameter linked: Whether names lead to the pages of the groups.
  static func index(linked: Bool) -> String {
    var text = """
      # Rules

      \(paragraph("""
        `edgekit lint` knows \(Words.count(RuleCatalog.linted.count, "rule")). The first word of a \
        name is its group. `edgekit explain RULE` shows one with examples; `--select`, `--ignore` and \
        `--severity` choose. A severity that ends in `-off` has to be asked for by name or group.
        """))

      """
    text += table(RuleCatalog.linted, linked: linked)
    if !RuleCatalog.undecidable.isEmpty {
      text += "\n## Not decidable\n\n"
      text += paragraph(
        "Nobody can tell these from the input alone, so edgekit does not look for them.")
      text += "\n| Rule | Why |\n| --- | --- |\n"
      for rule in RuleCatalog.undecidable {
        text += """
          | \(MarkdownText.code(rule.name)) | \(MarkdownText.escaped(rule.reason.sentence)) |

          """
      }
    }
    text += "\n## Reported by convert only\n\n" + table(RuleCatalog.converted, linked: linked)
    return text + remark
  }

  private static func table(_ entries: [RuleEntry], linked: Bool) -> String {
    var text = "| Rule | Severity | Fix | Since | About |\n| --- | --- | --- | --- | --- |\n"
    for entry in entries {
      let info = entry.info
      let name = MarkdownText.code(info.name)
      let cells = [
        linked ? "[\(name)](\(info.group).md#\(info.name))" : name, entry.severity,
        entry.fix ?? "", info.since, MarkdownText.escaped(info.summary),
      ]
      text += "| " + cells.map { $0.isEmpty ? "" : "\($0) " }.joined(separator: "| ") + "|\n"
    }
    return text
  }

  /// The rules of a group, each with its examples.
  static func page(ofGroup group: String) -> String {
    "# Rules of group \(group)\n\n"
      + RuleCatalog.rules(of: group).map(section).joined(separator: "\n") + remark
  }

  private static func section(_ entry: RuleEntry) -> String {
    let info = entry.info
    var facts = ["Severity: \(entry.severity)", "since \(info.since)"]
    if entry.rule == nil { facts.append("reported by `edgekit convert` only") }
    var text = "## \(info.name)\n\n"
    text += paragraph(
      "\(MarkdownText.escaped(info.summary.sentence)) \(facts.joined(separator: ", ")).")
    for explanation in info.explanation.paragraphs {
      text += "\n" + paragraph(MarkdownText.escapedExceptCode(explanation))
    }
    for series in ShownExamples(of: entry.rule).series {
      text += "\n\(MarkdownText.escaped(series.heading)):\n"
      text += series.samples.map { "\n" + block($0) }.joined()
    }
    if let repair = entry.repair {
      text += "\n" + paragraph(repair.replacing("'", with: "`"))
    }
    return text + "\n" + paragraph("Source: \(MarkdownText.escapedExceptCode(info.source)).")
  }

  private static func block(_ sample: MarkedSample) -> String {
    let lines = sample.lines()
    // A fence that no line of the sample can end.
    let fence = lines.contains { $0.contains("```") } ? "~~~~" : "```"
    return "\(fence)text\n" + lines.map { $0 + "\n" }.joined() + fence + "\n"
  }

  /// One line, because a line that happened to begin with a sign would be something else.
  private static func paragraph(_ text: String) -> String { text + "\n" }

  private static let remark =
    "\n<!-- Made by 'edgekit rules' from the declarations of the rules; changes belong there. -->\n"
}
