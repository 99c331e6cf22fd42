/// Why a text is no quantity.
package enum QuantityProblem: Error, Sendable {
  /// Something stands where the grammar allows nothing.
  case format
  /// What stands after the number is none of the suffixes.
  case suffix
}

extension Quantity {
  /// Reads a quantity; white space around it is allowed.
  ///
  /// Source: kubernetes/apimachinery pkg/api/resource/quantity.go (parseQuantityString,
  /// ParseQuantity), suffix.go (interpret).
  package init(parsing text: some Collection<UInt8>) throws(QuantityProblem) {
    var scanner = QuantityScanner(text)
    let isNegative = scanner.takeSign() == UInt8(ascii: "-")
    let whole = scanner.takeDigits()
    let fraction = scanner.take(UInt8(ascii: ".")) ? scanner.takeDigits() : []
    let suffix = scanner.takeSuffix()
    guard scanner.isAtEnd, scanner.isNotEmpty else { throw .format }
    guard let unit = QuantityUnit(suffix) else { throw .suffix }
    let exact = Quantity(
      format: unit.format, isNegative: isNegative, hasNoDigit: whole.isEmpty && fraction.isEmpty,
      digits: unit.multiply(whole + fraction), exponent: unit.exponent - fraction.count)
    // Nothing is finer than a billionth, and binary quantities end with Int64.
    let rounded = exact.roundedUp(toExponent: -9)
    self = unit.format == .binarySuffix ? rounded.limited(to: Quantity(.max)) : rounded
  }

  private func limited(to limit: Quantity) -> Quantity {
    let magnitude = Quantity(
      format: format, isNegative: false, hasNoDigit: hasNoDigit, digits: digits, exponent: exponent)
    guard magnitude > limit else { return self }
    return Quantity(
      format: format, isNegative: isNegative, hasNoDigit: hasNoDigit, digits: limit.digits,
      exponent: limit.exponent)
  }
}

/// Takes a quantity apart from left to right.
private struct QuantityScanner {
  private let text: [UInt8]
  private var position = 0

  init(_ text: some Collection<UInt8>) {
    let isSpace: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0D).contains($0) }
    let leading = text.drop(while: isSpace)
    self.text = leading.reversed().drop(while: isSpace).reversed()
  }

  var isAtEnd: Bool { position == text.count }
  var isNotEmpty: Bool { !text.isEmpty }

  mutating func take(_ byte: UInt8) -> Bool {
    guard position < text.count, text[position] == byte else { return false }
    position += 1
    return true
  }

  mutating func takeSign() -> UInt8? {
    if take(UInt8(ascii: "-")) { return UInt8(ascii: "-") }
    return take(UInt8(ascii: "+")) ? UInt8(ascii: "+") : nil
  }

  /// The values of the digits, each 0 to 9.
  mutating func takeDigits() -> [UInt8] {
    let digits = text[position...].prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    position += digits.count
    return digits.map { $0 - UInt8(ascii: "0") }
  }

  /// Letters, a sign and digits, whether or not they mean something.
  mutating func takeSuffix() -> ArraySlice<UInt8> {
    let start = position
    while position < text.count, Self.isSuffixLetter(text[position]) { position += 1 }
    _ = takeSign()
    _ = takeDigits()
    return text[start..<position]
  }

  private static func isSuffixLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "i"), UInt8(ascii: "n"),
      UInt8(ascii: "u"), UInt8(ascii: "m"), UInt8(ascii: "k"), UInt8(ascii: "K"),
      UInt8(ascii: "M"), UInt8(ascii: "G"), UInt8(ascii: "T"), UInt8(ascii: "P"):
      true
    default: false
    }
  }
}

/// What a suffix multiplies with: a power of ten and a power of 1024.
private struct QuantityUnit {
  let format: Quantity.Format
  let exponent: Int
  private let binaryPower: Int

  init?(_ suffix: ArraySlice<UInt8>) {
    if suffix.count > 1, suffix.first.map({ $0 | 0x20 }) == UInt8(ascii: "e"),
      let exponent = Int32(String(decoding: suffix.dropFirst(), as: UTF8.self))
    {
      (format, self.exponent, binaryPower) = (.exponent, Int(exponent), 0)
      return
    }
    switch String(decoding: suffix, as: UTF8.self) {
    case "": (format, exponent, binaryPower) = (.decimalSuffix, 0, 0)
    case "n": (format, exponent, binaryPower) = (.decimalSuffix, -9, 0)
    case "u": (format, exponent, binaryPower) = (.decimalSuffix, -6, 0)
    case "m": (format, exponent, binaryPower) = (.decimalSuffix, -3, 0)
    case "k": (format, exponent, binaryPower) = (.decimalSuffix, 3, 0)
    case "M": (format, exponent, binaryPower) = (.decimalSuffix, 6, 0)
    case "G": (format, exponent, binaryPower) = (.decimalSuffix, 9, 0)
    case "T": (format, exponent, binaryPower) = (.decimalSuffix, 12, 0)
    case "P": (format, exponent, binaryPower) = (.decimalSuffix, 15, 0)
    case "E": (format, exponent, binaryPower) = (.decimalSuffix, 18, 0)
    case "Ki": (format, exponent, binaryPower) = (.binarySuffix, 0, 1)
    case "Mi": (format, exponent, binaryPower) = (.binarySuffix, 0, 2)
    case "Gi": (format, exponent, binaryPower) = (.binarySuffix, 0, 3)
    case "Ti": (format, exponent, binaryPower) = (.binarySuffix, 0, 4)
    case "Pi": (format, exponent, binaryPower) = (.binarySuffix, 0, 5)
    case "Ei": (format, exponent, binaryPower) = (.binarySuffix, 0, 6)
    default: return nil
    }
  }

  /// The digits of a number times the power of 1024.
  func multiply(_ digits: [UInt8]) -> [UInt8] {
    (0..<binaryPower).reduce(digits) { digits, _ in
      var product: [UInt8] = []
      var carry = 0
      for digit in digits.reversed() {
        carry += Int(digit) * 1024
        product.append(UInt8(carry % 10))
        carry /= 10
      }
      while carry > 0 {
        product.append(UInt8(carry % 10))
        carry /= 10
      }
      return product.reversed()
    }
  }
}
