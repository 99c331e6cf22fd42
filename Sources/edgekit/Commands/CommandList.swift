internal import ArgumentParser

/// The commands that there are, in the groups and the order in which help shows them.
enum CommandList {
  static let program = "edgekit"

  /// Commands that belong together.
  struct Group {
    var title: String
    var commands: [any EdgekitCommand.Type]
  }

  static var groups: [Group] {
    [
      Group(title: "Translate", commands: [ConvertCommand.self]),
      Group(title: "Check", commands: [LintCommand.self, RulesCommand.self, ExplainCommand.self]),
      Group(title: "Look and compare", commands: [ShowCommand.self, DiffCommand.self]),
      Group(
        title: "Version control",
        commands: [
          GitTextconvCommand.self, GitDiffCommand.self, GitMergeCommand.self, GitSetupCommand.self,
        ]),
      Group(
        title: "About edgekit",
        commands: [CompletionCommand.self, ManCommand.self, VersionCommand.self]),
    ]
  }

  static var all: [any EdgekitCommand.Type] { groups.flatMap(\.commands) }

  /// All names, that of the help command included.
  static var names: [String] { all.map { $0.name } + ["help"] }

  /// The command with a name; `help` has no declaration of its own and is none of them.
  static func command(named name: String) -> (any EdgekitCommand.Type)? {
    all.first { $0.name == name }
  }

  /// The command that a line begins with, be it of one word or of two, and what follows it.
  static func command(
    leading words: ArraySlice<String>
  ) -> (command: any EdgekitCommand.Type, rest: ArraySlice<String>)? {
    guard let first = words.first else { return nil }
    if let command = command(named: first) { return (command, words.dropFirst()) }
    guard let second = words.dropFirst().first else { return nil }
    return command(named: "\(first) \(second)").map { ($0, words.dropFirst(2)) }
  }

  /// The commands that begin with the same word, where that is no command itself.
  static func family(of word: String) -> [any EdgekitCommand.Type] {
    all.filter { $0.name.hasPrefix(word + " ") }
  }
}

/// All commands as one tree, which completions are made from; runs never parse it.
struct RootCommand: ParsableCommand {
  @Flag(name: .customLong("version"), help: "Print the version")
  var wantsVersion = false

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: CommandList.program, abstract: HelpPage.tagline,
      subcommands: CommandList.all.filter { !$0.name.contains(" ") }
        .map { $0 as any ParsableCommand.Type } + [GitFamily.self])
  }
}

/// The commands for git as one branch of the tree.
struct GitFamily: ParsableCommand {
  static let word = "git"

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: word, abstract: "how git uses edgekit",
      subcommands: CommandList.family(of: word).map { $0 as any ParsableCommand.Type })
  }
}

/// What shells and tools ask of the argument parser itself.
enum ParserRequest {
  /// The answer to a request for a completion script or the dumped declarations; nil for other lines.
  static func answer(to arguments: [String]) -> String? {
    let requests = ["--generate-completion-script", "--experimental-dump-help", "---completion"]
    guard let first = arguments.first, requests.contains(where: first.hasPrefix) else { return nil }
    do {
      _ = try RootCommand.parseAsRoot(arguments)
      return nil
    } catch {
      guard RootCommand.exitCode(for: error) == .success else { return nil }
      return RootCommand.fullMessage(for: error) + "\n"
    }
  }
}
