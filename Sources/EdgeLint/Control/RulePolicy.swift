package import EdgeDiagnostics

/// What one source of settings says of rules: the command line, the configuration file, or a part of
/// it for some files.
package struct RuleSettings: Sendable {
  /// What becomes of what a rule finds.
  package enum Level: String, Sendable, CaseIterable {
    case error, warning, info, off

    package var severity: Severity? { Severity(rawValue: rawValue) }
  }

  /// The rules that are wanted; nil where nobody says.
  package var select: [RuleSelector]?
  /// The rules that are taken away again.
  package var ignore: [RuleSelector] = []
  /// The last that matches counts.
  package var levels: [(rules: RuleSelector, level: Level)] = []

  package init() {}

  /// Whether it switches a rule on or off; nil where it does not speak of it.
  fileprivate func isEnabled(_ rule: RuleInfo) -> Bool? {
    if ignore.contains(where: { $0.matches(rule) }) { return false }
    if let level = level(of: rule) { return level != .off }
    return select.map { selected in selected.contains { $0.matches(rule) } }
  }

  fileprivate func level(of rule: RuleInfo) -> Level? {
    levels.last { $0.rules.matches(rule) }?.level
  }
}

/// Which rules run, and how severe what they find is, in which file.
package struct RulePolicy: Sendable {
  /// Settings for the files that match one of some patterns.
  package struct Override: Sendable {
    package var paths: [Glob]
    package var settings: RuleSettings

    package init(paths: [Glob], settings: RuleSettings) {
      self.paths = paths
      self.settings = settings
    }
  }

  private let settings: RuleSettings
  private let overrides: [Override]
  /// The rules that run: those that are enabled anywhere.
  package let rules: [Rule]

  /// - Parameter overrides: Of several that speak of a rule and a file, the last counts.
  package init(_ settings: RuleSettings, overrides: [Override] = []) {
    self.settings = settings
    self.overrides = overrides
    rules = Rule.all.filter { rule in
      Self.isEnabled(rule.info, settings, [])
        || overrides.contains { $0.settings.isEnabled(rule.info) == true }
    }
  }

  /// What a policy says of the files that the same overrides match.
  package struct FilePolicy {
    fileprivate let policy: RulePolicy
    fileprivate let overrides: [Override]

    /// The severity of a finding; nil where its rule is off.
    package func severity(of diagnostic: Diagnostic) -> Severity? {
      guard policy.isEnabled(diagnostic.rule, overrides: overrides) else { return nil }
      let layers = [policy.settings] + overrides.map(\.settings)
      for layer in layers.reversed() {
        if let level = layer.level(of: diagnostic.rule) { return level.severity }
      }
      return diagnostic.severity
    }

    package func isEnabled(_ rule: RuleInfo) -> Bool {
      policy.isEnabled(rule, overrides: overrides)
    }
  }

  /// - Parameter path: The path of the file as patterns see it.
  package func policy(for path: String) -> FilePolicy {
    FilePolicy(
      policy: self,
      overrides: overrides.filter { override in override.paths.contains { $0.covers(path) } })
  }

  private func isEnabled(_ rule: RuleInfo, overrides: [Override]) -> Bool {
    Self.isEnabled(rule, settings, overrides)
  }

  private static func isEnabled(
    _ rule: RuleInfo, _ settings: RuleSettings, _ overrides: [Override]
  ) -> Bool {
    for override in overrides.reversed() {
      if let isEnabled = override.settings.isEnabled(rule) { return isEnabled }
    }
    return settings.isEnabled(rule) ?? !rule.isOffByDefault
  }
}
