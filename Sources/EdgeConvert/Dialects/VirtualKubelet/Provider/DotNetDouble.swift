/// Floating-point numbers as .NET Core 2 reads and prints them.
///
/// The provider targets netcoreapp2.0 (its `.csproj`). There the round-trip format prints 15
/// significant digits if they read back as the same number and 17 otherwise, never 16; .NET Core 3
/// would print the fewest digits that do. Reading a number that is too large fails, and a negative
/// zero loses its sign, both unlike .NET Core 3.
enum DotNetDouble {
  /// `double.TryParse` for the characters a JSON number may have.
  static func value(of text: String) -> Double? {
    guard isDecimal(text), let value = Double(text), value.isFinite else { return nil }
    return value
  }

  /// Sign, digits with at most one point, and an exponent that has digits.
  private static func isDecimal(_ text: String) -> Bool {
    var rest = text.utf8[...]
    func skipDigits() -> Int {
      let digits = rest.prefix { (0x30...0x39).contains($0) }
      rest = rest.dropFirst(digits.count)
      return digits.count
    }
    func skipSign() {
      if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    }
    skipSign()
    var digits = skipDigits()
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      digits += skipDigits()
    }
    guard digits > 0 else { return false }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest.removeFirst()
      skipSign()
      guard skipDigits() > 0 else { return false }
    }
    return rest.isEmpty
  }

  /// The JSON text of a number: always with a point or an exponent, and in quotes if it is none
  /// (`JsonConvert.cs`, EnsureDecimalPlace and EnsureFloatFormat).
  static func json(_ value: Double) -> String {
    if value.isNaN { return "\"NaN\"" }
    if value.isInfinite { return value < 0 ? "\"-Infinity\"" : "\"Infinity\"" }
    let text = roundTrip(value)
    return text.utf8.contains(UInt8(ascii: ".")) || text.utf8.contains(UInt8(ascii: "E"))
      ? text : text + ".0"
  }

  private static func roundTrip(_ value: Double) -> String {
    guard value != 0 else { return "0" }
    let decimal = ExactDecimal(value.magnitude)
    let sign = value < 0 ? "-" : ""
    let short = sign + general(decimal.rounded(to: 15), precision: 15)
    return Double(short) == value ? short : sign + general(decimal.rounded(to: 17), precision: 17)
  }

  /// The general format: an exponent of at least two digits where the number has more digits before
  /// the point than the precision, or more than four zeros behind it.
  private static func general(_ decimal: ExactDecimal, precision: Int) -> String {
    var digits = decimal.digits
    while digits.count > 1, digits.last == 0 { digits.removeLast() }
    var text = digits.map { UInt8(ascii: "0") + $0 }
    let scale = decimal.scale
    if scale > precision || scale < -3 {
      if text.count > 1 { text.insert(UInt8(ascii: "."), at: 1) }
      let exponent = scale - 1
      let size = String(exponent.magnitude)
      return String(decoding: text, as: UTF8.self) + (exponent < 0 ? "E-" : "E+")
        + (size.utf8.count < 2 ? "0" : "") + size
    }
    if scale <= 0 {
      text = Array("0.".utf8) + Array(repeating: UInt8(ascii: "0"), count: -scale) + text
    } else if scale >= text.count {
      text += Array(repeating: UInt8(ascii: "0"), count: scale - text.count)
    } else {
      text.insert(UInt8(ascii: "."), at: scale)
    }
    return String(decoding: text, as: UTF8.self)
  }
}
