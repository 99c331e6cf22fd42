internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// The pull secrets of a pod, as registry credentials of the agent.
///
/// What is told stands at the reference in the pod, never in the Secret, whose lines must not be shown.
struct PullSecrets {
  private let objects: PodReferences
  private let options: PodOptions
  private let context: DecodingContext

  /// How to log in to one registry.
  fileprivate struct Login {
    var server: String
    var username: String
    var password: String
  }

  init(_ objects: PodReferences, options: PodOptions, _ context: DecodingContext) {
    self.objects = objects
    self.options = options
    self.context = context
  }

  /// Adds the credentials in Secrets to those that the agent has, which win.
  ///
  /// - Parameter images: The images of the modules, which say under which address the agent looks for
  ///   credentials.
  func add(
    _ references: [LocalObjectReference], for images: [String], to runtime: inout AgentRuntime
  ) {
    for reference in references {
      guard let name = reference.name, !name.value.isEmpty else { continue }
      guard let secret = objects.secret(named: name.value) else {
        report(
          .pullSecretNotFound, "pull secret '\(name.value)' is not in the input", at: name,
          help: Suggestion.question(for: name.value, among: objects.secretNames)
            ?? "add the file that defines it, or state the credentials in ConfigMap 'edgeagent'")
        continue
      }
      let credentials = credentials(in: secret, name, for: images)
      add(credentials, of: name, to: &runtime)
    }
  }

  /// Adds the credentials of one Secret where the agent has none for their address.
  private func add(
    _ credentials: [RegistryCredential], of secret: Located<String>, to runtime: inout AgentRuntime
  ) {
    var isAdded = false
    for var credential in credentials {
      let address = credential.address?.value.lowercased()
      let other = runtime.registryCredentials.first { $0.address?.value.lowercased() == address }
      if let other {
        if (other.username, other.password) != (credential.username, credential.password) {
          context.report(
            .pullSecretOverridden,
            "pull secret '\(secret.value)' is not used for '\(credential.address?.value ?? "")'",
            at: secret.node,
            help: "credential '\(other.name.value)' is for the same registry; remove one of the two"
          )
        }
        continue
      }
      credential.name.value = Self.free(credential.name.value, in: runtime)
      runtime.registryCredentials.append(credential)
      isAdded = true
    }
    guard isAdded else { return }
    context.report(
      .lossRegistryPasswordInlined,
      "the password in Secret '\(secret.value)' is written into the manifest in clear text",
      at: secret.node,
      help: "everybody who reads the manifest reads it; use a token that may only pull")
  }

  /// A name that no other credential has.
  private static func free(_ name: String, in runtime: AgentRuntime) -> String {
    let taken = Set(runtime.registryCredentials.map(\.name.value))
    guard taken.contains(name) else { return name }
    return (2...).lazy.map { "\(name)-\($0)" }.first { !taken.contains($0) } ?? name
  }

  // MARK: - One Secret

  private func credentials(
    in secret: SyntaxNode, _ name: Located<String>, for images: [String]
  ) -> [RegistryCredential] {
    guard let logins = logins(in: secret, name) else { return [] }
    let found = logins.flatMap { login in
      let addresses = RegistryAddress.addresses(of: login.server, for: images)
      if addresses.isEmpty {
        report(
          .pullSecretUnusable,
          "pull secret '\(name.value)': no image comes from a registry like '\(login.server)'",
          at: name, help: "name the registry; the agent knows no patterns")
      }
      return addresses.map { (login, address: $0) }
    }
    let key = key(of: secret, name)
    return found.map { login, address in
      let suffix = found.count > 1 ? "-" + Self.keyPart(address) : ""
      var credential = RegistryCredential(name: Located(key + suffix, at: name.node))
      credential.address = Located(address, at: name.node)
      credential.username = Located(login.username, at: name.node)
      credential.password = Located(login.password, at: name.node)
      return credential
    }
  }

