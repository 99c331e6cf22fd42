/// A JSON value that can be changed, apart from any text.
///
/// Members keep their order, numbers their spelling. Texts are compared byte for byte, not as Unicode
/// does: two spellings of a letter are two texts to the hub.
package indirect enum JSONValue: Sendable, Equatable {
  case object([Member])
  case array([JSONValue])
  case string([UInt8])
  /// A number, `true`, `false` or `null`, as it is spelled.
  case literal(String)

  package struct Member: Sendable, Equatable {
    package var key: [UInt8]
    package var value: JSONValue

    package init(_ key: [UInt8], _ value: JSONValue) {
      self.key = key
      self.value = value
    }

    package init(_ key: String, _ value: JSONValue) {
      self.init(Array(key.utf8), value)
    }

    package var name: String { String(decoding: key, as: UTF8.self) }
  }

  /// The value of a node, everything below it included.
  package init(_ node: SyntaxNode) {
    switch node.kind {
    case .mapping:
      self = .object(node.members.map { Member(Array($0.key.utf8), JSONValue($0.value)) })
    case .sequence: self = .array(node.elements.map { JSONValue($0) })
    case .string: self = .string(Array(node.utf8))
    case .number, .boolean, .null: self = .literal(node.jsonLiteral)
    }
  }

  package static func string(_ text: String) -> JSONValue { .string(Array(text.utf8)) }

  package static let emptyObject = JSONValue.object([])
  package static let null = JSONValue.literal("null")

  /// The members of an object; none for anything else. Setting them makes it an object.
  package var members: [Member] {
    get {
      guard case .object(let members) = self else { return [] }
      return members
    }
    set { self = .object(newValue) }
  }

  package var isObject: Bool {
    guard case .object = self else { return false }
    return true
  }

  package var isNull: Bool { self == .null }

  /// The text of a string; nil for anything else.
  package var text: String? {
    guard case .string(let bytes) = self else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The value of a member of an object, nil where there is none.
  ///
  /// Setting puts a new member at the end, and nil takes one away.
  package subscript(key: [UInt8]) -> JSONValue? {
    get { members.first { $0.key == key }?.value }
    set {
      var members = members
      let index = members.firstIndex { $0.key == key }
      switch (index, newValue) {
      case (let index?, let value?): members[index].value = value
      case (let index?, nil): members.remove(at: index)
      case (nil, let value?): members.append(Member(key, value))
      case (nil, nil): return
      }
      self.members = members
    }
  }

  package subscript(name: String) -> JSONValue? {
    get { self[Array(name.utf8)] }
    set { self[Array(name.utf8)] = newValue }
  }
}

extension JSONWriter {
  package mutating func value(_ value: JSONValue) {
    switch value {
    case .object(let members):
      beginObject()
      for member in members {
        key(utf8: member.key[...])
        self.value(member.value)
      }
      endObject()
    case .array(let elements):
      beginArray()
      for element in elements { self.value(element) }
      endArray()
    case .string(let bytes): string(utf8: bytes[...])
    case .literal(let text): literal(text)
    }
  }
}
