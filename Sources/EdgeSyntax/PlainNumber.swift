/// Numbers among the plain scalars of YAML, as go-yaml v2 resolves them.
///
/// Source: go-yaml/yaml v2, resolve.go (resolve, yamlStyleFloat), with Go's strconv.ParseInt in base
/// 0 after all underscores are removed.
enum PlainNumber {
  /// A scalar that begins with a digit or a sign.
  static func resolve(_ text: ArraySlice<UInt8>) -> ResolvedScalar {
    if let special = specialFloat(text) { return special }
    var digits = text
    if text.contains(UInt8(ascii: "_")) {
      digits = ArraySlice(text.filter { $0 != UInt8(ascii: "_") })
    }
    if let integer = integer(digits) { return .integer(integer) }
    if isFloat(digits), let value = Double(String(decoding: digits, as: UTF8.self)),
      value.isFinite
    {
      return .float(value)
    }
    return .string
  }

  /// A scalar that begins with a point: a Go float, where underscores may stand between digits.
  static func resolveAfterPoint(_ text: ArraySlice<UInt8>) -> ResolvedScalar {
    if let special = specialFloat(text) { return special }
    var digits: [UInt8] = []
    var previous: UInt8 = 0
    for (index, byte) in zip(text.indices, text) {
      if byte == UInt8(ascii: "_") {
        guard isDigit(previous), index + 1 < text.endIndex, isDigit(text[index + 1]) else {
          return .string
        }
      } else {
        digits.append(byte)
      }
      previous = byte
    }
    guard isFloat(digits[...]), let value = Double(String(decoding: digits, as: UTF8.self)),
      value.isFinite
    else { return .string }
    return .float(value)
  }

  /// An optional minus and decimal digits without a leading zero, as in JSON.
  static func decimalInteger(_ text: ArraySlice<UInt8>) -> WideInteger? {
    let isNegative = text.first == UInt8(ascii: "-")
    let digits = isNegative ? text.dropFirst() : text
    guard digits.allSatisfy(isDigit) else { return nil }
    return magnitude(digits, radix: 10).flatMap { signed($0, isNegative: isNegative) }
  }

  private static func specialFloat(_ text: ArraySlice<UInt8>) -> ResolvedScalar? {
    guard text.count == 4 || text.count == 5 else { return nil }
    switch String(decoding: text, as: UTF8.self) {
    case ".nan", ".NaN", ".NAN": return .float(.nan)
    case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": return .float(.infinity)
    case "-.inf", "-.Inf", "-.INF": return .float(-.infinity)
    default: return nil
    }
  }

  private static func integer(_ text: ArraySlice<UInt8>) -> WideInteger? {
    var digits = text
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative || digits.first == UInt8(ascii: "+") { digits = digits.dropFirst() }
    guard let first = digits.first, isDigit(first) else { return nil }
    var radix: UInt64 = 10
    if first == UInt8(ascii: "0"), digits.count > 1 {
      let prefix = digits.dropFirst()
      switch prefix.first {
      case UInt8(ascii: "x"), UInt8(ascii: "X"): (radix, digits) = (16, prefix.dropFirst())
      case UInt8(ascii: "o"), UInt8(ascii: "O"): (radix, digits) = (8, prefix.dropFirst())
      case UInt8(ascii: "b"), UInt8(ascii: "B"): (radix, digits) = (2, prefix.dropFirst())
      default: (radix, digits) = (8, prefix)
      }
    }
    guard let magnitude = magnitude(digits, radix: radix) else { return nil }
    // Only without a sign does an integer take all 64 bits.
    if text.first == UInt8(ascii: "+"), magnitude > UInt64(Int64.max) { return nil }
    return signed(magnitude, isNegative: isNegative)
  }

  private static func signed(_ magnitude: UInt64, isNegative: Bool) -> WideInteger? {
    guard !isNegative || magnitude <= UInt64(Int64.max) + 1 else { return nil }
    return WideInteger(isNegative: isNegative, magnitude: magnitude)
  }

  private static func magnitude(_ digits: ArraySlice<UInt8>, radix: UInt64) -> UInt64? {
    guard !digits.isEmpty else { return nil }
    var value: UInt64 = 0
    for byte in digits {
      guard let digit = digitValue(byte), digit < radix else { return nil }
      let (product, overflow) = value.multipliedReportingOverflow(by: radix)
      let (sum, carry) = product.addingReportingOverflow(digit)
      guard !overflow, !carry else { return nil }
      value = sum
    }
    return value
  }

  private static func digitValue(_ byte: UInt8) -> UInt64? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt64(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  /// `^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$`
  private static func isFloat(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    let whole = rest.prefix(while: isDigit)
    rest = rest.dropFirst(whole.count)
    if rest.first == UInt8(ascii: ".") {
      let fraction = rest.dropFirst().prefix(while: isDigit)
      guard !whole.isEmpty || !fraction.isEmpty else { return false }
      rest = rest.dropFirst(1 + fraction.count)
    } else if whole.isEmpty {
      return false
    }
    guard let exponent = rest.first else { return true }
    guard exponent == UInt8(ascii: "e") || exponent == UInt8(ascii: "E") else { return false }
    rest.removeFirst()
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    return !rest.isEmpty && rest.allSatisfy(isDigit)
  }
}
