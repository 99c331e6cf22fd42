import EdgeConvert
import EdgeDiagnostics
import EdgeModel
import EdgeSyntax
import Testing

/// The rules of all layers together: names are one vocabulary, whoever declares them.
@Suite struct RuleListTests {
  private static let rules =
    RuleInfo.syntaxRules + RuleInfo.documentRules + RuleInfo.schemaRules + RuleInfo.manifestRules
    + RuleInfo.createOptionsRules + RuleInfo.twinRules + RuleInfo.routeRules
    + RuleInfo.targetConditionRules + RuleInfo.volumeRules
    + RuleInfo.conversionRules + RuleInfo.mappingRules + RuleInfo.virtualKubeletRules

  @Test func namesAreUnique() {
    let names = Self.rules.map(\.name)
    #expect(Dictionary(grouping: names) { $0 }.filter { $0.value.count > 1 }.keys.sorted() == [])
  }

  @Test(arguments: rules)
  func isDescribed(_ rule: RuleInfo) {
    let isKebab = rule.name.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
    }
    #expect(isKebab && rule.name.contains("-"), "a name is kebab-case and begins with its group")
    #expect(!rule.summary.isEmpty && !rule.summary.hasSuffix("."), "a summary has no final stop")
    #expect(rule.explanation.hasSuffix("."), "an explanation is whole sentences")
    #expect(!rule.source.isEmpty, "a fact names its source")
  }
}
