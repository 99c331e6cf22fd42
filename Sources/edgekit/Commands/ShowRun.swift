internal import EdgeDiagnostics
internal import EdgeModel
internal import SystemPackage

/// One run of `show`.
struct ShowRun {
  var input: DeploymentInput
  var target: OutputTarget
  var view: ShowView
  var format: ShowFormat
  /// The name of the one deployment that is wanted; nil for all.
  var selection: String?
  /// The files that diagnostics are written to besides standard error.
  var reports: [ReportTarget]
  /// Whether finding nothing is fine.
  var mayBeEmpty: Bool

  func perform(on inputs: InputCollector) throws -> ExitStatus {
    let content = input.read(inputs)
    try DiagnosticTalk.write(
      input.report(on: content), to: reports,
      sparing: Set(inputs.files.compactMap(\.identity)))
    let selected = content.deployments.filter { selection == nil || $0.name == selection }
    if selected.isEmpty, content.isComplete, !content.hasErrors {
      if let selection { throw notSelected(selection, content.deployments.map(\.name)) }
      if mayBeEmpty { return .done }
      throw nothingFound(in: content.files)
    }
    guard !selected.isEmpty else { return .failed }
    let shown = selected.map { ShownDeployment($0, in: input.sources) }
    let (bytes, name) = product(of: shown)
    _ = try ProductWriter(target: target, console: input.console).write(bytes, name: name)
    guard content.isComplete else { return .failed }
    return input.policy.status(of: content.sink)
  }

  // MARK: - Views

  /// The text of the view, and the name of a file for it.
  private func product(of shown: [ShownDeployment]) -> (bytes: [UInt8], name: String) {
    switch view {
    case .expanded where format == .json: (ExpandedView.json(shown), "show.json")
    case .expanded: (ExpandedView.text(shown), "deployment.json")
    case .summary:
      rendered(shown.map { SummaryView($0) }, text: { $0.text(style, width: width) }, json: \.json)
    case .size:
      rendered(shown.map { SizeView($0) }, text: { $0.text(style, width: width) }, json: \.json)
    case .routes:
      routes(shown.map { RouteView($0) })
    }
  }

  private func routes(_ views: [RouteView]) -> (bytes: [UInt8], name: String) {
    switch format {
    case .mermaid: (Array(RouteGraph(views).mermaid.utf8), "routes.mmd")
    case .dot: (Array(RouteGraph(views).dot.utf8), "routes.dot")
    case .text, .json: rendered(views, text: { $0.text(style, width: width) }, json: \.json)
    }
  }

  /// Views one after the other, or as one object, versioned, to which members are only ever added.
  private func rendered<View>(
    _ views: [View], text: (View) -> String, json: (View) -> ReportValue
  ) -> (bytes: [UInt8], name: String) {
    guard format == .json else {
      return (Array(views.map(text).joined(separator: "\n").utf8), "show.txt")
    }
    let value = ReportValue.object([
      ("version", .number(1)), ("view", .string(view.rawValue)),
      ("deployments", .list(views.map(json))),
    ])
    return (Array(value.text.utf8), "show.json")
  }

  private var isTerminal: Bool {
    if case .standardOutput = target { Terminal.isTerminal(.standardOutput) } else { false }
  }

  private var style: TerminalStyle {
    TerminalStyle(
      usesColor: isTerminal && Terminal.isColored(.standardOutput, option: input.colorChoice))
  }

  private var width: Int? { isTerminal ? Terminal.width(of: .standardOutput) : nil }

  // MARK: - Nothing to show

  private func nothingFound(in files: [String]) -> UsageError {
    guard !files.isEmpty else {
      return UsageError(
        "no file to show was found",
        advice: """
          folders are searched for .yaml, .yml, .json and .jsonc; --verbose tells what is left out
          """)
    }
    let place = files.count == 1 ? files[0] : Words.count(files.count, "file")
    return UsageError(
      "no edge deployment found in \(place)",
      advice: """
        an edge deployment is a workload whose pod template has the annotation \
        isEdgeDeployment: "true", or a manifest with 'modulesContent'; --all-workloads shows any \
        workload, --allow-empty accepts having none
        """)
  }

  private func notSelected(_ selection: String, _ names: [String]) -> UsageError {
    let near = Suggestion.nearest(to: selection, among: names)
    return UsageError(
      "no edge deployment is called '\(selection)'",
      advice: near.map { "did you mean '\($0)'?" }
        ?? (names.isEmpty
          ? "there is no edge deployment in the input"
          : "found \(Words.list(names, joinedBy: "and"))"))
  }
}
