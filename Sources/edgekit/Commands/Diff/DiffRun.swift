internal import EdgeDiagnostics
internal import EdgeDiff
internal import EdgeModel
internal import EdgeSyntax
internal import SystemPackage

/// One run of `diff`: reads both sides, compares what belongs together, and reports.
struct DiffRun {
  var console: Console
  var colorChoice: ColorChoice?
  var target: OutputTarget
  var settings: DiffSettings

  func perform(on sides: DiffSides) throws -> ExitStatus {
    let input = DeploymentInput(console: console, colorChoice: colorChoice)
    let old = input.read(sides.old.inputs)
    let new = input.read(sides.new.inputs)
    guard old.isComplete, new.isComplete, !old.hasErrors, !new.hasErrors else { return .failed }
    let pairs = DeploymentPair.pairs(selected(old.deployments), selected(new.deployments))
    try check(pairs, old, new, sides)
    let report = DiffReport(
      deployments: compare(pairs), sources: input.sources,
      names: (sides.old.name, sides.new.name))
    tellRemarks(report)
    try write(report)
    return report.isEqual || settings.neverFails ? .done : .findings
  }

  private func selected(_ deployments: [ExpandedDeployment]) -> [ExpandedDeployment] {
    guard let selection = settings.selection else { return deployments }
    return deployments.filter { $0.name == selection }
  }

  private func compare(_ pairs: [DeploymentPair]) -> [DeploymentDiff] {
    let settings = settings
    return pairs.parallelMap { pair in
      var difference = DeploymentDiff(
        name: pair.name, from: pair.old, to: pair.new, options: settings.options)
      difference.keep { settings.isKept($0) }
      return difference
    }
  }

  // MARK: - Output

  private func write(_ report: DiffReport) throws {
    let isTerminal =
      if case .standardOutput = target { Terminal.isTerminal(.standardOutput) } else { false }
    let isStandardOutput = if case .standardOutput = target { true } else { false }
    let style = TerminalStyle(
      usesColor: isStandardOutput && Terminal.isColored(.standardOutput, option: colorChoice),
      usesBoxCharacters: !isTerminal || Terminal.isUTF8())
    let text = report.rendered(
      as: settings.format, DiffRendering(style: style, maxBytes: settings.maxBytes))
    guard !text.isEmpty || !isStandardOutput else { return }
    _ = try ProductWriter(target: target, console: console)
      .write(text, name: "diff.\(settings.format.rawValue)")
  }

  /// Tells what was not compared.
  private func tellRemarks(_ report: DiffReport) {
    guard settings.format.isForPeople else { return }
    for deployment in report.deployments where deployment.ignoresMetadata {
      console.explain(
        "did not compare whom '\(deployment.name)' is for: one side is a manifest that cannot say")
    }
  }

  // MARK: - Nothing to do

  private func check(
    _ pairs: [DeploymentPair], _ old: DeploymentInput.Content, _ new: DeploymentInput.Content,
    _ sides: DiffSides
  ) throws(UsageError) {
    guard !settings.mayBeEmpty else { return }
    for (side, content) in [(sides.old, old), (sides.new, new)] where content.deployments.isEmpty {
      guard side.mayBeEmpty, !pairs.isEmpty else {
        throw UsageError(
          "no edge deployment found in \(side.name)",
          advice: """
            an edge deployment is a workload whose pod template has the annotation \
            isEdgeDeployment: "true", or a manifest with 'modulesContent'; --allow-empty accepts \
            having none
            """)
      }
    }
    guard pairs.isEmpty, let selection = settings.selection else { return }
    let names = (old.deployments + new.deployments).map(\.name)
    throw UsageError(
      "no edge deployment is called '\(selection)'",
      advice: Suggestion.question(for: selection, among: names)
        ?? "found \(Words.list(names, joinedBy: "and"))")
  }
}
