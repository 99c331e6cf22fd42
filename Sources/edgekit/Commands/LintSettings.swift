internal import EdgeDiagnostics
internal import EdgeLint
internal import SystemPackage

/// What a run of `lint` was asked for, options and configuration taken together.
struct LintSettings {
  var policy: RulePolicy
  var options: LintOptions
  var outcome: DiagnosticPolicy
  /// Entries of the configuration that say what is in order.
  var ignores: [ConfiguredIgnore] = []
  var configuration: ConfigurationFile?
  /// Whether comments and annotations that suppress rules count.
  var honorsSuppressions = true
  var requiresSuppressionReason = false
  var baseline: FilePath?
  var newBaseline: FilePath?
  /// Whether the new baseline may have findings that the old one has not.
  var baselineMayGrow = false
  var fixing = Fixing.none
  /// The files that findings are told of; nil for all that are read.
  var reported: Set<FileIdentity>?
  /// Whether finding nothing to judge is fine.
  var mayBeEmpty = false

  /// What is done about findings that can be fixed.
  enum Fixing: Equatable {
    case none
    /// The files are rewritten.
    case write(includingUnsafe: Bool)
    /// What would change is printed.
    case show(includingUnsafe: Bool)

    /// Nil where nothing is fixed.
    var allowsUnsafe: Bool? {
      switch self {
      case .none: nil
      case .write(let includingUnsafe), .show(let includingUnsafe): includingUnsafe
      }
    }
  }
}
