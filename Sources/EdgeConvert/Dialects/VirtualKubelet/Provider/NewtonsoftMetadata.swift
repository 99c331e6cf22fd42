/// The members `$id`, `$type`, `$ref` and `$values`, which mean something to the JSON library where
/// they open an object.
///
/// Source: JamesNK/Newtonsoft.Json 11.0.2, `Serialization/JsonSerializerInternalReader.cs`
/// ReadMetadataProperties; type names are ignored (TypeNameHandling.None).
struct NewtonsoftMetadata {
  /// What the members say of the object they open.
  enum Found {
    /// The object itself follows.
    case none
    /// The object stands for the one with this id.
    case reference(UTF16Text)
    /// The object stands for the list that follows.
    case values
  }

  /// The name other objects may refer to this one by.
  private(set) var id: UTF16Text?

  /// Reads on from the token behind the brace.
  mutating func read(from reader: NewtonsoftReader) throws(NewtonsoftFailure) -> Found {
    while case .propertyName(let name) = reader.token {
      switch String(decoding: name, as: UTF16.self) {
      case "$ref":
        if let reference = try readReference(from: reader) { return .reference(reference) }
      case "$type":
        try reader.readAndAssert()
        guard Self.text(of: reader.token) != nil else {
          throw reader.failure("expected a type name after '$type'", at: reader.tokenRange)
        }
        try reader.readAndAssert()
      case "$id":
        try reader.readAndAssert()
        id = Self.text(of: reader.token)
        try reader.readAndAssert()
      case "$values":
        try reader.readAndAssert()
        return .values
      default: return .none
      }
    }
    return .none
  }

  private func readReference(
    from reader: NewtonsoftReader
  ) throws(NewtonsoftFailure) -> UTF16Text? {
    try reader.readAndAssert()
    let reference: UTF16Text?
    switch reader.token {
    case .string(let text): reference = text
    case .null: reference = nil
    default: throw reader.failure("expected a string or null after '$ref'", at: reader.tokenRange)
    }
    try reader.readAndAssert()
    if reference != nil, case .propertyName = reader.token {
      throw reader.failure("expected nothing beside '$ref'", at: reader.memberNameRange)
    }
    return reference
  }

  /// The text of a token's value; nil where it has none.
  private static func text(of token: NewtonsoftToken) -> UTF16Text? {
    switch token {
    case .string(let text), .propertyName(let text), .comment(let text),
      .startConstructor(let text):
      return text
    case .boolean(let value): return UTF16Text((value ? "True" : "False").utf16)
    case .integer(let text): return UTF16Text(text.utf16)
    case .float, .date: return NewtonsoftValue(token, range: 0..<0)?.text
    default: return nil
    }
  }
}
