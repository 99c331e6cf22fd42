internal import EdgeDiagnostics
internal import EdgeLint
internal import EdgeModel
internal import SystemPackage

extension DeviceProfile: Choice {}

extension LintCommand {
  /// Nil for whatever suits the stream.
  func chosenFormat() throws(UsageError) -> DiagnosticFormat? {
    let given: (word: String, place: String)? =
      format.map { ($0, "--format") }
      ?? EnvironmentVariable.value("EDGEKIT_FORMAT").map { ($0, "the variable EDGEKIT_FORMAT") }
    guard let given, given.word != "auto" else { return nil }
    guard let chosen = DiagnosticFormat(rawValue: given.word) else {
      throw UsageError.unknownValue(
        given.word, of: given.place, among: ["auto"] + DiagnosticFormat.words)
    }
    return chosen
  }

  /// The options, with the configuration where they say nothing.
  func settings(_ configuration: ConfigurationFile?) throws -> LintSettings {
    let project = configuration?.settings
    var options = LintOptions()
    options.runtime = try shared.release() ?? project?.runtime ?? .newest
    options.deviceProfile =
      try deviceProfile.map { try DeviceProfile($0, of: "--device-profile") }
      ?? project?.lint.deviceProfile ?? .standard
    options.requiresResolved = requiresResolved
    options.nodes = try nodeFile.map {
      try LintSupplements.nodes(in: $0, console: shared.console())
    }
    if !schemas.isEmpty {
      options.customResources = try LintSupplements.customResources(in: schemas)
    }
    if let kubernetes { options.kubernetes = try kubernetesRelease(kubernetes) }
    var outcome = try shared.policy()
    if shared.threshold == nil, let failOn = project?.lint.failOn {
      outcome.threshold = try FailureThreshold(failOn.value, of: "fail-on of the configuration")
    }
    var settings = LintSettings(
      policy: try rulePolicy(project?.lint), options: options, outcome: outcome)
    settings.configuration = configuration
    settings.ignores = project?.lint.ignores ?? []
    settings.honorsSuppressions = !ignoresSuppressions
    settings.requiresSuppressionReason = project?.lint.requiresSuppressionReason ?? false
    settings.baseline = baseline.map { FilePath($0) }
    settings.newBaseline = newBaseline.map { FilePath($0) }
    settings.baselineMayGrow = baselineMayGrow
    settings.fixing = try fixing()
    settings.mayBeEmpty = input.mayBeEmpty
    return settings
  }

  private func kubernetesRelease(_ text: String) throws(UsageError) -> KubernetesRelease {
    guard let release = KubernetesRelease(text) else {
      throw UsageError(
        "unknown value '\(text)' for --kubernetes",
        advice: "write a release such as \(KubernetesRelease.newest)")
    }
    return release
  }

  private func fixing() throws(UsageError) -> LintSettings.Fixing {
    guard !fixes || !showsDifference else {
      throw UsageError("--fix and --diff contradict each other", advice: "leave one of them out")
    }
    guard newBaseline == nil || !(fixes || showsDifference) else {
      throw UsageError(
        "--write-baseline records findings, and --fix removes them",
        advice: "run one, then the other"
      )
    }
    guard newBaseline != nil || !baselineMayGrow else {
      throw UsageError(
        "--allow-growth says how a baseline is written", advice: "add --write-baseline FILE")
    }
    if showsDifference { return .show(includingUnsafe: fixesUnsafely) }
    return fixes || fixesUnsafely ? .write(includingUnsafe: fixesUnsafely) : .none
  }

  /// The rules: what the options select takes the place of what the configuration selects and ignores.
  private func rulePolicy(
    _ project: ProjectConfiguration.LintSettings?
  ) throws(UsageError) -> RulePolicy {
    var rules = project?.rules ?? RuleSettings()
    if !selection.isEmpty {
      rules.select = try selectors(in: selection, of: "--select")
      rules.ignore = []
    }
    rules.ignore += try selectors(in: ignored, of: "--ignore")
    for text in severities {
      guard let equals = text.lastIndex(of: "="), equals != text.startIndex else {
        throw UsageError(
          "--severity takes RULE=LEVEL, not '\(text)'",
          advice: "for example --severity twin-size=error")
      }
      let name = String(text[..<equals])
      guard let selector = RuleSelector(name) else { throw unknownRule(name, of: "--severity") }
      let word = String(text[text.index(after: equals)...])
      guard let level = RuleSettings.Level(rawValue: word) else {
        throw UsageError.unknownValue(
          word, of: "--severity", among: RuleSettings.Level.allCases.map(\.rawValue))
      }
      rules.levels.append((selector, level))
    }
    return RulePolicy(rules, overrides: project?.overrides ?? [])
  }

  private func selectors(
    in lists: [String], of option: String
  ) throws(UsageError) -> [RuleSelector] {
    var selectors: [RuleSelector] = []
    for text in lists.flatMap({ $0.split(separator: ",").map(String.init) }) {
      guard let selector = RuleSelector(text) else { throw unknownRule(text, of: option) }
      selectors.append(selector)
    }
    return selectors
  }

  private func unknownRule(_ name: String, of option: String) -> UsageError {
    UsageError("unknown rule '\(name)' for \(option)", advice: RuleSelector.advice(for: name))
  }

  // MARK: - Inputs

  /// The files to read: those that are named, with all of the project's beside them, or else the
  /// project's, or the current folder. Findings are told of the named ones alone.
  func collect(
    _ configuration: ConfigurationFile?, into settings: inout LintSettings,
    writingTo target: OutputTarget
  ) throws -> InputCollector {
    let project =
      configuration.map { configuration in
        configuration.settings.files.map(configuration.path)
      } ?? []
    let exclusions = configuration?.settings.exclusions ?? []
    let isNamed = input.isGiven(inputs)
    let names = isNamed ? inputs : project.isEmpty ? ["."] : project
    var collector = try input.collect(
      names, excluding: exclusions, writingTo: target.identity)
    if isNamed, !project.isEmpty {
      settings.reported = Set(collector.files.compactMap(\.identity))
      for name in project { collector.add(name) }
    }
    if let revision {
      let changed = try changedFiles(since: revision)
      settings.reported = settings.reported.map(changed.intersection) ?? changed
    }
    return collector
  }

  /// The files that differ from where the present branch left another, and those that git does not
  /// know yet.
  private func changedFiles(since revision: String) throws -> Set<FileIdentity> {
    guard !revision.hasPrefix("-"), !revision.isEmpty else {
      throw UsageError("'\(revision)' is no revision", advice: "name a branch, a tag or a commit")
    }
    let changed = try Git.output(of: [
      "diff", "--name-only", "-z", "--relative", "--diff-filter=d", "--merge-base", revision, "--",
    ])
    let new = try Git.output(of: ["ls-files", "-z", "--others", "--exclude-standard"])
    return Set(
      (Git.names(in: changed) + Git.names(in: new)).compactMap { name in
        (try? Stat(FilePath(name))).map { FileIdentity($0) }
      })
  }
}
