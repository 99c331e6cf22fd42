internal import EdgeModel

/// A duration as Go, and with it Docker's command line, writes it: `1m30s`, `1.5h`, `500ms`.
///
/// Source: golang/go src/time/format.go (ParseDuration).
enum GoDuration {
  /// The whole nanoseconds of a text; nil for what is no duration, and for one without a unit.
  static func nanoseconds(_ text: String) -> Int64? {
    var rest = text[...]
    var total = 0.0
    guard !rest.isEmpty else { return nil }
    while !rest.isEmpty {
      let number = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      let unit = rest[number.endIndex...].prefix { $0.isLetter }
      guard let value = Double(number), let scale = scale(of: unit) else { return nil }
      total += value * scale
      rest = rest[unit.endIndex...]
    }
    return total < 0x1p53 ? Int64(exactly: total) : nil
  }

  private static func scale(of unit: Substring) -> Double? {
    switch unit {
    case "h": 3600e9
    case "m": 60e9
    case "s": 1e9
    case "ms": 1e6
    case "us", "µs", "μs": 1e3
    case "ns": 1
    default: nil
    }
  }
}
