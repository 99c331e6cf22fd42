import EdgeDiagnostics
import Testing

@testable import EdgeModel

@Suite struct TargetConditionTests {
  @Test(arguments: try FixtureFile.lines("targeting/valid.txt"))
  func validConditionHasNoProblems(_ line: String) {
    let (condition, problems) = TargetCondition.parse(Array(line.utf8))
    #expect(condition?.expression != nil)
    #expect(problems.map(\.message) == [])
  }

  @Test func invalidConditionsAreExplained() throws {
    let expected = try FixtureFile.entries("targeting/invalid.txt")
    var found: [FixtureFile.Entry] = []
    var last: [UInt8] = []
    for entry in expected {
      let marked = MarkedLine(entry.marked)
      guard marked.bytes != last else { continue }
      last = marked.bytes
      found += TargetCondition.parse(marked.bytes).problems.map {
        FixtureFile.Entry(
          marked: MarkedLine.mark($0.range, in: marked.bytes),
          message: "\($0.rule.name): \($0.message)", help: $0.help)
      }
    }
    for (found, expected) in zip(found, expected) { #expect(found == expected) }
    #expect(found.count == expected.count)
  }

  @Test(arguments: ["", " \t\n"])
  func blankConditionSelectsNothing(_ text: String) {
    let (condition, problems) = TargetCondition.parse(Array(text.utf8))
    #expect(condition == TargetCondition(expression: nil))
    #expect(problems.map(\.rule.name) == ["target-condition-empty"])
    #expect(problems.map(\.rule.severity) == [.warning])
  }

  /// A condition with every operation in brackets.
  private func shape(_ expression: TargetExpression) -> String {
    switch expression {
    case .or(let parts): "[\(parts.map(shape).joined(separator: " or "))]"
    case .and(let parts): "[\(parts.map(shape).joined(separator: " and "))]"
    case .not(let inner, _): "[not \(shape(inner))]"
    case .group(let inner, _): "(\(shape(inner)))"
    case .comparison(let comparison):
      "\(shape(comparison.left)) \(comparison.sign) \(shape(comparison.right))"
    case .isDefined(let path, _): "defined \(shape(path))"
    case .everything: "everything"
    }
  }

  private func shape(_ operand: TargetOperand) -> String {
    switch operand.form {
    case .path(let path): (["\(path.root)"] + path.members).joined(separator: "/")
    case .text(let text): "'\(text)'"
    case .number(let value): "\(value)"
    case .bool(let value): "\(value)"
    case .null: "null"
    case .unreadable: "?"
    }
  }

  @Test(arguments: [
    ("deviceId='edge01'", "deviceId equal 'edge01'"),
    ("DEVICEID != ''", "deviceId notEqual ''"),
    (
      "tags.a='1' or tags.b<>'2' AND NOT tags.c>=3",
      "[tags/a equal '1' or [tags/b notEqual '2' and [not tags/c greaterOrEqual 3.0]]]"
    ),
    (
      "(tags.a='1' OR tags.b='2' OR tags.c = true) AND is_defined(Tags.D)",
      "[([tags/a equal '1' or tags/b equal '2' or tags/c equal true]) and defined tags/D]"
    ),
    (
      "Properties.Reported.lastDesiredStatus.code = -2.5e1",
      "reportedProperties/lastDesiredStatus/code equal -25.0"
    ),
    ("tags.a = 'it''s' AND null <= tags.b", "[tags/a equal 'it's' and null lessOrEqual tags/b]"),
    ("NOT NOT (tags.a < 1)", "[not [not (tags/a less 1.0)]]"),
    ("*", "everything"),
    ("tags.a = \"x\"\"y\"", "tags/a equal 'x\"y'"),
    ("env = prod AND is_defined(env)", "[? equal ? and defined ?]"),
  ])
  func shape(_ text: String, _ expected: String) throws {
    let condition = try #require(TargetCondition.parse(Array(text.utf8)).condition)
    #expect(shape(try #require(condition.expression)) == expected)
  }

  @Test func everyPartKnowsItsPlace() throws {
    let text = Array("NOT (tags.a = 'x') AND is_defined( tags.b ) OR deviceId<>'y'".utf8)
    let expression = try #require(TargetCondition.parse(text).condition?.expression)
    guard case .or(let alternatives) = expression, case .and(let parts) = alternatives[0],
      case .not(let group, let keyword) = parts[0], case .isDefined(let path, _) = parts[1],
      case .comparison(let comparison) = alternatives[1]
    else {
      Issue.record("unexpected shape")
      return
    }
    #expect(expression.range == 0..<text.count)
    #expect(text.string(keyword) == "NOT")
    #expect(text.string(group.range) == "(tags.a = 'x')")
    #expect(text.string(parts[1].range) == "is_defined( tags.b )")
    #expect(text.string(path.range) == "tags.b")
    #expect(text.string(comparison.signRange) == "<>")
    #expect(text.string(comparison.range) == "deviceId<>'y'")
  }

  @Test(arguments: ["(", "NOT "])
  func nestingHasALimit(_ opener: String) {
    let text = String(repeating: opener, count: 200_000) + "tags.a = 1"
    let (condition, problems) = TargetCondition.parse(Array(text.utf8))
    #expect(condition == nil)
    #expect(problems.count == 1)
    #expect(problems.first?.range.lowerBound == 100 * opener.utf8.count)
  }

  @Test func randomConditionsDoNoHarm() {
    let seed = SeededGenerator.seed(for: "target conditions")
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "deviceId", "tags.a", "tags.", "properties.reported.x", "env", "'x'", "\"x\"", "'", "\"", "1",
      "true", "null", "=", "!=", "<>", "<=", ">", "AND", "or", "NOT", "IN", "(", ")", "*", "[", "]",
      "is_defined(", ",", "&&", "+", "é", "SELECT", "where", "\u{A0}", "!",
    ]
    for _ in 0..<5000 {
      let separator = Bool.random(using: &random) ? " " : ""
      let text = (0..<Int.random(in: 0...10, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }.joined(separator: separator)
      let bytes = Array(text.utf8)
      let (condition, problems) = TargetCondition.parse(bytes)
      #expect(condition == TargetCondition.parse(bytes).condition, "seed \(seed): \(text)")
      #expect(
        problems.allSatisfy {
          $0.range.upperBound <= bytes.count && (!$0.range.isEmpty || bytes.isEmpty)
        }, "seed \(seed): \(text)")
      #expect(condition != nil || !problems.isEmpty, "seed \(seed): \(text)")
      let range = condition?.expression?.range
      #expect(range.map { $0.upperBound <= bytes.count } != false, "seed \(seed): \(text)")
    }
  }
}
