internal import EdgeDiagnostics
internal import EdgeDiff
internal import EdgeModel
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
    var text = head(versions.newName.map { "\(arguments.path) \(arrow) \($0)" } ?? arguments.path)
    text += modes(of: versions)
    let old = try bytes(of: versions.old)
    let new = try bytes(of: versions.new)
    let difference = try difference(from: old, to: new, versions)
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
      usesColor: isStandardOutput && Terminal.isColored(.standardOutput, option: colorChoice),
      usesBoxCharacters: !Terminal.isTerminal(.standardOutput) || Terminal.isUTF8())
  }

  private var arrow: String { style.glyph("→", ascii: "->") }

  private func head(_ name: String) -> String { style.painted(name.visible, .bold) + "\n" }

  private func modes(of versions: GitDiffArguments.Versions) -> String {
    switch (versions.old.mode, versions.new.mode) {
    case (nil, let mode?): "new file with mode \(mode)\n"
    case (let mode?, nil): "deleted file with mode \(mode)\n"
    case (let old?, let new?) where old != new: "mode \(old) \(arrow) \(new)\n"
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
  ) throws -> String? {
    let input = DeploymentInput(console: console)
    guard
      let oldText = conversion(of: old, versions.old, input),
      let newText = conversion(of: new, versions.new, input)
    else { return lines(from: old, to: new, versions) }
    let report = DiffReport(
      deployments: DeploymentPair.pairs(oldText.deployments, newText.deployments).map {
        DeploymentDiff(name: $0.name, from: $0.old, to: $0.new)
      }, sources: input.sources, names: (arguments.path, versions.newName ?? arguments.path))
    let changes = try report.rendered(as: .text, DiffRendering(style: style))
    let others = lines(from: oldText.others, to: newText.others, versions)
    return changes.isEmpty ? others : changes + (others ?? "")
  }

  /// The deployments of a version; nil for one that has none or cannot be read.
  private func conversion(
    of bytes: [UInt8], _ side: GitDiffArguments.Side, _ input: DeploymentInput
  ) -> TextConversion? {
    guard side.isFile else { return nil }
    let name = FilePath(arguments.versions?.newName ?? arguments.path).lastComponent?.string ?? ""
    let conversion = TextConversion(bytes, name: name, reading: input)
    return side.isMissing || !conversion.deployments.isEmpty ? conversion : nil
  }

  private static func shown(_ bytes: [UInt8]) -> [UInt8] {
    SecretText(bytes).redacted(by: Secrecy.standIn) ?? bytes
  }

  /// The difference by lines; nil for equal texts.
  private func lines(
    from old: [UInt8], to new: [UInt8], _ versions: GitDiffArguments.Versions
  ) -> String? {
    guard old != new else { return nil }
    guard !old.contains(0), !new.contains(0) else { return "binary contents differ\n" }
    let (shownOld, shownNew) = (Self.shown(old), Self.shown(new))
    guard shownOld != shownNew else { return "a secret changed (hidden)\n" }
    return UnifiedDiff(old: shownOld, new: shownNew).text(
      oldName: versions.old.isMissing ? "/dev/null" : "a/\(arguments.path)",
      newName: versions.new.isMissing
        ? "/dev/null" : "b/\(versions.newName ?? arguments.path)")
  }
}
