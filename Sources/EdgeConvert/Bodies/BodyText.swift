internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// Writes a value as JSON text and remembers which part was made from what, so that a finding in the text
/// points at the field of the container or the place in the ConfigMap that it comes from.
struct BodyText {
  /// A part of the text, up to the next, and the node it was made from.
  private struct Part: Sendable {
    var start: UInt32
    var origin: SourceRange
  }

  private var bytes: [UInt8] = []
  private var parts: [Part] = []

  /// createOptions with the value of an object.
  ///
  /// - Parameter container: The node that the whole belongs to, for pointers and for parts that the
  ///   program supplied.
  static func createOptions(
    _ body: BodyValue, in container: SyntaxNode, _ context: DecodingContext
  ) -> CreateOptions? {
    var text = BodyText()
    text.write(body, inherited: container.range)
    let parts = text.parts
    let origin = Source.Origin(range: container.range) {
      var map = OriginMap()
      for part in parts {
        // Neighbouring parts may come from different texts: a range ends where the first ends.
        map.beginPiece()
        map.appendUnit(
          decoded: part.start, parent: part.origin.source, offset: part.origin.start,
          length: part.origin.end - part.origin.start)
      }
      return map
    }
    let source = context.sources.add(name: "createOptions", bytes: text.bytes, origin: origin)
    return JSONReader(
      source: source, bytes: text.bytes, container: container, rules: .createOptions
    ).read(reporting: &context.sink)?.roots.first.map(CreateOptions.init(body:))
  }

  /// - Parameter inherited: The place of what is around, for values that the program supplied.
  private mutating func write(_ value: BodyValue, inherited: SourceRange) {
    let place = value.origin?.range ?? inherited
    begin(place)
    switch value.content {
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        let memberPlace = member.keyOrigin?.range ?? member.value.origin?.range ?? place
        begin(memberPlace)
        JSONText.append(member.key, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        write(member.value, inherited: memberPlace)
      }
      bytes.append(UInt8(ascii: "}"))
    case .array(let elements):
      bytes.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        write(element, inherited: place)
      }
      bytes.append(UInt8(ascii: "]"))
    case .string(let text): JSONText.append(text, to: &bytes)
    case .literal(let text): bytes.append(contentsOf: text.utf8)
    }
  }

  private mutating func begin(_ origin: SourceRange) {
    parts.append(Part(start: UInt32(bytes.count), origin: origin))
  }
}
