internal import ArgumentParser

/// A command of edgekit: its declaration, its documentation, and what it does.
protocol EdgekitCommand: ParsableCommand {
  /// What follows the program's name: one word, or two of a family.
  static var name: String { get }
  /// What it does, in a few words without a final stop.
  static var summary: String { get }
  static var documentation: CommandDocumentation { get }

  /// All arguments once more, for ``PlainCommandLine``; empty for a command that always takes the
  /// way through the argument parser.
  static var slots: [ArgumentSlot<Self>] { get }

  /// Puts an empty value into each group of options, so that the slots of the group can be set.
  mutating func prepareGroups()

  var shared: SharedOptions { get }

  /// Does the work; what stops it is thrown as a ``UsageError`` or an ``IOFailure``.
  func perform() throws -> ExitStatus
}

extension EdgekitCommand {
  static var slots: [ArgumentSlot<Self>] { [] }

  mutating func prepareGroups() {}

  static var configuration: CommandConfiguration {
    let words = name.split(separator: " ").map(String.init)
    let ancestors = [CommandList.program] + words.dropLast()
    // Naming the program keeps the parser from looking for its completion options in every run, and
    // help being an ordinary flag keeps it from making up names for further kinds of help.
    return CommandConfiguration(
      commandName: words.last, _superCommandName: ancestors.joined(separator: " "),
      abstract: summary, helpNames: [])
  }

  /// The name of its manual page after `edgekit-`.
  static var pageName: String {
    String(name.map { $0 == " " ? "-" : $0 })
  }
}

/// What help and manual say of a command beyond its options.
struct CommandDocumentation {
  /// The arguments as a usage line shows them.
  var synopsis: String
  /// What it does, in paragraphs of whole sentences.
  var description: [String] = []
  var examples: [CommandExample]
  /// The long names of the options that most runs need, in order.
  var commonOptions: [String]
  /// The heading of the other options that only this command has.
  var ownTitle = "Other options"
  /// Whether the manual explains the formats of reports.
  var explainsFormats = false
  /// What a user must know does not exist yet, in whole sentences.
  var limits: [String] = []
}

/// A command line with what it prints.
struct CommandExample {
  var purpose: String
  var command: String
  var output: [String] = []
}
