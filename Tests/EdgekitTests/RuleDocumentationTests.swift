import EdgeDiagnostics
import EdgeTestSupport
import Testing

@testable import EdgeLint
@testable import edgekit

/// What `rules`, `explain`, the manual and the pages say of the rules.
@Suite struct RuleDocumentationTests {
  private static let plain = RuleExplanation(style: TerminalStyle(), width: 80, sampleWidth: nil)

  private static let sample = RuleEntry(
    info: rule.info, rule: rule)
  private static let rule = Rule(
    "sample-rule", .warning, "sample of a rule",
    explanation: """
      The first paragraph says why it matters, at such a length that it has to be broken \
      somewhere.

      The second says `what` to do.
      """, source: "edgekit", isOffByDefault: true, fix: .unsafe,
    examples: {
      [
        .passes(.route, "FROM /* INTO $upstream"),
        .flags(.createOptions, #"{"a": ⟦1⟧}"#, fixed: #"{"a": 2}"#),
        .flags(.file("a.yaml"), "a:\n  ⟦b⟧: 1\n", under: .lockedDown),
        .flags(.file("a.yaml"), "⟦a⟧", under: .lockedDown),
      ]
    }, check: .reading)

  @Test func explanationOfARule() {
    expectEqualText(
      Self.plain.page(of: Self.sample),
      """
      warning-off sample-rule: sample of a rule

        The first paragraph says why it matters, at such a length that it has to be
        broken somewhere.

        The second says `what` to do.

      Flagged, in createOptions:

          {"a": 1}
                ^

      Fixed:

          {"a": 2}

      Flagged, in file a.yaml with --device-profile locked-down:

          a:
            b: 1
            ^

          a
          ^

      Passes, in a route:

          FROM /* INTO $upstream

      Fix:     'edgekit lint --fix --unsafe-fixes' repairs it; something else may have
               been meant.
      Source:  edgekit
      Group:   sample
      Since:   0.1.0

      To ignore it:
        in a comment      # edgekit: ignore[sample-rule] reason
        in an annotation  edgekit/ignore-sample-rule: "reason"
        in .edgekit.yaml  lint: {ignores: [{rule: sample-rule, path: FILE, reason: WHY}]}
        in one run        edgekit lint --ignore sample-rule

      """)
  }

  @Test func longSamplesAreLeftOut() {
    var brief = Self.plain
    brief.sampleLines = 4
    let page = brief.page(of: Self.sample)
    // What is short still fits behind something long.
    #expect(page.contains("\n    a\n    ^\n") && !page.contains("    a:\n"))
    #expect(page.contains("Passes, in a route:"))
    #expect(page.contains("\n1 more sample with --verbose.\n"))
  }

  @Test func explanationOfAnUndecidableRule() {
    expectEqualText(
      Self.plain.page(of: UndecidableRule("image-exists", because: "only the registry knows")),
      "image-exists: not decidable from the input alone\n\n  Only the registry knows.\n")
  }

  @Test func explanationsFitNarrowTerminals() {
    let narrow = RuleExplanation(style: TerminalStyle(), width: 40, sampleWidth: 36)
    for line in narrow.page(of: Self.sample).split(separator: "\n") {
      let isCommand = line.contains("edgekit") || line.contains("ignores:")
      #expect(line.count <= 40 || isCommand, "\(line)")
    }
  }

  @Test(arguments: RuleCatalog.all.map(\.name))
  func everyRuleIsEverywhere(_ name: String) throws {
    let entry = try #require(RuleCatalog.all.first { $0.name == name })
    let page = Self.plain.page(of: entry)
    let words = page.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains(" \(name): \(entry.info.summary) "))
    #expect(page.split(separator: "\n").allSatisfy { $0.last != " " })
    #expect(RulePages.page(ofGroup: entry.info.group).contains("\n## \(name)\n"))
  }

  @Test func listsNameEveryRule() {
    let manual = RuleManual.page
    let index = RulePages.index(linked: true)
    for entry in RuleCatalog.all {
      #expect(manual.contains("\\fB\(Roff.escaped(entry.name))\\fR ("), "\(entry.name)")
      #expect(
        index.contains("\n| [`\(entry.name)`](\(entry.info.group).md#\(entry.name)) |"),
        "\(entry.name)")
      #expect(RuleListing.text.contains("\n\(entry.name) "), "\(entry.name)")
    }
    for rule in RuleCatalog.undecidable {
      for text in [manual.replacing("\\-", with: "-"), index, RuleListing.text, RuleListing.json] {
        #expect(text.contains(rule.name), "\(rule.name)")
      }
    }
  }

  @Test func noNameIsAGroupToo() {
    #expect(Set(RuleCatalog.groups).isDisjoint(with: RuleCatalog.all.map(\.name)))
    #expect(!RuleCatalog.groups.contains("exit-codes"))
  }

  @Test func jsonHasItsShape() {
    let rule = JSONShape.object([
      "name": .string, "group": .string, "severity": .word(["error", "warning", "info"]),
      "default": .boolean, "fix": .nullable(.word(["safe", "unsafe"])), "since": .string,
      "summary": .string,
    ])
    let shape = JSONShape.object([
      "version": .integer(1), "rules": .list(rule, minimum: 1), "conversion": .list(rule),
      "undecidable": .list(.object(["name": .string, "group": .string, "reason": .string])),
    ])
    #expect(shape.problems(in: RuleListing.json) == [])
  }

  @Test func pagesAreWellFormed() {
    for (name, text) in RulePages.all {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      var fence: Substring?
      var headings: [Substring] = []
      for (line, next) in zip(lines, lines.dropFirst()) {
        if line.hasPrefix("```") || line.hasPrefix("~~~~") {
          let mark = line.prefix { $0 == "`" || $0 == "~" }
          fence = fence == nil ? mark : fence == mark ? nil : fence
        } else if fence == nil {
          #expect(line.last != " ", "\(name): \(line)")
          #expect(!(line.isEmpty && next.isEmpty && next.endIndex != text.endIndex), "\(name)")
          if line.hasPrefix("#") { headings.append(line) }
        }
      }
      #expect(fence == nil, "\(name) ends inside a sample")
      #expect(headings.filter { $0.hasPrefix("# ") }.count == 1)
      #expect(Set(headings).count == headings.count, "\(name) has a heading twice")
      let columns = Set(
        lines.filter { $0.hasPrefix("| ") && name == "README.md" }
          .map { $0.replacing("\\|", with: "").count { $0 == "|" } })
      #expect(columns.isSubset(of: [3, 6]), "\(name)")
    }
  }
}
