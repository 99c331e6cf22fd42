internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// Writes JSON of a twin and counts it as IoT Hub does.
///
/// A size is the bytes of all keys and values: strings without control characters, 8 for a number, 4
/// for a boolean, for an object the sum of its members.
///
/// Source: MicrosoftDocs/azure-docs articles/iot-hub/iot-hub-devguide-device-twins.md.
struct TwinWriter {
  var json: JSONWriter
  /// The size of what has been written since it was last set to 0.
  var size = 0
  /// What members are made from that say nothing of it themselves.
  var place: SyntaxNode?

  /// - Parameter place: What the whole is made from, where origins are to be recorded.
  init(indent: Int?, place: SyntaxNode? = nil) {
    json = JSONWriter(indent: indent, recordsOrigins: place != nil)
    self.place = place
  }

  mutating func object(_ key: String, _ write: (inout TwinWriter) -> Void) {
    self.key(key)
    json.beginObject()
    write(&self)
    json.endObject()
  }

  /// Writes an object that was made from what has its name.
  mutating func object(
    _ key: String, from node: SyntaxNode?, _ write: (inout TwinWriter) -> Void
  ) {
    let outer = place
    place = node ?? place
    object(key, write)
    place = outer
  }

  mutating func key(_ name: String, from node: SyntaxNode? = nil) {
    size += name.utf8.count
    json.mark((node ?? place)?.range)
    json.key(name)
  }

  mutating func member(_ key: String, _ value: String) {
    self.key(key)
    size += TwinLimits.size(ofText: value.utf8.span)
    json.string(value)
  }

  mutating func member(_ key: String, _ value: ArraySlice<UInt8>) {
    self.key(key)
    size += TwinLimits.size(ofText: value.span)
    json.string(utf8: value)
  }

  /// - Parameter keyNode: What the key was made from; nil for what the value is.
  mutating func member(
    _ key: String, from keyNode: SyntaxNode? = nil, _ value: Located<String>?
  ) {
    guard let value else { return }
    self.key(key, from: keyNode ?? value.node)
    size += TwinLimits.size(ofText: value.value.utf8.span)
    json.mark(value.range)
    json.string(value.value)
  }

  mutating func member(_ key: String, number: Located<some FixedWidthInteger>) {
    self.key(key, from: number.node)
    size += 8
    json.literal(String(number.value))
  }

  /// - Parameter keyNode: What the key was made from; nil for what the value is.
  mutating func member(_ key: String, from keyNode: SyntaxNode? = nil, _ node: SyntaxNode) {
    self.key(key, from: keyNode ?? node)
    value(node)
  }

  /// Writes a value as it was read.
  mutating func value(_ node: SyntaxNode) {
    size += TwinLimits.size(of: node)
    json.value(node)
  }

  mutating func members(_ residue: Residue) {
    for member in residue.members {
      self.member(member.key.text, from: member.key, member.value)
    }
  }

  /// The size of a value as the hub counts it.
  static func size(of value: JSONValue) -> Int {
    switch value {
    case .object(let members):
      members.reduce(0) { $0 + $1.key.count + size(of: $1.value) }
    case .array(let elements): elements.reduce(0) { $0 + size(of: $1) }
    case .string(let text): TwinLimits.size(ofText: text.span)
    case .literal(let text): text == "null" ? 0 : text == "true" || text == "false" ? 4 : 8
    }
  }
}
