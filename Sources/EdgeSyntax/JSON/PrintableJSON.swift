internal import EdgeDiagnostics

/// JSON text that YAML can hold: some characters stand in JSON as they are that YAML forbids, or
/// takes for line ends.
extension JSONText {
  /// Whether a text has only characters that YAML prints as they are, line feeds included.
  ///
  /// Source: YAML 1.1 section 5.1; yaml/libyaml src/reader.c (yaml_parser_update_buffer).
  static func isPrintable(_ text: [UInt8]) -> Bool {
    String(decoding: text, as: UTF8.self).unicodeScalars.allSatisfy {
      $0 == "\n" || isPrintable($0)
    }
  }

  /// Appends the inside of a string literal that is the same for JSON and YAML.
  static func append(printable text: [UInt8], to output: inout [UInt8]) {
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      if isPrintable(scalar), scalar != "\"", scalar != "\\" {
        output.append(contentsOf: String(scalar).utf8)
      } else if scalar.value < 0x20 || scalar == "\"" || scalar == "\\" {
        appendEscaped(utf8: Array(String(scalar).utf8).span, to: &output)
      } else {
        appendUnicodeEscape(of: scalar, to: &output)
      }
    }
  }

  /// JSON text in which characters that YAML cannot print are escapes; they stand only in strings.
  package static func printable(_ json: [UInt8]) -> [UInt8] {
    guard !isPrintable(json) else { return json }
    var output: [UInt8] = []
    for scalar in String(decoding: json, as: UTF8.self).unicodeScalars {
      if scalar == "\n" || isPrintable(scalar) {
        output.append(contentsOf: String(scalar).utf8)
      } else {
        appendUnicodeEscape(of: scalar, to: &output)
      }
    }
    return output
  }

  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD: true
    case 0x10000...0x10FFFF: true
    default: false
    }
  }

  /// `\u` and four digits, twice for what needs a surrogate pair.
  private static func appendUnicodeEscape(of scalar: Unicode.Scalar, to output: inout [UInt8]) {
    for unit in String(scalar).utf16 {
      let digits = String(unit, radix: 16)
      output.append(contentsOf: "\\u".utf8)
      output.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count))
      output.append(contentsOf: digits.utf8)
    }
  }
}
