internal import EdgeSyntax

/// A JSON value of createOptions that is put together from several texts, and knows of each part what it
/// was made from.
struct BodyValue: Sendable {
  enum Content: Sendable {
    case object([Member])
    case array([BodyValue])
    case string(String)
    /// A number, `true`, `false` or `null`, as it is spelled.
    case literal(String)
  }

  /// One member of an object.
  struct Member: Sendable {
    var key: String
    var value: BodyValue
    /// What the key was made from; nil for what the value was made from.
    var keyOrigin: SyntaxNode?
  }

  var content: Content
  /// What it was made from; nil for what the program supplied.
  var origin: SyntaxNode?

  init(_ content: Content, from origin: SyntaxNode?) {
    self.content = content
    self.origin = origin
  }

  /// The value of a node, everything below it included.
  init(_ node: SyntaxNode) {
    origin = node
    switch node.kind {
    case .mapping:
      content = .object(
        node.members.map {
          Member(key: $0.key.text, value: BodyValue($0.value), keyOrigin: $0.key)
        })
    case .sequence: content = .array(node.elements.map { BodyValue($0) })
    case .string: content = .string(node.text)
    case .number, .boolean, .null: content = .literal(node.jsonLiteral)
    }
  }

  static func string(_ text: String, from origin: SyntaxNode?) -> BodyValue {
    BodyValue(.string(text), from: origin)
  }

  static func number(_ number: some BinaryInteger, from origin: SyntaxNode?) -> BodyValue {
    BodyValue(.literal(String(number)), from: origin)
  }

  static func boolean(_ value: Bool, from origin: SyntaxNode?) -> BodyValue {
    BodyValue(.literal(value ? "true" : "false"), from: origin)
  }

  static func array(_ elements: [BodyValue], from origin: SyntaxNode?) -> BodyValue {
    BodyValue(.array(elements), from: origin)
  }

  /// An object; of equal names, the last counts.
  static func object(
    _ members: KeyValuePairs<String, BodyValue> = [:], from origin: SyntaxNode?
  ) -> BodyValue {
    var object = BodyValue(.object([]), from: origin)
    for (key, value) in members { object[key] = value }
    return object
  }

  // MARK: - Looking in

  /// The members of an object; none for anything else. Setting them makes it an object.
  var members: [Member] {
    get {
      guard case .object(let members) = content else { return [] }
      return members
    }
    set { content = .object(newValue) }
  }

  /// The elements of an array; none for anything else. Setting them makes it an array.
  var elements: [BodyValue] {
    get {
      guard case .array(let elements) = content else { return [] }
      return elements
    }
    set { content = .array(newValue) }
  }

  /// The text of a string; nil for anything else.
  var text: String? {
    guard case .string(let text) = content else { return nil }
    return text
  }

  var isObject: Bool {
    guard case .object = content else { return false }
    return true
  }

  var isArray: Bool {
    guard case .array = content else { return false }
    return true
  }

  var isNull: Bool {
    guard case .literal("null") = content else { return false }
    return true
  }

  /// Whether it is an object or an array with nothing in it.
  var isEmpty: Bool {
    switch content {
    case .object(let members): members.isEmpty
    case .array(let elements): elements.isEmpty
    case .string, .literal: false
    }
  }

  /// The value of a member; names match in any letter case, as they do for Docker.
  ///
  /// Setting puts a new member at the end and keeps the spelling of one that is there; nil takes it away.
  subscript(key: String) -> BodyValue? {
    get { index(of: key).map { members[$0].value } }
    set {
      var members = members
      switch (index(of: key), newValue) {
      case (let index?, let value?): members[index].value = value
      case (let index?, nil): members.remove(at: index)
      case (nil, let value?): members.append(Member(key: key, value: value))
      case (nil, nil): return
      }
      self.members = members
    }
  }

  private func index(of key: String) -> Int? {
    let members = members
    if let exact = members.firstIndex(where: { $0.key == key }) { return exact }
    let lowercased = key.lowercased()
    return members.firstIndex { $0.key.lowercased() == lowercased }
  }

  /// A value below, by the names on the way; setting makes the objects that are missing.
  subscript(path first: String, _ rest: String...) -> BodyValue? {
    get { self[path: [first] + rest] }
    set { self[path: [first] + rest] = newValue }
  }

  subscript(path path: [String]) -> BodyValue? {
    get { path.reduce(self) { $0?[$1] } }
    set {
      guard let first = path.first else { return }
      guard path.count > 1 else {
        self[first] = newValue
        return
      }
      // There is nothing to take out of what is not there.
      guard var child = self[first] ?? newValue.map({ _ in .object(from: nil) }) else { return }
      child[path: Array(path.dropFirst())] = newValue
      self[first] = child
    }
  }

  /// The same with the members of every object in ASCII order.
  func sortedByKey() -> BodyValue {
    var sorted = self
    switch content {
    case .object(let members):
      sorted.members = members.map { member in
        var member = member
        member.value = member.value.sortedByKey()
        return member
      }
      .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    case .array(let elements): sorted.elements = elements.map { $0.sortedByKey() }
    case .string, .literal: break
    }
    return sorted
  }

  /// Whether both say the same; where they come from does not count, nor does the order of members.
  func means(_ other: BodyValue) -> Bool {
    switch (content, other.content) {
    case (.object(let left), .object(let right)):
      left.count == right.count
        && left.allSatisfy { member in other[member.key].map { member.value.means($0) } ?? false }
    case (.array(let left), .array(let right)):
      left.count == right.count && zip(left, right).allSatisfy { $0.means($1) }
    case (.string(let left), .string(let right)): left == right
    case (.literal(let left), .literal(let right)): left == right
    default: false
    }
  }
}

extension BodyValue {
  /// The value as JSON text on one line.
  var json: String {
    var writer = JSONWriter()
    write(to: &writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// The value on one line, for messages.
  var summary: String {
    let text = json
    return text.count > 60 ? text.prefix(59) + "…" : text
  }

  private func write(to writer: inout JSONWriter) {
    switch content {
    case .object(let members):
      writer.beginObject()
      for member in members {
        writer.key(member.key)
        member.value.write(to: &writer)
      }
      writer.endObject()
    case .array(let elements):
      writer.beginArray()
      for element in elements { element.write(to: &writer) }
      writer.endArray()
    case .string(let text): writer.string(text)
    case .literal(let text): writer.literal(text)
    }
  }
}
