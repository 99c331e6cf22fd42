internal import EdgeDiagnostics
internal import SystemPackage

/// One run of `git diff`.
struct GitDiffRun {
  var arguments: GitDiffArguments
  var console: Console
  var target: OutputTarget
  var colorChoice: ColorChoice?

  /// - Returns: Whether something changed.
  func perform() throws -> Bool {
    guard let versions = arguments.versions else {
      _ = try write(head(arguments.path) + "not merged\n")
      return true
    }
    var text = head(versions.newName.map { "\(arguments.path) → \($0)" } ?? arguments.path)
    text += modes(of: versions)
    let old = try bytes(of: versions.old)
    let new = try bytes(of: versions.new)
    let difference = difference(from: old, to: new, versions)
    text += difference ?? "no difference in meaning\n"
    _ = try write(text)
    return difference != nil || versions.old.mode != versions.new.mode
  }

  private func write(_ text: String) throws(IOFailure) -> ExitStatus {
    try ProductWriter(target: target, console: console).write(text, name: "changes.txt")
  }

  private var style: TerminalStyle {
    let isStandardOutput = if case .standardOutput = target { true } else { false }
    return TerminalStyle(
      usesColor: isStandardOutput && Terminal.isColored(.standardOutput, option: colorChoice))
  }

  private func head(_ name: String) -> String { style.painted(name.visible, .bold) + "\n" }

  private func modes(of versions: GitDiffArguments.Versions) -> String {
    switch (versions.old.mode, versions.new.mode) {
    case (nil, let mode?): "new file with mode \(mode)\n"
    case (let mode?, nil): "deleted file with mode \(mode)\n"
    case (let old?, let new?) where old != new: "mode \(old) → \(new)\n"
    default: ""
    }
  }

  private func bytes(of side: GitDiffArguments.Side) throws(IOFailure) -> [UInt8] {
    guard !side.isMissing else { return [] }
    return try FileInput.read(InputFile(name: side.path, path: FilePath(side.path)))
  }

  // MARK: - Differences

  /// What differs; nil for versions that mean the same.
  private func difference(
    from old: [UInt8], to new: [UInt8], _ versions: GitDiffArguments.Versions
  ) -> String? {
    let name = FilePath(versions.newName ?? arguments.path).lastComponent?.string ?? ""
    let texts = [(old, versions.old), (new, versions.new)].map { bytes, side in
      side.isFile && !side.isMissing ? TextConversion(bytes, name: name) : nil
    }
    let isExpanded = texts.allSatisfy { $0?.isExpanded ?? true } && texts.contains { $0 != nil }
    let (oldText, newText) =
      isExpanded ? (texts[0]?.text ?? [], texts[1]?.text ?? []) : (old, new)
    let text = UnifiedDiff(old: oldText, new: newText).text(
      oldName: versions.old.isMissing ? "/dev/null" : "a/\(arguments.path)",
      newName: versions.new.isMissing
        ? "/dev/null" : "b/\(versions.newName ?? arguments.path)")
    return text.isEmpty ? nil : text
  }
}
