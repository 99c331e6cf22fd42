internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension FieldMapping {
  static let privileges = FieldMapping(
    .container, "securityContext",
    manifest: """
      createOptions.HostConfig.Privileged, .CapAdd, .CapDrop, .ReadonlyRootfs, .MaskedPaths, .ReadonlyPaths
      """,
    fidelity: .exact,
    summary: """
      Privileges, capabilities as they are spelled, a root file system that is read-only, and an unmasked \
      /proc as two empty lists of paths. What is false is the default of Docker, too.
      """
  ) { source, draft, context in
    guard let security = source.container.securityContext else { return }
    if let capabilities = security.capabilities {
      draft.setCapabilities("CapAdd", capabilities.add, context)
      draft.setCapabilities("CapDrop", capabilities.drop, context)
    }
    if let mount = security.procMount, mount.value == .unmasked {
      draft.body[path: "HostConfig", "MaskedPaths"] = .array([], from: mount.node)
      draft.body[path: "HostConfig", "ReadonlyPaths"] = .array([], from: mount.node)
    }
    if let privileged = security.privileged, privileged.value {
      draft.body[path: "HostConfig", "Privileged"] = .boolean(true, from: privileged.node)
      context.reportMistake(
        .privilegedEnabled,
        "container '\(context.container)': the module may do whatever the host's root can",
        at: privileged.node,
        help: "ask for single devices in createOptions, and for capabilities with 'capabilities'")
    }
    if let readOnly = security.readOnlyRootFilesystem, readOnly.value {
      draft.body[path: "HostConfig", "ReadonlyRootfs"] = .boolean(true, from: readOnly.node)
    }
  } toKubernetes: { residual, draft, _ in
    residual.moveCapabilities(to: &draft)
    if residual.isUnmasked {
      residual.remove("HostConfig", "MaskedPaths")
      residual.remove("HostConfig", "ReadonlyPaths")
      draft.fields[path: "securityContext", "procMount"] = .string("Unmasked")
    }
    for (key, field) in [
      ("Privileged", "privileged"), ("ReadonlyRootfs", "readOnlyRootFilesystem"),
    ]
    where residual.host(key)?.isTrue ?? false {
      residual.remove("HostConfig", key)
      draft.fields[path: "securityContext", field] = .true
    }
  }
}

extension ModuleDraft {
  fileprivate mutating func setCapabilities(
    _ key: String, _ names: [Located<String>], _ context: MappingContext
  ) {
    guard !names.isEmpty else { return }
    for name in names where !LinuxCapability.isKnown(name.value) {
      context.reportMistake(
        .capabilityUnknown,
        "container '\(context.container)': unknown capability '\(name.value)'", at: name.node,
        help: LinuxCapability.question(for: name.value)
          ?? "write a capability of Linux such as NET_ADMIN")
    }
    body[path: "HostConfig", key] = .array(
      names.map { .string($0.value, from: $0.node) }, from: names[0].node)
  }
}

extension ModuleResidual {
  /// Takes the capabilities, unless one of the names is unknown: what one list adds and another drops
  /// would be the ConfigMap's to decide.
  fileprivate mutating func moveCapabilities(to draft: inout ContainerDraft) {
    let lists = [("CapAdd", "add"), ("CapDrop", "drop")].filter { key, _ in
      host(key).map { !($0.isArray && $0.isEmpty) } ?? false
    }
    let names = lists.map { texts("HostConfig", $0.0) ?? [""] }
    guard names.joined().allSatisfy(LinuxCapability.isKnown) else { return }
    for ((key, field), names) in zip(lists, names) {
      draft.fields[path: "securityContext", "capabilities", field] = .texts(
        names.map(LinuxCapability.canonical))
      remove("HostConfig", key)
    }
  }

  /// Whether nothing of /proc is hidden or read-only.
  fileprivate var isUnmasked: Bool {
    ["MaskedPaths", "ReadonlyPaths"].allSatisfy { key in
      host(key).map { $0.isArray && $0.isEmpty } ?? false
    }
  }
}
