import EdgeDiagnostics
import EdgeTestSupport
import Testing

/// Pictures of single places, the lines of the snippet only.
@Suite struct PictureTests {
  private func picture(
    _ marked: String, width: Int? = nil, style: TerminalStyle = TerminalStyle()
  ) -> String {
    let options = RenderingOptions(style: style, width: width)
    let text = render(SampleReport.marking(marked), as: .pretty, options: options)
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .drop { !$0.contains("a.yaml:") }.dropFirst().joined(separator: "\n")
  }

  @Test func lineEndOfWindowsIsNotShown() {
    expectEqualText(picture("a: 1\r\nb: ⟦2⟧\r\n"), " 2│ b: 2\n  │    ^\n")
    expectEqualText(picture("a: 1\r\nb: 2⟦⟧\r\n"), " 2│ b: 2\n  │     ^\n")
    expectEqualText(picture("a: ⟦1\r\n⟧b: 2\r\n"), " 1│ a: 1\n  │    ^\n")
  }

  @Test func byteOrderMarkTakesNoColumn() {
    let report = SampleReport.marking("\u{FEFF}a: ⟦1⟧\n")
    #expect(render(report, as: .text) == "a.yaml:1:4: error: a message [sample-rule]\n")
    expectEqualText(picture("\u{FEFF}a: ⟦1⟧\n"), " 1│ a: 1\n  │    ^\n")
  }

  @Test(arguments: [
    ("日本⟦語⟧", " 1│ 日本語\n  │     ^^\n"),
    ("e\u{301}⟦x⟧", " 1│ e\u{301}x\n  │  ^\n"),
    ("👍🏽⟦x⟧", " 1│ 👍🏽x\n  │   ^\n"),
    ("🇩🇪⟦x⟧", " 1│ 🇩🇪x\n  │   ^\n"),
    ("❤\u{FE0F}⟦x⟧", " 1│ ❤\u{FE0F}x\n  │   ^\n"),
    ("한⟦글⟧", " 1│ 한글\n  │   ^^\n"),
    ("ｆ⟦ｕ⟧ll", " 1│ ｆｕll\n  │   ^^\n"),
    ("a\t⟦b⟧", " 1│ a   b\n  │     ^\n"),
    ("日\t⟦b⟧", " 1│ 日  b\n  │     ^\n"),
    ("\t\t⟦b⟧", " 1│ b\n  │ ^\n"),
    ("a⟦\u{1B}[31m⟧", " 1│ a\u{FFFD}[31m\n  │  ^^^^^\n"),
    ("a\u{202E}⟦b⟧", " 1│ a\u{FFFD}b\n  │   ^\n"),
  ])
  func marksStandUnderWhatTheyMark(_ marked: String, _ expected: String) {
    expectEqualText(picture(marked), expected)
  }

  @Test func bytesThatAreNotUTF8TakeOneColumnEach() {
    let sources = SourceManager()
    let id = sources.add(name: "a", bytes: [0x61, 0xFF, 0xC3, 0x62])
    let report = DiagnosticReport(
      diagnostics: [
        Diagnostic(SampleReport.rule, "m", at: SourceRange(source: id, start: 3, end: 4))
      ], sources: sources, files: ["a"],
      tool: ToolInfo(name: "edgekit", version: "1", runtime: "1.6"))
    #expect(render(report, as: .pretty).hasSuffix(" 1│ a\u{FFFD}\u{FFFD}b\n  │    ^\n"))
  }

  @Test(arguments: [
    // The mark decides what is shown.
    ("⟦a⟧bcdefghijklmnopqrstuvwxyz", " 1│ abcdefghijklmnopqrs…\n  │ ^\n"),
    ("abcdefghijklmnopqr⟦s⟧tuvwxyz", " 1│ abcdefghijklmnopqrs…\n  │                   ^\n"),
    ("abcdefghijklmnopqrs⟦t⟧uvwxyz", " 1│ …ijklmnopqrstuvwxyz\n  │             ^\n"),
    ("abcdefghijklmnopqrstuvwxy⟦z⟧", " 1│ …ijklmnopqrstuvwxyz\n  │                   ^\n"),
    ("abcdefghijklmnopqrstuvwxyz⟦⟧", " 1│ …ijklmnopqrstuvwxyz\n  │                    ^\n"),
    // A mark that is too long is cut with the line.
    ("abc⟦defghijklmnopqrstuvw⟧xyz", " 1│ abcdefghijklmnopqr…\n  │    ^^^^^^^^^^^^^^^\n"),
    ("温度温度温度温度温度⟦温⟧度温度温度", " 1│ …温度温度温度温度温…\n  │          ^^\n"),
  ])
  func longLinesAreCutAroundTheMark(_ marked: String, _ expected: String) {
    expectEqualText(picture(marked, width: 24), expected)
  }

