import Testing

@testable import EdgeModel

@Suite struct RouteTypeTests {
  private func compiles(_ condition: String) -> Bool {
    let (route, problems) = RouteSyntax.parse(
      Array("FROM /m WHERE \(condition) INTO $upstream".utf8))
    #expect(route != nil)
    return problems.isEmpty
  }

  /// One operand of each type, in the order of ``names``.
  private static let operands = ["'s'", "1", "true", "null", "undefined", "$body.b"]
  private static let names: [RouteValueType] = [.string, .number, .bool, .null, .undefined, .body]

  /// What an operator makes of each pair of types: rows are the left operand, columns the right
  /// one, both in the order string, number, bool, null, undefined, body. A letter is the type of
  /// the result, a dot an error.
  @Test(arguments: [
    ("??", ["s....b", ".n...b", "..o..b", "...u.b", "....d.", "bbbb.b"]),
    ("=", ["o....o", ".o...o", "..o..o", "...o.o", "....o.", "oooo.o"]),
    ("<>", ["o....o", ".o...o", "..o..o", "...o.o", "....o.", "oooo.o"]),
    ("<", ["o....o", ".o...o", "..o..o", "...o.o", "....o.", "oooo.o"]),
    ("AND", ["......", "......", "..ouo.", "..uuu.", "..ouo.", "..ouoo"]),
    ("OR", ["......", "......", "..ooo.", "..ouo.", "..ooo.", "..oooo"]),
    ("+", ["......", ".n...b", "......", "......", "......", ".b...b"]),
    ("-", ["......", ".n...b", "......", "......", "......", ".b...b"]),
    ("*", ["......", ".n...b", "......", "......", "......", ".b...b"]),
    ("/", ["......", ".n...b", "......", "......", "......", ".b...b"]),
    ("%", ["......", ".n....", "......", "......", "......", "......"]),
    ("||", ["s....s", "......", "......", "......", "......", "s....s"]),
  ])
  func infix(_ sign: String, _ table: [String]) {
    let letters: [Character: RouteValueType] = [
      "s": .string, "n": .number, "o": .bool, "u": .null, "d": .undefined, "b": .body,
    ]
    for (left, row) in zip(Self.operands, table) {
      for (right, letter) in zip(Self.operands, row) {
        let text = "\(left) \(sign) \(right)"
        let (route, problems) = RouteSyntax.parse(
          Array("FROM /m WHERE \(text) INTO $upstream".utf8))
        #expect(route?.condition?.root.type == letters[letter], "\(text)")
        #expect(problems.isEmpty == (letter != "."), "\(text)")
      }
    }
  }

  @Test(
    arguments: [
      ("NOT", [nil, nil, .bool, .bool, nil, .bool]), ("-", [nil, .number, nil, nil, nil, nil]),
    ] as [(String, [RouteValueType?])])
  func prefix(_ sign: String, _ results: [RouteValueType?]) {
    for (operand, result) in zip(Self.operands, results) {
      let text = "FROM /m WHERE \(sign) (\(operand)) INTO $upstream"
      let (route, problems) = RouteSyntax.parse(Array(text.utf8))
      #expect(route?.condition?.root.type == result, "\(text)")
      #expect(problems.isEmpty == (result != nil), "\(text)")
    }
  }

  @Test(arguments: RouteFunction.all)
  func function(_ function: RouteFunction) {
    for (number, parameter) in function.parameters.enumerated() {
      for (operand, type) in zip(Self.operands, Self.names) {
        var arguments = function.parameters.map { $0 == .number ? "1" : "'s'" }
        arguments[number] = operand
        let call = "is_defined(\(function.name.uppercased())(\(arguments.joined(separator: ", "))))"
        #expect(compiles(call) == parameter.accepts(type), "\(call)")
      }
    }
    for count in 0...5 {
      let arguments = (0..<count).map {
        function.parameters[min($0, function.parameters.count - 1)] == .number ? "1" : "'s'"
      }
      let isTaken =
        count >= function.required && (function.isVariadic || count <= function.parameters.count)
      let call = "is_defined(\(function.name)(\(arguments.joined(separator: ", "))))"
      #expect(compiles(call) == isTaken, "\(call)")
    }
  }

  @Test func functionsAreSorted() {
    let names = RouteFunction.all.map(\.name)
    #expect(names == names.sorted())
    #expect(names.count == 23)
  }

  @Test(arguments: [
    "$body.a", "$body.a.b", "$body.a[0]", "$body.a[0].b[12]", "$body.a-b", "$body.1a", "$body.'a'",
    "{$body.a}", "$BODY.a", "$body.ä",
  ])
  func bodyPath(_ path: String) {
    #expect(compiles("\(path) = 1"))
  }

  @Test(arguments: [
    "$body.", "$body..a", "$body.a.", "$body.a..b", "$body.a[]", "$body.a[*]", "$body.a[-1]",
    "$body.a[1", "$body.a]", "$body.[0]", "$body.a[0][1]", "$body.a[0]b", "$body.1", "$body.a.1",
    "$body.a['b']", "$body.a[99999999999]", "{$body.}", "$body[0]", "$x[0]", "{$x[0]}",
  ])
  func invalidBodyPath(_ path: String) {
    #expect(!compiles("\(path) = 1"))
  }

  /// One mistake inside is not reported again by what contains it.
  @Test(arguments: [
    "(NOT level = 'x') = 'y'", "abs(temp) + 'x' > 3 AND level", "-temp * 2 = 'x'",
    "foo(bar(1)) = true AND foo", "(temp > 1) = null OR NOT (temp > 1)", "$body.a[] || 1 = 2",
  ])
  func independentMistakesOnly(_ condition: String) {
    let problems = RouteSyntax.parse(Array("FROM /m WHERE \(condition) INTO $upstream".utf8))
      .problems
    #expect(Set(problems.map(\.range)).count == problems.count)
    #expect(problems.map(\.range.lowerBound) == problems.map(\.range.lowerBound).sorted())
  }
}
