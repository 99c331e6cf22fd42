internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension FieldMapping {
  static let securityOptions = FieldMapping(
    from: "spec.containers[].securityContext.allowPrivilegeEscalation",
    "seLinuxOptions, seccompProfile and appArmorProfile of the pod and its containers",
    "metadata.annotations.container.apparmor.security.beta.kubernetes.io/NAME",
    manifest: "createOptions.HostConfig.SecurityOpt", fidelity: .exact,
    summary: """
      No new privileges, then the SELinux label, then the seccomp and the AppArmor profile. The profiles \
      that a runtime has by default are Docker's own. A seccomp profile of a file is written out.
      """
  ) { source, draft, context in
    let security = EffectiveSecurity(source)
    var options: [BodyValue] = []
    if let escalation = source.container.securityContext?.allowPrivilegeEscalation,
      !escalation.value
    {
      options.append(.string("no-new-privileges", from: escalation.node))
    }
    options += labels(security.seLinuxOptions)
    if let profile = security.seccompProfile, let option = seccomp(profile, context) {
      options.append(option)
    }
    if let option = AppArmor(source, context).option { options.append(option) }
    guard let first = options.first else { return }
    draft.body[path: "HostConfig", "SecurityOpt"] = .array(options, from: first.origin)
  } toKubernetes: { residual, draft, context in
    SecurityFields.take(from: &residual, into: &draft, context)
  }

  /// Source: moby/moby daemon/daemon_unix.go (parseSecurityOpt).
  private static func labels(_ label: SELinuxOptions?) -> [BodyValue] {
    [
      ("user", label?.user), ("role", label?.role), ("type", label?.type), ("level", label?.level),
    ].compactMap { kind, value in
      guard let value, !value.value.isEmpty else { return nil }
      return .string("label=\(kind):\(value.value)", from: value.node)
    }
  }

  /// Source: Mirantis/cri-dockerd core/security_context.go (getSeccompDockerOpts).
  private static func seccomp(_ profile: SeccompProfile, _ context: MappingContext) -> BodyValue? {
    guard let type = profile.type else {
      context.reportDropped(
        "'seccompProfile' without a type", at: profile.residue.node, help: "add 'type'")
      return nil
    }
    switch type.value.recognized {
    case .unconfined:
      context.reportMistake(
        .seccompUnconfined, "modules without a seccomp profile may make every system call",
        at: type.node, help: "write RuntimeDefault for the profile of Docker")
      return .string("seccomp=unconfined", from: type.node)
    case .localhost: return seccompFile(profile, context)
    // An unknown type has been reported when the pod was decoded.
    case .runtimeDefault, nil: return nil
    }
  }

  /// The text of a profile, because the API of Docker takes no path.
  ///
  /// Source: moby/moby daemon/seccomp_linux.go (LoadProfile).
  private static func seccompFile(
    _ profile: SeccompProfile, _ context: MappingContext
  ) -> BodyValue? {
    guard let path = profile.localhostProfile else {
      context.reportImpossible(
        .seccompProfileUnavailable, "a seccomp profile of a file has no 'localhostProfile'",
        at: profile.type?.node, help: "add the path of the profile")
      return nil
    }
    guard let text = context.options.pods.seccompProfiles[path.value] else {
      context.reportImpossible(
        .seccompProfileUnavailable, "there is no seccomp profile '\(path.value)'", at: path.node,
        help: "give the folder that has it with --seccomp-dir")
      return nil
    }
    guard
      let root = JSONReader.root(
        of: Array(text.utf8), named: path.value, in: context.decoding.sources), root.isMapping
    else {
      context.reportImpossible(
        .seccompProfileUnavailable, "seccomp profile '\(path.value)' is no JSON object",
        at: path.node, help: "write it as Docker's own profile is written")
      return nil
    }
    var writer = JSONWriter()
    writer.value(root)
    return .string("seccomp=\(String(decoding: writer.bytes, as: UTF8.self))", from: path.node)
  }
}
