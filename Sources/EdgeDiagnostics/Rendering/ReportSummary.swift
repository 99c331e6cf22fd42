/// How much there is of what in a report.
package struct ReportSummary: Sendable, Equatable {
  /// How many files were looked at.
  package var files: Int
  /// How many files have a diagnostic.
  package var filesWithFindings: Int
  package var errors: Int
  package var warnings: Int
  package var infos: Int
  package var suppressed: Int
  package var baselined: Int

  /// One line for people, for example `1 error, 1 warning in 1 of 14 files`.
  package var line: String {
    let counts = [(errors, "error"), (warnings, "warning"), (infos, "info")].filter { $0.0 > 0 }
    guard !counts.isEmpty else { return "no findings in \(fileCount)" }
    let findings = counts.map { count, word in
      count == 1 || word == "info" ? "\(count) \(word)" : "\(count) \(word)s"
    }.joined(separator: ", ")
    guard filesWithFindings > 0 else { return findings }
    return files > 1
      ? "\(findings) in \(filesWithFindings) of \(fileCount)" : "\(findings) in \(fileCount)"
  }

  private var fileCount: String { files == 1 ? "1 file" : "\(files) files" }
}
