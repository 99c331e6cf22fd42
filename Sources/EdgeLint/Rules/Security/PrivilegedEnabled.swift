internal import EdgeDiagnostics
internal import EdgeSyntax

extension Rule {
  static let privilegedEnabled = Rule(
    "privileged-enabled", .info, "module with full access to its host",
    explanation: """
      A privileged container can do whatever the host's root can. Devices that run with elevated \
      permissions off take the setting away. Ask for single devices and capabilities instead.
      """,
    source: "Azure/iotedge edgelet/edgelet-docker/src/runtime.rs (unset_privileged)",
    examples: {
      [
        .flags(.createOptions, #"{"HostConfig": {"Privileged": ⟦true⟧}}"#),
        .flags(.createOptions, #"{"hostconfig": {"privileged": ⟦true⟧}}"#),
        .passes(.createOptions, #"{"HostConfig": {"Privileged": false}}"#),
      ]
    },
    check: .createOption(["HostConfig.Privileged"]) { member, _, context in
      guard member.value.kind == .boolean, member.value.hasText("true") else { return }
      context.report(
        "the module may do whatever the host's root can", at: member.value,
        help: "ask for single devices with 'Devices' and capabilities with 'CapAdd'")
    })
}
