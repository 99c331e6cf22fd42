internal import EdgeSyntax

extension JSONValue {
  /// A value below, by the names on the way; setting makes the objects that are missing.
  subscript(path path: [String]) -> JSONValue? {
    get { path.reduce(self) { $0?[$1] } }
    set {
      guard let first = path.first else { return }
      guard path.count > 1 else {
        self[first] = newValue
        return
      }
      guard var child = self[first] ?? newValue.map({ _ in .emptyObject }) else { return }
      child[path: Array(path.dropFirst())] = newValue
      self[first] = child
    }
  }

  subscript(path first: String, _ rest: String...) -> JSONValue? {
    get { self[path: [first] + rest] }
    set { self[path: [first] + rest] = newValue }
  }

  static func texts(_ texts: some Sequence<String>) -> JSONValue {
    .array(texts.map { .string($0) })
  }

  static func number(_ number: some BinaryInteger) -> JSONValue { .literal(String(number)) }

  static let `true` = JSONValue.literal("true")
  static let `false` = JSONValue.literal("false")

  /// An object without the members that have no value.
  static func mapping(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
    .object(members.compactMap { name, value in value.map { Member(name, $0) } })
  }

  /// The members of an object in ASCII order, some before all others.
  func sortedMembers(first: [String] = []) -> JSONValue {
    let rank = { (member: Member) in first.firstIndex(of: member.name) ?? first.count }
    return .object(
      members.sorted { left, right in
        (rank(left), left.name) < (rank(right), right.name)
      })
  }

  init(_ body: BodyValue) {
    switch body.content {
    case .object(let members):
      self = .object(members.map { Member($0.key, JSONValue($0.value)) })
    case .array(let elements): self = .array(elements.map { JSONValue($0) })
    case .string(let text): self = .string(text)
    case .literal(let text): self = .literal(text)
    }
  }
}
