internal import ArgumentParser
internal import EdgeConvert
internal import EdgeDiagnostics
internal import EdgeModel

/// An option value out of a closed list, whose words are the raw values of an enumeration.
///
/// Options are declared as plain strings, with the words as their completions, and become cases here:
/// each further type of option costs the argument parser several searches through all conformances
/// of the program whenever it reads a line. Help, manual and completions list the cases, so a new one
/// shows up by itself.
protocol Choice: CaseIterable, RawRepresentable<String> {}

extension Choice {
  /// The words that are accepted, in the order of the cases.
  static var words: [String] { allCases.map(\.rawValue) }

  /// The words, for help, manual and completions.
  static var completion: CompletionKind { .list(words) }

  /// The case with a name.
  ///
  /// - Parameter option: What the user calls the place where the word stands.
  init(_ word: String, of option: String) throws(UsageError) {
    guard let value = Self(rawValue: word) else {
      throw UsageError.unknownValue(word, of: option, among: Self.words)
    }
    self = value
  }
}

extension ColorChoice: Choice {}
extension ManifestEnvelope: Choice {}
extension CreateOptionsForm: Choice {}
extension NameCollisionPolicy: Choice {}
extension RuntimeRelease: Choice {}
extension DiagnosticFormat: Choice {}

/// The lowest severity that makes the exit status 1.
enum FailureThreshold: String, Choice {
  case error, warning, info, never

  /// The lowest severity that reaches the threshold; nil when none does.
  var severity: Severity? { Severity(rawValue: rawValue) }

  /// Whether a severity reaches the threshold.
  func isReached(by severity: Severity) -> Bool {
    self.severity.map { severity >= $0 } ?? false
  }
}

/// The formats in which `version` prints.
enum VersionFormat: String, Choice {
  case text, json
}

/// The formats in which `rules` prints.
enum RuleListFormat: String, Choice {
  case text, json, markdown
}

/// How explanations are printed.
enum ExplanationFormat: String, Choice {
  case text, json, markdown
}

/// A shell that completions are made for.
enum Shell: String, Choice {
  case bash, zsh, fish
}

/// What is reproduced exactly under `--compat`.
enum CompatibilityTarget: String, Choice {
  case virtualKubelet = "virtual-kubelet"
}
