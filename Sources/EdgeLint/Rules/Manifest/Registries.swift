internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// The registries that a device may pull from, and whose images come from there.
extension Rule {
  private static let dockerUtil = """
    Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Docker/DockerUtil.cs \
    (TryParseDomainFromImage, FirstAuthConfig)
    """

  static let registryCredentialIncomplete = Rule(reading: .registryCredentialIncomplete) {
    [
      .flags(.agent, registries(#"⟦"r"⟧: {"address": "r.io", "username": "u"}"#)),
      .flags(.agent, registries(#"⟦"r"⟧: {}"#)),
      .flags(.agent, registries(#""r": {"address": ⟦" "⟧, "username": "u", "password": "p"}"#)),
      .flags(.agent, registries(#""r": {"address": "r.io", "username": ⟦1⟧, "password": "p"}"#)),
      .flags(.agent, registries(#""r": {"address": "r.io", "username": "u", ⟦"pasword"⟧: "p"}"#)),
      .flags(.agent, registries(#""r": ⟦"r.io"⟧"#)),
      .passes(
        .agent, registries(#""r": {"address": "r.io", "username": "u", "password": "${P}"}"#)),
    ]
  }

  static let registryAddressScheme = Rule(
    "registry-address-scheme", .warning, "registry address with a scheme or a path",
    explanation: """
      The agent compares the address with what stands before the first `/` of an image, as it is. With \
      `https://`, a slash at the end or a path it is never equal, and images are pulled without credentials. \
      Only `https://index.docker.io/v1/`, for Docker Hub, is written so.
      """,
    source: dockerUtil,
    examples: {
      [
        .flags(.agent, registry(#"⟦"https://r.azurecr.io"⟧"#)),
        .flags(.agent, registry(#"⟦"r.azurecr.io/"⟧"#)),
        .flags(.agent, registry(#"⟦"r.azurecr.io/team"⟧"#)),
        .passes(.agent, registry(#""r.azurecr.io:5000""#)),
        .passes(.agent, registry(#""https://index.docker.io/v1/""#)),
        .passes(.agent, registry(#""https://${REGISTRY}""#)),
      ]
    },
    check: .manifest { manifest, context in
      judge(manifest) { address, problem in
        guard case .scheme(let host) = problem else { return }
        context.report(
          "address '\(address.value)' matches no image", at: address.node,
          help: "write '\(host)', without scheme and path")
      }
    })

  static let registryDockerhubAddress = Rule(
    "registry-dockerhub-address", .warning,
    "Docker Hub under an address that its images do not have",
    explanation: """
      For an image without a registry, such as `me/app`, the agent looks for the address \
      `https://index.docker.io/v1/`. Credentials under any other name of Docker Hub are not used for it.
      """,
    source: dockerUtil,
    examples: {
      [
        .flags(.agent, registry(#"⟦"docker.io"⟧"#, image: "me/app:1")),
        .flags(.agent, registry(#"⟦"https://index.docker.io"⟧"#, image: "me/app:1")),
        .passes(.agent, registry(#""https://index.docker.io/v1/""#, image: "me/app:1")),
        .passes(.agent, registry(#""docker.io""#, image: "docker.io/me/app:1")),
        .passes(.agent, registry(#""r.azurecr.io""#, image: "me/app:1")),
      ]
    },
    check: .manifest { manifest, context in
      judge(manifest) { address, problem in
        guard case .dockerHub(let image) = problem else { return }
        context.report(
          "address '\(address.value)' does not match images such as '\(image)'", at: address.node,
          help: "write '\(RegistryUse.dockerHub)'")
      }
    })

  static let registryCredentialUnused = Rule(
    "registry-credential-unused", .warning, "registry credential that no image needs",
    explanation: """
      No module comes from this registry. Either the address is misspelt, or the credential gives more \
      devices a secret than need it.
      """,
    source: dockerUtil,
    examples: {
      [
        .flags(.agent, registry(#"⟦"a.io"⟧"#, image: "b.io/app:1")),
        .passes(.agent, registry(#""B.io""#, image: "b.io/app:1")),
        .passes(.agent, registry(#""a.io""#, image: "${IMAGE}")),
        .passes(.agent, registry(#""parent:8000""#, image: "$upstream:8000/app:1")),
        .passes(.agent, registry(#""{{address}}""#, image: "b.io/app:1")),
        // A layer may have the modules.
        .passes(
          .manifest,
          #"{"modulesContent": {"$edgeAgent": {"properties.desired": \#(registry(#""a.io""#)), "properties.desired.modules.a": {}}}}"#
        ),
      ]
    },
    check: .manifest { manifest, context in
      judge(manifest) { address, problem in
        guard case .unused = problem else { return }
        context.report(
          "no image comes from '\(address.value)'", at: address.node,
          help: "remove the credential, or correct its address")
      }
    })

  static let registryDuplicateAddress = Rule(
    "registry-duplicate-address", .warning, "two credentials for one registry",
    explanation: """
      The agent takes the first credential whose address is that of the image, letter case aside. The \
      other is never used.
      """,
    source: dockerUtil,
    examples: {
      [
        .flags(
          .agent, registries(credential("a", #""r.io""#) + ", " + credential("b", #"⟦"R.io"⟧"#))),
        .passes(
          .agent, registries(credential("a", #""r.io""#) + ", " + credential("b", #""s.io""#))),
        .passes(
          .agent, registries(credential("a", #""${R}.io""#) + ", " + credential("b", #""${S}.io""#))
        ),
      ]
    },
    check: .manifest { manifest, context in
      var first: [String: SourceRange] = [:]
      for credential in manifest.agent.runtime.registryCredentials {
        guard let address = credential.address, let range = address.range else { continue }
        if let other = first[address.value.lowercased()] {
          context.report(
            "credential '\(credential.name.value)' has the address of another", at: address.node,
            labels: [.init("this one is used", at: other)], help: "remove one of the two")
        } else {
          first[address.value.lowercased()] = range
        }
      }
    })

  static let registryPasswordPlain = Rule(
    "registry-password-plain", .warning, "password of a registry in clear text",
    explanation: """
      Whoever can read the file can read the password. Write a placeholder such as `${REGISTRY_PASSWORD}` \
      and fill it in when the deployment is created.
      """,
    source: "OWASP Secrets Management Cheat Sheet",
    examples: {
      [
        .flags(
          .agent,
          registries(#""r": {"address": "r.io", "username": "u", "password": ⟦"s3cret"⟧}"#)),
        .passes(.agent, registry(#""r.io""#)),
        .passes(
          .agent,
          registries(#""r": {"address": "r.io", "username": "u", "password": "<password>"}"#)),
        .passes(
          .agent,
          registries(#""r": {"address": "r.io", "username": "u", "password": "$PASSWORD"}"#)),
      ]
    },
    check: .manifest { manifest, context in
      for credential in manifest.agent.runtime.registryCredentials {
        guard let password = credential.password, let node = password.node,
          !ForeignPlaceholder.begins(node)
        else { continue }
        context.report(
          "the password of credential '\(credential.name.value)' is in clear text", at: node,
          help: "write \"${REGISTRY_PASSWORD}\", and fill it in when the deployment is created")
      }
    })

  /// Calls back for each address with what is wrong with it, one thing at most.
  private static func judge(
    _ manifest: ManifestSubject, _ report: (Located<String>, RegistryUse.Problem) -> Void
  ) {
    guard !manifest.agent.runtime.registryCredentials.isEmpty else { return }
    let use = RegistryUse(manifest)
    for credential in manifest.agent.runtime.registryCredentials {
      guard let address = credential.address, let node = address.node,
        !ForeignPlaceholder.begins(node), let problem = use.problem(of: address.value)
      else { continue }
      report(address, problem)
    }
  }

  // MARK: - Examples

  private static func registries(_ credentials: String) -> String {
    #"{"runtime": {"settings": {"registryCredentials": {\#(credentials)}}}, "modules": {"app": {"settings": {"image": "r.io/app:1"}}}}"#
  }

  private static func credential(_ name: String, _ address: String) -> String {
    #""\#(name)": {"address": \#(address), "username": "u", "password": "${P}"}"#
  }

  private static func registry(_ address: String, image: String = "r.azurecr.io/app:1") -> String {
    registries(credential("r", address)).replacing("r.io/app:1", with: image)
  }
}
