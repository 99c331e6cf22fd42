internal import ArgumentParser
internal import EdgeDiagnostics
internal import EdgeLint
internal import SystemPackage

/// Explains a rule, a group of rules, a path, the table of the mappings, or the exit codes.
struct ExplainCommand: EdgekitCommand {
  static let name = "explain"
  static let summary = "explain a rule, a field, a key of createOptions or the exit codes"
  static var documentation: CommandDocumentation {
    CommandDocumentation(
      synopsis: "[options] RULE|GROUP|PATH|mapping|exit-codes...",
      description: [
        "Of a rule, prints what it is about and why it matters, samples that it flags and samples that it passes, what can be done about a finding, where the fact comes from, and how a finding is ignored. Of many samples the first are shown, all of them with --verbose. A group, which is the first word of a rule's name, lists its rules.",
        "Of a path in a pod, in createOptions or in a manifest, prints its type and meaning, what becomes of it on the other side and how exactly, an example, the option of docker run, and where the facts come from. Letter case does not count, and spec.template.spec., spec.containers[]. and createOptions. may be left out; where several things have a name, all are explained.",
        "mapping stands for the table of all fields in both directions, which edgekit-mapping(7) prints, too.",
      ],
      examples: [
        CommandExample(
          purpose: "The rule in the brackets of a finding",
          command: "edgekit explain privileged-enabled"),
        CommandExample(
          purpose: "A key of createOptions",
          command: "edgekit explain createOptions.HostConfig.Binds"),
        CommandExample(
          purpose: "What becomes of limits",
          command: "edgekit explain spec.containers.resources.limits"),
        CommandExample(purpose: "What there is about routes", command: "edgekit explain route"),
        CommandExample(
          purpose: "What a pipeline may rely on", command: "edgekit explain exit-codes"),
      ],
      commonOptions: ["format", "output"])
  }

  private static let exitCodes = "exit-codes"
  private static let mapping = "mapping"

  @Argument(
    help: ArgumentHelp(
      "A rule, the first word of some rules' names, a path, mapping or exit-codes",
      valueName: "topic"),
    completion: .custom { _, _, _ in known })
  var topics: [String] = []

  @Option(
    name: .customLong("format"),
    help: ArgumentHelp("How it is printed, text unless given", valueName: "name"),
    completion: ExplanationFormat.completion)
  var format: String?

  @OptionGroup(title: "Options of every command") var shared: SharedOptions

  static var slots: [ArgumentSlot<ExplainCommand>] {
    [.list { $0.topics = $1 }, .option("--format") { $0.format = $1 }]
      + SharedOptions.slots.map { slot in slot.lifted { slot.set(&$0.shared, $1) } }
  }

  mutating func prepareGroups() {
    shared = SharedOptions()
  }

  func perform() throws -> ExitStatus {
    let target = try OutputTarget(shared.output, formats: ExplanationFormat.words)
    guard !topics.isEmpty else {
      throw UsageError(
        "missing RULE or PATH",
        advice: "for example edgekit explain exit-codes; 'edgekit rules' lists the rules")
    }
    let product = ProductWriter(target: target, console: try shared.console())
    switch try format.map({ try ExplanationFormat($0, of: "--format") }) ?? .text {
    case .text:
      let explanation = try explanation(for: target)
      var pages: [String] = []
      for topic in topics { pages.append(try page(about: topic, explanation)) }
      return try product.write(pages.joined(separator: "\n"), name: "explanation.txt")
    case .json:
      var values: [ReportValue] = []
      for topic in topics { values += try self.values(about: topic) }
      let report = ReportValue.object([("version", .number(1)), ("topics", .list(values))])
      return try product.write(report.text, name: "explanation.json")
    case .markdown:
      guard topics == [Self.mapping] else {
        throw UsageError(
          "only the table of the mappings is a page of Markdown",
          advice: "explain mapping, or leave out --format; 'edgekit rules' prints pages about rules"
        )
      }
      return try product.write(MappingPage.text, name: MappingPage.fileName)
    }
  }

  private func page(
    about topic: String, _ explanation: RuleExplanation
  ) throws(UsageError) -> String {
    if topic == Self.exitCodes { return explanation.exitCodes() }
    if let entry = RuleCatalog.all.first(where: { $0.name == topic }) {
      return explanation.page(of: entry)
    }
    if let rule = RuleCatalog.undecidable.first(where: { $0.name == topic }) {
      return explanation.page(of: rule)
    }
    let paths = PathExplanation(style: explanation.style, width: explanation.width)
    if topic == Self.mapping { return paths.table() }
    let found = PathTopic.topics(for: topic).map(paths.page)
    // A word may be a group and a key, such as env.
    let groups = RuleCatalog.groups.contains(topic) ? [explanation.page(ofGroup: topic)] : []
    guard !(found + groups).isEmpty else { throw Self.unknown(topic) }
    return (found + groups).joined(separator: "\n")
  }

  private func values(about topic: String) throws(UsageError) -> [ReportValue] {
    if let entry = RuleCatalog.all.first(where: { $0.name == topic }) {
      return [RuleListing.explanation(of: entry)]
    }
    let topics = topic == Self.mapping ? PathTopic.table : PathTopic.topics(for: topic)
    guard !topics.isEmpty else {
      guard !Self.known.contains(topic) else {
        throw UsageError(
          "'\(topic)' has no form in JSON",
          advice: "leave out --format, or explain a rule or a path")
      }
      throw Self.unknown(topic)
    }
    return topics.map(PathReport.value)
  }

  private static func unknown(_ topic: String) -> UsageError {
    // Names of rules have no dots, and no capitals.
    let isPath = topic.contains(".") || topic.contains { $0.isUppercase }
    let near =
      isPath
      ? PathTopic.suggestion(for: topic)
      : Suggestion.nearest(to: topic, among: knownRules) ?? PathTopic.suggestion(for: topic)
    return UsageError(
      "unknown \(isPath ? "path" : "rule or path") '\(topic)'",
      advice: near.map { "did you mean '\($0)'?" }
        ?? "'edgekit rules' lists the rules, 'edgekit explain mapping' the paths")
  }

  /// Everything that can be explained but paths.
  private static var knownRules: [String] {
    RuleCatalog.all.map(\.name) + RuleCatalog.undecidable.map(\.name) + RuleCatalog.groups
      + [exitCodes, mapping]
  }

  /// Everything that can be explained.
  private static var known: [String] { knownRules + PathTopic.known }

  /// The layout that suits where the text goes.
  private func explanation(for target: OutputTarget) throws(UsageError) -> RuleExplanation {
    let choice = try shared.colorChoice()
    var isTerminal = false
    if case .standardOutput = target { isTerminal = Terminal.isTerminal(.standardOutput) }
    let width = min(Terminal.width(of: .standardOutput), 100)
    return RuleExplanation(
      style: TerminalStyle(
        usesColor: isTerminal && Terminal.isColored(.standardOutput, option: choice)),
      width: width, sampleWidth: isTerminal ? width - 4 : nil,
      sampleLines: shared.isVerbose ? nil : 24)
  }
}
