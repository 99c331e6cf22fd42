internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// Writes values of the expanded form as manifests have them: createOptions as text, in pieces where they
/// are long.
struct RawValue {
  private(set) var isTooLong = false
  private var json = JSONWriter()

  /// A value with createOptions as text.
  static func json(_ node: SyntaxNode, at place: Place) -> (json: String, isTooLong: Bool) {
    var value = RawValue()
    value.write(node, at: place)
    return (String(decoding: value.json.bytes, as: UTF8.self), value.isTooLong)
  }

  /// The values that createOptions are cut into; nil where they would be too many.
  static func pieces(of text: [UInt8]) -> [String]? {
    CreateOptionsChunks.pieces(of: text, policy: .automatic)?.map { piece in
      var bytes: [UInt8] = []
      JSONText.append(utf8: piece.span, to: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  private mutating func write(_ node: SyntaxNode, at place: Place) {
    guard node.isMapping, place.mayHoldSettings else { return json.value(node) }
    json.beginObject()
    for member in node.members {
      let inner = place.field(member.key.utf8).place
      if case .settings = place, member.key.hasText("createOptions"), member.value.isMapping {
        writePieces(member.value)
      } else {
        json.key(utf8: member.key.utf8)
        write(member.value, at: inner)
      }
    }
    json.endObject()
  }

  private mutating func writePieces(_ body: SyntaxNode) {
    var text = JSONWriter()
    text.value(body)
    guard let pieces = Self.pieces(of: text.bytes) else {
      isTooLong = true
      return
    }
    for (index, piece) in pieces.enumerated() {
      json.key(CreateOptionsChunks.key(index))
      json.literal(piece)
    }
  }
}

extension Place {
  /// Whether there can be settings of a module here or below.
  fileprivate var mayHoldSettings: Bool {
    switch self {
    case .configuration, .content, .twins, .twin, .agent, .systemModules, .modules, .module,
      .settings:
      true
    default: false
    }
  }
}
