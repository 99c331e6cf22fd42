internal import ArgumentParser
internal import EdgeConvert
internal import EdgeDiagnostics

/// An option value out of a closed list, whose words are the raw values of an enumeration.
///
/// The list in help, manual and completions comes from the cases, so a new case shows up by itself.
protocol Choice: ExpressibleByArgument, CaseIterable, RawRepresentable<String> {}

extension Choice {
  init?(argument: String) { self.init(rawValue: argument) }
  static var allValueStrings: [String] { allCases.map(\.rawValue) }
  static var allValueDescriptions: [String: String] { [:] }
  static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
  var defaultValueDescription: String { rawValue }
}

extension ColorChoice: Choice {}
extension ManifestEnvelope: Choice {}
extension CreateOptionsForm: Choice {}
extension RuntimeRelease: Choice {}
extension DiagnosticFormat: Choice {}

/// The lowest severity that makes the exit status 1.
enum FailureThreshold: String, Choice {
  case error, warning, info, never

  /// Whether a severity reaches the threshold.
  func isReached(by severity: Severity) -> Bool {
    switch self {
    case .error: severity >= .error
    case .warning: severity >= .warning
    case .info: true
    case .never: false
    }
  }
}

/// The formats in which `version` prints.
enum VersionFormat: String, Choice {
  case text, json
}

/// A shell that completions are made for.
enum Shell: String, Choice {
  case bash, zsh, fish
}

/// The dialect that input is read as.
enum SourceDialect: ExpressibleByArgument, Equatable {
  /// Whatever the content turns out to be.
  case auto
  case dialect(Dialect)

  init?(argument: String) {
    if argument == "auto" {
      self = .auto
    } else if let dialect = Dialect(rawValue: argument), dialect.isReadable {
      self = .dialect(dialect)
    } else {
      return nil
    }
  }

  static var allValueStrings: [String] {
    ["auto"] + Dialect.allCases.filter(\.isReadable).map(\.rawValue)
  }

  static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }

  var defaultValueDescription: String {
    switch self {
    case .auto: "auto"
    case .dialect(let dialect): dialect.rawValue
    }
  }
}

/// The dialect that output is written in.
struct TargetDialect: ExpressibleByArgument {
  var dialect: Dialect

  init(_ dialect: Dialect) {
    self.dialect = dialect
  }

  init?(argument: String) {
    guard let dialect = Dialect(rawValue: argument), dialect.isWritable else { return nil }
    self.dialect = dialect
  }

  static var allValueStrings: [String] {
    Dialect.allCases.filter(\.isWritable).map(\.rawValue)
  }

  static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
  var defaultValueDescription: String { dialect.rawValue }
}

/// What is reproduced exactly under `--compat`.
enum CompatibilityTarget: String, Choice {
  case virtualKubelet = "virtual-kubelet"
}
