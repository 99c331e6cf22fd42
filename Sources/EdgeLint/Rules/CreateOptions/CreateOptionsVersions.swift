internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// What other releases of Docker, and other systems, knew.
extension Rule {
  static let createOptionsLegacyKey = Rule(
    "create-options-legacy-key", .warning, "key that Docker no longer takes",
    explanation: """
      The key had an effect in older releases of Docker, or on Windows. Today it is dropped, and \
      `Capabilities` refused.
      """,
    source: "moby/moby api/docs/CHANGELOG.md; daemon/server/router/container/container_routes.go",
    fix: .safe,
    examples: {
      [
        .flags(
          .createOptions, #"{"HostConfig": {⟦"KernelMemory"⟧: 4194304}}"#,
          fixed: #"{"HostConfig": {}}"#),
        .flags(.createOptions, #"{"HostConfig": {⟦"Capabilities"⟧: ["NET_ADMIN"]}}"#),
        .passes(.createOptions, #"{"HostConfig": {"Memory": 8388608, "CapAdd": ["NET_ADMIN"]}}"#),
      ]
    },
    check: .createOption([
      "HostConfig.Capabilities", "HostConfig.DiskQuota", "HostConfig.InitPath",
      "HostConfig.KernelMemory", "HostConfig.KernelMemoryTCP",
    ]) { member, subject, context in
      guard !member.value.isNull, let hostConfig = subject.hostConfig else { return }
      let name = member.key.text
      guard member.key.utf8.hasText(inAnyCase: "capabilities") else {
        return context.report(
          "'\(name)' has no effect: Docker no longer takes it", at: member.key, help: "remove it",
          fix: Fix("remove it", context.removal(of: member, from: hostConfig)))
      }
      context.report(
        "Docker refuses '\(name)'", at: member.key, severity: .error,
        help: "use 'CapAdd' and 'CapDrop'")
    })

  static let createOptionsWindowsOnlyKey = Rule(
    "create-options-windows-only-key", .warning, "key that only Windows knows",
    explanation: """
      IoT Edge runs Linux containers only since release 1.2. Docker ignores these keys there, and \
      refuses the limits of I/O.
      """,
    source: "moby/moby daemon/internal/runconfig/hostconfig_unix.go (validateQoS)",
    examples: {
      [
        .flags(.createOptions, #"{"HostConfig": {⟦"Isolation"⟧: "hyperv"}}"#),
        .flags(.createOptions, #"{⟦"ArgsEscaped"⟧: true, "HostConfig": {⟦"IOMaximumIOps"⟧: 100}}"#),
        .passes(.createOptions, #"{"HostConfig": {"Isolation": "default", "CpuCount": 0}}"#),
      ]
    },
    check: .createOption([
      "ArgsEscaped", "HostConfig.CpuCount", "HostConfig.CpuPercent",
      "HostConfig.IOMaximumBandwidth", "HostConfig.IOMaximumIOps", "HostConfig.Isolation",
    ]) { member, _, context in
      let value = member.value
      let saysNothing =
        value.isNull || value.hasPlaceholder || value.utf8.isEmpty
        || value.scalar == .boolean(false) || value.hasText("0")
        || value.utf8.hasText(inAnyCase: "default")
      guard !saysNothing else { return }
      let isRefused = member.key.text.lowercased().hasPrefix("iomaximum")
      context.report(
        isRefused
          ? "Docker on Linux refuses '\(member.key.text)'"
          : "'\(member.key.text)' has no effect on Linux", at: member.key,
        severity: isRefused ? .error : nil, help: "remove it")
    })

  static let createOptionsAPIGate = Rule(
    "create-options-api-gate", .warning, "setting newer than the API that the daemon asks for",
    explanation: """
      The daemon of IoT Edge asks Docker in the language of API 1.41, and up to release 1.5 of API \
      1.34. Docker leaves out, or refuses, what came later, however new it is itself.
      """,
    source: """
      Azure/iotedge edgelet/docker-rs/src/apis/configuration.rs; moby/moby \
      daemon/server/router/container/container_routes.go (postContainersCreate)
      """,
    examples: {
      [
        .flags(.createOptions, #"{"HostConfig": {⟦"Annotations"⟧: {"a": "b"}}}"#),
        .flags(
          .createOptions,
          """
          {"HostConfig": {"Mounts": [{"Type": "bind", "Source": "/a", "Target": "/b", \
          "BindOptions": {⟦"CreateMountpoint"⟧: true, ⟦"ReadOnlyForceRecursive"⟧: true}}]}}
          """),
        .flags(
          .createOptions,
          """
          {"HostConfig": {"Mounts": [{"Type": ⟦"image"⟧, "Source": "a", "Target": "/a"}, \
          {"Type": "volume", "Source": "ab", "Target": "/b", "VolumeOptions": {⟦"Subpath"⟧: "c"}}, \
          {"Type": "tmpfs", "Target": "/c", "TmpfsOptions": {⟦"Options"⟧: [["noexec"]]}}]}}
          """),
        .flags(
          .createOptions,
          #"{"NetworkingConfig": {"EndpointsConfig": {"lan": {⟦"GwPriority"⟧: 1}}}}"#),
        .flags(
          .createOptions, nonRecursive.replacing("\"NonRecursive\"", with: "⟦\"NonRecursive\"⟧"),
          under: .runtime(.v1_5)),
        .passes(.createOptions, nonRecursive),
        .passes(.createOptions, #"{"HostConfig": {"CgroupnsMode": "host", "Annotations": {}}}"#),
      ]
    },
    check: .createOption([
      "HostConfig.Annotations", "HostConfig.Mounts", "NetworkingConfig.EndpointsConfig",
    ]) { member, _, context in
      switch member.key.text.lowercased() {
      case "annotations":
        guard member.value.members.first(where: { _ in true }) != nil else { return }
        context.reportGate(member.key, of: .hostConfig, isRefused: false)
      case "mounts": for mount in member.value.elements { checkGates(of: mount, context) }
      default:
        for endpoint in member.value.members {
          guard let priority = endpoint.value.member(inAnyCase: "gwpriority") else { continue }
          context.reportGate(priority.key, of: .endpoint, isRefused: false)
        }
      }
    })

  private static let nonRecursive = """
    {"HostConfig": {"Mounts": [{"Type": "bind", "Source": "/a", "Target": "/b", "BindOptions": \
    {"NonRecursive": true}}]}}
    """

  private static func checkGates(of mount: SyntaxNode, _ context: RuleContext) {
    for member in mount.members {
      switch member.key.text.lowercased() {
      case "type" where member.value.hasText("image"):
        context.reportGate(member.value, since: "1.48", isRefused: true)
      case "bindoptions":
        for option in member.value.members where option.value.scalar == .boolean(true) {
          switch option.key.text.lowercased() {
          case "createmountpoint":
            context.reportGate(option.key, of: .bindOptions, isRefused: false)
          case "readonlyforcerecursive":
            context.reportGate(option.key, of: .bindOptions, isRefused: true)
          case "nonrecursive" where context.options.runtime == .v1_5:
            context.reportGate(option.key, of: .bindOptions, isRefused: false)
          default: break
          }
        }
      case "volumeoptions":
        guard let path = member.value.member(inAnyCase: "subpath"), !path.value.utf8.isEmpty,
          !path.value.isNull
        else { continue }
        context.reportGate(path.key, of: .volumeOptions, isRefused: true)
      case "tmpfsoptions":
        guard let options = member.value.member(inAnyCase: "options"),
          options.value.elements.first(where: { _ in true }) != nil
        else { continue }
        context.reportGate(options.key, of: .tmpfsOptions, isRefused: false)
      default: break
      }
    }
  }
}

extension RuntimeRelease {
  /// The version of Docker's API that its daemon asks for.
  ///
  /// Source: Azure/iotedge edgelet/docker-rs/src/apis/configuration.rs.
  fileprivate var dockerAPI: String {
    switch self {
    case .v1_5: "1.34"
    case .v1_6: "1.41"
    }
  }
}

extension RuleContext {
  /// Reports a key that came later than the API that is used.
  fileprivate func reportGate(
    _ key: SyntaxNode, of object: CreateOptionsObject, isRefused: Bool
  ) {
    guard let field = object[key.utf8] else { return }
    reportGate(key, since: field.since.description, isRefused: isRefused)
  }

  fileprivate func reportGate(_ node: SyntaxNode, since version: String, isRefused: Bool) {
    let used = options.runtime.dockerAPI
    report(
      "'\(node.text)' came with API \(version), and \(isRefused ? "is refused" : "has no effect") "
        + "below it",
      at: node, severity: isRefused ? .error : nil,
      help: "remove it; IoT Edge \(options.runtime.rawValue) uses API \(used)")
  }
}
