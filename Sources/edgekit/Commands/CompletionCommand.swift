internal import ArgumentParser

/// Prints the script with which a shell completes edgekit's command lines.
struct CompletionCommand: EdgekitCommand {
  static let name = "completion"
  static let summary = "print a completion script for a shell"
  static var documentation: CommandDocumentation {
    CommandDocumentation(
      synopsis: "[options] bash|zsh|fish",
      description: [
        "Prints a script that completes commands, options and their values. 'make install' puts it where each shell looks."
      ],
      examples: [
        CommandExample(
          purpose: "For this bash", command: "source <(edgekit completion bash)"),
        CommandExample(
          purpose: "For every fish to come",
          command: "edgekit completion fish -o ~/.config/fish/completions/edgekit.fish",
          output: ["edgekit: wrote /home/you/.config/fish/completions/edgekit.fish"]),
      ],
      commonOptions: ["output"])
  }

  @Argument(help: ArgumentHelp("The shell", valueName: "shell"), completion: Shell.completion)
  var shell: String?

  @OptionGroup(title: "Options of every command") var shared: SharedOptions

  func perform() throws -> ExitStatus {
    guard let shell else {
      throw UsageError(
        "missing SHELL", advice: "expected \(Words.list(Shell.words, joinedBy: "or"))")
    }
    let product = ProductWriter(
      target: try OutputTarget(shared.output, formats: []), console: try shared.console())
    return try product.write(
      Self.script(for: try Shell(shell, of: "SHELL")), name: "edgekit.\(shell)")
  }

  /// The script for a shell, line end included.
  static func script(for shell: Shell) -> String {
    let script =
      switch shell {
      case .bash: RootCommand.completionScript(for: .bash)
      case .zsh: RootCommand.completionScript(for: .zsh)
      case .fish: RootCommand.completionScript(for: .fish)
      }
    return script.hasSuffix("\n") ? script : script + "\n"
  }
}
