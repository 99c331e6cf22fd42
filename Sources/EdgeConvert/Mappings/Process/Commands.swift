internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension FieldMapping {
  static let command = FieldMapping(
    .container, "command", manifest: "createOptions.Entrypoint", fidelity: .exact,
    summary:
      "The words of the program, with $(NAME) expanded; the image's CMD is dropped, as in a pod."
  ) { source, draft, context in
    guard !source.container.command.isEmpty else { return }
    draft.body["Entrypoint"] = context.expanded(
      source.container.command, draft.variables, in: "'command'", from: source.node?["command"])
  } toKubernetes: { residual, draft, _ in
    // A single empty word takes the image's own away, for which a pod has no word.
    guard residual.body["Entrypoint"]?.texts != [""] else { return }
    residual.moveWords("Entrypoint", to: "command", of: &draft)
  }

  static let arguments = FieldMapping(
    .container, "args", manifest: "createOptions.Cmd", fidelity: .exact,
    summary: "The words after the program, with $(NAME) expanded."
  ) { source, draft, context in
    guard !source.container.args.isEmpty else { return }
    draft.body["Cmd"] = context.expanded(
      source.container.args, draft.variables, in: "'args'", from: source.node?["args"])
  } toKubernetes: { residual, draft, _ in
    residual.moveWords("Cmd", to: "args", of: &draft)
  }

  static let workingDirectory = FieldMapping(
    .container, "workingDir", manifest: "createOptions.WorkingDir", fidelity: .exact,
    summary: "Taken as it is; it must be absolute."
  ) { source, draft, context in
    guard let directory = source.container.workingDir, !directory.value.isEmpty else { return }
    draft.body["WorkingDir"] = .string(directory.value, from: directory.node)
    // Whoever judges the input judges createOptions, too.
    guard directory.value.utf8.first != UInt8(ascii: "/"), !context.options.isJudging,
      source.pod.os?.name?.value.recognized != .windows
    else { return }
    context.decoding.report(
      .workingDirRelative, "the working directory '\(directory.value)' is not absolute",
      at: directory.node,
      help: "write the whole path, such as /\(directory.value.drop { $0 == "." || $0 == "/" })")
  } toKubernetes: { residual, draft, _ in
    guard let directory = residual.body["WorkingDir"]?.text, directory.hasPrefix("/") else {
      return
    }
    draft.fields["workingDir"] = .string(directory)
    residual.remove("WorkingDir")
  }

  static let standardInput = FieldMapping(
    .container, "stdin", manifest: "createOptions.OpenStdin", fidelity: .exact,
    summary: "Written when it is true."
  ) { source, draft, _ in
    draft.set("OpenStdin", whereTrue: source.container.stdin)
  } toKubernetes: { residual, draft, _ in
    residual.moveTrue("OpenStdin", to: "stdin", of: &draft)
  }

  static let standardInputOnce = FieldMapping(
    .container, "stdinOnce", manifest: "createOptions.StdinOnce", fidelity: .exact,
    summary: "Written when it is true."
  ) { source, draft, _ in
    draft.set("StdinOnce", whereTrue: source.container.stdinOnce)
  } toKubernetes: { residual, draft, _ in
    residual.moveTrue("StdinOnce", to: "stdinOnce", of: &draft)
  }

  static let terminal = FieldMapping(
    .container, "tty", manifest: "createOptions.Tty", fidelity: .exact,
    summary: "Written when it is true."
  ) { source, draft, _ in
    draft.set("Tty", whereTrue: source.container.tty)
  } toKubernetes: { residual, draft, _ in
    residual.moveTrue("Tty", to: "tty", of: &draft)
  }
}

extension ModuleDraft {
  fileprivate mutating func set(_ key: String, whereTrue flag: Located<Bool>?) {
    guard let flag, flag.value else { return }
    body[key] = .boolean(true, from: flag.node)
  }
}

extension ModuleResidual {
  /// Takes a list of words, in which nothing is to be expanded.
  fileprivate mutating func moveWords(
    _ key: String, to field: String, of draft: inout ContainerDraft
  ) {
    guard let words = texts(key) else { return }
    draft.fields[field] = .texts(words.map(VariableExpansion.escaped))
    remove(key)
  }

  fileprivate mutating func moveTrue(
    _ key: String, to field: String, of draft: inout ContainerDraft
  ) {
    guard body[key]?.isTrue ?? false else { return }
    draft.fields[field] = .true
    remove(key)
  }
}
