internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let podSecurityContext = Rule(
    "pod-securitycontext", .error, "security settings of a pod that the API server refuses",
    explanation: """
      User and group ids are numbers from 0 to 2147483647, kernel settings have a name of their own \
      each, and a profile of type Localhost names its file. A pod that shares its processes cannot use \
      those of the host, and a pod with users of its own cannot use the host's network, processes or \
      IPC.
      """,
    source: """
      kubernetes/kubernetes pkg/apis/core/validation/validation.go (validatePodSpecSecurityContext)
      """,
    examples: {
      [
        .flags(podWith: "securityContext:\n  runAsUser: ⟦-1⟧\n  fsGroup: ⟦4294967295⟧"),
        .flags(podWith: "securityContext:\n  supplementalGroups: [1, ⟦-5⟧]"),
        .flags(
          podWith: """
            securityContext:
              sysctls:
              - {name: net.core.somaxconn, value: "1024"}
              - {name: ⟦net.core.somaxconn⟧, value: "2048"}
              - {name: ⟦Net Core⟧, value: "1"}
            """),
        .flags(podWith: "securityContext:\n  seccompProfile:\n    type: ⟦Localhost⟧"),
        .flags(
          podWith: """
            securityContext:
              seccompProfile:
                type: RuntimeDefault
                localhostProfile: ⟦profiles/a.json⟧
            """),
        .flags(
          podWith: """
            securityContext:
              seccompProfile:
                type: Localhost
                localhostProfile: ⟦/profiles/a.json⟧
            """),
        .flags(podWith: "hostPID: true\nshareProcessNamespace: ⟦true⟧"),
        .flags(podWith: "hostUsers: false\nhostNetwork: ⟦true⟧\nhostIPC: ⟦true⟧"),
        .passes(
          podWith: """
            hostPID: true
            shareProcessNamespace: false
            securityContext:
              runAsUser: 0
              fsGroup: 2147483647
              sysctls:
              - {name: net.core.somaxconn, value: "1024"}
              - {name: net/ipv4/tcp_syncookies, value: "1"}
              seccompProfile:
                type: Localhost
                localhostProfile: profiles/a.json
            """),
      ]
    },
    check: .pod { pod, context in
      checkHostNamespaces(pod.spec, context)
      guard let security = pod.spec.securityContext else { return }
      let ids = [
        (security.runAsUser, "runAsUser"), (security.runAsGroup, "runAsGroup"),
        (security.fsGroup, "fsGroup"),
      ]
      for (id, name) in ids { check(id: id, named: name, context) }
      for id in security.supplementalGroups { check(id: id, named: "supplementalGroups", context) }
      check(security.sysctls, context)
      if let profile = security.seccompProfile {
        check(
          profile.localhostProfile, of: profile.type, named: "seccompProfile", isPath: true, context
        )
      }
      if let profile = security.appArmorProfile {
        check(
          profile.localhostProfile, of: profile.type, named: "appArmorProfile", isPath: false,
          context)
      }
    })

  private static func check(id: Located<Int64>?, named name: String, _ context: RuleContext) {
    guard let id, !(0...Int64(Int32.max) ~= id.value) else { return }
    context.report(
      "\(id.value) is no id for '\(name)'", at: id.node,
      help: "write a number from 0 to 2147483647")
  }

  private static func check(_ sysctls: [Sysctl], _ context: RuleContext) {
    var first: [String: SyntaxNode] = [:]
    for sysctl in sysctls {
      guard let name = sysctl.name, let node = name.node, !node.hasPlaceholder else { continue }
      if !isSysctl(name.value.utf8) {
        context.report(
          "'\(name.value)' is no name of a kernel setting", at: node,
          help: "write a name such as net.core.somaxconn")
      } else if let other = first[name.value] {
        context.report(
          "kernel setting '\(name.value)' is given twice", at: node,
          labels: [.init("first given here", at: other.range)], help: "remove one of the two")
      } else {
        first[name.value] = node
      }
    }
  }

  /// Words of lower-case letters, digits and inner `-` and `_`, with `.` or `/` between them.
  private static func isSysctl(_ text: String.UTF8View) -> Bool {
    let words = text.split(omittingEmptySubsequences: false) {
      $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/")
    }
    func isLetter(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte || 0x61...0x7A ~= byte }
    return text.count <= 253
      && words.allSatisfy { word in
        guard let first = word.first, let last = word.last else { return false }
        return isLetter(first) && isLetter(last)
          && word.allSatisfy { isLetter($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
      }
  }

  private static func check(
    _ file: Located<String>?, of type: Located<Choice<ProfileType>>?, named name: String,
    isPath: Bool, _ context: RuleContext
  ) {
    guard let type, type.value.recognized != nil else { return }
    if type.value == .localhost, file?.value.isEmpty ?? true {
      context.report(
        "'\(name)' is of type Localhost and names no profile", at: file?.node ?? type.node,
        help: "add localhostProfile")
    } else if type.value != .localhost, let file {
      context.report(
        "'localhostProfile' means nothing for type \(type.value.text)", at: file.node,
        help: "remove it, or write type: Localhost")
    } else if isPath, let file,
      file.value.hasPrefix("/") || file.value.split(separator: "/").contains("..")
    {
      context.report(
        "profile '\(file.value)' must be a path below the kubelet's folder of profiles",
        at: file.node, help: "write a relative path without '..'")
    }
  }

  private static func checkHostNamespaces(_ spec: PodSpec, _ context: RuleContext) {
    if let shared = spec.shareProcessNamespace, shared.value, spec.hostPID?.value == true {
      context.report(
        "'shareProcessNamespace' cannot be combined with 'hostPID'", at: shared.node,
        help: "remove one of the two")
    }
    guard spec.hostUsers?.value == false else { return }
    let fields = [
      (spec.hostNetwork, "hostNetwork"), (spec.hostPID, "hostPID"), (spec.hostIPC, "hostIPC"),
    ]
    for (field, name) in fields {
      guard let field, field.value else { continue }
      context.report(
        "'\(name)' cannot be combined with 'hostUsers: false'", at: field.node,
        help: "remove one of the two")
    }
  }
}
