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
      return try showHelp(arguments.lazy.compactMap(CommandList.command(named:)).first)
    }
    if options.contains("--version") { return try show(Version.line + "\n") }
    if first == "help" { return try help(about: Array(arguments.dropFirst())) }
    if let command = CommandList.command(named: first) {
      return try run(command, Array(arguments.dropFirst()))
    }
    if let script = ParserRequest.answer(to: arguments) { return try show(script) }
    throw first.hasPrefix("-") ? strayOption(first, arguments) : unknownCommand(first)
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
    guard let name = arguments.first(where: { !$0.hasPrefix("-") }), name != "help" else {
      return try showHelp(nil)
    }
    guard let command = CommandList.command(named: name) else { throw unknownCommand(name) }
    return try showHelp(command)
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

  private static func unknownCommand(_ name: String) -> UsageError {
    let names = CommandList.names
    let near = Suggestion.nearest(to: name, among: names)
    return UsageError(
      "unknown command '\(name)'",
      advice: near.map { "did you mean '\($0)'?" }
        ?? "the commands are \(Words.list(names, joinedBy: "and"))")
  }

  private static func strayOption(_ option: String, _ arguments: [String]) -> UsageError {
    guard let command = arguments.first(where: { CommandList.command(named: $0) != nil }) else {
      return UsageError("no command before '\(option)'", advice: "see 'edgekit --help'")
    }
    return UsageError(
      "'\(option)' stands before the command", advice: "write edgekit \(command) \(option) …")
  }
}
