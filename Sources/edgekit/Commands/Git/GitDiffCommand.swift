internal import ArgumentParser

/// Reports what changed in a file, as git's program for differences.
struct GitDiffCommand: EdgekitCommand {
  static let name = "git diff"
  static let summary = "report by meaning what changed in a file, for git"
  static var documentation: CommandDocumentation {
    CommandDocumentation(
      synopsis: "[options] PATH [OLD HEX MODE NEW HEX MODE [NAME INFO]]",
      description: [
        "Prints what changed in a file, for git's setting diff.edgekit.command. git gives seven arguments, two more for a file that was renamed, and one alone for a file that is not merged.",
        "'git diff' runs it for files with the attribute diff=edgekit; 'git log' and 'git show' need --ext-diff. A file that is no deployment, or cannot be read, is compared line by line.",
        "The exit status is 0 whatever changed, because git takes any other for a failure. With --exit-code it is 1 where something changed, for diff.edgekit.trustExitCode.",
      ],
      examples: [
        CommandExample(
          purpose: "Let git run it",
          command: "git config diff.edgekit.command 'edgekit git diff'"),
        CommandExample(
          purpose: "Or for once, whatever the attributes say",
          command: "GIT_EXTERNAL_DIFF='edgekit git diff' git diff deployment.json"),
      ],
      commonOptions: ["exit-code", "color"])
  }

  @Argument(
    help: ArgumentHelp(
      "What git gives: the path, then file, object and mode of each version", valueName: "argument"),
    completion: .file())
  var arguments: [String] = []

  @Flag(name: .customLong("exit-code"), help: "Exit 1 where something changed")
  var tellsByStatus = false

  @OptionGroup(title: "Options of every command") var shared: SharedOptions

  static var slots: [ArgumentSlot<GitDiffCommand>] {
    [
      .list { $0.arguments = $1 },
      .flag("--exit-code") { $0.tellsByStatus = $1 },
    ] + SharedOptions.slots.map { slot in slot.lifted { slot.set(&$0.shared, $1) } }
  }

  mutating func prepareGroups() {
    shared = SharedOptions()
  }

  func perform() throws -> ExitStatus {
    let target = try OutputTarget(shared.output, formats: [])
    let run = GitDiffRun(
      arguments: try GitDiffArguments(arguments), console: try shared.console(), target: target,
      colorChoice: try shared.colorChoice())
    let hasChanges = try run.perform()
    return hasChanges && tellsByStatus && !shared.neverFails ? .findings : .done
  }
}
