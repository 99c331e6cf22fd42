package import EdgeDiagnostics
package import EdgeModel
package import EdgeSyntax

/// What a project's configuration file says; nil and empty for what it does not speak of.
///
/// Keys, rules and values that nobody knows are errors with their place: a setting that is silently
/// ignored is worse than none.
package struct ProjectConfiguration: Sendable {
  package var runtime: RuntimeRelease?
  /// The inputs of the project: names, folders and patterns.
  package var files: [String] = []
  /// What is left out of folders and patterns.
  package var exclusions: [String] = []
  package var lint = LintSettings()
  package var convert = ConvertSettings()
  package var variables = VariableSettings()
  /// Pointer patterns of what `diff` leaves out.
  package var diffExclusions: [String] = []

  /// The part about `lint`.
  package struct LintSettings: Sendable {
    package var rules = RuleSettings()
    package var overrides: [RulePolicy.Override] = []
    package var ignores: [ConfiguredIgnore] = []
    package var failOn: Located<String>?
    package var requiresSuppressionReason = false
    package var deviceProfile: DeviceProfile?
  }

  /// The part about `convert`; its words are those of the options of the same names.
  package struct ConvertSettings: Sendable {
    package var shape: Located<String>?
    package var chunk: Located<String>?
  }

  /// The part about variables.
  package struct VariableSettings: Sendable {
    package var environmentFiles: [String] = []
    /// Variables that must have a value.
    package var required: [String] = []
    /// Patterns of the names of variables whose values are never shown.
    package var secret: [String] = []

    package var isEmpty: Bool {
      environmentFiles.isEmpty && required.isEmpty && secret.isEmpty
    }
  }

  /// Reads a configuration.
  ///
  /// - Parameter root: The outermost node; nil for an empty file, which says nothing.
  package init(_ root: SyntaxNode?, _ context: DecodingContext) {
    guard let root else { return }
    guard root.isMapping else {
      context.report(
        .configurationFile, "the configuration must be a mapping, not \(root.kind.description)",
        at: root, help: "write 'version: 1' and what is to be set")
      return
    }
    var reader = ConfigurationReader(root, context)
    reader.version()
    runtime = reader.choice("runtime")
    files = reader.list("files")
    exclusions = reader.list("exclude")
    if let node = reader.mapping("lint") { lint = LintSettings(node, context) }
    if let node = reader.mapping("convert") {
      var reader = ConfigurationReader(node, context)
      convert.shape = reader.text("shape")
      convert.chunk = reader.scalar("chunk")
      reader.finish("'convert'")
    }
    if let node = reader.mapping("variables") {
      var reader = ConfigurationReader(node, context)
      variables.environmentFiles = reader.list("env-files")
      variables.required = reader.list("required")
      variables.secret = reader.list("secret")
      reader.finish("'variables'")
    }
    if let node = reader.mapping("diff") {
      var reader = ConfigurationReader(node, context)
      diffExclusions = reader.list("exclude")
      reader.finish("'diff'")
    }
    reader.finish("the configuration")
  }
}

/// An entry of `lint.ignores`: findings of a rule in some files, and perhaps in some places of them, that
/// are in order.
package struct ConfiguredIgnore: Sendable {
  package var rule: String
  package var path: Glob
  /// Nil for everywhere in the file.
  package var pointer: PointerPattern?
  package var reason: String?
  /// The entry in the configuration file.
  package var place: SourceRange
}

extension ProjectConfiguration.LintSettings {
  fileprivate init(_ node: SyntaxNode, _ context: DecodingContext) {
    self.init()
    var reader = ConfigurationReader(node, context)
    rules = reader.rules()
    failOn = reader.text("fail-on")
    requiresSuppressionReason = reader.flag("require-suppression-reason")
    deviceProfile = reader.choice("device-profile")
    for element in reader.objects("overrides") {
      var reader = ConfigurationReader(element, context)
      let paths = reader.list("paths")
      if paths.isEmpty { reader.reportMissing("paths") }
      overrides.append(
        RulePolicy.Override(paths: paths.map { Glob($0) }, settings: reader.rules()))
      reader.finish("an override")
    }
    for element in reader.objects("ignores") {
      if let ignore = ConfiguredIgnore(element, context) { ignores.append(ignore) }
    }
    reader.finish("'lint'")
  }
}

extension ConfiguredIgnore {
  fileprivate init?(_ node: SyntaxNode, _ context: DecodingContext) {
    var reader = ConfigurationReader(node, context)
    let rule = reader.text("rule")
    let path = reader.text("path")
    let at = reader.text("at")
    reason = reader.text("reason")?.value
    reader.finish("an ignore")
    guard let rule, let path else {
      reader.reportMissing(rule == nil ? "rule" : "path")
      return nil
    }
    guard Rule.all.contains(where: { $0.name == rule.value }) else {
      context.report(
        .configurationFile, "there is no rule '\(rule.value)'", at: rule.node,
        help: RuleSelector.advice(for: rule.value))
      return nil
    }
    if let at {
      guard let pattern = PointerPattern(at.value) else {
        context.report(
          .configurationFile, "'\(at.value)' is no pointer pattern", at: at.node,
          help: "begin it with '/'; '*' is one step, '**' any number of them")
        return nil
      }
      pointer = pattern
    }
    self.rule = rule.value
    self.path = Glob(path.value)
    place = node.range
  }

