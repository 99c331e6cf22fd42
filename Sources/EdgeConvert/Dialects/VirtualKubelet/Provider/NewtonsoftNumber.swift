/// What the JSON library makes of the text of a number.
///
/// Source: JamesNK/Newtonsoft.Json 11.0.2, `JsonTextReader.cs` ParseReadNumber and
/// `Utilities/ConvertUtils.cs` Int32TryParse, Int64TryParse.
enum NewtonsoftNumber {
  /// A longer whole number is refused (`JsonTextReader.cs`, MaximumJavascriptIntegerCharacterLength).
  private static let maximumIntegerLength = 380

  /// The token a number becomes where any value may stand; nil where the library fails.
  static func token(_ text: String) -> NewtonsoftToken? {
    if hasRadix(text) {
      return radixBits(text, width: 64).map { .integer(String(Int64(bitPattern: $0))) }
    }
    if let digits = wholeDigits(text) {
      guard int64(text) != nil || text.utf8.count <= maximumIntegerLength else { return nil }
      let shortest = digits.drop { $0 == UInt8(ascii: "0") }
      // A zero loses its sign.
      guard !shortest.isEmpty else { return .integer("0") }
      let sign = text.utf8.first == UInt8(ascii: "-") ? "-" : ""
      return .integer(sign + String(decoding: shortest, as: UTF8.self))
    }
    return DotNetDouble.value(of: text).map { .float($0) }
  }

  /// Whether a number may be kept as text.
  static func isNumber(_ text: String) -> Bool {
    hasRadix(text) ? radixBits(text, width: 64) != nil : DotNetDouble.value(of: text) != nil
  }

  /// A whole number of at most 19 digits, leading zeros counted.
  static func int64(_ text: String) -> Int64? {
    guard let digits = wholeDigits(text), digits.count <= 19 else { return nil }
    return Int64(text)
  }

  /// A number where an Int32 is wanted: no point, no exponent.
  static func int32(_ text: String) -> Int32? {
    if hasRadix(text) {
      return radixBits(text, width: 32).map { Int32(truncatingIfNeeded: $0) }
    }
    // The library counts leading zeros, which only a negative number can have here.
    guard let digits = wholeDigits(text), digits.count <= 10 else { return nil }
    return Int32(text)
  }

  /// `Int32.TryParse`: white space around, one sign, digits; zero characters may follow.
  static func int32(trimming text: UTF16Text) -> Int32? {
    func isBlank(_ unit: UInt16) -> Bool { unit == 0x20 || (0x09...0x0D).contains(unit) }
    var rest = text.drop(while: isBlank)
    while rest.last == 0 { rest.removeLast() }
    while let last = rest.last, isBlank(last) { rest.removeLast() }
    return Int32(String(decoding: rest, as: UTF16.self))
  }

  /// A leading zero means hexadecimal or octal.
  private static func hasRadix(_ text: String) -> Bool {
    let bytes = text.utf8
    guard bytes.count > 1, bytes.first == UInt8(ascii: "0"), let second = bytes.dropFirst().first
    else { return false }
    return second != UInt8(ascii: ".") && second != UInt8(ascii: "e")
      && second != UInt8(ascii: "E")
  }

  /// The bits of a hexadecimal or octal number, which may set the sign bit.
  private static func radixBits(_ text: String, width: Int) -> UInt64? {
    let isHexadecimal = text.hasPrefix("0x") || text.hasPrefix("0X")
    let digits = text.dropFirst(isHexadecimal ? 2 : 1)
    guard digits.utf8.first != UInt8(ascii: "+"), digits.utf8.first != UInt8(ascii: "-"),
      let bits = UInt64(digits, radix: isHexadecimal ? 16 : 8), bits >> (width - 1) <= 1
    else { return nil }
    return bits
  }

  /// The digits of a whole decimal number; nil if there is anything else.
  private static func wholeDigits(_ text: String) -> Substring.UTF8View? {
    let digits = text.utf8.first == UInt8(ascii: "-") ? text.dropFirst() : text[...]
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return digits.utf8
  }
}
