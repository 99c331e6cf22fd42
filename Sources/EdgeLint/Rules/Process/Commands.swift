internal import EdgeDiagnostics
internal import EdgeSyntax

extension Rule {
  static let cmdNotArray = Rule(
    "cmd-not-array", .error, "'Cmd' that is not a list",
    explanation: """
      The daemon takes 'Cmd' as a list of texts only, although older versions of Docker took one text. It \
      cannot read anything else, so the module is not created. Write each argument as a text of its own; \
      only a command line for a shell is one text, behind "sh" and "-c".
      """,
    source: "Azure/iotedge edgelet/docker-rs/src/models/container_create_body.rs",
    fix: .unsafe,
    examples: {
      [
        .flags(
          .createOptions, #"{"Cmd": ⟦"run -a"⟧}"#, fixed: #"{"Cmd": ["sh", "-c", "run -a"]}"#),
        .flags(.createOptions, #"{"cmd": ⟦{"0": "run"}⟧}"#),
        .passes(.createOptions, #"{"Cmd": ["run", "-a"]}"#),
        .passes(.createOptions, #"{"Cmd": null}"#),
        .passes(.createOptions, #"{"Cmd": "${COMMAND}"}"#),
      ]
    },
    check: .createOption(["Cmd"]) { member, subject, context in
      let value = member.value
      guard !value.isSequence, !value.isNull, !subject.isOpen(value) else { return }
      context.report(
        "'\(member.key.text)' must be a list of texts", at: value,
        help: "write each argument as a text of its own",
        fix: value.listFix("call a shell", .unsafe, before: ["sh", "-c"]))
    })

  static let entrypointNotArray = Rule(
    "entrypoint-not-array", .error, "'Entrypoint' that is not a list",
    explanation: """
      The daemon takes 'Entrypoint' as a list of texts only, although older versions of Docker took one \
      text. It cannot read anything else, so the module is not created. Write the program and each argument \
      as a text of its own.
      """,
    source: "Azure/iotedge edgelet/docker-rs/src/models/container_create_body.rs",
    fix: .safe,
    examples: {
      [
        .flags(.createOptions, #"{"Entrypoint": ⟦"/app"⟧}"#, fixed: #"{"Entrypoint": ["/app"]}"#),
        .flags(.createOptions, #"{"Entrypoint": ⟦"/app --all"⟧}"#),
        .passes(.createOptions, #"{"Entrypoint": ["/app", "--all"]}"#),
        .passes(.createOptions, #"{"Entrypoint": "${PROGRAM}"}"#),
      ]
    },
    check: .createOption(["Entrypoint"]) { member, subject, context in
      let value = member.value
      guard !value.isSequence, !value.isNull, !subject.isOpen(value) else { return }
      context.report(
        "'\(member.key.text)' must be a list of texts", at: value,
        help: "write the program and each argument as a text of its own",
        fix: value.utf8.contains(UInt8(ascii: " ")) ? nil : value.listFix("write a list", .safe))
    })

  static let cmdShellString = Rule(
    "cmd-shell-string", .warning, "whole command line as one argument",
    explanation: """
      No shell takes a text of 'Cmd' apart: the program gets all of it as one argument. Write each argument \
      as a text of its own, unless the entry point is a shell with -c.
      """,
    source: "edgekit",
    examples: {
      [
        .flags(.createOptions, #"{"Cmd": [⟦"run --all"⟧]}"#),
        .flags(.createOptions, #"{"Entrypoint": ["/app"], "Cmd": [⟦"run --all"⟧]}"#),
        .passes(.createOptions, #"{"Cmd": ["run", "--all"]}"#),
        .passes(.createOptions, #"{"Cmd": ["sh", "-c", "run --all"]}"#),
        .passes(.createOptions, #"{"Entrypoint": ["bash", "-lc"], "Cmd": ["run --all"]}"#),
        .passes(.createOptions, #"{"Cmd": ["--name", "two words"]}"#),
      ]
    },
    check: .createOption(["Cmd"]) { member, subject, context in
      let elements = member.value.elements.map { $0 }
      guard elements.count == 1, let line = elements.first, line.isString,
        line.utf8.contains(UInt8(ascii: " ")), !subject.isOpen(line)
      else { return }
      let entrypoint = subject["Entrypoint"]?.elements.map { $0 } ?? []
      guard entrypoint.last?.isShellFlag != true else { return }
      context.report(
        "the program gets this command line as one argument", at: line,
        help: "write each argument as a string of its own, or put \"sh\", \"-c\" before it")
    })

  static let entrypointDropsImageCmd = Rule(
    "entrypoint-drops-image-cmd", .info, "entry point without arguments",
    explanation: """
      Setting 'Entrypoint' discards the CMD of the image, so the program starts without the arguments that \
      the image gives it. Write 'Cmd', too, if it needs some.
      """,
    source: "moby/moby daemon/commit.go (merge)",
    examples: {
      [
        .flags(.createOptions, #"{⟦"Entrypoint"⟧: ["/app"]}"#),
        .passes(.createOptions, #"{"Entrypoint": ["/app"], "Cmd": []}"#),
        .passes(.createOptions, #"{"Entrypoint": []}"#),
      ]
    },
    check: .createOption(["Entrypoint"]) { member, subject, context in
      guard member.value.isSequence, member.value.hasChildren, subject["Cmd"] == nil else { return }
      context.report(
        "'\(member.key.text)' discards the arguments that the image gives", at: member.key,
        help: "add 'Cmd' with the arguments, or an empty list if there are none")
    })

  static let workingDirRelative = Rule(
    "working-dir-relative", .error, "working directory that is not absolute",
    explanation: """
      Docker refuses a working directory that does not begin with '/', so the module is not created.
      """,
    source: "moby/moby daemon/container.go (translateWorkingDir)",
    examples: {
      [
        .flags(.createOptions, #"{"WorkingDir": ⟦"app"⟧}"#),
        .passes(.createOptions, #"{"WorkingDir": "/app"}"#),
        .passes(.createOptions, #"{"WorkingDir": ""}"#),
        .passes(.createOptions, #"{"WorkingDir": "${DIRECTORY}"}"#),
      ]
    },
    check: .createOption(["WorkingDir"]) { member, subject, context in
      let value = member.value
      guard value.isString, !value.utf8.isEmpty, value.utf8.first != UInt8(ascii: "/"),
        !subject.isOpen(value)
      else { return }
      context.report(
        "the working directory '\(value.text)' is not absolute", at: value,
        help: "write the whole path, such as /\(value.text.drop { $0 == "." || $0 == "/" })")
    })

  static let ttyWithoutPurpose = Rule(
    "tty-without-purpose", .info, "terminal for a module that nobody sits at",
    explanation: """
      With a terminal the lines of the log end in carriage returns, too, and some programs write colors and \
      progress bars. Nobody can type into a module, so leave 'Tty' out.
      """,
    source: "edgekit", isOffByDefault: true,
    examples: {
      [
        .flags(.createOptions, #"{"Tty": ⟦true⟧}"#),
        .passes(.createOptions, #"{"Tty": false}"#),
      ]
    },
    check: .createOption(["Tty"]) { member, _, context in
      guard member.value.scalar == .boolean(true) else { return }
      context.report("nobody can type into a module", at: member.value, help: "remove it")
    })

  static let networkDisabled = Rule(
    "network-disabled", .warning, "module without any network",
    explanation: """
      With 'NetworkDisabled' the module reaches nothing, edgeHub included, so it can neither send nor \
      receive messages.
      """,
    source: "moby/moby api/swagger.yaml (ContainerConfig.NetworkDisabled)",
    examples: {
      [
        .flags(.createOptions, #"{"NetworkDisabled": ⟦true⟧}"#),
        .passes(.createOptions, #"{"NetworkDisabled": false}"#),
      ]
    },
    check: .createOption(["NetworkDisabled"]) { member, _, context in
      guard member.value.scalar == .boolean(true) else { return }
      context.report(
        "the module reaches nothing, not even edgeHub", at: member.value, help: "remove it")
    })
}

extension SyntaxNode {
  /// Whether it is the flag behind which a shell takes a command line: `-c`, `-lc`, `-ec`.
  var isShellFlag: Bool {
    let flag = utf8.split(separator: UInt8(ascii: " ")).last ?? []
    return flag.first == UInt8(ascii: "-") && flag.last == UInt8(ascii: "c")
      && flag.dropFirst().first != UInt8(ascii: "-")
  }

  /// Makes a list of a text; nil for anything else, and outside of JSON.
  fileprivate func listFix(
    _ title: String, _ applicability: Fix.Applicability, before: [String] = []
  ) -> Fix? {
    guard isString, tree.schema == .json else { return nil }
    let list = (before + [text]).map(JSONText.literal).joined(separator: ", ")
    return Fix(title, applicability, edits: [Fix.Edit(range, "[\(list)]")])
  }
}
