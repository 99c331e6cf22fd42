/// What a run ends with; the numbers are those of `diff` and `grep`.
enum ExitStatus: Int32, CaseIterable {
  /// Done, and nothing to report.
  case done = 0
  /// Done, and there is something to report.
  case findings = 1
  /// Not done.
  case failed = 2

  /// What the status means, for help and manual.
  var meaning: String {
    switch self {
    case .done: "done, and nothing to report at or above --fail-on"
    case .findings:
      "done, and there is something to report; convert then wrote nothing if it is an error"
    case .failed:
      "not done: wrong usage, unreadable input, nothing relevant found, or a failed write"
    }
  }
}
