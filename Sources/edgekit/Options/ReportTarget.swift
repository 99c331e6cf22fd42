internal import EdgeDiagnostics
internal import SystemPackage

/// A file that the diagnostics are written to, and how.
struct ReportTarget {
  var format: DiagnosticFormat
  var path: FilePath

  /// - Parameter text: `FORMAT=PATH`.
  init(_ text: String) throws(UsageError) {
    guard let equals = text.firstIndex(of: "="), equals != text.startIndex,
      text.index(after: equals) != text.endIndex
    else {
      throw UsageError(
        "--report takes FORMAT=PATH, not '\(text)'",
        advice: "for example --report \(DiagnosticFormat.text.rawValue)=report.txt")
    }
    let name = String(text[..<equals])
    format = try DiagnosticFormat(name, of: "--report")
    let file = String(text[text.index(after: equals)...])
    guard file != "-" else {
      throw UsageError(
        "--report writes a file, and '-' is none", advice: "write \(name)=/dev/stderr to see it")
    }
    path = FilePath(file)
  }
}
