/// Bytes written as text in the standard alphabet with padding, line breaks ignored.
///
/// Source: golang/go src/encoding/base64/base64.go (StdEncoding).
package enum Base64 {
  /// The bytes, or nil when the text is not base64.
  package static func decode(_ text: some Sequence<UInt8>) -> [UInt8]? {
    var decoder = Decoder()
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.underestimatedCount / 4 * 3)
    for byte in text {
      guard decoder.take(byte, into: &bytes) else { return nil }
    }
    return decoder.isComplete ? bytes : nil
  }

  /// Whether a text is base64.
  package static func isValid(_ text: ArraySlice<UInt8>) -> Bool { decode(text) != nil }

  /// The text for some bytes, without line breaks.
  package static func encode(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for position in 0..<4 {
        text.append(
          position <= group.count
            ? alphabet[bits >> (18 - 6 * position) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private struct Decoder {
    private var bits: UInt32 = 0
    private var digits = 0
    private var padding = 0

    var isComplete: Bool { digits == 0 }

    mutating func take(_ byte: UInt8, into bytes: inout [UInt8]) -> Bool {
      switch byte {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return true
      case UInt8(ascii: "="): return pad(into: &bytes)
      default:
        guard padding == 0, let digit = Self.digit(byte) else { return false }
        bits = bits << 6 | digit
        digits += 1
        if digits == 4 { flush(count: 3, into: &bytes) }
        return true
      }
    }

    /// One `=` after three digits or two after two, and nothing behind them.
    private mutating func pad(into bytes: inout [UInt8]) -> Bool {
      guard padding > 0 ? digits == 3 : digits >= 2 else { return false }
      padding += 1
      bits <<= 6
      digits += 1
      if digits == 4 { flush(count: 3 - padding, into: &bytes) }
      return true
    }

    private mutating func flush(count: Int, into bytes: inout [UInt8]) {
      for index in 0..<count { bytes.append(UInt8(truncatingIfNeeded: bits >> (16 - 8 * index))) }
      (bits, digits) = (0, 0)
    }

    private static func digit(_ byte: UInt8) -> UInt32? {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte - UInt8(ascii: "A"))
      case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte - UInt8(ascii: "a") + 26)
      case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0") + 52)
      case UInt8(ascii: "+"): 62
      case UInt8(ascii: "/"): 63
      default: nil
      }
    }
  }
}
