internal import EdgeDiagnostics
internal import SystemPackage

/// Tells diagnostics on standard error: as pictures to a person at a terminal, as lines to everybody
/// else.
struct DiagnosticTalk {
  var console: Console
  var colorChoice: ColorChoice?

  /// Tells what a quiet run has to tell, too, or all.
  func tell(
    _ diagnostics: [Diagnostic], sources: SourceManager, files: [String], tool: ToolInfo
  ) {
    let shown = diagnostics.filter { !console.isQuiet || $0.severity == .error }
    guard !shown.isEmpty else { return }
    let isTerminal = Terminal.isTerminal(.standardError)
    let report = DiagnosticReport(
      diagnostics: shown, sources: sources, files: files, tool: tool)
    let options = RenderingOptions(
      style: TerminalStyle(
        usesColor: Terminal.isColored(.standardError, option: colorChoice),
        usesBoxCharacters: Terminal.isUTF8()),
      width: isTerminal ? Terminal.width(of: .standardError) : nil, showsHelp: true)
    console.talk(render(report, as: isTerminal ? .pretty : .text, options: options))
  }

  /// Writes diagnostics to the files that reports were asked for in.
  ///
  /// - Parameter inputs: Files that must not be replaced.
  static func write(
    _ report: DiagnosticReport, to targets: [ReportTarget], sparing inputs: Set<FileIdentity> = []
  ) throws(IOFailure) {
    for target in targets {
      let text = render(report, as: target.format, options: RenderingOptions())
      try FileOutput(inputs: inputs).write(Array(text.utf8), to: target.path)
    }
  }
}
