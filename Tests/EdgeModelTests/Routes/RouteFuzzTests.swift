import EdgeDiagnostics
import Testing

@testable import EdgeModel

@Suite struct RouteFuzzTests {
  private static let pieces = [
    "FROM", "SELECT * FROM", "/messages/*", "/messages/modules/", "WHERE", "INTO", "$upstream",
    "BrokeredEndpoint(\"/modules/a/inputs/b\")", "BrokeredEndpoint(", "'/a/b/c/d'", "a", "level",
    "'x'", "\"y\"", "'", "\"", "1", "-1", "2.5", "0x1F", "true", "null", "undefined", "$body.x[0]",
    "$body.", "{$sys}", "(", ")", ",", "+", "-", "*", "/", "%", "AND", "or", "NOT", "=", "!=", "<>",
    "<=", ">", "||", "??", "length(", "contains(a, b)", "@", ";", ":", "\\", "\\u00e9", "?", "{",
    "}", "[", "]", "/*", "*/", "${NAME}", "<name>", "&&", "IN", "LIKE", "é", "\u{A0}", "\n",
  ]

  private func check(_ text: [UInt8], _ seed: UInt64) {
    let (route, problems) = RouteSyntax.parse(text)
    let again = RouteSyntax.parse(text)
    let shown = String(decoding: text, as: UTF8.self)
    let whole = 0..<text.count
    func isInside(_ range: Range<Int>) -> Bool { whole.clamped(to: range) == range }
    #expect(route == again.route, "seed \(seed): \(shown)")
    #expect(
      problems.map(\.message) == again.problems.map(\.message)
        && problems.map(\.range) == again.problems.map(\.range), "seed \(seed): \(shown)")
    #expect(
      problems.allSatisfy { isInside($0.range) && (!$0.range.isEmpty || text.isEmpty) },
      "seed \(seed): \(shown)")
    #expect(
      (route == nil) == problems.contains { $0.stage == .parse }, "seed \(seed): \(shown)")
    guard let route else { return }
    let compiles = !problems.contains { $0.stage == .compile }
    let nodes = route.condition?.nodes ?? []
    #expect(nodes.allSatisfy { isInside($0.range) }, "seed \(seed): \(shown)")
    #expect(
      !compiles || nodes.allSatisfy { $0.type != nil }, "seed \(seed): \(shown)")
    #expect(
      isInside(route.source.range) && isInside(route.sink.range)
        && route.trailing.map(isInside) != false, "seed \(seed): \(shown)")
  }

  @Test func tokenSoup() {
    let seed = SeededGenerator.seed(for: "route token soup")
    var random = SeededGenerator(seed: seed)
    for _ in 0..<3000 {
      let separator = Bool.random(using: &random) ? " " : ""
      let soup = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        Self.pieces.randomElement(using: &random) ?? ""
      }.joined(separator: separator)
      check(Array(soup.utf8), seed)
      check(Array("FROM /messages WHERE \(soup) INTO $upstream".utf8), seed)
    }
  }

  @Test func mutatedRoutes() throws {
    let seed = SeededGenerator.seed(for: "route mutations")
    var random = SeededGenerator(seed: seed)
    for line in try FixtureFile.lines("routes/valid.txt") {
      for _ in 0..<60 {
        var bytes = Array(line.utf8)
        for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
          let place = Int.random(in: 0..<bytes.count, using: &random)
          switch Int.random(in: 0..<4, using: &random) {
          case 0: bytes.remove(at: place)
          case 1: bytes[place] = UInt8.random(in: 0...255, using: &random)
          case 2: bytes.swapAt(place, bytes.count - 1 - place)
          default:
            bytes.insert(
              contentsOf: (Self.pieces.randomElement(using: &random) ?? "").utf8, at: place)
          }
        }
        check(bytes, seed)
      }
    }
  }

  @Test func truncatedRoutes() throws {
    for line in try FixtureFile.lines("routes/valid.txt") {
      let bytes = Array(line.utf8)
      for length in 0..<bytes.count { check(Array(bytes[..<length]), 0) }
    }
  }

  @Test(arguments: ["", " \n", "/* x */"])
  func nothingToRead(_ text: String) {
    let (route, problems) = RouteSyntax.parse(Array(text.utf8))
    #expect(route == nil)
    #expect(problems.map(\.rule.name) == [text.contains("x") ? "route-syntax" : "route-empty"])
    #expect(problems.map(\.range) == [0..<text.utf8.count])
  }
}
