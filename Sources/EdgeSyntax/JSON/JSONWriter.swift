internal import EdgeDiagnostics

/// Writes JSON, piece by piece, into one buffer.
///
/// Canonical: the same pieces give the same bytes. Numbers keep the spelling they had. Keys and
/// values are the caller's to put in order.
package struct JSONWriter {
  /// What has been written.
  package private(set) var bytes: [UInt8] = []
  private let indent: Int?
  private var depth = 0
  private var isFirst = true
  private var isAfterKey = false

  /// - Parameter indent: Blanks per level; nil for one line without blanks.
  package init(indent: Int? = nil) {
    self.indent = indent
  }

  package mutating func beginObject() { begin("{") }
  package mutating func endObject() { end("}") }
  package mutating func beginArray() { begin("[") }
  package mutating func endArray() { end("]") }

  /// Writes the key of the next value.
  package mutating func key(_ name: String) {
    separate()
    JSONText.append(name, to: &bytes)
    finishKey()
  }

  package mutating func string(_ text: String) {
    separate()
    JSONText.append(text, to: &bytes)
  }

  package mutating func string(utf8 text: ArraySlice<UInt8>) {
    separate()
    JSONText.append(utf8: text.span, to: &bytes)
  }

  /// Writes a number, `true`, `false` or `null` as it is spelled.
  package mutating func literal(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
  }

  /// Writes a node of a document, everything below it included.
  package mutating func value(_ node: SyntaxNode) {
    switch node.kind {
    case .mapping:
      beginObject()
      for member in node.members {
        separate()
        JSONText.append(utf8: member.key.utf8.span, to: &bytes)
        finishKey()
        value(member.value)
      }
      endObject()
    case .sequence:
      beginArray()
      for element in node.elements { value(element) }
      endArray()
    case .string: string(utf8: node.utf8)
    case .number, .boolean, .null: literal(node.jsonLiteral)
    }
  }

  /// Ends a document with a line end.
  package mutating func endDocument() {
    bytes.append(UInt8(ascii: "\n"))
    isFirst = true
  }

  private mutating func begin(_ bracket: Unicode.Scalar) {
    separate()
    bytes.append(UInt8(ascii: bracket))
    depth += 1
    isFirst = true
  }

  private mutating func end(_ bracket: Unicode.Scalar) {
    depth -= 1
    if !isFirst { breakLine() }
    bytes.append(UInt8(ascii: bracket))
    isFirst = false
  }

  /// Writes what stands between the last piece and the next.
  private mutating func separate() {
    if isAfterKey {
      isAfterKey = false
      return
    }
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    if depth > 0 { breakLine() }
    isFirst = false
  }

  private mutating func finishKey() {
    bytes.append(UInt8(ascii: ":"))
    if indent != nil { bytes.append(UInt8(ascii: " ")) }
    isAfterKey = true
  }

  private mutating func breakLine() {
    guard let indent else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent * depth))
  }
}

extension SyntaxNode {
  /// How a number, boolean or null is spelled in JSON.
  ///
  /// A number of JSON is as it was written. A number of YAML is as Kubernetes writes it: integers in
  /// decimal, others as Go's encoding/json prints a float64.
  package var jsonLiteral: String {
    switch scalar {
    case .null: "null"
    case .boolean(let value): value ? "true" : "false"
    case .integer(let value): tree.schema == .json ? text : value.text
    case .float(let value): tree.schema == .json ? text : value.goJSONText
    case .string: text
    }
  }
}

extension Double {
  /// The shortest text that reads back as this value, with an exponent only below 1e-6 and from 1e21.
  ///
  /// Source: golang/go src/encoding/json/encode.go (floatEncoder).
  fileprivate var goJSONText: String {
    let text = description
    guard let mark = text.firstIndex(of: "e") else {
      return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
    let exponent = Int(text[text.index(after: mark)...]) ?? 0
    let sign = text.hasPrefix("-") ? "-" : ""
    let mantissa = text[..<mark].drop { $0 == "-" }
    let parts = mantissa.split(separator: ".")
    let fraction = parts.count > 1 && parts[1] != "0" ? String(parts[1]) : ""
    let digits = parts[0] + fraction
    if exponent >= 21 || exponent < -6 {
      let number = fraction.isEmpty ? String(parts[0]) : "\(parts[0]).\(fraction)"
      return "\(sign)\(number)e\(exponent < 0 ? "-" : "+")\(abs(exponent))"
    }
    if exponent < 0 {
      return sign + "0." + String(repeating: "0", count: -exponent - 1) + digits
    }
    return sign + digits + String(repeating: "0", count: max(0, exponent + 1 - digits.count))
  }
}
