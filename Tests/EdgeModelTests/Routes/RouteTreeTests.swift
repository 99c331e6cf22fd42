import Testing

@testable import EdgeModel

@Suite struct RouteTreeTests {
  private func parse(_ condition: String) -> RouteCondition? {
    RouteSyntax.parse(Array("FROM /m WHERE \(condition) INTO $upstream".utf8)).route?.condition
  }

  /// A condition with every operation in brackets.
  private func shape(_ expression: RouteExpression) -> String {
    switch expression.form {
    case .string(let text): "'\(text)'"
    case .number(let value): "\(value)"
    case .bool(let value): "\(value)"
    case .null: "null"
    case .undefined: "undefined"
    case .property(let name): name
    case .systemProperty(let name, let isEscaped): isEscaped ? "{$\(name)}" : "$\(name)"
    case .body(let path, let isEscaped):
      (isEscaped ? "escaped " : "") + "body"
        + path.steps.map { ".\($0.name)" + ($0.index.map { "[\($0)]" } ?? "") }.joined()
    case .call(let call): "\(call.name)(\(call.arguments.map(shape).joined(separator: ", ")))"
    case .unary(let sign, let operand): "[\(sign.kind) \(shape(operand))]"
    case .binary(let sign, let left, let right): "[\(shape(left)) \(sign.kind) \(shape(right))]"
    case .group(let inner): "(\(shape(inner)))"
    case .unreadable: "?"
    }
  }

  @Test(arguments: [
    ("NOT a = 'x'", "[[not a] equal 'x']"),
    ("NOT NOT a", "[not [not a]]"),
    ("- a * b", "[[negate a] multiply b]"),
    ("a ?? b OR c", "[a coalesce [b or c]]"),
    ("a OR b AND c", "[a or [b and c]]"),
    ("a AND b = c", "[a and [b equal c]]"),
    ("a = b < c", "[a equal [b less c]]"),
    ("a < b + c", "[a less [b add c]]"),
    ("a || b / c", "[a concatenate [b divide c]]"),
    ("a ?? b ?? c", "[[a coalesce b] coalesce c]"),
    ("a - b - c", "[[a subtract b] subtract c]"),
    ("a = b <> c != d", "[[[a equal b] notEqual c] notEqual d]"),
    ("a <= b >= c > d", "[[[a lessOrEqual b] greaterOrEqual c] greater d]"),
    ("a * (b + c) % d", "[[a multiply ([b add c])] remainder d]"),
    ("concat(a, 'b' || c, 1)", "concat(a, ['b' concatenate c], 1.0)"),
    ("is_defined ( undefined )", "is_defined(undefined)"),
    ("f() = null", "[f() equal null]"),
    ("$x = {$y}", "[$x equal {$y}]"),
    ("$Body.a[0].b-1 = { $body.c }", "[body.a[0].b-1 equal escaped body.c]"),
    ("a!='x'", "[a! equal 'x']"),
    ("'it''s' = TRUE", "['it''s' equal TRUE]"),
    (#""it\u0027s" = 'a\\b\"'"#, #"['it's' equal 'a\b"']"#),
    (#"'\\u0041' = '\ud83d\ude00'"#, #"['\A' equal '😀']"#),
    ("0xFF = -1.5e2", "[255.0 equal -150.0]"),
    ("0xFFFFFFFFFFFFFFFF = 0x10000000000000000", "[-1.0 equal undefined]"),
    ("e5 = .5", "[undefined equal 0.5]"),
    ("a = @b", "[a equal ?]"),
    ("a @ b = c", "?"),
    ("(a = 'x'", "([a equal 'x'])"),
    ("(a = 'x'))", "([a equal 'x'])"),
    ("a /* c */ = /**/ 'x'", "[a equal 'x']"),
  ])
  func shape(_ condition: String, _ expected: String) throws {
    #expect(shape(try #require(parse(condition)).root) == expected)
  }

  @Test func everyPartKnowsItsPlace() throws {
    let text = Array(
      "FROM /m WHERE  NOT ( lower( a ) = {$x} ) AND $body.b[1].c>-2 INTO $upstream".utf8)
    let condition = try #require(RouteSyntax.parse(text).route?.condition)
    #expect(text.string(condition.range) == "NOT ( lower( a ) = {$x} ) AND $body.b[1].c>-2")
    #expect(
      condition.nodes.map { text.string($0.range) } == [
        "a", "lower( a )", "{$x}", "lower( a ) = {$x}", "( lower( a ) = {$x} )",
        "NOT ( lower( a ) = {$x} )", "$body.b[1].c", "-2", "$body.b[1].c>-2",
        "NOT ( lower( a ) = {$x} ) AND $body.b[1].c>-2",
      ])
    guard case .binary(let and, let left, let right) = condition.root.form,
      case .unary(let not, let group) = left.form,
      case .binary(_, let call, _) = group.ungrouped.form, case .call(let lower) = call.form,
      case .binary(let greater, let body, _) = right.form, case .body(let path, _) = body.form
    else {
      Issue.record("unexpected shape")
      return
    }
    #expect(text.string(and.range) == "AND")
    #expect(text.string(not.range) == "NOT")
    #expect(text.string(lower.nameRange) == "lower")
    #expect(text.string(greater.range) == ">")
    #expect(path.steps.map { text.string($0.range) } == ["b[1]", "c"])
  }

  @Test func theConditionIsKeptWithItsComments() throws {
    let text = Array("FROM /m WHERE /* x */ a /* y */ = 'b' /* z */ INTO $upstream".utf8)
    let condition = try #require(RouteSyntax.parse(text).route?.condition)
    #expect(text.string(condition.range) == "a /* y */ = 'b'")
  }

  @Test(arguments: [("(", "true", ")"), ("NOT ", "true", ""), ("- ", "1", ""), ("abs(", "1", ")")])
  func nestingHasALimit(_ opener: String, _ inside: String, _ closer: String) {
    func problems(_ depth: Int) -> [RouteProblem] {
      let condition =
        String(repeating: opener, count: depth) + inside + String(repeating: closer, count: depth)
      return RouteSyntax.parse(Array("FROM /m WHERE \(condition) INTO $upstream".utf8)).problems
    }
    #expect(problems(100).map(\.message) == [])
    #expect(problems(101).count == 1)
    let deep = problems(200_000)
    #expect(deep.map(\.stage) == [.parse])
    // At the parenthesis, which stands behind the name of a function.
    let name = opener == "abs(" ? 3 : 0
    #expect(deep.first?.range.lowerBound == 14 + 100 * opener.utf8.count + name)
  }

  @Test func charactersThatBeginNothingAreNestedToo() {
    let text = Array("FROM /m WHERE \(String(repeating: "@", count: 200_000)) INTO $upstream".utf8)
    let (route, problems) = RouteSyntax.parse(text)
    #expect(route == nil)
    #expect(problems.first?.stage == .parse)
  }

  @Test func chainsHaveNone() throws {
    let chain = [String](repeating: "a = 'x'", count: 50_000).joined(separator: " OR ")
    let condition = try #require(parse(chain))
    #expect(condition.nodes.count == 4 * 50_000 - 1)
    #expect(condition.root.type == .bool)
  }
}
