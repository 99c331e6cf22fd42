package import EdgeDiagnostics

/// Some rules, as people name them: a name, a pattern with `*`, a group, `default` or `all`.
package struct RuleSelector: Sendable {
  package let text: String
  private let pattern: Glob

  /// - Returns: Nil for a text that no rule answers to.
  package init?(_ text: String) {
    self.text = text
    pattern = Glob(text)
    guard text == "all" || text == "default" || Rule.all.contains(where: matches) else {
      return nil
    }
  }

  package func matches(_ rule: Rule) -> Bool { matches(rule.info) }

  package func matches(_ rule: RuleInfo) -> Bool {
    switch text {
    case "all": true
    case "default": !rule.isOffByDefault
    default: rule.name == text || rule.group == text || pattern.matches(rule.name)
    }
  }

  /// What may have been meant by a text that no rule answers to, as the help of a diagnostic.
  package static func advice(for text: String) -> String {
    let groups = Set(Rule.all.map(\.info.group)).sorted()
    let names = Rule.all.map(\.name) + groups + ["all", "default"]
    return Suggestion.question(for: text, among: names)
      ?? "'edgekit rules' lists the names and groups of rules"
  }
}
