/// How much there is of what in a report; what is suppressed is only counted as such.
package struct ReportSummary: Sendable, Equatable {
  /// How many files were looked at.
  package var files: Int
  /// How many files have a finding.
  package var filesWithFindings = 0
  package var errors = 0
  package var warnings = 0
  package var infos = 0
  /// How many findings somebody suppressed by hand.
  package var suppressed = 0
  /// How many findings a baseline knows.
  package var baselined = 0
  /// How many findings are listed, where these are not all.
  package var shown: Int?

  package init(files: Int) {
    self.files = files
  }

  /// How many findings there are.
  package var findings: Int { errors + warnings + infos }

  /// One line for people, for example `1 error, 1 warning in 1 of 14 files`.
  package var line: String {
    let counts = [(errors, "error"), (warnings, "warning"), (infos, "info")].filter { $0.0 > 0 }
    guard !counts.isEmpty else { return "no findings in \(fileCount)" }
    let findings = counts.map { count, word in
      count == 1 || word == "info" ? "\(count) \(word)" : "\(count) \(word)s"
    }.joined(separator: ", ")
    let rest = shown.map { $0 == 0 ? ", none shown" : ", the first \($0) shown" } ?? ""
    guard filesWithFindings > 0 else { return findings + rest }
    let place = files > 1 ? "\(filesWithFindings) of \(fileCount)" : fileCount
    return "\(findings) in \(place)\(rest)"
  }

  private var fileCount: String { files == 1 ? "1 file" : "\(files) files" }
}
