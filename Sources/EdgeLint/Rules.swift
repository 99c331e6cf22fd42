extension Rule {
  /// Every rule, family by family; a family's list is in its folder.
  package static let all: [Rule] =
    manifestRules + moduleRules + hubRules + routeRules + twinRules + configurationRules
    + createOptionsRules + portRules + mountRules + resourceRules + securityRules
    + networkingRules + processRules + syntaxRules + documentRules + schemaRules + metadataRules
    + workloadRules + containerRules + volumeRules + podRules + schedulingRules
    + virtualKubeletRules + dataRules + serviceRules

  /// What nobody can decide from the input alone.
  package static let undecidable: [UndecidableRule] = []
}
