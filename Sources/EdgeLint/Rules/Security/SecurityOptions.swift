internal import EdgeDiagnostics
internal import EdgeSyntax

extension Rule {
  static let securityOptFormat = Rule(
    "security-opt-format", .error, "security option that Docker does not know",
    explanation: """
      Security options are label=…, apparmor=…, seccomp=…, no-new-privileges and writable-cgroups. Docker \
      refuses other words, so the module is not created; a word without its value has no effect.
      """,
    source: "moby/moby daemon/daemon_unix.go (parseSecurityOpt)",
    examples: {
      [
        .flags(.createOptions, #"{"HostConfig": {"SecurityOpt": [⟦"no-new-priv"⟧]}}"#),
        .flags(.createOptions, #"{"HostConfig": {"SecurityOpt": [⟦"label"⟧, ⟦"apparmor="⟧]}}"#),
        .flags(.createOptions, #"{"HostConfig": {"SecurityOpt": [⟦"no-new-privileges=on"⟧]}}"#),
        .flags(.createOptions, #"{"HostConfig": {"SecurityOpt": [⟦"systempaths=unconfined"⟧]}}"#),
        .passes(
          .createOptions,
          #"{"HostConfig": {"SecurityOpt": ["no-new-privileges", "label=disable"]}}"#),
        .passes(
          .createOptions,
          #"{"HostConfig": {"SecurityOpt": ["no-new-privileges=true", "apparmor:edge"]}}"#),
        .passes(.createOptions, #"{"HostConfig": {"SecurityOpt": ["${OPTION}"]}}"#),
      ]
    },
    check: .securityOption { option, entry, context in
      let words = ["apparmor", "label", "no-new-privileges", "seccomp", "writable-cgroups"]
      guard words.contains(option.word) else {
        guard entry.text != "disable" else { return }
        return context.report(
          "unknown security option '\(option.word)'", at: entry,
          help: Suggestion.question(for: option.word, among: words)
            ?? "use one of \(words.joined(separator: ", "))")
      }
      let isSwitch = option.word == "no-new-privileges" || option.word == "writable-cgroups"
      guard let value = option.value, !value.isEmpty else {
        guard !isSwitch || option.value != nil else { return }
        return context.report(
          "security option '\(option.word)' has no value", at: entry,
          help: isSwitch ? "write it without '='" : "write \(option.word)=…")
      }
      if isSwitch, GoBoolean.value(of: value) == nil {
        context.report(
          "security option '\(option.word)' takes true or false, not '\(value)'", at: entry,
          help: "write \(option.word)=true")
      }
    })

  static let securityOptSeccompPath = Rule(
    "security-opt-seccomp-path", .error, "seccomp profile given as the path of a file",
    explanation: """
      Docker's command line reads the file of a profile and sends what is in it. The API, and so \
      createOptions, take the profile itself as JSON, or 'unconfined'; with a path the module does not \
      start.
      """,
    source: "moby/moby daemon/seccomp_linux.go (WithSeccomp)",
    examples: {
      [
        .flags(.createOptions, #"{"HostConfig": {"SecurityOpt": ["seccomp=⟦/etc/p.json⟧"]}}"#),
        .flags(.createOptions, #"{"HostConfig": {"SecurityOpt": ["seccomp:⟦p.json⟧"]}}"#),
        .passes(
          .createOptions,
          #"{"HostConfig": {"SecurityOpt": ["seccomp=unconfined", "seccomp=builtin"]}}"#),
        .passes(
          .createOptions,
          #"{"HostConfig": {"SecurityOpt": ["seccomp={\"defaultAction\": \"SCMP_ACT_ALLOW\"}"]}}"#),
      ]
    },
    check: .securityOption { option, entry, context in
      guard option.word == "seccomp", let value = option.value, !value.isEmpty,
        value != "unconfined", value != "builtin",
        value.first(where: { !$0.isWhitespace }) != "{"
      else { return }
      let end = entry.utf8.count
      context.report(
        "the seccomp profile must be JSON, not the path '\(value)'",
        at: end - value.utf8.count..<end, of: entry,
        help: "write the profile itself, as JSON in the string, or 'unconfined'")
    })

  static let securityOptColon = Rule(
    "security-opt-colon", .info, "security option with a colon",
    explanation: """
      A colon between the word and its value is an old form that Docker warns about and means to drop. \
      Write an equals sign.
      """,
    source: "moby/moby daemon/daemon_unix.go (parseSecurityOpt)",
    fix: .safe,
    examples: {
      [
        .flags(
          .createOptions, #"{"HostConfig": {"SecurityOpt": ["apparmor⟦:⟧x"]}}"#,
          fixed: #"{"HostConfig": {"SecurityOpt": ["apparmor=x"]}}"#),
        .passes(.createOptions, #"{"HostConfig": {"SecurityOpt": ["label=type:edge_t"]}}"#),
      ]
    },
    check: .securityOption { option, entry, context in
      guard option.hasColon, option.value != nil else { return }
      let colon = option.word.utf8.count..<option.word.utf8.count + 1
      context.report(
        "security option '\(option.word)' is written with a colon", at: colon, of: entry,
        help: "write '\(option.word)='",
        fix: Fix("write '='", edits: [Fix.Edit(context.range(of: colon, in: entry), "=")]))
    })

  static let seccompUnconfined = Rule(
    "seccomp-unconfined", .warning, "module without a seccomp profile",
    explanation: """
      Docker's own profile keeps containers from system calls that are rarely needed and often abused. \
      'seccomp=unconfined' takes that protection away. Leave it out, or write a profile that allows what \
      the module needs.
      """,
    source: "moby/moby daemon/seccomp_linux.go (WithSeccomp)",
    examples: {
      [
        .flags(.createOptions, #"{"HostConfig": {"SecurityOpt": [⟦"seccomp=unconfined"⟧]}}"#),
        .passes(.createOptions, #"{"HostConfig": {"SecurityOpt": ["apparmor=unconfined"]}}"#),
      ]
    },
    check: .securityOption { option, entry, context in
      guard option.word == "seccomp", option.value == "unconfined" else { return }
      context.report(
        "the module may make every system call", at: entry,
        help: "leave it out, or write a seccomp profile as JSON")
    })
}

/// A security option, taken apart as Docker does it.
///
/// Source: moby/moby daemon/daemon_unix.go (parseSecurityOpt).
private struct SecurityOption {
  let word: String
  /// What follows the separator; nil where there is none.
  let value: String?
  let hasColon: Bool

  init(_ text: String) {
    let separator = text.firstIndex(of: "=") ?? text.firstIndex(of: ":")
    word = String(text[..<(separator ?? text.endIndex)])
    value = separator.map { String(text[text.index(after: $0)...]) }
    hasColon = separator.map { text[$0] == ":" } ?? false
  }
}

extension RuleCheck {
  /// Judges each security option that is text.
  fileprivate static func securityOption(
    _ check: @escaping @Sendable (SecurityOption, SyntaxNode, RuleContext) -> Void
  ) -> RuleCheck {
    .createOption(["HostConfig.SecurityOpt"]) { member, subject, context in
      for entry in member.value.elements where entry.isString && !subject.isOpen(entry) {
        check(SecurityOption(entry.text), entry, context)
      }
    }
  }
}
