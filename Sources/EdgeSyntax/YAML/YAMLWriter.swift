internal import EdgeDiagnostics

/// Writes YAML as a person would: block style, two blanks a level, quotes only where they are needed,
/// texts of several lines as block literals.
///
/// What is written reads as the same value by YAML 1.1 and 1.2 alike: a string that one of them takes
/// for something else is quoted.
package struct YAMLWriter {
  /// What has been written.
  package private(set) var bytes: [UInt8] = []

  package init() {}

  /// Writes one document of a stream, whose outermost value is an object.
  package mutating func document(_ value: JSONValue) {
    if !bytes.isEmpty { append("---\n") }
    guard case .object(let members) = value, !members.isEmpty else {
      inline(value)
      return append("\n")
    }
    block(members, indent: 0, isAfterDash: false)
  }

  // MARK: - Collections

  private mutating func block(_ members: [JSONValue.Member], indent: Int, isAfterDash: Bool) {
    for (index, member) in members.enumerated() {
      if index > 0 || !isAfterDash { self.indent(indent) }
      scalar(member.key, indent: indent, isKey: true)
      append(":")
      value(member.value, indent: indent)
    }
  }

  /// Writes what stands behind a key, up to the end of the line or of the block.
  private mutating func value(_ value: JSONValue, indent: Int) {
    switch value {
    case .object(let members) where !members.isEmpty:
      append("\n")
      block(members, indent: indent + 2, isAfterDash: false)
    case .array(let elements) where !elements.isEmpty:
      append("\n")
      block(elements, indent: indent + 2, isAfterDash: false)
    case .string(let text):
      append(" ")
      scalar(text, indent: indent, isKey: false)
      append("\n")
    default:
      append(" ")
      inline(value)
      append("\n")
    }
  }

  private mutating func block(_ elements: [JSONValue], indent: Int, isAfterDash: Bool) {
    for (index, element) in elements.enumerated() {
      if index > 0 || !isAfterDash { self.indent(indent) }
      append("-")
      switch element {
      case .object(let members) where !members.isEmpty:
        append(" ")
        block(members, indent: indent + 2, isAfterDash: true)
      case .array(let inner) where !inner.isEmpty:
        append(" ")
        block(inner, indent: indent + 2, isAfterDash: true)
      default: value(element, indent: indent)
      }
    }
  }

  /// Writes a number, a word or an empty collection.
  private mutating func inline(_ value: JSONValue) {
    switch value {
    case .object: append("{}")
    case .array: append("[]")
    case .literal(let text): append(text)
    case .string(let text): scalar(text, indent: 0, isKey: false)
    }
  }

  // MARK: - Scalars

  private mutating func scalar(_ text: [UInt8], indent: Int, isKey: Bool) {
    if PlainScalar.isSafe(text) {
      bytes += text
    } else if !isKey, let literal = BlockLiteral(text) {
      literal.append(to: &bytes, indent: indent + 2)
    } else {
      append("\"")
      JSONText.append(printable: text, to: &bytes)
      append("\"")
    }
  }

  private mutating func indent(_ count: Int) {
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: count))
  }

  private mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }
}

/// Which strings can be written without quotes.
enum PlainScalar {
  static func isSafe(_ text: [UInt8]) -> Bool {
    guard let first = text.first, let last = text.last, last != UInt8(ascii: ":"),
      text.allSatisfy({ (0x20..<0x7F) ~= $0 }), first != 0x20, last != 0x20,
      !indicators.contains(first), !isNumberLike(text)
    else { return false }
    for (byte, next) in zip(text, text.dropFirst()) {
      if byte == UInt8(ascii: ":"), next == 0x20 { return false }
      if byte == 0x20, next == UInt8(ascii: "#") { return false }
    }
    if text.starts(with: "---".utf8) || text.starts(with: "...".utf8) { return false }
    return ScalarSchema.resolvePlain(text[...]) == .string
  }

  /// What a plain scalar cannot begin with, plus `=` and `<`, which YAML 1.1 knows as values.
  private static let indicators = Set("-?:,[]{}#&*!|>'\"%@`=<~".utf8)

  /// Whether some reader could take a text for a number, a date or a time.
  private static func isNumberLike(_ text: [UInt8]) -> Bool {
    guard let first = text.first, isDigit(first) || "+.".utf8.contains(first) else { return false }
    if text.allSatisfy({ isDigit($0) || "+-._,:eE".utf8.contains($0) }) { return true }
    // Hexadecimal, octal and binary numbers.
    if text.count > 2, first == UInt8(ascii: "0"), "xXoObB".utf8.contains(text[1]) { return true }
    // A date, with a time or without.
    return text.allSatisfy { isDigit($0) || "-:.+TtZz ".utf8.contains($0) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39) ~= byte }
}

/// A text of several lines that can be written as a block literal.
private struct BlockLiteral {
  private let lines: [ArraySlice<UInt8>]
  private let header: String

  /// - Returns: Nil for a text of one line, and for one with characters that a literal cannot hold.
  init?(_ text: [UInt8]) {
    let lineFeed = UInt8(ascii: "\n")
    guard text.dropLast().contains(lineFeed), JSONText.isPrintable(text) else { return nil }
    var lines = text.split(separator: lineFeed, omittingEmptySubsequences: false)
    var chomping = "-"
    if lines.last?.isEmpty == true {
      lines.removeLast()
      chomping = lines.last?.isEmpty == true ? "+" : ""
    }
    guard !lines.contains(where: { $0.last == 0x20 || $0.first == UInt8(ascii: "\t") }),
      let first = lines.first(where: { !$0.isEmpty })
    else { return nil }
    self.lines = lines
    header = "|" + (first.first == 0x20 ? "2" : "") + chomping
  }

  /// Without the line end behind the last line.
  func append(to bytes: inout [UInt8], indent: Int) {
    bytes.append(contentsOf: header.utf8)
    for line in lines {
      bytes.append(UInt8(ascii: "\n"))
      guard !line.isEmpty else { continue }
      bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent))
      bytes.append(contentsOf: line)
    }
  }
}
