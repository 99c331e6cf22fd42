internal import EdgeSyntax

/// An object of a kind that nothing here looks into: checked, kept, and without a type of its own.
package struct TypedRecord: Sendable {
  package let shape: RecordShape
  /// The members that were written, in the order of the shape.
  package var fields: [Field] = []
  package var residue = Residue()

  /// One member with its value.
  package struct Field: Sendable {
    package let name: StaticString
    package let value: Value
  }

  /// A value as its field has it.
  package indirect enum Value: Sendable {
    case string(Located<String>)
    case boolean(Located<Bool>)
    case integer(Located<Int32>)
    case strings([Located<String>])
    case stringMap([StringEntry])
    case record(TypedRecord)
    case records([TypedRecord])
  }

  /// The value of a member, or nil when it was not written.
  package subscript(name: String) -> Value? {
    fields.first { "\($0.name)" == name }?.value
  }
}

/// Which members a kind of ``TypedRecord`` has, and of what types.
package struct RecordShape: Sendable {
  /// The name of the field that holds such an object.
  package let name: StaticString
  let fields: [(name: StaticString, type: FieldType)]
  let requiredFields: [StaticString]

  indirect enum FieldType: Sendable {
    case string, boolean, integer, strings, stringMap
    case record(RecordShape)
    case records(RecordShape)
  }

  /// - Parameter required: Names of fields without which the object means nothing.
  init(
    _ name: StaticString, required: [StaticString] = [], _ fields: [(StaticString, FieldType)]
  ) {
    self.name = name
    self.fields = fields.map { (name: $0.0, type: $0.1) }
    requiredFields = required
  }
}

extension ObjectReader {
  /// Claims an object of a shape.
  mutating func record(_ name: StaticString, _ shape: RecordShape) -> TypedRecord? {
    guard let value = mapping(name) else { return nil }
    return TypedRecord(value, shape, context)
  }

  /// Claims a list of objects of a shape.
  fileprivate mutating func records(_ name: StaticString, _ shape: RecordShape) -> [TypedRecord] {
    elements(name).compactMap { element in
      isMapping(element, inEntryOf: name) ? TypedRecord(element, shape, context) : nil
    }
  }

  fileprivate mutating func field(
    _ name: StaticString, _ type: RecordShape.FieldType
  ) -> TypedRecord.Value? {
    guard key(name) != nil else {
      _ = value(name)
      return nil
    }
    switch type {
    case .string: return string(name).map(TypedRecord.Value.string)
    case .boolean: return boolean(name).map(TypedRecord.Value.boolean)
    case .integer: return integer(name).map(TypedRecord.Value.integer)
    case .strings: return .strings(strings(name))
    case .stringMap: return .stringMap(stringMap(name))
    case .record(let shape): return record(name, shape).map(TypedRecord.Value.record)
    case .records(let shape): return .records(records(name, shape))
    }
  }
}

extension TypedRecord {
  fileprivate init(_ node: SyntaxNode, _ shape: RecordShape, _ context: DecodingContext) {
    var reader = ObjectReader(node, context)
    self.shape = shape
    for (name, type) in shape.fields {
      if let value = reader.field(name, type) { fields.append(Field(name: name, value: value)) }
    }
    residue = reader.unknownFields(of: "'\(shape.name)'", requiring: shape.requiredFields)
  }
}
