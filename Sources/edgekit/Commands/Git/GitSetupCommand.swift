internal import ArgumentParser

/// Prints or writes what git has to know to use edgekit.
struct GitSetupCommand: EdgekitCommand {
  static let name = "git setup"
  static let summary = "tell git to compare and merge deployments by meaning"
  static var documentation: CommandDocumentation {
    CommandDocumentation(
      synopsis: "[options]",
      description: [
        "Prints the lines of .gitattributes and of git's configuration that make git use edgekit, and changes nothing.",
        "With --apply, adds the lines that are missing to .gitattributes at the top of the repository, and sets what is missing in the configuration of the repository, after saying what. A setting that has another value is left alone and told. Running it again changes nothing.",
        "With --command, sets the program for the semantic report, too: 'git diff' then prints what 'edgekit diff' prints, while 'git log' and 'git show' need --ext-diff for it.",
      ],
      examples: [
        CommandExample(
          purpose: "Look at it", command: "edgekit git setup", output: GitSetup.printed()),
        CommandExample(purpose: "Do it", command: "edgekit git setup --apply"),
      ],
      commonOptions: ["apply", "command"])
  }

  @Flag(
    name: .customLong("apply"),
    help: "Write what is missing to the repository of the working folder")
  var applies = false

  @Flag(
    name: .customLong("command"),
    help: "Let 'git diff' print the semantic report instead of lines of text")
  var setsCommand = false

  @OptionGroup(title: "Options of every command") var shared: SharedOptions

  static var slots: [ArgumentSlot<GitSetupCommand>] {
    [
      .flag("--apply") { $0.applies = $1 },
      .flag("--command") { $0.setsCommand = $1 },
    ] + SharedOptions.slots.map { slot in slot.lifted { slot.set(&$0.shared, $1) } }
  }

  mutating func prepareGroups() {
    shared = SharedOptions()
  }

  func perform() throws -> ExitStatus {
    let target = try OutputTarget(shared.output, formats: [])
    let console = try shared.console()
    let setup = GitSetup(setsCommand: setsCommand)
    guard applies else {
      return try ProductWriter(target: target, console: console)
        .write(setup.text, name: "git-setup.txt")
    }
    guard case .standardOutput = target else {
      throw UsageError(
        "--apply writes to the repository, not to a file", advice: "leave out -o or --apply")
    }
    try setup.apply(console)
    return .done
  }
}
