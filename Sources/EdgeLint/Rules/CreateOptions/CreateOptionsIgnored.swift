internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// What stands in createOptions and is not heeded there.
extension Rule {
  static let createOptionsImageIgnored = Rule(
    .createOptionsImageIgnored, fix: .safe,
    examples: {
      [
        .flags(.createOptions, #"{⟦"Image"⟧: "x:1", "Tty": true}"#, fixed: #"{"Tty": true}"#),
        .passes(.createOptions, #"{"Labels": {"Image": "x:1"}}"#),
        .passes(.createOptions, #"{"image": "x:1", "settings": {}}"#),
      ]
    },
    check: .createOption(["Image"]) { member, subject, context in
      guard !member.value.isNull, !subject.isWrapped else { return }
      context.report(
        "an image in createOptions has no effect", at: member.key,
        help: "write it as 'image' of the module's settings",
        fix: Fix("remove it", context.removal(of: member, from: subject.body)))
    })

  static let createOptionsNameIgnored = Rule(
    "create-options-name-ignored", .warning, "name of the container in createOptions",
    explanation: "A container is named like its module; Docker drops a name in createOptions.",
    source: "Azure/iotedge edgelet/edgelet-docker/src/runtime.rs (create)", fix: .safe,
    examples: {
      [
        .flags(.createOptions, #"{"Tty": true, ⟦"Name"⟧: "x"}"#, fixed: #"{"Tty": true}"#),
        .flags(.createOptions, #"{⟦"container_name"⟧: "x"}"#, fixed: "{}"),
        .passes(.createOptions, #"{"Hostname": "x"}"#),
      ]
    },
    check: .createOptions { subject, context in
      for deviation in subject.deviations {
        guard case .containerName = deviation.kind else { continue }
        context.report(
          "a name in createOptions has no effect", at: deviation.member.key,
          help: "remove it; the container is named '\(subject.module.name)'",
          fix: Fix("remove it", context.removal(of: deviation.member, from: deviation.object)))
      }
    })

  static let createOptionsReservedLabel = Rule(
    .createOptionsReservedLabel, fix: .safe,
    examples: {
      [
        .flags(
          .createOptions,
          #"{"Labels": {⟦"net.azure-devices.edge.owner"⟧: "x", "team": "edge"}}"#,
          fixed: #"{"Labels": {"team": "edge"}}"#),
        .flags(
          .createOptions, #"{"Labels": {⟦"com.docker.compose.project"⟧: "x"}}"#,
          fixed: #"{"Labels": {}}"#),
        .passes(.createOptions, #"{"Labels": {"net.azure-devices": "x"}}"#),
      ]
    },
    check: .createOption(["Labels"]) { labels, _, context in
      for member in labels.value.members {
        let name = member.key.utf8
        let isRuntime = name.starts(with: "net.azure-devices.edge.".utf8)
        guard isRuntime || name.starts(with: "com.docker.compose.".utf8) else { continue }
        context.report(
          "label '\(member.key.text)' belongs to \(isRuntime ? "the runtime" : "compose")",
          at: member.key, help: "remove it",
          fix: Fix("remove it", context.removal(of: member, from: labels.value)))
      }
    })

  static let createOptionsInspectOutput = Rule(
    "create-options-inspect-output", .warning, "output of `docker inspect` in createOptions",
    explanation: """
      What `docker inspect` prints beside the settings of a container is its state. Docker drops \
      it when it creates one, and it counts against the size of the twin.
      """,
    source: "Azure/iotedge#319; moby/moby api/swagger.yaml (ContainerInspectResponse)", fix: .safe,
    examples: {
      [
        .flags(
          .createOptions, #"{⟦"NetworkSettings"⟧: {}, "Tty": true}"#, fixed: #"{"Tty": true}"#),
        .flags(
          .createOptions,
          #"{"NetworkingConfig": {"EndpointsConfig": {"lan": {⟦"Gateway"⟧: ""}}}}"#,
          fixed: #"{"NetworkingConfig": {"EndpointsConfig": {"lan": {}}}}"#),
        .flags(.createOptions, #"{⟦"Config"⟧: {"Env": ["A=1"]}}"#),
        .passes(.createOptions, #"{"Hostname": "a"}"#),
      ]
    },
    check: .createOptions { subject, context in
      for deviation in subject.deviations {
        guard case .inspectOutput = deviation.kind else { continue }
        let member = deviation.member
        // Unlike the rest, it holds settings, which have no effect where they are.
        let holdsSettings = member.key.utf8.hasText(inAnyCase: "config")
        context.report(
          "'\(member.key.text)' is output of 'docker inspect', and has no effect", at: member.key,
          help: holdsSettings ? "move what it holds to the top" : "remove it",
          fix: holdsSettings
            ? nil : Fix("remove it", context.removal(of: member, from: deviation.object)))
      }
    })

  static let createOptionsK8sExperimental = Rule(
    .createOptionsK8sExperimental, fix: .unsafe,
    examples: {
      [
        .flags(
          .createOptions, #"{⟦"k8s-experimental"⟧: {}, "Tty": true}"#, fixed: #"{"Tty": true}"#),
        .passes(.createOptions, #"{"HostConfig": {}}"#),
      ]
    },
    check: .createOptions { subject, context in
      for deviation in subject.deviations {
        guard case .kubernetesSection = deviation.kind else { continue }
        context.report(
          "'\(deviation.member.key.text)' has no effect on a device", at: deviation.member.key,
          help: "remove it",
          fix: Fix(
            "remove it", context.removal(of: deviation.member, from: deviation.object),
            isUnsafe: true))
      }
    })
}

extension CreateOptionsSubject {
  /// Whether they are the settings of a module, or options in options, and so say nothing
  /// themselves.
  var isWrapped: Bool {
    if case .wrapping = deviations.first?.kind { true } else { false }
  }
}
