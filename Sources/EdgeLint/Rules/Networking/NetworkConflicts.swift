internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let hostnameWithContainerNetwork = Rule(
    "hostname-with-container-network", .error, "name or address settings in a shared namespace",
    explanation: """
      A module that shares the network of another, or the host name of its host, has no host name, name \
      servers or hosts of its own. Docker refuses them, so the module is not created. Remove them.
      """,
    source: """
      moby/moby daemon/internal/runconfig/hostconfig.go (validateNetContainerMode), hostconfig_unix.go \
      (validateNetMode)
      """,
    examples: {
      [
        .flags(
          .createOptions,
          #"{⟦"Hostname"⟧: "a", "HostConfig": {"NetworkMode": "container:db", ⟦"Dns"⟧: ["8.8.8.8"], ⟦"ExtraHosts"⟧: ["a:10.0.0.5"]}}"#
        ),
        .flags(.createOptions, #"{⟦"Hostname"⟧: "a", "HostConfig": {"UTSMode": "host"}}"#),
        .passes(.createOptions, #"{"Hostname": "a", "HostConfig": {"NetworkMode": "host"}}"#),
        .passes(
          .createOptions,
          #"{"Hostname": "", "HostConfig": {"NetworkMode": "container:db", "Dns": []}}"#),
      ]
    },
    check: .createOption(["Hostname", "HostConfig.Dns", "HostConfig.ExtraHosts"]) {
      member, subject, context in
      let value = member.value
      let isName = value.isString && member.key.utf8.hasText(inAnyCase: "hostname")
      guard isName ? !value.utf8.isEmpty : value.isSequence && value.hasChildren else { return }
      let network = NetworkSettings(subject)
      if let mode = network.mode, network.sharedModule != nil {
        context.report(
          "'\(member.key.text)' conflicts with network mode '\(mode.text)'", at: member.key,
          labels: [.init("the network is shared here", at: mode.range)],
          help: "set it in the module whose network is shared")
      } else if isName, let mode = subject["HostConfig.UTSMode"], mode.hasText("host") {
        context.report(
          "a module with the host name of its host has none of its own", at: member.key,
          labels: [.init("the host name is shared here", at: mode.range)],
          help: "remove '\(member.key.text)', or 'UTSMode'")
      }
    })

  static let linksWithHostNetwork = Rule(
    "links-with-host-network", .error, "links in a network that is shared",
    explanation: """
      Links connect modules over a network of Docker. With the network of the host or of another module \
      Docker refuses them, so the module is not created.
      """,
    source: """
      moby/moby daemon/internal/runconfig/hostconfig.go (validateNetContainerMode), hostconfig_unix.go \
      (validateNetMode)
      """,
    examples: {
      [
        .flags(
          .createOptions, #"{"HostConfig": {"NetworkMode": "host", ⟦"Links"⟧: ["db:db"]}}"#),
        .flags(
          .createOptions,
          #"{"HostConfig": {"NetworkMode": "container:db", ⟦"Links"⟧: ["db:db"]}}"#),
        .passes(.createOptions, #"{"HostConfig": {"NetworkMode": "bridge", "Links": ["db:db"]}}"#),
        .passes(.createOptions, #"{"HostConfig": {"NetworkMode": "host", "Links": []}}"#),
      ]
    },
    check: .createOption(["HostConfig.Links"]) { member, subject, context in
      let network = NetworkSettings(subject)
      guard member.value.isSequence, member.value.hasChildren, let mode = network.mode,
        network.isHost || network.sharedModule != nil
      else { return }
      context.report(
        "'\(member.key.text)' conflicts with network mode '\(mode.text)'", at: member.key,
        labels: [.init("the network is shared here", at: mode.range)], help: "remove the links")
    })

  static let sysctlNetWithHostNetwork = Rule(
    "sysctl-net-with-host-network", .error, "network parameter of the kernel on the host's network",
    explanation: """
      Parameters that begin with net. belong to a network. On the network of the host they would change \
      the host, so they are refused, and the module does not start. Set them on the host.
      """,
    source: "moby/moby daemon/oci_linux.go (WithSysctls)",
    examples: {
      [
        .flags(
          .createOptions,
          #"{"HostConfig": {"NetworkMode": "host", "Sysctls": {⟦"net.core.somaxconn"⟧: "1024", "kernel.msgmax": "1"}}}"#
        ),
        .passes(
          .createOptions, #"{"HostConfig": {"Sysctls": {"net.core.somaxconn": "1024"}}}"#),
      ]
    },
    check: .createOption(["HostConfig.Sysctls"]) { member, subject, context in
      let network = NetworkSettings(subject)
      guard network.isHost, let mode = network.mode else { return }
      for parameter in member.value.members where parameter.key.utf8.starts(with: "net.".utf8) {
        context.report(
          "'\(parameter.key.text)' cannot be set on the network of the host", at: parameter.key,
          labels: [.init("the network is shared here", at: mode.range)],
          help: "remove it, and set it on the device")
      }
    })

  static let sysctlValueNotString = Rule(
    "sysctl-value-not-string", .warning, "kernel parameter whose value is not text",
    explanation: """
      Docker takes the values of kernel parameters as text. The agent makes text of a number before Docker \
      sees it, but nothing else that reads createOptions does. Write it with quotes.
      """,
    source: """
      Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Docker/models/HostConfig.cs
      """,
    fix: .safe,
    examples: {
      [
        .flags(
          .createOptions, #"{"HostConfig": {"Sysctls": {"net.core.somaxconn": ⟦1024⟧}}}"#,
          fixed: #"{"HostConfig": {"Sysctls": {"net.core.somaxconn": "1024"}}}"#),
        .flags(
          .createOptions, #"{"HostConfig": {"Sysctls": {"net.ipv4.ip_forward": ⟦true⟧}}}"#),
        .passes(
          .createOptions, #"{"HostConfig": {"Sysctls": {"net.core.somaxconn": "1024"}}}"#),
      ]
    },
    check: .createOption(["HostConfig.Sysctls"]) { member, _, context in
      for parameter in member.value.members {
        let value = parameter.value
        guard value.kind == .number || value.kind == .boolean else { continue }
        let isNumber = value.kind == .number
        context.report(
          "the value of '\(parameter.key.text)' must be text", at: value,
          help: isNumber ? "write \"\(value.text)\"" : "write \"1\" or \"0\"",
          // The kernel knows no words for true and false.
          fix: isNumber ? value.quotingFix : nil)
      }
    })
}