  @Test func marksFarApartOnOneLineAreShownApart() {
    let gap = String(repeating: "x", count: 3000)
    expectEqualText(
      picture("{\"a\": 1, \(gap) ⟦\"b\"⟧: 2, \(gap) ⟦\"c\"⟧: 3}", width: 44),
      """
       1│ …xxxxxxxxxxxxxxxx "b": 2, xxxxxxxxxxxxx…
        │                   ^^^
       1│ …xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx "c": 3}
        │                                 ---
        │                                 label 1

      """)
  }

  @Test func manyMarksOnHugeLineAreShown() {
    let gap = String(repeating: "0123456789", count: 10_000)
    let text = picture(gap + "⟦!⟧" + gap)
    #expect(text.utf8.count < 2000)
    #expect(text.contains("789!012"))
  }

  @Test func textThatDoesNotFitStandsBelowItsMark() {
    expectEqualText(
      picture("abcdefghijkl ⟦mnop⟧ ⟦qrst⟧", width: 28),
      """
       1│ abcdefghijkl mnop qrst
        │              ^^^^
        │                   ----
        │                  label 1

      """)
  }

  @Test func labelsInOtherFilesHaveLocations() {
    var sample = SampleReport()
    let first = sample.add("a.yaml", "name: ⟦x⟧\n")
    let second = sample.add("b.yaml", "kind: A\nname: ⟦x⟧\n")
    sample.diagnostics = [
      Diagnostic(
        SampleReport.rule, "two have one name", at: second[0],
        labels: [.init("the other", at: first[0])])
    ]
    expectEqualText(
      render(sample.report, as: .pretty),
      """
      error[sample-rule]: two have one name
        ┌ b.yaml:2:7
       2│ name: x
        │       ^
        ┌ a.yaml:1:7
       1│ name: x
        │       - the other

      """)
  }

  @Test func linesBetweenAreLeftOut() {
    let middle = String(repeating: "  - 0\n", count: 100)
    expectEqualText(
      picture("⟦a:\n\(middle)b⟧: ⟦1⟧\n"),
      """
        1│ a:
         │ ^^
         ⋮
      102│ b: 1
         │ ^
         │    - label 1

      """)
  }

  @Test func controlsInMessagesAndNamesAreEscaped() {
    var sample = SampleReport()
    let range = sample.add("a\u{1B}[2J.yaml", "⟦x⟧")[0]
    sample.diagnostics = [
      Diagnostic(SampleReport.rule, "key 'a\n\u{202E}b' is unknown", at: range)
    ]
    #expect(
      render(sample.report, as: .text)
        == "a\\u001b[2J.yaml:1:1: error: key 'a\\n\\u202eb' is unknown [sample-rule]\n")
  }
}

/// Pictures in narrow terminals.
@Suite struct NarrowPictureTests {
  @Test func wordsAreWrapped() {
    var sample = SampleReport()
    let range = sample.add("a.yaml", "a: ⟦1⟧\n")[0]
    sample.diagnostics = [
      Diagnostic(
        SampleReport.rule, "a message that does not fit into a narrow terminal", at: range,
        help: "write something else, for example 温度温度温度温度温度 and nothing more",
        fix: Fix("write it", edits: [Fix.Edit(range, "2")]))
    ]
    let options = RenderingOptions(width: 40, namesExplainCommand: true, namesFixOption: true)
    expectEqualText(
      render(sample.report, as: .pretty, options: options),
      """
      error[sample-rule]: a message that does
        not fit into a narrow terminal
        ┌ a.yaml:1:4
       1│ a: 1
        │    ^
        = help: write something else, for
                example 温度温度温度温度温度
                and nothing more (fixable with
                --fix)
        = more: edgekit explain sample-rule

      """)
  }

  @Test func rulesAreExplainedOnce() {
    var sample = SampleReport()
    let ranges = sample.add("a.yaml", "a: ⟦1⟧ ⟦2⟧\n")
    sample.diagnostics = ranges.map { Diagnostic(SampleReport.rule, "a message", at: $0) }
    let text = render(
      sample.report, as: .pretty, options: RenderingOptions(namesExplainCommand: true))
    #expect(text.ranges(of: "edgekit explain").count == 1)
  }
}
