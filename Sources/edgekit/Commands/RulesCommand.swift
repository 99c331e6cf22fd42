internal import ArgumentParser
internal import SystemPackage

/// Lists the rules.
struct RulesCommand: EdgekitCommand {
  static let name = "rules"
  static let summary = "list the rules that lint knows"
  static var documentation: CommandDocumentation {
    CommandDocumentation(
      synopsis: "[options]",
      description: [
        "Prints name, group, default severity, kind of fix, first release and subject of every rule, then the rules that nobody can decide from the input alone, with the reason, and what only conversions report. A severity that ends in -off has to be asked for.",
        "In Markdown and with a folder as output, writes an index and a page for each group.",
      ],
      examples: [
        CommandExample(
          purpose: "What there is about routes", command: "edgekit rules | grep ^route-"),
        CommandExample(
          purpose: "The names that can be repaired",
          command:
            "edgekit rules --format json | jq -r '.rules[] | select(.fix) | .name'"),
        CommandExample(
          purpose: "Pages for a wiki", command: "edgekit rules --format markdown -o rules/"),
      ],
      commonOptions: ["format", "output"])
  }

  @Option(
    name: .customLong("format"),
    help: ArgumentHelp("How they are printed, text unless given", valueName: "name"),
    completion: RuleListFormat.completion)
  var format: String?

  @OptionGroup(title: "Options of every command") var shared: SharedOptions

  static var slots: [ArgumentSlot<RulesCommand>] {
    [.option("--format") { $0.format = $1 }]
      + SharedOptions.slots.map { slot in slot.lifted { slot.set(&$0.shared, $1) } }
  }

  mutating func prepareGroups() {
    shared = SharedOptions()
  }

  func perform() throws -> ExitStatus {
    let target = try OutputTarget(shared.output, formats: RuleListFormat.words)
    let console = try shared.console()
    let product = ProductWriter(target: target, console: console)
    switch try format.map({ try RuleListFormat($0, of: "--format") }) ?? .text {
    case .text: return try product.write(RuleListing.text, name: "rules.txt")
    case .json: return try product.write(RuleListing.json, name: "rules.json")
    case .markdown:
      guard case .folder(let folder) = target else {
        return try product.write(RulePages.index(linked: false), name: "rules.md")
      }
      return try write(RulePages.all, into: folder, console)
    }
  }

  private func write(
    _ pages: [(name: String, text: String)], into folder: OutputFolder, _ console: Console
  ) throws(IOFailure) -> ExitStatus {
    try folder.create()
    for (name, text) in pages {
      try FileOutput().write(Array(text.utf8), to: folder.path.appending(name))
    }
    console.tell("wrote \(Words.count(pages.count, "page")) to \(folder.name)/")
    return .done
  }
}
