/// How much a diagnostic matters.
package enum Severity: String, Sendable, CaseIterable, Comparable {
  /// Advice.
  case info
  /// Accepted, but probably not what was meant.
  case warning
  /// The runtime, the hub or the API server refuses it, or data would be lost.
  case error

  package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .info: 0
    case .warning: 1
    case .error: 2
    }
  }
}