  /// Whether it speaks of a finding.
  package func matches(_ diagnostic: Diagnostic, inFile path: String) -> Bool {
    diagnostic.rule.name == rule && self.path.covers(path)
      && (pointer.map { $0.matches(diagnostic.pointer ?? "/") } ?? true)
  }
}

/// Reads the members of a part of the configuration.
private struct ConfigurationReader {
  private var reader: ObjectReader
  private let context: DecodingContext

  init(_ node: SyntaxNode, _ context: DecodingContext) {
    reader = ObjectReader(node, context)
    self.context = context
  }

  /// Claims the version, which must be 1.
  mutating func version() {
    guard let value = reader.value("version") else { return reportMissing("version") }
    guard value.hasText("1") else {
      context.report(
        .configurationFile, "version \(value.text) of the configuration is not known", at: value,
        help: "write 'version: 1'")
      return
    }
  }

  mutating func text(_ name: StaticString) -> Located<String>? { reader.string(name) }

  mutating func flag(_ name: StaticString) -> Bool { reader.boolean(name)?.value ?? false }

  mutating func mapping(_ name: StaticString) -> SyntaxNode? { reader.mapping(name) }

  /// Claims a text or a number, as it is written.
  mutating func scalar(_ name: StaticString) -> Located<String>? {
    guard let value = reader.value(name) else { return nil }
    guard !value.isMapping, !value.isSequence else {
      context.report(
        .configurationFile, "'\(name)' must be a single value", at: value, help: "write one word")
      return nil
    }
    return Located(value.text, at: value)
  }

  /// Claims a list of texts.
  mutating func list(_ name: StaticString) -> [String] { reader.strings(name).map(\.value) }

  /// Claims a list of mappings.
  mutating func objects(_ name: StaticString) -> [SyntaxNode] {
    reader.elements(name).filter { element in
      guard !element.isMapping else { return true }
      context.report(
        .configurationFile,
        "an entry of '\(name)' must be a mapping, not \(element.kind.description)", at: element,
        help: "write keys and values")
      return false
    }
  }

  /// Claims a word of a closed list.
  mutating func choice<Value: CaseIterable & RawRepresentable<String>>(
    _ name: StaticString
  ) -> Value? {
    guard let word = scalar(name) else { return nil }
    if let value = Value(rawValue: word.value) { return value }
    let words = Value.allCases.map(\.rawValue)
    context.report(
      .configurationFile, "unknown value '\(word.value)' of '\(name)'", at: word.node,
      help: Suggestion.question(for: word.value, among: words)
        ?? "use one of \(words.map { "'\($0)'" }.joined(separator: ", "))")
    return nil
  }

  /// Claims what is said of rules.
  mutating func rules() -> RuleSettings {
    var settings = RuleSettings()
    let isSelecting = reader.key("select") != nil
    let selected = selectors("select")
    if isSelecting { settings.select = selected }
    settings.ignore = selectors("ignore")
    for member in reader.mapping("severity")?.members.map({ $0 }) ?? [] {
      guard let rules = selector(Located(member.key.text, at: member.key)) else { continue }
      guard let level = RuleSettings.Level(rawValue: member.value.text) else {
        let words = RuleSettings.Level.allCases.map(\.rawValue)
        context.report(
          .configurationFile, "unknown severity '\(member.value.text)'", at: member.value,
          help: Suggestion.question(for: member.value.text, among: words)
            ?? "use one of \(words.map { "'\($0)'" }.joined(separator: ", "))")
        continue
      }
      settings.levels.append((rules, level))
    }
    return settings
  }

  private mutating func selectors(_ name: StaticString) -> [RuleSelector] {
    reader.strings(name).compactMap(selector)
  }

  private func selector(_ text: Located<String>) -> RuleSelector? {
    if let selector = RuleSelector(text.value) { return selector }
    context.report(
      .configurationFile, "there is no rule '\(text.value)'", at: text.node,
      help: RuleSelector.advice(for: text.value))
    return nil
  }

  func reportMissing(_ name: String) {
    context.report(
      .configurationFile, "'\(name)' is missing",
      at: reader.node.members.first { _ in true }?.key ?? reader.node,
      help: name == "version" ? "write 'version: 1'" : "add it")
  }

  /// Reports the members that nobody asked for.
  func finish(_ name: String) { _ = reader.unknownFields(of: name) }
}

extension RuleInfo {
  /// What is wrong with the configuration file; no rule of `lint`, because nothing runs then.
  package static let configurationFile = RuleInfo(
    "edgekit-configuration", .error, "mistake in the configuration file",
    explanation: """
      Keys, rules and values that edgekit does not know are errors: a setting that is silently \
      ignored is worse than none.
      """,
    source: "edgekit")
}
