extension NewtonsoftReader {
  /// Reads a text whose type is not known, as the provider reads createOptions.
  ///
  /// Only the members that open the outermost object are looked at as metadata (`$type`, `$id`,
  /// `$ref`, `$values`), and only in an outermost array comments survive and the text may end early.
  /// Source: JamesNK/Newtonsoft.Json 11.0.2, `Serialization/JsonSerializerInternalReader.cs`
  /// CreateValueInternal, CreateObject, CreateJObject, CreateJToken.
  static func readUntyped(_ text: UTF16Text) throws(NewtonsoftFailure) -> NewtonsoftValue {
    let reader = NewtonsoftReader(text)
    guard try reader.readContent() else { return .null }
    let value = try reader.readUntypedValue()
    try reader.assertEnd()
    return value
  }

  private func readUntypedValue() throws(NewtonsoftFailure) -> NewtonsoftValue {
    switch token {
    case .startObject: return try readUntypedObject()
    case .startArray: return try readTree()
    case .startConstructor(let name):
      // Its arguments are what is left over and fail later.
      return .string(name)
    case .undefined: return .null
    default:
      guard let value = NewtonsoftValue(token, range: tokenRange) else {
        throw failure("expected a value", at: tokenRange)
      }
      return value
    }
  }

  private func readUntypedObject() throws(NewtonsoftFailure) -> NewtonsoftValue {
    try readAndAssert()
    var metadata = NewtonsoftMetadata()
    switch try metadata.read(from: self) {
    case .none: break
    // Nothing has been given an id that it could refer to.
    case .reference: return .null
    case .values:
      let list = try readTree()
      try readAndAssert()
      return list
    }
    var builder = NewtonsoftTreeBuilder(.movesToEnd)
    builder.startObject()
    repeat {
      switch token {
      case .propertyName(let name):
        guard try readContent() else { throw failure("in an object") }
        builder.open(member: name)
        try copyTree(to: &builder, withComments: false)
      case .comment: break
      default: return builder.finish()
      }
    } while try read()
    throw failure("in an object")
  }

  private func readTree() throws(NewtonsoftFailure) -> NewtonsoftValue {
    var builder = NewtonsoftTreeBuilder(.movesToEnd)
    try copyTree(to: &builder, withComments: true)
    return builder.finish()
  }

  /// Copies the current token and all inside it; an undefined value becomes null and
  /// `new Date(1234)` a date.
  ///
  /// Source: `JsonWriter.cs` WriteToken, WriteConstructorDate.
  private func copyTree(
    to builder: inout NewtonsoftTreeBuilder, withComments: Bool
  ) throws(NewtonsoftFailure) {
    let outside = token.isStart ? depth : depth + 1
    repeat {
      switch token {
      case .startConstructor(let name) where name.elementsEqual("Date".utf16):
        try readDateArguments(to: &builder)
      case .undefined: try builder.add(.null, at: self)
      case .comment where !withComments: break
      default: try builder.add(from: self)
      }
      guard outside - 1 < depth - (token.isEnd ? 1 : 0) else { break }
    } while try read()
    guard outside >= openDepth else { throw failure("inside a value") }
  }

  /// The depth that counts as reached when the text ends; nothing is missed after a whole value.
  private var openDepth: Int {
    if case .none = token { return -1 }
    return token.isEnd ? depth - 1 : depth
  }

  private func readDateArguments(
    to builder: inout NewtonsoftTreeBuilder
  ) throws(NewtonsoftFailure) {
    let start = tokenStart
    try readAndAssert()
    guard case .integer(let text) = token, let milliseconds = Int64(text) else {
      throw failure("expected a whole number in 'new Date(…)'", at: tokenRange)
    }
    guard let date = NewtonsoftDate.date(milliseconds: milliseconds) else {
      throw failure("the date is outside the years 1 to 9999", at: tokenRange)
    }
    try readAndAssert()
    guard token == .endConstructor else {
      throw failure("expected one number in 'new Date(…)'", at: start..<position)
    }
    try builder.add(.date(date), at: self)
  }
}
