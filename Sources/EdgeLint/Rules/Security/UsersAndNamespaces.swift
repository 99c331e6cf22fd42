internal import EdgeDiagnostics
internal import EdgeSyntax

extension Rule {
  static let userNotString = Rule(
    "user-not-string", .error, "user that is not text",
    explanation: """
      Docker takes the user as text, also where it is a number, and cannot read anything else, so the \
      module is not created. Write it with quotes.
      """,
    source: "moby/moby api/swagger.yaml (ContainerConfig.User)",
    fix: .safe,
    examples: {
      [
        .flags(.createOptions, #"{"User": ⟦1000⟧}"#, fixed: #"{"User": "1000"}"#),
        .flags(.createOptions, #"{"User": ⟦["root"]⟧}"#),
        .passes(.createOptions, #"{"User": "1000:1000"}"#),
        .passes(.createOptions, #"{"User": null}"#),
      ]
    },
    check: .createOption(["User"]) { member, _, context in
      let value = member.value
      guard !value.isString, !value.isNull else { return }
      context.report(
        "'\(member.key.text)' must be text", at: value,
        help: value.kind == .number
          ? "write \"\(value.text)\"" : "write a name or a number in quotes",
        fix: value.kind == .number ? value.quotingFix : nil)
    })

  static let groupAddNotString = Rule(
    "group-add-not-string", .warning, "group that is not text",
    explanation: """
      Docker takes groups as text, also where they are numbers. The agent makes text of a number before \
      Docker sees it, but nothing else that reads createOptions does. Write it with quotes.
      """,
    source: """
      Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Docker/models/HostConfig.cs
      """,
    fix: .safe,
    examples: {
      [
        .flags(
          .createOptions, #"{"HostConfig": {"GroupAdd": [⟦44⟧, "video"]}}"#,
          fixed: #"{"HostConfig": {"GroupAdd": ["44", "video"]}}"#),
        .passes(.createOptions, #"{"HostConfig": {"GroupAdd": ["44", "video"]}}"#),
      ]
    },
    check: .createOption(["HostConfig.GroupAdd"]) { member, _, context in
      for group in member.value.elements where group.kind == .number || group.kind == .boolean {
        context.report(
          "group \(group.text) must be text", at: group, help: "write \"\(group.text)\"",
          fix: group.quotingFix)
      }
    })

  static let hostNamespace = Rule(
    "host-namespace", .info, "module that shares a namespace with its host",
    explanation: """
      In a namespace of the host a module sees, and often can disturb, what else runs there: its network, \
      processes, shared memory, host name or users. Share only what the module cannot do without.
      """,
    source: "edgekit",
    examples: {
      [
        .flags(.createOptions, #"{"HostConfig": {"PidMode": ⟦"host"⟧}}"#),
        .flags(
          .createOptions,
          #"{"HostConfig": {"NetworkMode": ⟦"host"⟧, "IpcMode": ⟦"host"⟧, "UTSMode": ⟦"host"⟧, "UsernsMode": ⟦"host"⟧}}"#
        ),
        .passes(
          .createOptions, #"{"HostConfig": {"NetworkMode": "bridge", "IpcMode": "shareable"}}"#),
      ]
    },
    check: .createOption(
      ["NetworkMode", "PidMode", "IpcMode", "UTSMode", "UsernsMode"].map { "HostConfig." + $0 }
    ) { member, _, context in
      guard member.value.isString, member.value.hasText("host") else { return }
      let shared =
        switch member.key.text.lowercased() {
        case "networkmode": "network"
        case "pidmode": "processes"
        case "ipcmode": "shared memory"
        case "utsmode": "host name"
        default: "users"
        }
      context.report(
        "the module uses the \(shared) of its host", at: member.value,
        help: "leave '\(member.key.text)' out unless the module cannot do without")
    })
}
