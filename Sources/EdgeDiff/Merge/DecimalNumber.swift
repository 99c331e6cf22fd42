/// The value of a number of JSON, exactly: `1`, `1.0` and `10e-1` are the same.
struct DecimalNumber: Equatable {
  private let isNegative: Bool
  /// Without zeros at either end.
  private let digits: [UInt8]
  /// The power of ten that the digits are multiplied with.
  private let exponent: Int

  /// - Parameter text: A number in the grammar of RFC 8259.
  /// - Returns: Nil where the exponent is beyond all reason.
  init?(_ text: ArraySlice<UInt8>) {
    let parts = text.split(maxSplits: 1) { $0 | 0x20 == UInt8(ascii: "e") }
    guard let mantissa = parts.first else { return nil }
    var exponent = 0
    if parts.count > 1 {
      guard let written = Int32(String(decoding: parts[1], as: UTF8.self)) else { return nil }
      exponent = Int(written)
    }
    let halves = mantissa.split(separator: UInt8(ascii: "."), maxSplits: 1)
    if halves.count > 1 { exponent -= halves[1].count }
    var digits = mantissa.filter { (0x30...0x39).contains($0) }
    while digits.last == UInt8(ascii: "0") {
      digits.removeLast()
      exponent += 1
    }
    self.digits = Array(digits.drop { $0 == UInt8(ascii: "0") })
    self.exponent = self.digits.isEmpty ? 0 : exponent
    isNegative = !self.digits.isEmpty && text.first == UInt8(ascii: "-")
  }
}
