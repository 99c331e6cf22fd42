internal import ArgumentParser
internal import EdgeDiagnostics

/// How many findings are listed, and in how many words.
struct ListingOptions: ParsableArguments {
  @Flag(
    name: .customLong("statistics"), help: "Count the findings of each rule instead of listing them"
  )
  var countsFindings = false

  @Option(
    name: .customLong("max-findings"),
    help: ArgumentHelp(
      "List so many findings at most; all count for the exit status", valueName: "number"))
  var maxFindings: String?

  @Option(
    name: .customLong("max-bytes"),
    help: ArgumentHelp(
      "Leave detail out of markdown until it has so many bytes at most", valueName: "number"))
  var maxBytes: String?

  /// The same options for ``PlainCommandLine``.
  static var slots: [ArgumentSlot<ListingOptions>] {
    [
      .flag("--statistics") { $0.countsFindings = $1 },
      .option("--max-findings") { $0.maxFindings = $1 },
      .option("--max-bytes") { $0.maxBytes = $1 },
    ]
  }

  /// The options in the form that renderers take.
  ///
  /// - Parameters:
  ///   - format: The format that findings are printed in; nil for whatever suits the stream.
  ///   - reports: The files that reports go to besides.
  func rendering(
    in format: DiagnosticFormat?, besides reports: [ReportTarget]
  ) throws(UsageError) -> RenderingOptions {
    var options = RenderingOptions()
    options.showsStatistics = countsFindings
    if countsFindings, let format, !format.countsFindings {
      let formats = DiagnosticFormat.allCases.filter(\.countsFindings).map(\.rawValue)
      throw UsageError(
        "--statistics has no \(format.rawValue) form",
        advice: "choose --format \(Words.list(formats, joinedBy: "or"))")
    }
    if let maxFindings { options.maxFindings = try Self.number(maxFindings, of: "--max-findings") }
    if let maxBytes {
      options.maxBytes = try Self.number(maxBytes, of: "--max-bytes")
      guard format == .markdown || reports.contains(where: { $0.format == .markdown }) else {
        throw UsageError(
          "--max-bytes is about markdown", advice: "add --format markdown, or leave it out")
      }
    }
    return options
  }

  static func number(_ text: String, of option: String) throws(UsageError) -> Int {
    guard let number = Int(text), number >= 0, text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else {
      throw UsageError(
        "\(option) takes a number, not '\(text)'", advice: "for example \(option) 100")
    }
    return number
  }
}
