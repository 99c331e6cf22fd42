internal import ArgumentParser
internal import EdgeDiagnostics
internal import EdgeLint
internal import SystemPackage

/// Explains a rule, a group of rules, or the exit codes.
struct ExplainCommand: EdgekitCommand {
  static let name = "explain"
  static let summary = "explain a rule, a group of rules or the exit codes"
  static var documentation: CommandDocumentation {
    CommandDocumentation(
      synopsis: "[options] RULE|GROUP|exit-codes...",
      description: [
        "Prints what a rule is about and why it matters, samples that it flags and samples that it passes, what can be done about a finding, where the fact comes from, and how a finding is ignored.",
        "Of many samples the first are shown, all of them with --verbose. A group, which is the first word of a rule's name, lists its rules.",
      ],
      examples: [
        CommandExample(
          purpose: "The rule in the brackets of a finding",
          command: "edgekit explain privileged-enabled"),
        CommandExample(purpose: "What there is about routes", command: "edgekit explain route"),
        CommandExample(
          purpose: "What a pipeline may rely on", command: "edgekit explain exit-codes"),
      ],
      commonOptions: ["output"])
  }

  private static let exitCodes = "exit-codes"

  @Argument(
    help: ArgumentHelp(
      "A rule, the first word of some rules' names, or exit-codes",
      valueName: "rule|group|exit-codes"),
    completion: .custom { _, _, _ in known })
  var topics: [String] = []

  @OptionGroup(title: "Options of every command") var shared: SharedOptions

  static var slots: [ArgumentSlot<ExplainCommand>] {
    [.list { $0.topics = $1 }]
      + SharedOptions.slots.map { slot in slot.lifted { slot.set(&$0.shared, $1) } }
  }

  mutating func prepareGroups() {
    shared = SharedOptions()
  }

  func perform() throws -> ExitStatus {
    let target = try OutputTarget(shared.output, formats: [])
    guard !topics.isEmpty else {
      throw UsageError(
        "missing RULE", advice: "for example edgekit explain exit-codes; 'edgekit rules' lists them"
      )
    }
    let product = ProductWriter(target: target, console: try shared.console())
    let explanation = try explanation(for: target)
    var pages: [String] = []
    for topic in topics { pages.append(try page(about: topic, explanation)) }
    return try product.write(pages.joined(separator: "\n"), name: "explanation.txt")
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
    if RuleCatalog.groups.contains(topic) { return explanation.page(ofGroup: topic) }
    throw UsageError(
      "unknown rule '\(topic)'",
      advice: Suggestion.question(for: topic, among: Self.known) ?? "'edgekit rules' lists them")
  }

  /// Everything that can be explained.
  private static var known: [String] {
    RuleCatalog.all.map(\.name) + RuleCatalog.undecidable.map(\.name) + RuleCatalog.groups
      + [exitCodes]
  }

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
