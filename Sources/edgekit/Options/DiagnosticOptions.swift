internal import ArgumentParser
internal import EdgeConvert
internal import EdgeDiagnostics
internal import SystemPackage

/// What is made of diagnostics: how severe they are taken, where they are written.
struct DiagnosticOptions: ParsableArguments {
  @Flag(help: "Warnings and losses count as errors")
  var strict = false

  @Option(
    help: ArgumentHelp("The lowest severity that makes the exit status 1", valueName: "severity"))
  var failOn = FailureThreshold.error

  @Flag(help: "Exit 0 where 1 would be returned; 2 stays")
  var exitZero = false

  @Option(
    name: .customLong("report"),
    help: ArgumentHelp(
      "Also write the diagnostics to a file, for example json=report.json; may be repeated",
      valueName: "format=path"),
    completion: .list(DiagnosticFormat.allCases.map { $0.rawValue + "=" }))
  var reportTexts: [String] = []

  @Option(help: ArgumentHelp("The IoT Edge release to check against", valueName: "version"))
  var runtime = RuntimeRelease.newest

  /// The reports that were asked for.
  func reports() throws(UsageError) -> [ReportTarget] {
    var reports: [ReportTarget] = []
    for text in reportTexts { reports.append(try ReportTarget(text)) }
    return reports
  }

  /// The exit status for diagnostics that `--strict` has been applied to.
  func status(of sink: DiagnosticSink) -> ExitStatus {
    let isReached = sink.diagnostics.contains { failOn.isReached(by: $0.severity) }
    return isReached && !exitZero ? .findings : .done
  }

  /// Raises warnings and losses to errors, when that was asked for.
  func applyStrictness(to sink: inout DiagnosticSink) {
    guard strict else { return }
    sink.updateEach { diagnostic in
      guard !diagnostic.isDetail else { return }
      if diagnostic.severity == .warning || diagnostic.isLoss { diagnostic.severity = .error }
    }
  }
}

extension Diagnostic {
  /// Whether it tells of something that the target cannot say, or that had to be assumed.
  var isLoss: Bool { rule.group == "loss" && !isDetail }
}

/// A file that the diagnostics are written to, and how.
struct ReportTarget {
  var format: DiagnosticFormat
  var path: FilePath

  /// - Parameter text: `FORMAT=PATH`.
  init(_ text: String) throws(UsageError) {
    let formats = DiagnosticFormat.allValueStrings
    guard let equals = text.firstIndex(of: "="), equals != text.startIndex,
      text.index(after: equals) != text.endIndex
    else {
      throw UsageError(
        "--report takes FORMAT=PATH, not '\(text)'",
        advice: "for example --report \(formats.first ?? "text")=report.txt")
    }
    let name = String(text[..<equals])
    guard let format = DiagnosticFormat(rawValue: name) else {
      throw UsageError.unknownValue(
        name, of: "--report", among: formats, nearest: Suggestion.nearest(to: name, among: formats))
    }
    self.format = format
    let file = String(text[text.index(after: equals)...])
    guard file != "-" else {
      throw UsageError(
        "--report writes a file, and '-' is none", advice: "write \(name)=/dev/stderr to see it")
    }
    path = FilePath(file)
  }
}
