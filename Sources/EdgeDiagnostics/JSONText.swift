/// Writes strings as JSON string literals.
///
/// Shared by the JSON reports and the document writer. Escapes only what RFC 8259 demands, plus
/// U+2028 and U+2029, which break text that is pasted into a script; slashes and other characters
/// stay as they are.
package enum JSONText {
  /// A quoted literal.
  package static func literal(_ text: String) -> String {
    var output: [UInt8] = []
    append(text, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// Appends a quoted literal to a buffer.
  package static func append(_ text: String, to output: inout [UInt8]) {
    append(utf8: text.utf8.span, to: &output)
  }

  /// Appends a quoted literal of UTF-8 bytes to a buffer.
  package static func append(utf8 bytes: Span<UInt8>, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    appendEscaped(utf8: bytes, to: &output)
    output.append(UInt8(ascii: "\""))
  }

  /// Appends the inside of a literal to a buffer.
  package static func appendEscaped(utf8 bytes: Span<UInt8>, to output: inout [UInt8]) {
    var clean = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      guard byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0xE2 else {
        index += 1
        continue
      }
      let length: Int
      if byte == 0xE2 {
        guard isLineSeparator(bytes, at: index) else {
          index += 1
          continue
        }
        output.append(bytes.extracting(clean..<index))
        output.append(contentsOf: bytes[index + 2] == 0xA8 ? "\\u2028".utf8 : "\\u2029".utf8)
        length = 3
      } else {
        output.append(bytes.extracting(clean..<index))
        appendEscape(of: byte, to: &output)
        length = 1
      }
      index += length
      clean = index
    }
    output.append(bytes.extracting(clean..<bytes.count))
  }

  /// U+2028 and U+2029 are E2 80 A8 and E2 80 A9.
  private static func isLineSeparator(_ bytes: Span<UInt8>, at index: Int) -> Bool {
    index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] & 0xFE == 0xA8
  }

  private static func appendEscape(of byte: UInt8, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\\"))
    switch byte {
    case 0x22, 0x5C: output.append(byte)
    case 0x08: output.append(UInt8(ascii: "b"))
    case 0x09: output.append(UInt8(ascii: "t"))
    case 0x0A: output.append(UInt8(ascii: "n"))
    case 0x0C: output.append(UInt8(ascii: "f"))
    case 0x0D: output.append(UInt8(ascii: "r"))
    default:
      output.append(contentsOf: "u00".utf8)
      output.append(hexDigit(byte >> 4))
      output.append(hexDigit(byte & 15))
    }
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}

extension Array<UInt8> {
  /// Appends borrowed bytes.
  package mutating func append(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}
