internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let podOS = Rule(
    "pod-os", .error, "setting that a pod of its operating system cannot have",
    explanation: """
      A pod that names its operating system cannot have the security settings of the other one: a \
      Windows pod has no user ids, groups, capabilities or SELinux options, a Linux pod no \
      `windowsOptions`. `os` needs a name.
      """,
    source: """
      kubernetes/kubernetes pkg/apis/core/validation/validation.go (validateWindows, validateLinux)
      """,
    examples: {
      [
        .flags(podWith: "os: ⟦{}⟧"),
        .flags(
          podWith: """
            os: {name: windows}
            hostPID: ⟦true⟧
            securityContext:
              ⟦runAsUser⟧: 1000
              ⟦fsGroup⟧: 1000
            initContainers:
            - name: before
              image: example.azurecr.io/before:1.0
              securityContext:
                ⟦capabilities⟧: {add: [NET_ADMIN]}
            """),
        .flags(
          podWith: """
            os: {name: linux}
            securityContext:
              ⟦windowsOptions⟧: {runAsUserName: ContainerUser}
            """),
        .passes(
          podWith: """
            os: {name: windows}
            securityContext:
              runAsNonRoot: true
              windowsOptions: {runAsUserName: ContainerUser}
            """),
        .passes(podWith: "os: {name: linux}\nsecurityContext:\n  runAsUser: 1000"),
        .passes(podWith: "securityContext:\n  runAsUser: 1000"),
      ]
    },
    check: .pod { pod, context in
      guard let os = pod.spec.os else { return }
      guard let name = os.name else {
        if os.residue.lacks("name") {
          context.report(
            "'os' has no name", at: os.residue.node, help: "write name: linux or name: windows")
        }
        return
      }
      guard let system = name.value.recognized else { return }
      let title = system == .windows ? "Windows" : "Linux"
      func report(_ names: [String], in node: SyntaxNode?) {
        for member in node?.members.map({ $0 }) ?? [] where names.contains(member.key.text) {
          guard !member.value.isNull else { continue }
          context.report(
            "a \(title) pod cannot have '\(member.key.text)'", at: member.key,
            help: "remove it, or the operating system")
        }
      }
      let containers = pod.spec.containers + pod.spec.initContainers
      switch system {
      case .linux:
        for node in containers.map(\.securityContext?.residue.node)
          + [pod.spec.securityContext?.residue.node]
        { report(["windowsOptions"], in: node) }
      case .windows:
        for (field, name) in [(pod.spec.hostPID, "hostPID"), (pod.spec.hostIPC, "hostIPC")] {
          guard let field, field.value else { continue }
          context.report(
            "a Windows pod cannot have '\(name)'", at: field.node,
            help: "remove it, or the operating system")
        }
        report(["hostUsers", "shareProcessNamespace"], in: pod.node)
        report(linuxPodFields, in: pod.spec.securityContext?.residue.node)
        for container in containers {
          report(linuxContainerFields, in: container.securityContext?.residue.node)
        }
      }
    })

  private static let linuxPodFields = [
    "appArmorProfile", "seLinuxOptions", "seccompProfile", "fsGroup", "fsGroupChangePolicy",
    "sysctls", "runAsUser", "runAsGroup", "supplementalGroups", "supplementalGroupsPolicy",
  ]
  private static let linuxContainerFields = [
    "appArmorProfile", "seLinuxOptions", "seccompProfile", "capabilities", "readOnlyRootFilesystem",
    "privileged", "allowPrivilegeEscalation", "procMount", "runAsUser", "runAsGroup",
  ]
}
