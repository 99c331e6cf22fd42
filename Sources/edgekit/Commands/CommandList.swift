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
}

/// All commands as one tree, which completions are made from; runs never parse it.
struct RootCommand: ParsableCommand {
  @Flag(name: .customLong("version"), help: "Print the version")
  var wantsVersion = false

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: CommandList.program, abstract: HelpPage.tagline,
      subcommands: CommandList.all.map { $0 as any ParsableCommand.Type })
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
