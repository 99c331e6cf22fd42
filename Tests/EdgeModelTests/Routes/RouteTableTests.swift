import EdgeDiagnostics
import Testing

@testable import EdgeModel

@Suite struct RouteTableTests {
  @Test(arguments: try FixtureFile.lines("routes/valid.txt"))
  func validRouteHasNoProblems(_ line: String) {
    let (route, problems) = RouteSyntax.parse(Array(line.utf8))
    #expect(route != nil)
    #expect(problems.map(\.message) == [])
    #expect(route?.condition?.nodes.allSatisfy { $0.type != nil } != false)
  }

  @Test(arguments: try FixtureFile.lines("routes/invalid.txt"))
  func invalidRouteHasOneProblem(_ line: String) throws {
    let parts = line.split(separator: " ", maxSplits: 2)
    let marked = MarkedLine(parts[2])
    let (route, problems) = RouteSyntax.parse(marked.bytes)
    #expect(problems.count == 1)
    let problem = try #require(problems.first)
    #expect(problem.rule.name == parts[1])
    #expect(problem.severity == .error)
    #expect(problem.stage == (parts[0] == "P" ? .parse : .compile))
    #expect(MarkedLine.mark(problem.range, in: marked.bytes) == parts[2])
    #expect((route == nil) == (parts[0] == "P"))
  }

  @Test(arguments: try FixtureFile.lines("routes/accepted.txt"))
  func acceptedRouteIsParsed(_ line: String) throws {
    let parts = line.split(separator: " ", maxSplits: 1)
    let marked = MarkedLine(parts[1])
    let (route, problems) = RouteSyntax.parse(marked.bytes)
    #expect(route != nil)
    guard parts[0] != "-" else {
      #expect(problems.map(\.message) == [])
      return
    }
    #expect(problems.count == 1)
    let problem = try #require(problems.first)
    let severity = problem.severity == problem.rule.severity ? "" : "/\(problem.severity)"
    #expect(problem.rule.name + severity == parts[0])
    #expect(problem.stage == .accepted)
    #expect(MarkedLine.mark(problem.range, in: marked.bytes) == parts[1])
  }

  @Test func tablesAreWhole() throws {
    #expect(try FixtureFile.lines("routes/valid.txt").count == 52)
    #expect(try FixtureFile.lines("routes/invalid.txt").count == 90)
    // The third of the 21 rows has two routes.
    #expect(try FixtureFile.lines("routes/accepted.txt").count == 22)
  }

  @Test func messagesSayWhatIsWrongAndWhatToDo() throws {
    let expected = try FixtureFile.entries("routes/messages.txt")
    var found: [FixtureFile.Entry] = []
    var last: [UInt8] = []
    for entry in expected {
      let marked = MarkedLine(entry.marked)
      guard marked.bytes != last else { continue }
      last = marked.bytes
      found += RouteSyntax.parse(marked.bytes).problems.map {
        FixtureFile.Entry(
          marked: MarkedLine.mark($0.range, in: marked.bytes), message: $0.message, help: $0.help)
      }
    }
    for (found, expected) in zip(found, expected) { #expect(found == expected) }
    #expect(found.count == expected.count)
  }

  @Test func messagesFollowTheHouseStyle() throws {
    for entry in try FixtureFile.entries("routes/messages.txt") {
      #expect(!entry.message.hasSuffix(".") && !entry.message.lowercased().contains("illegal"))
      #expect(entry.message.first?.isUppercase == false, "\(entry.message)")
      #expect(entry.help?.first?.isUppercase != true, "\(entry.help ?? "")")
    }
  }
}

@Suite struct RouteRulesTests {
  @Test(arguments: [RuleInfo.routeRules, RuleInfo.targetConditionRules])
  func rulesAreComplete(_ rules: [RuleInfo]) {
    #expect(Set(rules.map(\.name)).count == rules.count)
    for rule in rules {
      #expect(rule.name.allSatisfy { $0.isLowercase || $0 == "-" })
      #expect(!rule.summary.isEmpty && !rule.summary.hasSuffix("."))
      #expect(rule.explanation.hasSuffix("."))
      #expect(!rule.source.isEmpty)
    }
  }

  @Test func everythingReportedIsListed() throws {
    let listed = Set(RuleInfo.routeRules.map(\.name))
    var reported: Set<String> = ["route-empty"]
    for line in try FixtureFile.lines("routes/invalid.txt") {
      reported.insert(String(line.split(separator: " ")[1]))
    }
    for line in try FixtureFile.lines("routes/accepted.txt") where !line.hasPrefix("-") {
      reported.insert(String(line.prefix { $0 != " " && $0 != "/" }))
    }
    #expect(reported == listed)
  }
}
