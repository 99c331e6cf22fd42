internal import EdgeDiagnostics
internal import EdgeSyntax

extension Rule {
  static let modeUnknown = Rule(
    "mode-unknown", .error, "namespace mode that Docker does not know",
    explanation: """
      The modes of namespaces are few words in lower case, or for some container: and the name of a module. \
      Docker refuses others, so the module is not created.
      """,
    source: "moby/moby api/types/container/hostconfig.go (IpcMode.Valid, PidMode.Valid and others)",
    fix: .safe,
    examples: {
      [
        .flags(
          .createOptions, #"{"HostConfig": {"IpcMode": ⟦"Host"⟧}}"#,
          fixed: #"{"HostConfig": {"IpcMode": "host"}}"#),
        .flags(
          .createOptions, #"{"HostConfig": {"PidMode": ⟦"shareable"⟧, "UTSMode": ⟦"private"⟧}}"#),
        .flags(
          .createOptions, #"{"HostConfig": {"UsernsMode": ⟦"hosts"⟧, "CgroupnsMode": ⟦"none"⟧}}"#),
        .passes(
          .createOptions,
          #"{"HostConfig": {"IpcMode": "container:db", "PidMode": "", "CgroupnsMode": "private"}}"#),
        .passes(.createOptions, #"{"HostConfig": {"IpcMode": "${MODE}"}}"#),
      ]
    },
    check: .createOption(
      ["IpcMode", "PidMode", "UTSMode", "UsernsMode", "CgroupnsMode"].map { "HostConfig." + $0 }
    ) { member, subject, context in
      guard member.value.isString, !subject.isOpen(member.value) else { return }
      let text = member.value.text
      var words = ["host"]
      var isShared = false
      switch member.key.text.lowercased() {
      case "ipcmode": (words, isShared) = (["host", "none", "private", "shareable"], true)
      case "pidmode": isShared = true
      case "cgroupnsmode": words = ["host", "private"]
      default: break
      }
      guard !text.isEmpty, !words.contains(text), !(isShared && text.hasPrefix("container:"))
      else { return }
      let word = words.first { $0 == text.lowercased() }
      let choices = words.map { "'\($0)'" } + (isShared ? ["'container:' and a module"] : [])
      context.report(
        "unknown \(member.key.text) '\(text)'", at: member.value,
        help: Suggestion.question(for: text, among: words)
          ?? "use \(choices.joined(separator: " or ")), or leave it out",
        fix: word.map {
          Fix("write '\($0)'", edits: [Fix.Edit(member.value.range, JSONText.literal($0))])
        })
    })
}
