extension Rule {
  /// Every rule, family by family; a family's list is in its folder.
  package static let all: [Rule] =
    manifestRules + moduleRules + hubRules + routeRules + twinRules + configurationRules
    + createOptionsRules + portRules + mountRules + resourceRules + securityRules
    + networkingRules + processRules + syntaxRules + documentRules + schemaRules + metadataRules
    + workloadRules + containerRules + volumeRules + podRules + schedulingRules
    + virtualKubeletRules + dataRules + serviceRules + suppressionRules

  /// What nobody can decide from the input alone.
  package static let undecidable: [UndecidableRule] = [
    UndecidableRule(
      "content-immutable",
      because: "it compares a deployment with the one that the hub stores under its id"),
    UndecidableRule(
      "diff-edge-agent-no-effect",
      because: "it compares a manifest with the one before; 'edgekit diff' has both"),
    UndecidableRule(
      "diff-recreate",
      because: "it compares a manifest with the one before; 'edgekit diff' has both"),
    UndecidableRule(
      "metadata-ignored-single-device",
      because: "a file does not say whether it goes to one device or becomes a deployment"),
    UndecidableRule(
      "wl-selector-immutable",
      because: "it takes the selector of the object that is in the cluster already"),
  ]
}
