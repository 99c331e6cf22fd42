internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let secretTypeData = Rule(
    "secret-type-data", .error, "Secret without what its type needs",
    explanation: """
      The type of a Secret says what is in it: `kubernetes.io/tls` a certificate and a key, \
      `kubernetes.io/dockerconfigjson` a JSON object, and so on. The API server refuses one without.
      """,
    source: "kubernetes/kubernetes pkg/apis/core/validation/validation.go (ValidateSecret)",
    examples: {
      [
        .flags(
          .kubernetes,
          WorkloadSample.data("Secret", "type: ⟦kubernetes.io/tls⟧\ndata: {tls.crt: \"\"}")),
        .flags(
          .kubernetes,
          WorkloadSample.data("Secret", "type: ⟦kubernetes.io/dockerconfigjson⟧")),
        .flags(
          .kubernetes,
          WorkloadSample.data(
            "Secret",
            "type: kubernetes.io/dockerconfigjson\nstringData: {⟦.dockerconfigjson⟧: \"[]\"}")),
        .flags(
          .kubernetes,
          WorkloadSample.data(
            "Secret", "type: kubernetes.io/dockercfg\ndata: {⟦.dockercfg⟧: cGxhaW4=}")),
        .flags(.kubernetes, WorkloadSample.data("Secret", "type: ⟦kubernetes.io/basic-auth⟧")),
        .flags(
          .kubernetes,
          WorkloadSample.data(
            "Secret", "type: ⟦kubernetes.io/ssh-auth⟧\ndata: {ssh-privatekey: \"\"}")),
        .flags(
          .kubernetes,
          WorkloadSample.data("Secret", "type: ⟦kubernetes.io/service-account-token⟧")),
        .passes(
          .kubernetes,
          WorkloadSample.data(
            "Secret", "type: kubernetes.io/tls\ndata: {tls.crt: \"\"}\nstringData: {tls.key: x}")),
        .passes(
          .kubernetes,
          WorkloadSample.data(
            "Secret",
            "type: kubernetes.io/dockerconfigjson\nstringData: {.dockerconfigjson: \"{}\"}")),
        .passes(
          .kubernetes,
          WorkloadSample.data(
            "Secret",
            "type: kubernetes.io/dockerconfigjson\nstringData: {.dockerconfigjson: \"${AUTH}\"}")),
        .passes(
          .kubernetes,
          WorkloadSample.data("Secret", "type: kubernetes.io/basic-auth\ndata: {username: YQ==}")),
        .passes(.kubernetes, WorkloadSample.data("Secret", "type: example.com/own")),
      ]
    },
    check: .object { object, context in
      guard case .secret(let secret) = object.resource, let type = secret.type else { return }
      let content = SecretContent(secret)
      func require(_ names: String...) {
        for name in names where !content.has(name) {
          context.report(
            "a Secret of type '\(type.value)' needs '\(name)'", at: type.node,
            help: "add it to 'stringData', or encoded to 'data'")
        }
      }
      switch type.value {
      case "kubernetes.io/tls": require("tls.crt", "tls.key")
      case "kubernetes.io/dockerconfigjson":
        require(".dockerconfigjson")
        content.checkJSON(".dockerconfigjson", context)
      case "kubernetes.io/dockercfg":
        require(".dockercfg")
        content.checkJSON(".dockercfg", context)
      case "kubernetes.io/basic-auth":
        guard !content.has("username"), !content.has("password") else { return }
        context.report(
          "a Secret of type '\(type.value)' needs 'username' or 'password'", at: type.node,
          help: "add one of them")
      case "kubernetes.io/ssh-auth":
        guard !content.has("ssh-privatekey") || content.isEmpty("ssh-privatekey") else { return }
        context.report(
          "a Secret of type '\(type.value)' needs 'ssh-privatekey'", at: type.node,
          help: "add the key")
      case "kubernetes.io/service-account-token":
        let account = secret.metadata?.annotations["kubernetes.io/service-account.name"]
        guard account?.value.isEmpty ?? true else { return }
        context.report(
          "a Secret of type '\(type.value)' names no ServiceAccount", at: type.node,
          help: "add annotation 'kubernetes.io/service-account.name'")
      default: return
      }
    })
}

/// The entries of a Secret, wherever they are written.
private struct SecretContent {
  private let secret: Secret

  init(_ secret: Secret) { self.secret = secret }

  func has(_ name: String) -> Bool {
    secret.stringData[name] != nil || encoded(name) != nil
  }

  func isEmpty(_ name: String) -> Bool {
    (secret.stringData[name]?.node ?? encoded(name)?.node).map { $0.isNull || $0.utf8.isEmpty }
      ?? true
  }

  private func encoded(_ name: String) -> EncodedEntry? {
    secret.data.first { $0.name == name }
  }

  /// Reports an entry that is no JSON object, without showing anything of it.
  func checkJSON(_ name: String, _ context: RuleContext) {
    let key: SyntaxNode
    let bytes: [UInt8]
    if let entry = secret.stringData[name] {
      guard entry.node.isString, !entry.node.isOpaque else { return }
      (key, bytes) = (entry.key, Array(entry.node.utf8))
    } else if let entry = encoded(name), let decoded = entry.bytes, !entry.node.isOpaque {
      (key, bytes) = (entry.key, decoded)
    } else {
      return
    }
    // Only whether it can be read matters, so what it says goes nowhere.
    let source = context.sources.add(name: name, bytes: bytes)
    let rules = JSONRules(
      syntax: .cmJSON, lenient: .jsonLenient, duplicateKey: .jsonDuplicateKey)
    var sink = DiagnosticSink()
    let tree = JSONReader(source: source, bytes: bytes, container: nil, rules: rules)
      .read(reporting: &sink)
    guard tree?.roots.first?.isMapping != true || sink.hasErrors else { return }
    context.report(
      "the value of '\(name)' is no JSON object", at: key,
      help: "write what 'docker login' leaves in its configuration")
  }
}
