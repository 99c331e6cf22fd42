internal import EdgeDiagnostics

/// Finds out what is wrong with a command line that the parser refused, and says it in edgekit's way.
///
/// Works from the declarations, not from the parser's English. What it does not find is told in the
/// parser's words.
struct UsageDiagnosis {
  private let command: any EdgekitCommand.Type
  private let info: CommandInfo

  init(of command: any EdgekitCommand.Type) {
    self.command = command
    info = CommandInfo(command)
  }

  /// - Parameters:
  ///   - arguments: The words after the command.
  ///   - parserMessage: What the parser says.
  func explain(_ arguments: [String], parserMessage: String) -> UsageError {
    do {
      try check(arguments)
    } catch {
      return error
    }
    let text = parserMessage.prefix(1).lowercased() + parserMessage.dropFirst()
    return UsageError(
      text.hasSuffix(".") ? String(text.dropLast()) : text,
      advice: "see 'edgekit \(command.name) --help'")
  }

  private func check(_ arguments: [String]) throws(UsageError) {
    var rest = arguments[...]
    var values: [String] = []
    while let argument = rest.popFirst() {
      if argument == "--" {
        values += rest
        rest = []
      } else if argument.hasPrefix("--") {
        try checkLong(argument, rest: &rest)
      } else if argument.hasPrefix("-"), argument != "-" {
        try checkShort(argument, rest: &rest)
      } else {
        values.append(argument)
      }
    }
    try checkPositional(values)
  }

  private func checkLong(_ argument: String, rest: inout ArraySlice<String>) throws(UsageError) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    guard let option = info.options.first(where: { $0.names.contains(name) }) else {
      throw unknownOption(name)
    }
    guard option.kind == .option else {
      guard parts.count == 1 else {
        throw UsageError("\(name) takes no value", advice: "write \(name) alone")
      }
      return
    }
    try checkValue(of: option, name, attached: parts.count > 1 ? String(parts[1]) : nil, &rest)
  }

  private func checkShort(_ argument: String, rest: inout ArraySlice<String>) throws(UsageError) {
    let letters = argument.dropFirst()
    for letter in letters {
      let name = "-\(letter)"
      guard let option = info.options.first(where: { $0.names.contains(name) }) else {
        throw unknownOption(letters.count == 1 ? name : argument)
      }
      guard option.kind == .option else { continue }
      guard letters.count == 1 else {
        let value = letters.drop { $0 != letter }.dropFirst()
        throw UsageError(
          "\(name) and its value are one word in '\(argument)'", advice: "write \(name) \(value)")
      }
      try checkValue(of: option, name, attached: nil, &rest)
    }
  }

  private func checkValue(
    of option: ArgumentInfo, _ name: String, attached: String?, _ rest: inout ArraySlice<String>
  ) throws(UsageError) {
    if attached != nil { return }
    if let next = rest.first, next == "-" || !next.hasPrefix("-") {
      rest.removeFirst()
    } else {
      let long = option.names.last ?? name
      throw UsageError(
        "\(name) needs a value",
        advice: rest.first.map { "a value that begins with '-' is written \(long)=\($0)" }
          ?? "write \(name) \(option.valueName)")
    }
  }

  private func checkPositional(_ values: [String]) throws(UsageError) {
    let positionals = info.positionals
    if values.count > positionals.count, positionals.last?.isRepeating != true {
      throw UsageError(
        "unexpected argument '\(values[positionals.count])'",
        advice: "usage: edgekit \(command.name) \(command.documentation.synopsis)")
    }
  }

  private func unknownOption(_ name: String) -> UsageError {
    let names = info.options.flatMap(\.names).filter { $0.hasPrefix("--") }
    let near = name.hasPrefix("--") ? Suggestion.nearest(to: name, among: names) : nil
    return UsageError(
      "unknown option '\(name)'",
      advice: near.map { "did you mean '\($0)'?" } ?? "see 'edgekit \(command.name) --help'")
  }
}
