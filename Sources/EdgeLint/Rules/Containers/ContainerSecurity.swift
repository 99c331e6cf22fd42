internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let containerSecurity = Rule(
    "ctr-security", .error, "security settings that contradict each other or make no sense",
    explanation: """
      Users and groups are numbers from 0 to 2147483647. A privileged container cannot give up the \
      escalation of privileges, and only a privileged one can mount for others. A profile of the \
      host is named with `localhostProfile`, which no other type has.
      """,
    source: """
      kubernetes/kubernetes pkg/apis/core/validation/validation.go (ValidateSecurityContext, \
      validateSeccompProfileField, validateAppArmorProfileField, validateMountPropagation)
      """,
    examples: {
      [
        .flags(
          .kubernetes,
          WorkloadSample.container("securityContext: {runAsUser: ⟦-1⟧, runAsGroup: ⟦2147483648⟧}")),
        .flags(
          .kubernetes,
          WorkloadSample.container(
            "securityContext: {privileged: true, allowPrivilegeEscalation: ⟦false⟧}")),
        .flags(
          .kubernetes,
          WorkloadSample.container(
            """
            securityContext:
              allowPrivilegeEscalation: ⟦false⟧
              capabilities: {add: [CAP_SYS_ADMIN]}
            """)),
        .flags(.kubernetes, WorkloadSample.container("securityContext: {procMount: ⟦Unmasked⟧}")),
        .flags(
          .kubernetes,
          WorkloadSample.container(
            """
            securityContext:
              ⟦seccompProfile⟧: {}
              appArmorProfile: {type: ⟦Localhost⟧}
            """)),
        .flags(
          .kubernetes,
          WorkloadSample.container(
            """
            securityContext:
              seccompProfile: {type: Localhost, localhostProfile: ⟦/x⟧}
              appArmorProfile: {type: RuntimeDefault, localhostProfile: ⟦x⟧}
            """)),
        .flags(
          .kubernetes,
          WorkloadSample.container("securityContext: {windowsOptions: {hostProcess: ⟦true⟧}}")),
        .flags(
          .kubernetes,
          WorkloadSample.container(
            "volumeMounts: [{name: d, mountPath: /d, mountPropagation: ⟦Bidirectional⟧}]")),
        .passes(
          .kubernetes,
          WorkloadSample.container(
            """
            securityContext:
              runAsUser: 0
              privileged: true
              allowPrivilegeEscalation: true
              seccompProfile: {type: Localhost, localhostProfile: profiles/edge.json}
              appArmorProfile: {type: Unconfined}
            volumeMounts: [{name: d, mountPath: /d, mountPropagation: Bidirectional}]
            """)),
        .passes(
          .kubernetes,
          WorkloadSample.pod(
            """
            hostUsers: false
            hostNetwork: true
            containers:
            - name: sensor
              securityContext:
                procMount: Unmasked
                windowsOptions: {hostProcess: true}
                allowPrivilegeEscalation: false
                capabilities: {add: [SYS_ADMIN]}
            """)),
      ]
    },
    check: .container { container, context in
      if let security = container.container.securityContext {
        checkIdentifiers(of: security, context)
        checkEscalation(of: security, context)
        checkProfiles(of: security, context)
        checkPod(of: container, security, context)
      }
      let isPrivileged = container.container.securityContext?.privileged?.value ?? false
      for mount in container.container.volumeMounts where !isPrivileged {
        guard let propagation = mount.mountPropagation, propagation.value == .bidirectional else {
          continue
        }
        context.report(
          "\(container.title) is not privileged, so what it mounts stays its own",
          at: propagation.node, help: "use 'HostToContainer', or make the container privileged")
      }
    })
}

private func checkIdentifiers(of security: SecurityContext, _ context: RuleContext) {
  for (name, number) in [
    ("runAsUser", security.runAsUser), ("runAsGroup", security.runAsGroup),
  ] {
    guard let number, !(0...Int64(Int32.max) ~= number.value) else { continue }
    context.report(
      "'\(name)' is \(number.value)", at: number.node,
      help: "write a number from 0 to \(Int32.max)")
  }
}

private func checkEscalation(of security: SecurityContext, _ context: RuleContext) {
  guard let escalation = security.allowPrivilegeEscalation, !escalation.value else { return }
  if let privileged = security.privileged, privileged.value {
    context.report(
      "a privileged container cannot give up the escalation of privileges", at: escalation.node,
      labels: privileged.range.map { [.init("privileged here", at: $0)] } ?? [],
      help: "remove one of the two")
  } else if let capability = security.capabilities?.add.first(where: {
    $0.value == "CAP_SYS_ADMIN"
  }) {
    context.report(
      "capability 'CAP_SYS_ADMIN' does not go without the escalation of privileges",
      at: escalation.node, labels: capability.range.map { [.init("added here", at: $0)] } ?? [],
      help: "remove one of the two")
  }
}

private func checkPod(
  of container: ContainerSubject, _ security: SecurityContext, _ context: RuleContext
) {
  if let mount = security.procMount, mount.value == .unmasked,
    container.pod.spec.hostUsers?.value != false
  {
    context.report(
      "'procMount: Unmasked' needs users of the pod's own", at: mount.node,
      help: "add 'hostUsers: false' to the pod spec")
  }
  if let process = security.windowsOptions?.hostProcess, process.value,
    container.pod.spec.hostNetwork?.value != true
  {
    context.report(
      "a process of the host needs the network of the host", at: process.node,
      help: "add 'hostNetwork: true' to the pod spec")
  }
}

private func checkProfiles(of security: SecurityContext, _ context: RuleContext) {
  if let profile = security.seccompProfile {
    checkProfile(
      profile.type, profile.localhostProfile, profile.residue, SeccompProfile.self,
      at: security.residue.key("seccompProfile"), context)
    if let path = profile.localhostProfile, profile.type?.value == .known(.localhost),
      !path.isOpaque, path.value.hasPrefix("/") || path.value.hasStepBack
    {
      context.report(
        "the profile '\(path.value)' is not inside the directory of profiles", at: path.node,
        help: "write a relative path without '..'")
    }
  }
  if let profile = security.appArmorProfile {
    checkProfile(
      profile.type, profile.localhostProfile, profile.residue, AppArmorProfile.self,
      at: security.residue.key("appArmorProfile"), context)
  }
}

private func checkProfile(
  _ type: Located<Choice<ProfileType>>?, _ path: Located<String>?, _ residue: Residue,
  _ object: any ModelObject.Type, at key: SyntaxNode?, _ context: RuleContext
) {
  guard let type else {
    if residue.plainlyLacks("type", of: object) {
      context.report(
        "\(object.objectName) has no type", at: key,
        help: "add 'type' with 'RuntimeDefault', 'Localhost' or 'Unconfined'")
    }
    return
  }
  if type.value == .known(.localhost) {
    let isMissing =
      path.map { $0.value.isEmpty } ?? residue.plainlyLacks("localhostProfile", of: object)
    guard isMissing else { return }
    context.report(
      "\(object.objectName) names no profile of the host", at: path?.node ?? type.node,
      help: "add 'localhostProfile', or use 'RuntimeDefault'")
  } else if type.value.recognized != nil, let path {
    context.report(
      "\(object.objectName) of type '\(type.value.text)' names a profile of the host",
      at: path.node, help: "remove it, or use type 'Localhost'")
  }
}

extension String {
  /// Whether a path goes up.
  var hasStepBack: Bool {
    utf8.split(separator: UInt8(ascii: "/")).contains { $0.elementsEqual("..".utf8) }
  }
}
