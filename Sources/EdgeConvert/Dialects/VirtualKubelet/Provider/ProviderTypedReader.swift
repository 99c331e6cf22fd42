/// An object of one of the provider's data classes.
protocol ProviderObject: AnyObject {
  /// An object of which nothing is known yet.
  init()
  /// Reads the members, the reader being on the token behind the brace.
  func populate(from reader: ProviderTypedReader) throws(NewtonsoftFailure)
}

/// An object whose class names its members.
protocol ProviderRecord: ProviderObject {
  static var memberNames: [String] { get }
  /// Reads the value of one of the members.
  func read(_ member: String, from reader: ProviderTypedReader) throws(NewtonsoftFailure)
}

extension ProviderRecord {
  func populate(from reader: ProviderTypedReader) throws(NewtonsoftFailure) {
    try reader.readMembers(of: self)
  }
}

/// Fills the provider's data classes from JSON as the library does it, and notes what it leaves.
///
/// Member names match exactly or else without regard to (ASCII) case, an object that comes twice
/// fills the first one again, `$ref` stands for the object with that `$id`. Source:
/// JamesNK/Newtonsoft.Json 11.0.2, `Serialization/JsonSerializerInternalReader.cs` CreateObject,
/// PopulateObject, PopulateDictionary; `Serialization/JsonPropertyCollection.cs`.
final class ProviderTypedReader {
  /// What the JSON says and the provider does not send, by path.
  struct Drop {
    var path: String
    /// The member's name in the text, in UTF-16 units.
    var range: Range<Int>
  }

  let reader: NewtonsoftReader
  private(set) var drops: [Drop] = []
  private var path: [String] = []
  /// The name of the member being read, in UTF-16 units.
  private(set) var nameRange = 0..<0
  private var dropPaths: Set<String> = []
  private var identified: [UTF16Text: any ProviderObject] = [:]
  private var identifiedObjects: Set<ObjectIdentifier> = []
  /// Above zero while what is read is known to be dropped as a whole.
  private var silence = 0

  /// Starts before the first token.
  init(_ text: UTF16Text) {
    reader = NewtonsoftReader(text)
  }

  /// Reads the whole text.
  ///
  /// - Returns: nil where it is blank, `null` or stands for nothing else.
  func readRoot<Object: ProviderObject>() throws(NewtonsoftFailure) -> Object? {
    guard try reader.readContent() else { return nil }
    let object: Object? = try readObject(existing: nil)
    try reader.assertEnd()
    return object
  }

  /// Reads a member's value that must be an object or null.
  func readMember<Object: ProviderObject>(
    existing: Object?
  ) throws(NewtonsoftFailure) -> Object? {
    guard try reader.readContent() else { throw reader.failure("expected a JSON object") }
    return try readObject(existing: existing)
  }

  private func readObject<Object: ProviderObject>(
    existing: Object?
  ) throws(NewtonsoftFailure) -> Object? {
    switch reader.token {
    case .null, .undefined: return nil
    case .string(let text) where text.isEmpty: return nil
    case .startObject: break
    default: throw reader.failure("expected a JSON object", at: reader.tokenRange)
    }
    try reader.readAndAssert()
    var metadata = NewtonsoftMetadata()
    switch try metadata.read(from: reader) {
    case .values: throw reader.failure("expected a JSON object, not a list", at: reader.tokenRange)
    case .reference(let id):
      guard let object = identified[id] else { return nil }
      guard let object = object as? Object else {
        throw reader.failure("'$ref' refers to something else", at: reader.tokenRange)
      }
      return object
    case .none: break
    }
    let object = existing ?? Object()
    if let id = metadata.id { try identify(object, as: id) }
    try object.populate(from: self)
    return object
  }

  private func identify(
    _ object: any ProviderObject, as id: UTF16Text
  ) throws(NewtonsoftFailure) {
    if let known = identified[id] {
      guard known === object else {
        throw reader.failure("two objects have the same '$id'", at: reader.tokenRange)
      }
    } else {
      guard identifiedObjects.insert(ObjectIdentifier(object)).inserted else {
        throw reader.failure("an object has two '$id'", at: reader.tokenRange)
      }
    }
    identified[id] = object
  }

  /// Fills a record; members it does not name are dropped.
  func readMembers(of record: some ProviderRecord) throws(NewtonsoftFailure) {
    let names = type(of: record).memberNames
    try readEntries { (name) throws(NewtonsoftFailure) in
      guard let member = Self.closest(to: name, in: names) else {
        drop()
        if try reader.read() { try reader.skip() }
        return
      }
      path[path.count - 1] = member
      try record.read(member, from: self)
    }
  }

  /// Reads member after member up to the closing brace.
  func readEntries(
    _ read: (UTF16Text) throws(NewtonsoftFailure) -> Void
  ) throws(NewtonsoftFailure) {
    repeat {
      switch reader.token {
      case .propertyName(let name):
        let outerRange = nameRange
        nameRange = reader.memberNameRange
        path.append(String(decoding: name, as: UTF16.self))
        try read(name)
        path.removeLast()
        nameRange = outerRange
      case .comment: break
      case .endObject: return
      default: throw reader.failure("expected a member or '}'", at: reader.tokenRange)
      }
    } while try reader.read()
    throw reader.failure("in an object")
  }

  private static func closest(to name: UTF16Text, in names: [String]) -> String? {
    if let exact = names.first(where: { name.elementsEqual($0.utf16) }) { return exact }
    let folded = name.map(\.asciiUppercased)
    return names.first { folded.elementsEqual($0.utf16.lazy.map(\.asciiUppercased)) }
  }

  /// Reads a member's value that is text and that the provider replaces by text of its own.
  func readReplaced() throws(NewtonsoftFailure) {
    note(try reader.readAsString())
  }

  /// Notes a drop unless the value is null or equals what is sent under this path.
  func note(_ value: UTF16Text?, of member: String? = nil) {
    guard let value else { return }
    let path = (self.path + (member.map { [$0] } ?? [])).joined(separator: ".")
    if let sent = ProviderDefaults.sent(under: path), value.elementsEqual(sent.utf16) { return }
    drop(member)
  }

  /// Notes that the member being read, or one inside it, is dropped.
  func drop(_ member: String? = nil) {
    let path = (self.path + (member.map { [$0] } ?? [])).joined(separator: ".")
    guard silence == 0, dropPaths.insert(path).inserted else { return }
    drops.append(Drop(path: path, range: nameRange))
  }

  /// Runs a step in which nothing is noted.
  func silently<Result>(
    _ step: () throws(NewtonsoftFailure) -> Result
  ) throws(NewtonsoftFailure) -> Result {
    silence += 1
    defer { silence -= 1 }
    return try step()
  }

  /// The path of the member being read.
  var memberPath: String { path.joined(separator: ".") }
}

extension UInt16 {
  /// The unit that stands for it in a comparison without regard to ASCII case.
  var asciiUppercased: UInt16 { (0x61...0x7A).contains(self) ? self - 0x20 : self }
}
