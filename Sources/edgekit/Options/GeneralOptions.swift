internal import ArgumentParser
internal import EdgeDiagnostics

/// How every command talks and where its product goes.
struct GeneralOptions: ParsableArguments {
  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Where the product goes; - is standard output", valueName: "path"),
    completion: .file())
  var output: String?

  @Flag(name: .shortAndLong, help: "Only the product and errors")
  var quiet = false

  @Flag(help: "Explain decisions: files left out, defaults applied")
  var verbose = false

  @Option(help: ArgumentHelp("When to color", valueName: "when"))
  var color: ColorChoice?

  @Flag(help: "The same as --color never")
  var noColor = false

  /// The choice of both options; the flag that forbids wins.
  var colorChoice: ColorChoice? { noColor ? .never : color }

  /// The streams, talking as much as was asked for.
  func console() throws(UsageError) -> Console {
    guard !(quiet && verbose) else {
      throw UsageError(
        "--quiet and --verbose contradict each other", advice: "leave one of them out")
    }
    try checkColorVariable()
    return Console(isQuiet: quiet, isVerbose: verbose)
  }

  private func checkColorVariable() throws(UsageError) {
    guard colorChoice == nil, let value = EnvironmentVariable.value("EDGEKIT_COLOR"),
      ColorChoice(rawValue: value) == nil
    else { return }
    throw UsageError.unknownValue(
      value, of: "the variable EDGEKIT_COLOR", among: ColorChoice.allValueStrings,
      nearest: Suggestion.nearest(to: value, among: ColorChoice.allValueStrings))
  }
}
