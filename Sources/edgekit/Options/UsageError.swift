internal import EdgeDiagnostics

/// A command line that asks for something impossible.
struct UsageError: Error, Equatable {
  var message: String
  /// What to write instead.
  var advice: String?

  init(_ message: String, advice: String? = nil) {
    self.message = message
    self.advice = advice
  }

  /// A value that is none of a closed list.
  static func unknownValue(
    _ value: String, of option: String, among values: [String]
  ) -> UsageError {
    let list = "expected " + Words.list(values, joinedBy: "or")
    return UsageError(
      "unknown value '\(value)' for \(option)",
      advice: Suggestion.question(for: value, among: values) ?? list)
  }
}
