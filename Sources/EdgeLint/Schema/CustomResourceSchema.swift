internal import EdgeSyntax

/// The structure of a custom resource, as the `openAPIV3Schema` of its definition has it.
///
/// Patterns, lengths, and `oneOf` and its like are not looked at: a server refuses more than is
/// found here.
///
/// Source: kubernetes/apiextensions-apiserver pkg/apiserver/schema (structural schemas).
struct CustomResourceSchema: StructureSchema {
  /// A mapping with known fields.
  struct Object: Sendable {
    let schema: SyntaxNode
    /// Whether it has a kind, an apiVersion and metadata beside what the schema says.
    let isResource: Bool
  }

  struct Field: Sendable {
    let name: String
    /// The schema of the value; nil for anything.
    let schema: SyntaxNode?
    let isRequired: Bool
  }

  func field(named name: ArraySlice<UInt8>, of object: Object) -> Field? {
    if object.isResource, Self.identity.contains(where: { $0.utf8.elementsEqual(name) }) {
      // The metadata of all objects are alike, and are checked beside this.
      return Field(name: String(decoding: name, as: UTF8.self), schema: nil, isRequired: false)
    }
    guard
      let member = object.schema["properties"]?.members
        .first(where: { $0.key.utf8.elementsEqual(name) })
    else { return nil }
    return field(member, of: object)
  }

  private static let identity = ["apiVersion", "kind", "metadata"]

  private func field(_ member: SyntaxNode.Member, of object: Object) -> Field {
    let isRequired = object.schema["required"]?.elements.contains { $0.hasSameText(as: member.key) }
    let isNullable = member.value["nullable"]?.hasText("true") ?? false
    return Field(
      name: member.key.text, schema: member.value,
      isRequired: (isRequired ?? false) && !isNullable)
  }

  func fields(of object: Object) -> [Field] {
    let fields = object.schema["properties"]?.members.map { field($0, of: object) } ?? []
    let implied = object.isResource ? Self.identity : []
    return
      (fields.filter { !implied.contains($0.name) }
      + implied.map { Field(name: $0, schema: nil, isRequired: false) })
      .sorted { $0.name < $1.name }
  }

  func mandatoryFields(of object: Object) -> [Field] {
    guard let required = object.schema["required"], required.isSequence else { return [] }
    let properties = object.schema["properties"]
    return required.elements.compactMap { name in
      guard !object.isResource || !Self.identity.contains(name.text) else { return nil }
      let schema = properties?[dynamic: name.text]
      // A default takes the place of what is not there.
      guard schema?["default"] == nil else { return nil }
      return Field(name: name.text, schema: schema, isRequired: true)
    }
  }

  func isOpen(_ object: Object) -> Bool { object.schema.preservesUnknownFields }

  func typeName(of object: Object) -> String { "" }

  /// Custom resources name their fields as they like, so that no name means much from afar.
  func frequency(ofFieldNamed name: String) -> Int { .max }

  // MARK: - Fields

  func name(of field: Field) -> String { field.name }
  func value(of field: Field) -> SyntaxNode? { field.schema }
  func isRequired(_ field: Field) -> Bool { field.isRequired }
  func firstRelease(of field: Field) -> Int { 0 }

  func choices(of field: Field) -> [String]? {
    guard let list = field.schema?["enum"] ?? field.schema?["items"]?["enum"], list.isSequence
    else { return nil }
    return list.elements.map(\.text)
  }

  func takes(_ text: ArraySlice<UInt8>, in field: Field) -> Bool {
    guard let list = field.schema?["enum"] ?? field.schema?["items"]?["enum"], list.isSequence
    else { return true }
    return list.elements.contains { $0.utf8.elementsEqual(text) }
  }

  // MARK: - Values

  func bounds(of value: SyntaxNode?) -> (least: Int64?, most: Int64?) {
    (value?["minimum"]?.wholeBound, value?["maximum"]?.wholeBound)
  }

  func form(of value: SyntaxNode?) -> ValueForm<Object, SyntaxNode?> {
    guard let value, value.isMapping else { return .any }
    if value["x-kubernetes-int-or-string"]?.hasText("true") ?? false { return .intOrString }
    guard let type = value["type"] else { return .any }
    switch type.text {
    case "object": return form(ofMapping: value)
    case "array": return .list(value["items"])
    case "string":
      switch value["format"]?.text {
      case "date-time": return .time
      case "byte": return .base64
      default: return .string
      }
    case "boolean": return .boolean
    case "integer": return value["format"]?.hasText("int32") ?? false ? .int32 : .int64
    case "number": return .number
    default: return .any
    }
  }

  private func form(ofMapping value: SyntaxNode) -> ValueForm<Object, SyntaxNode?> {
    if let entries = value["additionalProperties"] {
      if entries.isMapping { return .map(entries) }
      if entries.hasText("true") { return .mapping }
    }
    let hasFields = value["properties"]?.isMapping ?? false
    if !hasFields, value.preservesUnknownFields { return .mapping }
    let isResource = value["x-kubernetes-embedded-resource"]?.hasText("true") ?? false
    return .object(Object(schema: value, isResource: isResource))
  }
}

extension SyntaxNode {
  fileprivate var preservesUnknownFields: Bool {
    self["x-kubernetes-preserve-unknown-fields"]?.hasText("true") ?? false
  }

  /// A bound that is a whole number.
  fileprivate var wholeBound: Int64? {
    guard case .integer(let value) = scalar, kind == .number else { return nil }
    return value.exactly(Int64.self)
  }
}
