package import EdgeSyntax
package import EdgeDiagnostics

extension Module {
  /// Reads a member that should be a module; one that is no object is reported.
  package init?(
    member: SyntaxNode.Member, named name: Located<String>, _ context: DecodingContext
  ) {
    guard member.value.isMapping else {
      if member.value.isNull, context.isJudging {
        context.report(
          .moduleNull, "module '\(name.value)' is null, which removes it", at: member.value,
          help: "remove it, or write {…}")
      } else {
        context.report(
          .schemaType,
          "module '\(name.value)' must be an object, not \(member.value.kind.description)",
          at: member.value, help: "write {…}")
      }
      return nil
    }
    self.init(name, member.value, context)
  }

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
    version = reader.version()
    status = ModuleStatus.read("status", &reader)
    restartPolicy = ModuleRestartPolicy.read("restartPolicy", &reader)
    imagePullPolicy = ModuleImagePullPolicy.read("imagePullPolicy", &reader)
    if let value = reader.value("startupOrder", orNullReportedAs: .moduleStartupOrderRange) {
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
      if context.isJudging, value.hasPlaceholder { return nil }
      context.report(
        .moduleStartupOrderRange,
        "startupOrder must be a whole number from 0 to \(UInt32.max), not \(value.summary)",
        at: value, severity: context.isJudging && isRounded(value) ? .warning : nil,
        help: "write a number such as 1; 0 starts first")
      return nil
    }
    return Located(number, at: value)
  }

  /// Whether a value that is no whole number becomes one: the runtime rounds a fraction, and takes `true`
  /// for 1; derived from the source of its JSON library and untested.
  ///
  /// Source: JamesNK/Newtonsoft.Json JsonSerializerInternalReader.cs (EnsureType).
  private static func isRounded(_ value: SyntaxNode) -> Bool {
    switch value.scalar {
    case .boolean: value.kind == .boolean
    case .float(let number): value.kind == .number && number > -0.5 && number < 4_294_967_295.5
    default: false
    }
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
      let misspelt = reader.residue.members.first {
        Suggestion.nearest(to: $0.key.text, among: ["value"]) != nil
      }
      let isLost = misspelt != nil || !context.isJudging
      context.report(
        .envValueMissing, "variable '\(name.value)' has no value",
        at: misspelt?.key ?? member.key,
        severity: context.severityOfMistakes ?? (isLost ? .error : nil),
        help: misspelt == nil
          ? "write {\"value\": \"\"} for an empty one" : "did you mean 'value'?")
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
  /// Every word that the runtime reads, in the order of their numbers.
  static var runtimeWords: [String] { get }
}

extension ManifestEnumeration {
  /// Claims a member that holds such a word; the runtime takes its number, too.
  fileprivate static func read(
    _ name: StaticString, _ reader: inout ObjectReader
  ) -> Located<String>? {
    let context = reader.context
    guard context.isJudging else {
      return reader.string(name).flatMap { canonical($0, context) }
    }
    guard let value = reader.value(name, orNullReportedAs: rule) else { return nil }
    if value.isString { return canonical(Located(value.text, at: value), context) }
    guard value.kind == .number else {
      context.report(
        rule, "\(title) must be a string, not \(value.kind.description)", at: value, help: help)
      return nil
    }
    return canonical(Located(value.text, at: value), context)
  }

  /// The word as documented.
  ///
  /// Another letter case is told and written as documented; an unknown word is an error. A
  /// placeholder is taken as it is.
  package static func canonical(
    _ text: Located<String>, _ context: DecodingContext
  ) -> Located<String>? {
    let isWord = Self(rawValue: text.value) != nil && text.node?.kind != .number
    if isWord || text.node?.hasPlaceholder == true { return text }
    let words = allCases.map(\.rawValue)
    let known = words.first { $0 == text.value.lowercased() }
    if let word = known ?? (context.isJudging ? runtimeWord(for: text.value) : nil) {
      guard words.contains(word) else {
        context.report(
          .moduleStatusMeaningless, "status '\(text.value)' is none that a module can be given",
          at: text.node, help: "write 'running' or 'stopped'; the module is never started")
        return nil
      }
      context.report(
        .enumNoncanonical,
        "\(title) '\(text.value)' is \(context.isVerbatim ? "documented" : "written") as '\(word)'",
        at: text.node, help: "write '\(word)'", fix: fix(text.node, writing: word))
      return Located(word, at: text.node)
    }
    context.report(
      rule, "unknown \(title) '\(text.value)'", at: text.node,
      help: Suggestion.question(for: text.value, among: words) ?? help)
    return nil
  }

  private static var help: String {
    "use one of \(allCases.map { "'\($0.rawValue)'" }.joined(separator: ", "))"
  }

  /// The word that the runtime understands: letter case and dashes do not matter, and a number counts
  /// its own words.
  ///
  /// Source: JamesNK/Newtonsoft.Json Converters/StringEnumConverter.cs, Utilities/EnumUtils.cs
  /// (ParseEnum).
  private static func runtimeWord(for text: String) -> String? {
    if let number = Int(text) {
      return runtimeWords.indices.contains(number) ? runtimeWords[number] : nil
    }
    let letters = text.lowercased().filter { $0 != "-" }
    return runtimeWords.first { $0.filter { $0 != "-" } == letters }
  }

  private static func fix(_ node: SyntaxNode?, writing word: String) -> Fix? {
    guard let node else { return nil }
    let title = "write '\(word)'"
    if node.isString { return node.rewriting(as: word).map { Fix(title, edits: [$0]) } }
    return Fix(title, edits: [.init(node.range, "\"\(word)\"")])
  }
}

extension ObjectReader {
  /// Claims a value that the runtime wants to be there when its name is: null is reported where the
  /// input is judged, and else read as absent.
  fileprivate mutating func value(
    _ name: StaticString, orNullReportedAs rule: RuleInfo
  ) -> SyntaxNode? {
    guard let member = member(name) else { return nil }
    guard member.value.isNull else { return member.value }
    if context.isJudging {
      context.report(
        rule, "'\(name)' is null", at: member.value, help: "write a value, or remove '\(name)'")
    }
    return nil
  }

  /// Claims the version of a module; the runtime turns a number into text.
  fileprivate mutating func version() -> Located<String>? {
    guard context.isJudging else { return string("version") }
    guard let value = value("version") else { return nil }
    switch value.kind {
    case .number, .boolean:
      context.report(
        .moduleVersionType, "version must be a string, not \(value.kind.description)", at: value,
        help: "put it in quotes: \"\(value.text)\"",
        fix: Fix("put it in quotes", edits: [.init(value.range, "\"\(value.text)\"")]))
      return Located(value.text, at: value)
    default: return string(value, "version")
    }
  }
}

extension ModuleStatus: ManifestEnumeration {
  package static var title: String { "status" }
  package static var rule: RuleInfo { .moduleStatusValue }
  package static var runtimeWords: [String] {
    ["unknown", "backoff", "running", "unhealthy", "stopped", "failed", "dead"]
  }
}

extension ModuleRestartPolicy: ManifestEnumeration {
  package static var title: String { "restart policy" }
  package static var rule: RuleInfo { .moduleRestartPolicyValue }
  package static var runtimeWords: [String] { ["never", "on-failure", "on-unhealthy", "always"] }
}

extension ModuleImagePullPolicy: ManifestEnumeration {
  package static var title: String { "image pull policy" }
  package static var rule: RuleInfo { .modulePullPolicyValue }
  package static var runtimeWords: [String] { ["on-create", "never"] }
}
