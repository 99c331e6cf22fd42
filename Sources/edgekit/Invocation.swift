internal import ArgumentParser
internal import EdgeDiagnostics
internal import SystemPackage

/// Turns the words of a command line into a run of one command, and every outcome into a status.
///
/// The command is chosen here and parsed on its own, so that the declarations of the others cost
/// nothing. The parser's own statuses and messages never get out.
enum Invocation {
  /// - Parameter arguments: Without the program's name.
  static func run(_ arguments: [String]) -> ExitStatus {
    do {
      return try dispatch(arguments)
    } catch let error as UsageError {
      Console().error(error.message, advice: error.advice)
    } catch let failure as IOFailure {
      Console().error(failure)
    } catch {
      Console().error("\(error)")
    }
    return .failed
  }

  private static func dispatch(_ arguments: [String]) throws -> ExitStatus {
    guard let first = arguments.first else {
      Console().talk(HelpPage.overview(width: Terminal.width(of: .standardError)))
      return .failed
    }
    let options = arguments.prefix { $0 != "--" }
    if options.contains(where: { $0 == "-h" || $0 == "--help" }) {
      return try showHelp(in: arguments)
    }
    if options.contains("--version") { return try show(Version.line + "\n") }
    if first == "help" { return try help(about: Array(arguments.dropFirst())) }
    if let (command, rest) = CommandList.command(leading: arguments[...]) {
      return try run(command, Array(rest))
    }
    if let script = ParserRequest.answer(to: arguments) { return try show(script) }
    if isFamily(arguments) {
      let family = CommandList.family(of: first)
      Console().talk(HelpPage.page(of: family, width: Terminal.width(of: .standardError)))
      return .failed
    }
    throw first.hasPrefix("-") ? strayOption(first, arguments) : unknownCommand(among: arguments)
  }

  private static func run<Command: EdgekitCommand>(
    _ command: Command.Type, _ arguments: [String]
  ) throws -> ExitStatus {
    if let plain = PlainCommandLine.read(command, arguments) { return try plain.perform() }
    let parsed: Command
    do {
      parsed = try command.parse(arguments)
    } catch {
      throw UsageDiagnosis(of: command).explain(
        arguments, parserMessage: command.message(for: error))
    }
    // The flag may also have stood in a pack of short ones.
    return try parsed.shared.wantsHelp ? showHelp(command) : parsed.perform()
  }

  private static func help(about arguments: [String]) throws -> ExitStatus {
    let words = arguments.filter { !$0.hasPrefix("-") }
    guard let name = words.first, name != "help" else { return try showHelp(nil) }
    guard CommandList.command(leading: words[...]) != nil || isFamily(words) else {
      throw unknownCommand(among: words)
    }
    return try showHelp(in: words)
  }

  /// Shows the help of the first command on a line, of a family, or of edgekit.
  private static func showHelp(in arguments: [String]) throws -> ExitStatus {
    for index in arguments.indices {
      if let (command, _) = CommandList.command(leading: arguments[index...]) {
        return try showHelp(command)
      }
      let family = CommandList.family(of: arguments[index])
      if !family.isEmpty {
        return try show(HelpPage.page(of: family, width: Terminal.width(of: .standardOutput)))
      }
    }
    return try showHelp(nil)
  }

  /// Whether some words are the name of a family alone.
  private static func isFamily(_ words: [String]) -> Bool {
    words.count == 1 && !CommandList.family(of: words[0]).isEmpty
  }

  private static func showHelp(_ command: (any EdgekitCommand.Type)?) throws -> ExitStatus {
    let width = Terminal.width(of: .standardOutput)
    return try show(
      command.map { HelpPage.page(of: $0, width: width) } ?? HelpPage.overview(width: width))
  }

  private static func show(_ text: String) throws -> ExitStatus {
    try Console().write(Array(text.utf8))
    return .done
  }

  private static func unknownCommand(among words: [String]) -> UsageError {
    let first = words.first ?? ""
    let family = CommandList.family(of: first).map { $0.name }
    let name = family.isEmpty ? first : words.prefix(2).joined(separator: " ")
    let names = family.isEmpty ? CommandList.names : family
    let near = Suggestion.nearest(to: name, among: names)
    return UsageError(
      "unknown command '\(name)'",
      advice: near.map { "did you mean '\($0)'?" }
        ?? "the commands are \(Words.list(names, joinedBy: "and"))")
  }

  private static func strayOption(_ option: String, _ arguments: [String]) -> UsageError {
    let commands = arguments.indices.lazy.compactMap {
      CommandList.command(leading: arguments[$0...])?.command.name
    }
    guard let command = commands.first else {
      return UsageError("no command before '\(option)'", advice: "see 'edgekit --help'")
    }
    return UsageError(
      "'\(option)' stands before the command", advice: "write edgekit \(command) \(option) …")
  }
}
