internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension FieldMapping {
  static let podSecurity = FieldMapping(
    .pod, "securityContext", manifest: "createOptions.HostConfig.GroupAdd, .Sysctls",
    fidelity: .lossy,
    summary: """
      Groups and kernel settings count for every module of the pod. The group of volumes becomes one more \
      group; nobody changes the owner of files.
      """
  ) { source, draft, context in
    guard let security = source.pod.securityContext else { return }
    draft.setGroups(security, context)
    draft.setSysctls(
      security.sysctls, isOnHostNetwork: source.pod.hostNetwork?.value ?? false, context)
  } toKubernetes: { residual, draft, _ in
    draft.proposeGroups(of: residual)
    draft.proposeSysctls(of: residual)
  }
}

// MARK: - Groups

extension ModuleDraft {
  fileprivate mutating func setGroups(_ security: PodSecurityContext, _ context: MappingContext) {
    var groups: [BodyValue] = []
    func add(_ id: Located<Int64>, _ field: String) {
      context.checkRange(of: id, field)
      let group = BodyValue.string(String(id.value), from: id.node)
      if !groups.contains(where: { $0.means(group) }) { groups.append(group) }
    }
    for id in security.supplementalGroups { add(id, "supplementalGroups") }
    if let group = security.fsGroup {
      add(group, "fsGroup")
      context.decoding.report(
        .lossFSGroupApproximated,
        "modules become members of group \(group.value), but nobody gives it the files of volumes",
        at: group.node, help: "give the files on the device to that group")
    }
    if let policy = security.supplementalGroupsPolicy, policy.value == .strict {
      context.reportImpossible(
        .lossSupplementalGroupsPolicyUnsupported,
        "modules keep the groups that their images give to their users", at: policy.node,
        help: "remove the groups from the images")
    }
    guard let first = groups.first else { return }
    body[path: "HostConfig", "GroupAdd"] = .array(groups, from: first.origin)
  }
}

extension MappingContext {
  /// Reports an id of a user or group that Linux cannot have.
  ///
  /// Source: kubernetes/apimachinery pkg/util/validation/validation.go (IsValidUserID, IsValidGroupID).
  func checkRange(of id: Located<Int64>, _ field: String) {
    guard !(0...Int64(Int32.max)).contains(id.value) else { return }
    reportMistake(
      .schemaIntRange, "'\(field)' must be from 0 to \(Int32.max), not \(id.value)", at: id.node,
      help: "write a number in that range")
  }
}

// MARK: - Kernel settings

extension ModuleDraft {
  fileprivate mutating func setSysctls(
    _ sysctls: [Sysctl], isOnHostNetwork: Bool, _ context: MappingContext
  ) {
    for sysctl in sysctls {
      guard let name = sysctl.name else { continue }
      let key = Self.dotted(name.value)
      if isOnHostNetwork, key.hasPrefix("net.") {
        context.reportMistake(
          .sysctlNetWithHostNetwork,
          "sysctl '\(name.value)' cannot be set on the network of the host", at: name.node,
          help: "remove it, and set it on the device")
      }
      guard let value = sysctl.value else {
        context.decoding.report(
          .lossFieldDropped, "sysctl '\(name.value)' has no value, dropped", at: name.node,
          help: "add 'value'")
        continue
      }
      var map = body[path: "HostConfig", "Sysctls"] ?? .object(from: nil)
      map[key] = .string(value.value, from: value.node)
      if let index = map.members.firstIndex(where: { $0.key == key }) {
        map.members[index].keyOrigin = name.node
      }
      body[path: "HostConfig", "Sysctls"] = map
    }
  }

  /// A name whose parts are separated by dots: Kubernetes takes slashes, too, between which a dot is a
  /// part of a name.
  ///
  /// Source: kubernetes/component-helpers node/util/sysctl/sysctl.go (NormalizeName).
  private static func dotted(_ name: String) -> String {
    guard name.first(where: { $0 == "." || $0 == "/" }) == "/" else { return name }
    return String(name.map { $0 == "/" ? "." : $0 == "." ? "/" : $0 })
  }
}

// MARK: - The way back

extension ContainerDraft {
  /// Asks for the groups where all of them are numbers.
  fileprivate mutating func proposeGroups(of residual: ModuleResidual) {
    let ids = residual.texts("HostConfig", "GroupAdd")?.compactMap(LinuxID.init)
    guard let ids, ids.count == residual.host("GroupAdd")?.elements.count,
      Set(ids.map(\.number)).count == ids.count
    else { return }
    proposals.append(
      PodProposal(
        "HostConfig", "GroupAdd", sets: "securityContext", "supplementalGroups",
        to: .array(ids.map { .number($0.number) }), in: residual))
  }

  /// Asks for settings of the kernel, sorted by name.
  ///
  /// Source: kubernetes/kubernetes pkg/apis/core/validation/validation.go (IsValidSysctlName).
  fileprivate mutating func proposeSysctls(of residual: ModuleResidual) {
    let settings = residual.host("Sysctls")?.members ?? []
    let pairs = settings.compactMap { setting in
      setting.value.text.map { (name: setting.key, value: $0) }
    }
    guard !pairs.isEmpty, pairs.count == settings.count,
      pairs.allSatisfy({ Self.isSysctl($0.name, isOnHostNetwork: residual.isOnHostNetwork) })
    else { return }
    let entries = pairs.sorted { $0.name < $1.name }.map { pair -> JSONValue in
      .mapping(["name": .string(pair.name), "value": .string(pair.value)])
    }
    proposals.append(
      PodProposal(
        "HostConfig", "Sysctls", sets: "securityContext", "sysctls", to: .array(entries),
        in: residual))
  }

  private static func isSysctl(_ name: String, isOnHostNetwork: Bool) -> Bool {
    name.utf8.count <= 253 && !(isOnHostNetwork && name.hasPrefix("net."))
      && name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
        guard let first = part.utf8.first, let last = part.utf8.last else { return false }
        return !"-_".utf8.contains(first) && !"-_".utf8.contains(last)
          && part.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x61...0x7A: true
            default: "-_".utf8.contains(byte)
            }
          }
      }
  }
}

/// An id of a user or a group that is written as a number.
struct LinuxID {
  let number: Int64

  init?(_ text: some StringProtocol) {
    guard let number = Int64(text), String(number) == text, (0...Int64(Int32.max)).contains(number)
    else { return nil }
    self.number = number
  }
}
