internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let capabilityUnknown = Rule(
    "capability-unknown", .error, "capability that Linux does not have",
    explanation: """
      Docker knows the capabilities of Linux by name, with or without 'CAP_', and 'ALL'. With any other \
      name it does not create the module.
      """,
    source: "moby/moby daemon/pkg/oci/caps/utils.go (NormalizeLegacyCapabilities)",
    fix: .safe,
    examples: {
      [
        .flags(
          .createOptions, #"{"HostConfig": {"CapAdd": [⟦"NETADMIN"⟧]}}"#,
          fixed: #"{"HostConfig": {"CapAdd": ["NET_ADMIN"]}}"#),
        .flags(
          .createOptions, #"{"HostConfig": {"CapDrop": [⟦"CAP_SYS_TIMES"⟧, ⟦"GPIO"⟧]}}"#,
          fixed: #"{"HostConfig": {"CapDrop": ["CAP_SYS_TIME", "GPIO"]}}"#),
        .passes(
          .createOptions, #"{"HostConfig": {"CapAdd": ["CAP_NET_ADMIN", "sys_time", "ALL"]}}"#),
        .passes(.createOptions, #"{"HostConfig": {"CapAdd": ["${CAPABILITY}"]}}"#),
      ]
    },
    check: .createOption(["HostConfig.CapAdd", "HostConfig.CapDrop"]) { member, subject, context in
      for entry in member.value.elements where entry.isString && !subject.isOpen(entry) {
        let name = capabilityName(of: entry)
        guard !LinuxCapability.isKnown(entry.text) else { continue }
        let nearest = LinuxCapability.all.filter { Suggestion.distance(name, $0) == 1 }
        let prefix = entry.text.uppercased().hasPrefix("CAP_") ? "CAP_" : ""
        context.report(
          "unknown capability '\(entry.text)'", at: entry,
          help: LinuxCapability.question(for: name)
            ?? "write a capability of Linux such as NET_ADMIN",
          fix: nearest.count == 1
            ? Fix(
              "write '\(prefix + nearest[0])'",
              edits: [Fix.Edit(entry.range, JSONText.literal(prefix + nearest[0]))]) : nil)
      }
    })

  static let capabilityAddedAndDropped = Rule(
    "capability-added-and-dropped", .warning, "capability that is both added and dropped",
    explanation: """
      A capability in 'CapAdd' and in 'CapDrop' contradicts itself, and which of the two wins depends on \
      the rest of the lists. Keep one.
      """,
    source: "moby/moby daemon/pkg/oci/caps/utils.go (TweakCapabilities)",
    examples: {
      [
        .flags(
          .createOptions,
          #"{"HostConfig": {"CapAdd": [⟦"NET_RAW"⟧], "CapDrop": ["CAP_NET_RAW", "CHOWN"]}}"#),
        .passes(.createOptions, #"{"HostConfig": {"CapAdd": ["NET_RAW"], "CapDrop": ["ALL"]}}"#),
      ]
    },
    check: .createOption(["HostConfig.CapAdd"]) { member, subject, context in
      guard let drops = subject["HostConfig.CapDrop"], drops.isSequence else { return }
      for entry in member.value.elements where entry.isString {
        let name = capabilityName(of: entry)
        guard
          let drop = drops.elements.first(where: { $0.isString && capabilityName(of: $0) == name })
        else { continue }
        context.report(
          "capability '\(entry.text)' is added and dropped", at: entry,
          labels: [.init("dropped here", at: drop.range)], help: "remove one of the two")
      }
    })

  static let capabilityRedundant = Rule(
    "capability-redundant", .info, "added capability that the module has anyway",
    explanation: """
      Docker gives every container fourteen capabilities, and a privileged one all of them. Adding one of \
      these changes nothing; the list is easier to judge without it. Devices without elevated permissions \
      keep CHOWN and SETUID back, so --device-profile locked-down leaves these two alone.
      """,
    source: "moby/moby daemon/pkg/oci/caps/defaults.go",
    isOffByDefault: true, fix: .safe,
    examples: {
      [
        .flags(
          .createOptions, #"{"HostConfig": {"CapAdd": [⟦"CHOWN"⟧, "NET_ADMIN"]}}"#,
          fixed: #"{"HostConfig": {"CapAdd": ["NET_ADMIN"]}}"#),
        .flags(
          .createOptions, #"{"HostConfig": {"Privileged": true, "CapAdd": [⟦"NET_ADMIN"⟧]}}"#,
          fixed: #"{"HostConfig": {"Privileged": true, "CapAdd": []}}"#),
        .passes(.createOptions, #"{"HostConfig": {"CapAdd": ["CHOWN"], "CapDrop": ["ALL"]}}"#),
        .passes(.createOptions, #"{"HostConfig": {"CapAdd": ["CHOWN"]}}"#, under: .lockedDown),
        .passes(.createOptions, #"{"HostConfig": {"CapAdd": ["NET_ADMIN"]}}"#),
      ]
    },
    check: .createOption(["HostConfig.CapAdd"]) { member, subject, context in
      let profile = context.options.deviceProfile
      let isPrivileged = subject.isPrivileged(on: profile)
      let drops = subject["HostConfig.CapDrop"]?.elements.map(capabilityName) ?? []
      guard isPrivileged || !drops.contains("ALL") else { return }
      for entry in member.value.elements where entry.isString && !subject.isOpen(entry) {
        let name = capabilityName(of: entry)
        let isUsual =
          LinuxCapability.usual.contains(name) && !drops.contains(name)
          && !(profile == .lockedDown && (name == "CHOWN" || name == "SETUID"))
        guard isPrivileged || isUsual else { continue }
        context.report(
          "the module has capability '\(entry.text)' anyway", at: entry,
          help: "remove it",
          fix: Fix(
            "remove it",
            edit: CollectionEditor(member.value, in: context.sources)?.removal(of: entry.range)))
      }
    })

  private static func capabilityName(of entry: SyntaxNode) -> String {
    LinuxCapability.canonical(entry.text)
  }
}
