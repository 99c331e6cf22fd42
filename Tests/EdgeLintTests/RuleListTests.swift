import EdgeDiagnostics
import EdgeLint
import Testing

/// The list of rules as a whole.
@Suite struct RuleListTests {
  @Test func namesAreUnique() {
    var seen: Set<String> = []
    for rule in Rule.all { #expect(seen.insert(rule.name).inserted, "\(rule.name) is there twice") }
    for rule in Rule.undecidable {
      #expect(seen.insert(rule.name).inserted, "\(rule.name) is decidable, or there twice")
    }
  }

  @Test(arguments: Rule.all)
  func textsAreWhole(of rule: Rule) {
    let info = rule.info
    #expect(!info.summary.isEmpty && info.summary.last != "." && info.summary.count <= 80)
    #expect(
      info.summary.first?.isUppercase == false || info.summary.first?.isLetter == false
        || info.summary.prefix(while: { $0.isLetter }).count > 1, "a summary begins in lower case")
    #expect(info.explanation.hasSuffix(".") && !info.explanation.contains("\n\n\n"))
    #expect(!info.source.isEmpty)
  }
}
