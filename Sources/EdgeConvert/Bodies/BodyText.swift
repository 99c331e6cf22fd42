internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// Writes a value as JSON text and remembers which part was made from what, so that a finding in the text
/// points at the field of the container or the place in the ConfigMap that it comes from.
struct BodyText {
  private var json = JSONWriter(recordsOrigins: true)

  /// createOptions with the value of an object.
  ///
  /// - Parameter container: The node that the whole belongs to, for pointers and for parts that the
  ///   program supplied.
  static func createOptions(
    _ body: BodyValue, in container: SyntaxNode, _ context: DecodingContext
  ) -> CreateOptions? {
    var text = BodyText()
    text.write(body, inherited: container.range)
    let source = context.sources.add(
      name: "createOptions", bytes: text.json.bytes,
      origin: text.json.origins?.sourceOrigin(of: container.range))
    return JSONReader(
      source: source, bytes: text.json.bytes, container: container, rules: .createOptions
    ).read(reporting: &context.sink)?.roots.first.map(CreateOptions.init(body:))
  }

  /// - Parameter inherited: The place of what is around, for values that the program supplied.
  private mutating func write(_ value: BodyValue, inherited: SourceRange) {
    let place = value.origin?.range ?? inherited
    json.mark(place)
    switch value.content {
    case .object(let members):
      json.beginObject()
      for member in members {
        let memberPlace = member.keyOrigin?.range ?? member.value.origin?.range ?? place
        json.mark(memberPlace)
        json.key(member.key)
        write(member.value, inherited: memberPlace)
      }
      json.endObject()
    case .array(let elements):
      json.beginArray()
      for element in elements { write(element, inherited: place) }
      json.endArray()
    case .string(let text): json.string(text)
    case .literal(let text): json.literal(text)
    }
  }
}
