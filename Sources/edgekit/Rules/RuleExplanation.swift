internal import EdgeDiagnostics
internal import EdgeLint

/// What `explain` prints.
struct RuleExplanation {
  /// What the terminal can show.
  var style: TerminalStyle
  /// The columns of text.
  var width: Int
  /// The columns of samples; nil where nothing limits them.
  var sampleWidth: Int?
  /// How many lines of samples there may be of either kind; nil for any number.
  var sampleLines: Int?

  private var layout: TextColumns { TextColumns(width: width) }

  /// The page of a rule.
  func page(of entry: RuleEntry) -> String {
    let info = entry.info
    var text = heading(of: entry) + "\n"
    for paragraph in info.explanation.paragraphs {
      text += layout.paragraph(paragraph, indent: 2) + "\n"
    }
    let examples = ShownExamples(of: entry.rule, within: sampleLines)
    for series in examples.series {
      text += layout.paragraph("\(series.heading):") + "\n"
      text += series.samples.map { sample($0, info.severity.paint) + "\n" }.joined()
    }
    if examples.leftOut > 0 {
      text += "\(Words.count(examples.leftOut, "more sample")) with --verbose.\n\n"
    }
    if let repair = entry.repair { text += fact("Fix", repair) }
    if entry.rule == nil { text += fact("From", "edgekit convert") }
    text += fact("Source", info.source)
    text += fact("Group", info.group)
    text += fact("Since", info.since)
    if !entry.waysToIgnore.isEmpty { text += "\nTo ignore it:\n" }
    // One line each, to be copied.
    for (place, words) in entry.waysToIgnore {
      text += "  \(place)\(String(repeating: " ", count: 18 - place.count))\(words)\n"
    }
    return text
  }

  private func heading(of entry: RuleEntry) -> String {
    let (severity, name) = (entry.severity, entry.name)
    let lines = TextColumns(width: width - 2)
      .paragraph("\(severity) \(name): \(entry.info.summary)").split(separator: "\n")
    let text = lines.joined(separator: "\n  ") + "\n"
    guard text.hasPrefix("\(severity) \(name)") else { return text }
    return style.painted(severity, entry.info.severity.paint) + " " + style.painted(name, .bold)
      + text.dropFirst(severity.count + 1 + name.count)
  }

  /// The page of a rule that nobody can decide.
  func page(of rule: UndecidableRule) -> String {
    "\(style.painted(rule.name, .bold)): not decidable from the input alone\n\n"
      + layout.paragraph("\(rule.reason.sentence)", indent: 2)
  }

  /// The rules of a group.
  func page(ofGroup group: String) -> String {
    let rules = RuleCatalog.rules(of: group)
    var text = "\(Words.count(rules.count, "rule")) of group \(style.painted(group, .bold)):\n\n"
    let column = (rules.map(\.name.count).max() ?? 0) + 4
    for entry in rules {
      text += layout.entry(entry.name, "\(entry.info.summary) (\(entry.severity))", column: column)
    }
    return text + "\nRun 'edgekit explain RULE' for one of them.\n"
  }

  /// What the exit statuses mean.
  func exitCodes() -> String {
    var text = "Exit codes:\n\n"
    for status in ExitStatus.allCases {
      text += layout.entry("\(status.rawValue)", status.meaning, column: 8)
    }
    text += layout.entry(">128", "ended by a signal", column: 8)
    let advice = """
      2 wins over 1. In lint a text that cannot be parsed is a finding, because reporting it is the \
      job; a missing file is not. --fail-on chooses the lowest severity that gives 1, --strict makes \
      warnings errors, and --exit-zero gives 0 in place of 1, never in place of 2.
      """
    return text + "\n" + layout.paragraph(advice)
  }

  private func sample(_ sample: MarkedSample, _ paint: TerminalStyle.Paint) -> String {
    sample.lines(width: sampleWidth, style: style, paint: paint)
      .map { $0.isEmpty ? "\n" : "    \($0)\n" }.joined()
  }

  private func fact(_ name: String, _ text: String) -> String {
    let lines = layout.entry("\(name):", text, indent: 0, column: 9)
    return style.painted("\(name):", .bold) + lines.dropFirst(name.count + 1)
  }
}

extension String {
  /// The parts between empty lines, each on one line.
  var paragraphs: [String] {
    var paragraphs: [[Substring]] = [[]]
    for line in split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty {
        paragraphs.append([])
      } else {
        paragraphs[paragraphs.count - 1].append(line)
      }
    }
    return paragraphs.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }
  }

  /// The text with a stop at the end, and with a capital at the beginning unless that is a name.
  var sentence: String {
    let isWord = prefix { $0 != " " }.utf8.allSatisfy { (0x61...0x7A).contains($0) }
    let text = isWord ? prefix(1).uppercased() + dropFirst() : self
    return text.hasSuffix(".") ? text : text + "."
  }
}
