internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// Values of variables that stand in ConfigMaps and Secrets of the input.
extension EnvironmentBuilder {
  /// All entries of a ConfigMap or Secret, in order.
  func values(of entry: EnvFromSource) -> [(key: SyntaxNode, value: Value)] {
    if let reference = entry.configMapRef {
      guard isNamed(reference.name, reference.residue.node) else { return [] }
      let map = context.references.configMap(
        reference.name, isOptional: reference.optional?.value ?? false, for: reader)
      return (map?["data"]?.members.map { $0 } ?? []).compactMap { member in
        text(of: member).map { (member.key, ($0, member.value)) }
      }
    }
    guard let reference = entry.secretRef, isNamed(reference.name, reference.residue.node),
      let secret = context.references.secret(
        reference.name, isOptional: reference.optional?.value ?? false, for: reader)
    else { return [] }
    reportInlined(secret: reference.name)
    return SecretData(secret).entries.compactMap { entry in
      text(of: entry.value, key: entry.key).map { (entry.key, ($0, entry.value.node)) }
    }
  }

  /// The value that one variable takes from elsewhere; nil with a report where there is none.
  func value(_ from: EnvVarSource, of variable: String) -> Value? {
    if let reference = from.configMapKeyRef { return value(of: reference) }
    if let reference = from.secretKeyRef { return value(of: reference) }
    let name = "variable '\(variable)'"
    if let reference = from.fieldRef { return context.value(of: reference, in: source, for: name) }
    if let reference = from.resourceFieldRef {
      return context.value(of: reference, in: source, for: name)
    }
    if let reference = from.fileKeyRef {
      context.reportImpossible(
        .fileKeyRefUnsupported,
        "\(name) is read from a file in a volume, which nobody does on a device",
        at: reference.path?.node ?? reference.residue.node, help: "write the value out")
    } else if from.residue.isEmpty {
      context.reportDropped(
        "\(name), whose 'valueFrom' names no source,", at: from.residue.node,
        help: "write its value")
    }
    return nil
  }

  private func value(of reference: ConfigMapKeySelector) -> Value? {
    let isOptional = reference.optional?.value ?? false
    guard isNamed(reference.name, reference.residue.node), let key = reference.key,
      let map = context.references.configMap(reference.name, isOptional: isOptional, for: reader)
    else { return nil }
    guard let member = map["data"]?.members.first(where: { $0.key.hasText(of: key) }) else {
      reportMissing(
        key, of: map["data"], in: "ConfigMap", reference.name, .configMapKeyNotFound, isOptional)
      return nil
    }
    return text(of: member).map { ($0, member.value) }
  }

  private func value(of reference: SecretKeySelector) -> Value? {
    let isOptional = reference.optional?.value ?? false
    guard isNamed(reference.name, reference.residue.node), let key = reference.key,
      let secret = context.references.secret(reference.name, isOptional: isOptional, for: reader)
    else { return nil }
    guard let entry = SecretData(secret).entry(key.value) else {
      reportMissing(
        key, of: secret["data"] ?? secret["stringData"], in: "Secret", reference.name,
        .secretKeyNotFound, isOptional)
      return nil
    }
    reportInlined(secret: reference.name)
    return text(of: entry.value, key: entry.key).map { ($0, entry.value.node) }
  }

  /// The text of an entry of a ConfigMap, null read as the empty one.
  private func text(of member: SyntaxNode.Member) -> String? {
    if member.value.isString { return member.value.text }
    if member.value.isNull { return "" }
    ConfigMapValue.reportType(member, context.decoding)
    return nil
  }

  private func text(of value: SecretData.Value, key: SyntaxNode) -> String? {
    if let text = value.text { return text }
    // Whoever judges the input decodes its Secrets, too.
    guard !context.options.isJudging else { return nil }
    if !value.node.isString {
      context.decoding.report(
        .schemaType,
        "'\(key.text)' of a Secret must be a string, not \(value.node.kind.description)",
        at: value.node, help: "put it in quotes")
    } else if Base64.decode(value.node.utf8) == nil {
      context.decoding.report(
        .schemaBase64, "the value of '\(key.text)' in 'data' is not base64", at: value.node,
        help: "encode it, or move plain text to 'stringData'")
    } else {
      context.decoding.report(
        .secretNotUTF8, "the value of '\(key.text)' is no text", at: key,
        help: "a variable holds text only; mount the Secret as a file")
    }
    return nil
  }

  // MARK: - Reports

  private func isNamed(_ name: Located<String>?, _ reference: SyntaxNode?) -> Bool {
    if let name, !name.value.isEmpty { return true }
    // A name of another type has been reported when the container was decoded.
    if name != nil || reference?["name"] == nil {
      context.reportDropped(
        "a reference without a name", at: name?.node ?? reference,
        help: "name the object that the value is in")
    }
    return false
  }

  private func reportInlined(secret name: Located<String>?) {
    context.decoding.report(
      .lossSecretInlined,
      "values of Secret '\(name?.value ?? "")' are written into the manifest in clear text",
      at: name?.node,
      help: "everybody who reads the manifest reads them; let the module fetch its secrets")
  }

  private func reportMissing(
    _ key: Located<String>, of data: SyntaxNode?, in kind: String, _ name: Located<String>?,
    _ rule: RuleInfo, _ isOptional: Bool
  ) {
    guard !isOptional else { return }
    context.decoding.report(
      rule, "\(kind) '\(name?.value ?? "")' has no key '\(key.value)'", at: key.node,
      severity: context.options.pods.severity(ofImpossible: rule),
      help: Suggestion.question(
        for: key.value, among: data?.members.map(\.key.text) ?? [])
        ?? "add the key, or 'optional: true'")
  }
}

extension SyntaxNode {
  /// Whether the decoded text is a value of the model.
  fileprivate func hasText(of value: Located<String>) -> Bool {
    utf8.elementsEqual(value.value.utf8)
  }
}

/// The entries of a Secret, decoded.
struct SecretData {
  struct Value {
    /// Nil for bytes that are no text, and for what is not written as the API server wants it.
    var text: String?
    var node: SyntaxNode
  }

  private let secret: SyntaxNode

  init(_ secret: SyntaxNode) {
    self.secret = secret
  }

  /// In the order of the object, `stringData` last, because it wins.
  var entries: [(key: SyntaxNode, value: Value)] {
    members("data").map { ($0.key, Self.decoded($0.value)) }
      + members("stringData").map { ($0.key, Self.plain($0.value)) }
  }

  /// One entry.
  func entry(_ key: String) -> (key: SyntaxNode, value: Value)? {
    if let member = members("stringData").first(where: { $0.key.text == key }) {
      return (member.key, Self.plain(member.value))
    }
    return members("data").first { $0.key.text == key }.map { ($0.key, Self.decoded($0.value)) }
  }

  private func members(_ name: StaticString) -> [SyntaxNode.Member] {
    secret[name]?.members.map { $0 } ?? []
  }

  private static func plain(_ node: SyntaxNode) -> Value {
    Value(text: node.isString ? node.text : node.isNull ? "" : nil, node: node)
  }

  private static func decoded(_ node: SyntaxNode) -> Value {
    guard node.isString else { return Value(text: node.isNull ? "" : nil, node: node) }
    let bytes = Base64.decode(Array(node.utf8))
    return Value(text: bytes.flatMap { String(validating: $0, as: UTF8.self) }, node: node)
  }
}
