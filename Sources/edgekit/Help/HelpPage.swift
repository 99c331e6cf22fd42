/// The text of `--help`: what a command does, examples first, then its options.
enum HelpPage {
  static let tagline = "translates Kubernetes YAML into Azure IoT Edge deployment manifests"
  /// The widest line, because long lines are hard to read even where there is room.
  private static let widest = 100
  private static let optionColumn = 30

  /// What edgekit is, three examples, and the commands in their groups.
  static func overview(width: Int) -> String {
    let layout = TextColumns(width: min(width, widest))
    var text = "edgekit \(tagline)\n\nUsage: edgekit <command> [options] [FILE|DIR|-]...\n"
    text += "\nExamples:\n" + examples(ConvertCommand.documentation.examples.prefix(3))
    for group in CommandList.groups {
      text += "\n\(group.title):\n"
      for command in group.commands {
        text += layout.entry(command.name, command.summary, column: 16)
      }
    }
    text += layout.entry("help", "print this, or the help of a command", column: 16)
    text += "\nRun 'edgekit help COMMAND' for the options of a command.\n"
    return text
  }

  /// The commands that begin with the same word.
  static func page(of family: [any EdgekitCommand.Type], width: Int) -> String {
    let layout = TextColumns(width: min(width, widest))
    let word = family.first?.name.prefix { $0 != " " } ?? ""
    var text = "Usage: edgekit \(word) <command> [options]\n\nCommands:\n"
    for command in family { text += layout.entry(command.name, command.summary, column: 16) }
    return text + "\nRun 'edgekit help \(word) COMMAND' for the options of a command.\n"
  }

  /// The first lines of a command's page, for a run that named no input.
  static func brief(of command: any EdgekitCommand.Type, width: Int) -> String {
    head(of: command) + "\nRun 'edgekit help \(command.name)' for all options.\n"
  }

  /// The whole page of a command.
  static func page(of command: any EdgekitCommand.Type, width: Int) -> String {
    let layout = TextColumns(width: min(width, widest))
    let sections = HelpSections(of: command)
    var text = head(of: command)
    if !sections.inputs.isEmpty {
      text += "\nArguments:\n"
      for input in sections.inputs {
        text += layout.entry(input.valueName, input.explanation, column: optionColumn)
      }
    }
    for section in sections.sections {
      text += "\n\(section.title):\n"
      for option in section.options {
        text += layout.entry(term(of: option), option.explanation, column: optionColumn)
      }
    }
    text += "\nExit status:\n"
    for status in ExitStatus.allCases {
      text += layout.entry("\(status.rawValue)", status.meaning, column: 5)
    }
    let limits = command.documentation.limits
    if !limits.isEmpty { text += "\nLimits of this version:\n" }
    for limit in limits { text += layout.paragraph(limit, indent: 2) }
    text += "\nDocumentation: edgekit man \(command.pageName), edgekit(1)\n"
    return text
  }

  private static func head(of command: any EdgekitCommand.Type) -> String {
    let documentation = command.documentation
    return """
      edgekit \(command.name): \(command.summary)

      Usage: edgekit \(command.name) \(documentation.synopsis)

      Examples:

      """ + examples(documentation.examples[...])
  }

  private static func examples(_ examples: ArraySlice<CommandExample>) -> String {
    examples.map { example in
      "  # \(example.purpose)\n  $ \(example.command)\n"
        + example.output.map { "  \($0)\n" }.joined()
    }.joined(separator: "\n")
  }

  private static func term(of option: ArgumentInfo) -> String {
    let names = option.names.joined(separator: ", ")
    let indented = option.names.first?.hasPrefix("--") == true ? "    " + names : names
    return option.kind == .option ? "\(indented) \(option.valueName)" : indented
  }
}
