internal import EdgeModel
internal import EdgeSyntax

/// Registry credentials of the agent as pull secrets of the pods.
///
/// Those that would not come back as they are stay with the agent.
///
/// Source: Azure/iotedge, tag archive/release/1.1-k8s-preview, edge-agent/src/
/// Microsoft.Azure.Devices.Edge.Agent.Kubernetes/edgedeployment/ImagePullSecret.cs,
/// ImagePullSecretName.cs.
struct CredentialSecrets {
  /// The names of the credentials.
  private(set) var credentials: Set<String> = []
  /// The names of the Secrets, in the order of the credentials.
  private(set) var names: [String] = []
  /// The Secrets.
  private(set) var objects: [JSONValue] = []

  init() {}

  init(_ credentials: [RegistryCredential], for images: [String]) {
    var addresses: [String: Int] = [:]
    for credential in credentials {
      addresses[credential.address?.value.lowercased() ?? "", default: 0] += 1
    }
    for credential in credentials {
      guard let login = Login(credential, for: images), addresses[login.address.lowercased()] == 1,
        let name = Self.name(for: login), !names.contains(name)
      else { continue }
      self.credentials.insert(credential.name.value)
      names.append(name)
      objects.append(Self.secret(name, of: credential.name.value, login))
    }
  }

  /// How to log in to a registry that a pull secret can name.
  private struct Login {
    var address: String
    var username: String
    var password: String

    init?(_ credential: RegistryCredential, for images: [String]) {
      guard credential.residue.isEmpty, FieldMapping.isTwinKey(credential.name.value),
        !credential.name.value.isEmpty, let address = credential.address?.value,
        let username = credential.username?.value, let password = credential.password?.value,
        RegistryAddress.addresses(of: address, for: images) == [address],
        // The two are put together with a colon.
        !username.contains(":"),
        [username, password].allSatisfy({ $0.utf8.contains { $0 > 0x20 } })
      else { return nil }
      (self.address, self.username, self.password) = (address, username, password)
    }
  }

  private static func secret(
    _ name: String, of credential: String, _ login: Login
  ) -> JSONValue {
    let pair = Base64.encode(Array("\(login.username):\(login.password)".utf8))
    var json = JSONWriter()
    json.value(
      .mapping([
        "auths": .object([
          .init(
            login.address,
            .mapping([
              "username": .string(login.username), "password": .string(login.password),
              "auth": .string(pair),
            ]))
        ])
      ]))
    return .mapping([
      "apiVersion": .string("v1"), "kind": .string("Secret"),
      "metadata": .mapping([
        "name": .string(name),
        "annotations": .mapping(["\(CarrierAnnotation.registryName)": .string(credential)]),
      ]),
      "type": .string("kubernetes.io/dockerconfigjson"),
      "stringData": .mapping([".dockerconfigjson": .string(json.bytes)]),
    ])
  }

  /// The user and the host as a DNS name.
  ///
  /// Source: …/KubeUtils.cs (SanitizeDNSDomain).
  private static func name(for login: Login) -> String? {
    var host = login.address[...]
    for scheme in ["https://", "http://"] where host.lowercased().hasPrefix(scheme) {
      host = host.dropFirst(scheme.count)
    }
    let text = "\(login.username)-\(host.prefix { $0 != "/" })".lowercased().replacing(
      ":", with: "-")
    let parts = text.split(separator: ".").compactMap { part -> Substring? in
      let kept = part.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
      let begun = kept.drop { !$0.isLetter }
      let end = begun.lastIndex { $0 != "-" }
      return end.map { begun[...$0] }
    }
    let name = parts.joined(separator: ".")
    guard !name.isEmpty, parts.allSatisfy({ $0.count <= 63 }) else { return nil }
    return name.count <= 253 ? name : nil
  }
}
