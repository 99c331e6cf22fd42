/// A number, or a text that is a percentage or a name.
///
/// `80` and `"80"` differ: the quoted one is a string, hence the name of a port.
///
/// Source: kubernetes/apimachinery pkg/util/intstr/intstr.go (IntOrString).
package enum IntOrString: Hashable, Sendable {
  case integer(Int32)
  case string(String)

  package var text: String {
    switch self {
    case .integer(let value): String(value)
    case .string(let text): text
    }
  }

  /// The number before the sign of a percentage such as `25%`; nil for anything else.
  ///
  /// Source: kubernetes/apimachinery pkg/util/validation/validation.go (IsValidPercent).
  package var percentage: Int? {
    guard case .string(let text) = self, text.utf8.last == UInt8(ascii: "%") else { return nil }
    let digits = text.utf8.dropLast()
    guard digits.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) else { return nil }
    return Int(Substring(digits))
  }

  /// Where a share of a count goes when it is no whole number.
  package enum Rounding: Sendable {
    /// As for `maxSurge`.
    case up
    /// As for `maxUnavailable`.
    case down
  }

  /// The number itself, or the percentage of a total; nil for a text that is no percentage.
  ///
  /// Source: kubernetes/apimachinery pkg/util/intstr/intstr.go (GetScaledValueFromIntOrPercent).
  package func scaled(to total: Int, rounding: Rounding) -> Int? {
    if case .integer(let value) = self { return Int(value) }
    guard let percentage else { return nil }
    let (product, overflow) = percentage.multipliedReportingOverflow(by: total)
    guard !overflow else { return nil }
    return product / 100 + (rounding == .up && product % 100 > 0 ? 1 : 0)
  }
}
