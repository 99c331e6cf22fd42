import EdgeDiagnostics
import EdgeSyntax
import EdgeTestSupport
import Testing

/// The list of the rules about text.
@Suite struct SyntaxRulesTests {
  @Test func namesAreUniqueAndWellFormed() {
    let names = RuleInfo.syntaxRules.map(\.name)
    #expect(Set(names).count == names.count)
    for rule in RuleInfo.syntaxRules {
      #expect(rule.name.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" }, "\(rule.name)")
      #expect(!rule.summary.hasSuffix("."), "\(rule.name)")
      #expect(rule.explanation.hasSuffix("."), "\(rule.name)")
      #expect(!rule.source.isEmpty, "\(rule.name)")
    }
  }

  @Test func whatIsReportedIsInTheList() throws {
    let names = Set(RuleInfo.syntaxRules.map(\.name))
    for input in BrokenTextTests.inputs {
      let bytes = try #require(Fixture.bytes("\(BrokenTextTests.folder)/\(input)"))
      for rule in ReadText(bytes: bytes).rules { #expect(names.contains(rule), "\(input)") }
    }
  }
}
