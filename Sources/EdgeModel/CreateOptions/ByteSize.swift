/// A size as Docker's command line takes it: a number and perhaps a unit, `512m`, `1.5 GiB`.
///
/// The API takes bytes only, apart from options of log drivers.
///
/// Source: docker/go-units size.go (parseSize).
package struct ByteSize: Sendable {
  /// What the prefixes `k`, `m`, `g` and so on are powers of.
  package enum Base: Double, Sendable { case decimal = 1000, binary = 1024 }

  /// May have a fraction.
  package let bytes: Double
  package let hasUnit: Bool

  /// - Returns: Nil for what is no size, negative ones included.
  package init?(_ text: String, base: Base) {
    let number = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard let value = Double(number), value.isFinite else { return nil }
    var unit = text[number.endIndex...].lowercased()[...]
    if unit.first == " " { unit = unit.dropFirst() }
    hasUnit = !unit.isEmpty
    switch unit.first {
    case nil: bytes = value
    case "b" where unit.count == 1: bytes = value
    case let prefix?:
      // `Mi` as Kubernetes writes it: nobody takes it for a size, but what it means is clear.
      let endings = base == .binary ? ["", "b", "ib", "i"] : ["", "b", "ib"]
      guard let power = "kmgtp".firstIndex(of: prefix),
        endings.contains(String(unit.dropFirst()))
      else { return nil }
      let exponent = "kmgtp".distance(from: "kmgtp".startIndex, to: power) + 1
      bytes = (0..<exponent).reduce(value) { size, _ in size * base.rawValue }
    }
  }

  /// The bytes where they are a whole number that a fraction did not blur.
  package var wholeBytes: Int64? { bytes < 0x1p53 ? Int64(exactly: bytes) : nil }
}
