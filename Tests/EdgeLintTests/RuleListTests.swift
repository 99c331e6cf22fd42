import EdgeDiagnostics
import EdgeLint
import EdgeTestSupport
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

  /// The names and severities that are decided for edgekit as a whole.
  @Test func everyAgreedNameIsThere() throws {
    let lines = String(
      decoding: try #require(Fixture.bytes("lint/rule-names.tsv")), as: UTF8.self
    ).split(separator: "\n").dropFirst()
    let undecidable = Set(Rule.undecidable.map(\.name))
    let rules = Dictionary(uniqueKeysWithValues: Rule.all.map { ($0.name, $0.info) })
    for line in lines {
      let fields = line.split(separator: "\t").map(String.init)
      let (name, severity) = (fields[0], fields[1])
      guard let info = rules[name] else {
        #expect(undecidable.contains(name), "\(name) is missing")
        continue
      }
      #expect(info.isOffByDefault == (severity == "info-off"), "\(name)")
      #expect(info.severity.rawValue == severity.prefix { $0 != "-" }, "\(name)")
    }
  }
}
