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
    guard !settings.format.isPatch || pairs.count == 1 else {
      throw UsageError(
        "a patch is for one deployment, and there are \(pairs.count)",
        advice: "add --select NAME")
    }
    let report = DiffReport(
      deployments: compare(pairs), sources: input.sources,
      names: (sides.old.name, sides.new.name))
    tellRemarks(report)
    try write(report)
    let violations = report.violations
    if !settings.tellsViolations { for violation in violations { console.error(violation) } }
    if !violations.isEmpty { return .findings }
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
        name: pair.name, from: pair.old, to: pair.new, options: settings.options,
        findsImpacts: settings.needsImpacts)
      difference.forbid(settings.forbidden)
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
    var options = DiffRendering(style: style, maxBytes: settings.maxBytes)
    options.showsImpacts = settings.showsImpacts
    options.patchForm = settings.patchForm
    options.includesSecrets = settings.includesSecrets
    let text: String
    do {
      text = try report.rendered(as: settings.format, options)
    } catch {
      throw Self.explanation(of: error, oldSide: report.names.old)
    }
    guard !text.isEmpty || !isStandardOutput else { return }
    _ = try ProductWriter(target: target, console: console)
      .write(text, name: "diff.\(settings.format.rawValue)")
  }

  private static func explanation(of failure: PatchFailure, oldSide: String) -> UsageError {
    switch failure {
    case .secrets(let pointer):
      UsageError(
        "the patch would hold a secret at \(pointer)",
        advice: "--include-secrets writes it all the same; keep the patch as you keep the secret")
    case .notAManifest:
      UsageError(
        "\(oldSide) is no deployment manifest that a patch could change",
        advice: "--expanded makes a patch for what edgekit show \(oldSide) prints")
    case .nullValue(let pointer):
      UsageError(
        "a merge patch cannot say the null at \(pointer)", advice: "use --format json-patch")
    case .createOptionsTooLong(let pointer):
      UsageError(
        "the new createOptions below \(pointer) are longer than all pieces may be",
        advice: "shorten them")
    }
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
