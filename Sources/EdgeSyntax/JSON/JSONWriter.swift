package import EdgeDiagnostics

/// Writes JSON, piece by piece, into one buffer.
///
/// Canonical: the same pieces give the same bytes. Numbers keep the spelling they had. Keys and
/// values are the caller's to put in order.
package struct JSONWriter {
  /// What has been written.
  package private(set) var bytes: [UInt8] = []
  /// What the parts of the text were made from; nil unless that was asked for.
  package private(set) var origins: TextOrigins?
  private let indent: Int?
  private var nextOrigin: SourceRange?
  private var depth = 0
  private var isFirst = true
  private var isAfterKey = false

  /// - Parameters:
  ///   - indent: Blanks per level; nil for one line without blanks.
  ///   - recordsOrigins: Whether to remember what each part is made from.
  package init(indent: Int? = nil, recordsOrigins: Bool = false) {
    self.indent = indent
    origins = recordsOrigins ? TextOrigins() : nil
  }

  /// Says what the next piece is made from; without a word, from what the piece before it was.
  package mutating func mark(_ origin: @autoclosure () -> SourceRange?) {
    if origins != nil { nextOrigin = origin() ?? nextOrigin }
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

  /// Writes the key of the next value.
  package mutating func key(utf8 name: ArraySlice<UInt8>) {
    separate()
    JSONText.append(utf8: name.span, to: &bytes)
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
    mark(node.range)
    switch node.kind {
    case .mapping:
      beginObject()
      for member in node.members {
        mark(member.key.range)
        key(utf8: member.key.utf8)
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
    } else {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      if depth > 0 { breakLine() }
      isFirst = false
    }
    guard let origin = nextOrigin else { return }
    origins?.append(start: bytes.count, from: origin)
    nextOrigin = nil
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
  /// decimal, others as Go's encoding/json prints a float64. What JSON cannot say, such as `.inf`, is
  /// a string, because what is written must stay JSON.
  package var jsonLiteral: String {
    switch scalar {
    case .null: return "null"
    case .boolean(let value): return value ? "true" : "false"
    case .integer(let value): return tree.schema == .json ? text : value.text
    case .float(let value):
      if tree.schema == .json { return text }
      return value.isFinite ? ShortestDecimal(value).goJSON : "\"\(text)\""
    case .string: return text
    }
  }
}
