/// What a scalar means.
package enum ResolvedScalar: Sendable, Equatable {
  case null
  case boolean(Bool)
  case integer(WideInteger)
  /// A number with a fraction or an exponent, or one that fits no 64-bit integer.
  case float(Double)
  case string
}

/// An integer between -2^63 and 2^64 - 1: the range in which both formats keep integers exact.
package struct WideInteger: Sendable, Equatable {
  package let isNegative: Bool
  package let magnitude: UInt64

  package init(isNegative: Bool, magnitude: UInt64) {
    self.isNegative = isNegative && magnitude != 0
    self.magnitude = magnitude
  }

  /// The value as a signed integer of a width, or nil when it does not fit.
  package func exactly<Value: FixedWidthInteger>(_: Value.Type) -> Value? {
    guard isNegative else { return Value(exactly: magnitude) }
    guard magnitude <= UInt64(Int64.max) + 1 else { return nil }
    return Value(exactly: Int64(truncatingIfNeeded: 0 &- magnitude))
  }

  /// The decimal spelling.
  package var text: String { (isNegative ? "-" : "") + String(magnitude) }
}

/// Resolves scalars: plain ones of YAML as Kubernetes reads them, and the values of JSON.
package enum ScalarSchema: Sendable {
  /// go-yaml v2 as kubectl uses it: YAML 1.1 booleans and integers, no sexagesimals, no timestamps.
  ///
  /// Source: go-yaml/yaml v2, resolve.go (resolveTable, resolve) and decode.go (scalar).
  case kubernetes
  /// RFC 8259.
  case json

  func resolve(
    _ text: ArraySlice<UInt8>, style: ScalarStyle, tag: NodeRecord.Tag
  ) -> ResolvedScalar {
    switch self {
    case .json: style == .jsonString ? .string : Self.resolveJSON(text)
    case .kubernetes: Self.resolveKubernetes(text, style: style, tag: tag)
    }
  }

  private static func resolveJSON(_ text: ArraySlice<UInt8>) -> ResolvedScalar {
    switch text.first {
    case UInt8(ascii: "n"): return .null
    case UInt8(ascii: "t"): return .boolean(true)
    case UInt8(ascii: "f"): return .boolean(false)
    // A placeholder in the place of a value.
    case UInt8(ascii: "$"): return .string
    default:
      if let integer = PlainNumber.decimalInteger(text) { return .integer(integer) }
      return .float(Double(String(decoding: text, as: UTF8.self)) ?? .infinity)
    }
  }

  private static func resolveKubernetes(
    _ text: ArraySlice<UInt8>, style: ScalarStyle, tag: NodeRecord.Tag
  ) -> ResolvedScalar {
    switch tag {
    case .none:
      return style == .plain ? resolvePlain(text) : .string
    case .string, .custom, .binary, .merge:
      return .string
    case .integer, .float, .boolean, .null:
      let resolved = resolvePlain(text)
      if tag == .float, case .integer(let integer) = resolved {
        return .float(Double(integer.magnitude) * (integer.isNegative ? -1 : 1))
      }
      return resolved
    }
  }

  /// Whether a plain scalar that begins with a byte, or is empty, can be anything but a string.
  static func mayBeOtherThanString(_ first: UInt8?) -> Bool {
    guard let first else { return true }
    switch first {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."), UInt8(ascii: "~"):
      return true
    default:
      switch first | 0x20 {
      case UInt8(ascii: "y"), UInt8(ascii: "n"), UInt8(ascii: "t"), UInt8(ascii: "f"),
        UInt8(ascii: "o"):
        return true
      default: return false
      }
    }
  }

  /// The value of a plain scalar without a tag.
  static func resolvePlain(_ text: ArraySlice<UInt8>) -> ResolvedScalar {
    guard let first = text.first else { return .null }
    guard mayBeOtherThanString(first) else { return .string }
    switch first {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"):
      return PlainNumber.resolve(text)
    case UInt8(ascii: "."):
      return PlainNumber.resolveAfterPoint(text)
    default:
      return text.count <= 5 ? resolveWord(text) : .string
    }
  }

  /// `y yes on true`, `n no off false` and `~ null`, each in lower case, upper case or with a
  /// capital; other mixtures are strings.
  private static func resolveWord(_ text: ArraySlice<UInt8>) -> ResolvedScalar {
    switch text.count {
    case 1:
      switch text[text.startIndex] | 0x20 {
      case UInt8(ascii: "y"): .boolean(true)
      case UInt8(ascii: "n"): .boolean(false)
      default: text.first == UInt8(ascii: "~") ? .null : .string
      }
    case 2:
      isWord(text, "on") ? .boolean(true) : isWord(text, "no") ? .boolean(false) : .string
    case 3:
      isWord(text, "yes") ? .boolean(true) : isWord(text, "off") ? .boolean(false) : .string
    case 4:
      isWord(text, "true") ? .boolean(true) : isWord(text, "null") ? .null : .string
    case 5: isWord(text, "false") ? .boolean(false) : .string
    default: .string
    }
  }

  private static func isWord(_ text: ArraySlice<UInt8>, _ word: StaticString) -> Bool {
    let isUpper = { (byte: UInt8) in byte & 0x20 == 0 }
    let start = text.startIndex
    let allUpper = isUpper(text[start]) && isUpper(text[start + 1])
    for offset in 0..<text.count {
      let byte = text[start + offset]
      // A word in the program is ASCII and has a pointer.
      guard unsafe byte | 0x20 == word.utf8Start[offset] else { return false }
      guard offset == 0 || isUpper(byte) == allUpper else { return false }
    }
    return true
  }
}