  /// What the credentials of a Secret are called: a key of a twin has no dots.
  ///
  /// Source: Azure/azure-iot-cli-extension azure-iot-edgeagent-deployment-1.1.json
  /// (registryCredentials).
  private func key(of secret: SyntaxNode, _ name: Located<String>) -> String {
    let annotation = secret["metadata"]?["annotations"]?[CarrierAnnotation.registryName]
    guard let annotation, annotation.isString, !annotation.utf8.isEmpty else {
      return name.value.replacing(".", with: "-")
    }
    guard FieldMapping.isTwinKey(annotation.text) else {
      context.report(
        .carrierMalformed, "'\(annotation.text)' cannot be the name of a registry credential",
        at: annotation, help: "use no '.', '$', '#' and no blanks")
      return name.value.replacing(".", with: "-")
    }
    return annotation.text
  }

  /// An address as a part of a key.
  private static func keyPart(_ address: String) -> String {
    let host = address == RegistryAddress.dockerHub ? "index.docker.io" : address
    return host.replacing(".", with: "-").replacing(":", with: "-")
  }

  /// The logins in a Secret; nil where it holds none.
  ///
  /// Source: kubernetes/kubernetes pkg/credentialprovider/secrets/secrets.go (MakeDockerKeyring).
  private func logins(in secret: SyntaxNode, _ name: Located<String>) -> [Login]? {
    let type = secret["type"]?.text ?? "Opaque"
    let keys = [
      "kubernetes.io/dockerconfigjson": ".dockerconfigjson",
      "kubernetes.io/dockercfg": ".dockercfg",
    ]
    guard let key = keys[type] else {
      reportUnusable(
        name, "has the type '\(type)'", help: "give it the type kubernetes.io/dockerconfigjson")
      return nil
    }
    guard let value = SecretData(secret).entries.last(where: { $0.key.text == key })?.value else {
      reportUnusable(
        name, "has no key '\(key)'", help: "kubectl create secret docker-registry writes it")
      return nil
    }
    let root = value.text.flatMap {
      JSONReader.root(of: Array($0.utf8), named: "pull secret", in: context.sources)
    }
    let servers = type.hasSuffix("json") ? root?["auths"] : root
    guard let servers, servers.isMapping else {
      reportUnusable(
        name, "has no JSON object of registries under '\(key)'",
        help: "kubectl create secret docker-registry writes one")
      return nil
    }
    return servers.members.compactMap { server in
      if let login = Login(server) { return login }
      reportUnusable(
        name, "has no user name and password for '\(server.key.text)'",
        help: "add both, or 'auth' with the two in base64; the agent knows no identity tokens")
      return nil
    }
  }

  // MARK: - Reports

  private func reportUnusable(_ name: Located<String>, _ problem: String, help: String) {
    report(.pullSecretUnusable, "pull secret '\(name.value)' \(problem)", at: name, help: help)
  }

  private func report(
    _ rule: RuleInfo, _ message: String, at name: Located<String>, help: String
  ) {
    context.report(
      rule, message, at: name.node, severity: options.severity(ofImpossible: rule), help: help)
  }
}

extension PullSecrets.Login {
  /// One registry of a pull secret; `auth` wins over the other two, as for the kubelet.
  ///
  /// Source: kubernetes/kubernetes pkg/credentialprovider/config.go (DockerConfigEntry.UnmarshalJSON).
  init?(_ member: SyntaxNode.Member) {
    let entry = member.value
    guard entry.isMapping else { return nil }
    var parts = [entry["username"], entry["password"]].map { $0?.isString == true ? $0?.text : nil }
    if let auth = entry["auth"], auth.isString, !auth.utf8.isEmpty {
      let padding = Array(repeating: UInt8(ascii: "="), count: (4 - auth.utf8.count % 4) % 4)
      let bytes = Base64.decode(Array(auth.utf8) + padding) ?? []
      let pair = String(validating: bytes, as: UTF8.self)?
        .split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard let pair, pair.count == 2 else { return nil }
      parts = pair.map(String.init)
    }
    guard let username = parts[0], let password = parts[1],
      [username, password].allSatisfy({ $0.utf8.contains { $0 > 0x20 } })
    else { return nil }
    self.init(server: member.key.text, username: username, password: password)
  }
}
