internal import EdgeModel
internal import EdgeSyntax

/// The security options of Docker as members of a container's security context.
///
/// Source: moby/moby daemon/daemon_unix.go (parseSecurityOpt); containers/podman libpod/kube.go
/// (generateKubeSecurityContext).
enum SecurityFields {
  /// Of several options of one kind all stay, because those of a ConfigMap replace a container's.
  static func take(
    from residual: inout ModuleResidual, into draft: inout ContainerDraft,
    _ context: NativeContext
  ) {
    guard var list = residual.host("SecurityOpt"), list.isArray else { return }
    // The API server refuses a container that may do all and may gain nothing.
    // Source: kubernetes/kubernetes pkg/apis/core/validation/validation.go (ValidateSecurityContext).
    let isPrivileged = draft.fields[path: "securityContext", "privileged"] != nil
    var counts: [String: Int] = [:]
    for option in list.elements {
      if let kind = option.text.map(kind(of:)) { counts[kind, default: 0] += 1 }
    }
    list.elements.removeAll { option in
      guard let text = option.text, counts[kind(of: text)] == 1 else {
        return false
      }
      if text == "label=disable" || text == "label:disable" {
        return disableLabel(of: &draft, at: option, context)
      }
      guard let field = field(text, isPrivileged: isPrivileged) else { return false }
      draft.fields[path: ["securityContext"] + field.path] = field.value
      return true
    }
    residual.replace(["HostConfig", "SecurityOpt"], with: list)
  }

  private static func kind(of text: String) -> String {
    CreateOptionsIdentity.securityOption.key(ofText: text)
  }

  /// The member of the security context that says the same; nil for none.
  private static func field(
    _ text: String, isPrivileged: Bool
  ) -> (path: [String], value: JSONValue)? {
    let word = text.prefix { $0 != "=" && $0 != ":" }
    let value = String(text.dropFirst(word.count + 1))
    switch word {
    case "no-new-privileges":
      guard !isPrivileged, value == "true" || text == word else { return nil }
      return (["allowPrivilegeEscalation"], .false)
    case "seccomp" where value == "unconfined":
      return (["seccompProfile"], .mapping(["type": .string("Unconfined")]))
    case "apparmor" where value == "unconfined":
      return (["appArmorProfile"], .mapping(["type": .string("Unconfined")]))
    case "apparmor" where isProfile(value):
      return (
        ["appArmorProfile"],
        .mapping(["type": .string("Localhost"), "localhostProfile": .string(value)])
      )
    case "label":
      let parts = value.split(separator: ":", maxSplits: 1).map(String.init)
      guard parts.count == 2, ["user", "role", "type", "level"].contains(parts[0]) else {
        return nil
      }
      return (["seLinuxOptions", parts[0]], .string(parts[1]))
    default: return nil
    }
  }

  /// Source: kubernetes/kubernetes pkg/apis/core/validation/validation.go (ValidateAppArmorProfileField).
  private static func isProfile(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.count <= 4095 && !name.contains(where: \.isWhitespace)
  }

  /// A cluster has no word for no label at all, only one for a label that may do everything.
  private static func disableLabel(
    of draft: inout ContainerDraft, at option: BodyValue, _ context: NativeContext
  ) -> Bool {
    let path = ["securityContext", "seLinuxOptions", "type"]
    guard context.isLossy, draft.fields[path: path] == nil else { return false }
    draft.fields[path: path] = .string("spc_t")
    context.reportLoss(
      .lossLabelDisabled, "no SELinux label becomes label 'spc_t', which is confined by nothing",
      at: option.origin, help: "the nodes must know the type 'spc_t'")
    return true
  }
}
