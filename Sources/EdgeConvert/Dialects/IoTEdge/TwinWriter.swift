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

  init(indent: Int?) {
    json = JSONWriter(indent: indent)
  }

  mutating func object(_ key: String, _ write: (inout TwinWriter) -> Void) {
    self.key(key)
    json.beginObject()
    write(&self)
    json.endObject()
  }

  mutating func key(_ name: String) {
    size += name.utf8.count
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

  mutating func member(_ key: String, _ value: Located<String>?) {
    guard let value else { return }
    member(key, value.value)
  }

  mutating func member(_ key: String, number: some FixedWidthInteger) {
    self.key(key)
    size += 8
    json.literal(String(number))
  }

  mutating func member(_ key: String, _ node: SyntaxNode) {
    self.key(key)
    value(node)
  }

  /// Writes a value as it was read.
  mutating func value(_ node: SyntaxNode) {
    size += TwinLimits.size(of: node)
    json.value(node)
  }

  mutating func members(_ residue: Residue) {
    for member in residue.members { self.member(member.key.text, member.value) }
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
