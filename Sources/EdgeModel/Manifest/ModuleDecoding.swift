package import EdgeSyntax
package import EdgeDiagnostics

extension Module {
  /// Reads a module of a manifest.
  package init(_ name: Located<String>, _ node: SyntaxNode, _ context: DecodingContext) {
    self.init(name: name)
    let outer = context.subject
    context.subject = "module \(name.value)"
    defer { context.subject = outer }
    var reader = ObjectReader(node, context)
    type = reader.string("type")
    if let type, type.value != "docker", type.node?.hasPlaceholder != true {
      context.report(
        .moduleType, "unknown type '\(type.value)' of module '\(name.value)'", at: type.node,
        help: "write \"docker\"")
    }
    version = reader.string("version")
    status = reader.string("status").flatMap { ModuleStatus.canonical($0, context) }
    restartPolicy = reader.string("restartPolicy").flatMap {
      ModuleRestartPolicy.canonical($0, context)
    }
    imagePullPolicy = reader.string("imagePullPolicy").flatMap {
      ModuleImagePullPolicy.canonical($0, context)
    }
    if let value = reader.value("startupOrder") {
      startupOrder = Self.startupOrder(value, context)
    }
    if let node = reader.mapping("env") {
      environment = node.members.compactMap { EnvironmentVariable(member: $0, context) }
    }
    if let node = reader.mapping("settings") {
      var settings = ObjectReader(node, context)
      image = settings.string("image")
      createOptions = CreateOptions(settings: &settings, context)
      settingsResidue = settings.residue
      settings.reportCaseVariants()
    }
    residue = reader.residue
    reader.reportCaseVariants()
  }

  /// Reads a start order that is written as a number, or as text in a ConfigMap.
  package static func startupOrder(
    _ value: SyntaxNode, _ context: DecodingContext
  ) -> Located<UInt32>? {
    let number = value.isString ? UInt32(value.text) : value.wholeNumber(UInt32.self)
    guard let number else {
      context.report(
        .moduleStartupOrderRange,
        "startupOrder must be a whole number from 0 to \(UInt32.max), not \(value.summary)",
        at: value, help: "write a number such as 1; 0 starts first")
      return nil
    }
    return Located(number, at: value)
  }
}

extension EnvironmentVariable {
  fileprivate init?(member: SyntaxNode.Member, _ context: DecodingContext) {
    let name = Located(member.key.text, at: member.key)
    guard member.value.isMapping else {
      context.report(
        .envNotObject, "variable '\(name.value)' must be an object with 'value'", at: member.value,
        severity: context.severityOfMistakes,
        help: "write {\"value\": …}")
      return nil
    }
    var reader = ObjectReader(member.value, context)
    guard let value = reader.value("value") else {
      context.report(
        .envValueMissing, "variable '\(name.value)' has no value", at: member.key,
        severity: context.severityOfMistakes ?? .error,
        help: "write {\"value\": \"\"} for an empty one")
      return nil
    }
    guard !value.isMapping, !value.isSequence else {
      context.report(
        .envValueStructured,
        "the value of variable '\(name.value)' must be a string, not \(value.kind.description)",
        at: value, severity: context.severityOfMistakes, help: "write the text as a string")
      return nil
    }
    self.init(name: name, value: .node(value))
    residue = reader.residue
    reader.reportCaseVariants()
  }
}

/// A closed list of words of the manifest.
package protocol ManifestEnumeration: RawRepresentable, CaseIterable where RawValue == String {
  /// What such a word is called in messages, for example `restart policy`.
  static var title: String { get }
  /// What an unknown word is reported as.
  static var rule: RuleInfo { get }
}

extension ManifestEnumeration {
  /// The word as documented.
  ///
  /// Another letter case is told and written as documented; an unknown word is an error. A
  /// placeholder is taken as it is.
  package static func canonical(
    _ text: Located<String>, _ context: DecodingContext
  ) -> Located<String>? {
    if Self(rawValue: text.value) != nil || text.node?.hasPlaceholder == true { return text }
    let words = allCases.map(\.rawValue)
    if let word = words.first(where: { $0 == text.value.lowercased() }) {
      context.report(
        .enumNoncanonical,
        "\(title) '\(text.value)' is \(context.isVerbatim ? "documented" : "written") as '\(word)'",
        at: text.node,
        help: "write '\(word)'")
      return Located(word, at: text.node)
    }
    let help =
      Suggestion.question(for: text.value, among: words)
      ?? "use one of \(words.map { "'\($0)'" }.joined(separator: ", "))"
    context.report(rule, "unknown \(title) '\(text.value)'", at: text.node, help: help)
    return nil
  }
}

extension ModuleStatus: ManifestEnumeration {
  package static var title: String { "status" }
  package static var rule: RuleInfo { .moduleStatusValue }
}

extension ModuleRestartPolicy: ManifestEnumeration {
  package static var title: String { "restart policy" }
  package static var rule: RuleInfo { .moduleRestartPolicyValue }
}

extension ModuleImagePullPolicy: ManifestEnumeration {
  package static var title: String { "image pull policy" }
  package static var rule: RuleInfo { .modulePullPolicyValue }
}
