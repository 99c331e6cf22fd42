/// A number of JSON as its digits and a power of ten, so that spellings of one number are equal and
/// others are not, however large they are.
struct ExactNumber: Hashable, Sendable {
  private let isNegative: Bool
  /// Without zeros at either end; empty for zero.
  private let digits: ArraySlice<UInt8>
  /// The power of ten that the digits, read as an integer, are multiplied by.
  private let exponent: Int

  /// - Returns: Nil for text that is no number, and for an exponent beyond all measure.
  init?(_ text: ArraySlice<UInt8>) {
    var rest = text
    isNegative = rest.first == UInt8(ascii: "-")
    if isNegative { rest.removeFirst() }
    let mantissa = rest.prefix { $0 | 0x20 != UInt8(ascii: "e") }
    var exponent = 0
    if mantissa.count < rest.count {
      guard let written = Int(rest.dropFirst(mantissa.count + 1).text) else { return nil }
      exponent = written
    }
    var digits: [UInt8] = []
    var fraction: Int?
    for byte in mantissa {
      if byte == UInt8(ascii: ".") {
        guard fraction == nil else { return nil }
        fraction = 0
      } else {
        guard 0x30...0x39 ~= byte else { return nil }
        digits.append(byte)
        if let count = fraction { fraction = count + 1 }
      }
    }
    guard !digits.isEmpty else { return nil }
    let significant = digits.drop { $0 == 0x30 }
    let tail = significant.reversed().prefix { $0 == 0x30 }.count
    self.digits = significant.dropLast(tail)
    let (shifted, overflow) = exponent.addingReportingOverflow(tail - (fraction ?? 0))
    guard !overflow else { return nil }
    self.exponent = self.digits.isEmpty ? 0 : shifted
  }

  /// One spelling for all.
  var text: String {
    digits.isEmpty ? "0" : (isNegative ? "-" : "") + digits.text + "e\(exponent)"
  }

  /// The integer that it is; nil for a fraction and for what fits no 64 bits.
  var integer: String? {
    guard !digits.isEmpty else { return "0" }
    guard exponent >= 0, digits.count + exponent <= 19 else { return nil }
    return (isNegative ? "-" : "") + digits.text + String(repeating: "0", count: exponent)
  }

  static func == (left: Self, right: Self) -> Bool {
    left.digits == right.digits && left.exponent == right.exponent
      && (left.isNegative == right.isNegative || left.digits.isEmpty)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(digits)
    hasher.combine(exponent)
  }
}
