internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let privilegedEnabled = Rule(
    "privileged-enabled", .info, "module with full access to its host",
    explanation: """
      A privileged container can do whatever the host's root can. Devices that do not allow elevated \
      permissions take the setting away before the module is created, so there it has no effect; \
      --device-profile locked-down makes this an error. Ask for what the module needs instead: single \
      devices and, where a device allows them, capabilities.
      """,
    source: "Azure/iotedge edgelet/edgelet-docker/src/runtime.rs (unset_privileged)",
    examples: {
      [
        .flags(.createOptions, #"{"HostConfig": {"Privileged": ⟦true⟧}}"#),
        .flags(.createOptions, #"{"hostconfig": {"privileged": ⟦"True"⟧}}"#),
        .flags(.createOptions, #"{"HostConfig": {"Privileged": ⟦true⟧}}"#, under: .lockedDown),
        .passes(.createOptions, #"{"HostConfig": {"Privileged": false}}"#),
        .passes(.createOptions, #"{"HostConfig": {"Privileged": "${PRIVILEGED}"}}"#),
      ]
    },
    check: .createOption(["HostConfig.Privileged"]) { member, _, context in
      guard member.value.isOn else { return }
      if context.options.deviceProfile == .lockedDown {
        context.report(
          "'\(member.key.text)' has no effect on a device without elevated permissions",
          at: member.value, severity: .error,
          help: "name the devices that the module needs in 'Devices'; 'CapAdd' is taken away, too")
      } else {
        context.report(
          "the module may do whatever the host's root can", at: member.value,
          help: "ask for single devices with 'Devices' and capabilities with 'CapAdd'")
      }
    })

  static let privilegedNotBoolean = Rule(
    "privileged-not-boolean", .warning, "'Privileged' that is not true or false",
    explanation: """
      The agent makes a boolean of "true", "false", 0 and 1 before the daemon and Docker see it, which \
      both refuse them. Any other text makes the agent refuse the whole deployment, which is an error. \
      Write true or false without quotes.
      """,
    source: """
      Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Docker/models/HostConfig.cs
      """,
    fix: .safe,
    examples: {
      [
        .flags(
          .createOptions, #"{"HostConfig": {"Privileged": ⟦"true"⟧}}"#,
          fixed: #"{"HostConfig": {"Privileged": true}}"#),
        .flags(
          .createOptions, #"{"HostConfig": {"Privileged": ⟦0⟧}}"#,
          fixed: #"{"HostConfig": {"Privileged": false}}"#),
        .flags(.createOptions, #"{"HostConfig": {"Privileged": ⟦"yes"⟧}}"#),
        .flags(.createOptions, #"{"HostConfig": {"Privileged": ⟦[true]⟧}}"#),
        .passes(.createOptions, #"{"HostConfig": {"Privileged": true}}"#),
        .passes(.createOptions, #"{"HostConfig": {"Privileged": "${PRIVILEGED}"}}"#),
      ]
    },
    check: .createOption(["HostConfig.Privileged"]) { member, subject, context in
      let value = member.value
      guard value.kind != .boolean, !value.isNull, !subject.isOpen(value) else { return }
      let isConverted =
        value.utf8.hasText(inAnyCase: "true") || value.utf8.hasText(inAnyCase: "false")
        || value.wholeNumber(Int64.self) != nil
      guard isConverted else {
        return context.report(
          "'\(member.key.text)' must be true or false", at: value, severity: .error,
          help: "write true or false without quotes")
      }
      let word = value.isOn ? "true" : "false"
      context.report(
        "'\(member.key.text)' is \(value.isString ? "text" : "a number") instead of \(word)",
        at: value, help: "write \(word)",
        fix: Fix("write \(word)", edits: [Fix.Edit(value.range, word)]))
    })
}
