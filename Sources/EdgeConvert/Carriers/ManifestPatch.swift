internal import EdgeSyntax

/// What sets one JSON value apart from another, written as RFC 6902 JSON Patch.
///
/// Each change states what it expects to find, as a `test` before it. Where somebody has edited the
/// place since, the expectation fails, the change is left out, and what was edited counts.
struct ManifestPatch: Equatable {
  /// One place that differs.
  struct Change: Equatable {
    /// The keys on the way from the outermost object to the place.
    var path: [[UInt8]]
    /// What is expected there; nil for nothing.
    var old: JSONValue?
    /// What is to be there; nil for nothing.
    var new: JSONValue?

    /// The RFC 6901 pointer to the place.
    var pointer: String {
      path.reduce(into: "") { $0 += "/" + String(decoding: $1, as: UTF8.self).jsonPointerToken }
    }

    /// The keys on the way to the createOptions that the place is in; nil elsewhere.
    fileprivate var createOptionsPath: ArraySlice<[UInt8]>? {
      path.firstIndex(of: Array("createOptions".utf8)).map { path[...$0] }
    }
  }

  var changes: [Change] = []

  init() {}

  /// The changes that make one value of another.
  ///
  /// The order of members says nothing. Arrays are replaced as a whole.
  init(from old: JSONValue, to new: JSONValue) {
    compare(old, new, path: [])
  }

  private mutating func compare(_ old: JSONValue, _ new: JSONValue, path: [[UInt8]]) {
    guard old != new else { return }
    guard old.isObject, new.isObject else {
      if case .array(let left) = old, case .array(let right) = new, left.count == right.count,
        zip(left, right).allSatisfy({ Self.isEqual($0, $1) })
      {
        return
      }
      changes.append(Change(path: path, old: old, new: new))
      return
    }
    let (oldMembers, newMembers) = (MemberIndex(old), MemberIndex(new))
    for member in old.members {
      guard let value = newMembers[member.key] else {
        changes.append(Change(path: path + [member.key], old: member.value, new: nil))
        continue
      }
      compare(member.value, value, path: path + [member.key])
    }
    for member in new.members where oldMembers[member.key] == nil {
      changes.append(Change(path: path + [member.key], old: nil, new: member.value))
    }
  }

  /// The members of an object by their keys, fast for objects with thousands of them.
  private struct MemberIndex {
    private let object: JSONValue
    /// Nil for a small object, which is looked through.
    private let values: [[UInt8]: JSONValue]?

    init(_ object: JSONValue) {
      self.object = object
      let members = object.members
      values =
        members.count > 16
        ? Dictionary(members.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
        : nil
    }

    subscript(key: [UInt8]) -> JSONValue? { values.map { $0[key] } ?? object[key] }
  }

  // MARK: - Applying

  /// Makes the changes; those of one module's createOptions only together, because a part of them alone
  /// could bring back what somebody removed.
  ///
  /// - Returns: The changes whose place does not look as expected, and that were therefore not made.
  func apply(to value: inout JSONValue) -> [Change] {
    var changed = value
    var refused: [Int] = []
    Self.apply(changes.enumerated().map { ($0, $1) }, depth: 0, to: &changed, &refused)
    let groups = Set(refused.compactMap { changes[$0].createOptionsPath })
    guard !groups.isEmpty else {
      value = changed
      return refused.sorted().map { changes[$0] }
    }
    let left = changes.enumerated().filter { _, change in
      change.createOptionsPath.map { !groups.contains($0) } ?? true
    }
    var others: [Int] = []
    Self.apply(left.map { ($0, $1) }, depth: 0, to: &value, &others)
    return refused.sorted().map { changes[$0] }
  }

  private typealias NumberedChange = (number: Int, change: Change)

  /// Makes changes at or below one value, each object on the way once: thousands of changes to
  /// thousands of members take time that grows with their number alone.
  private static func apply(
    _ changes: [NumberedChange], depth: Int, to value: inout JSONValue, _ refused: inout [Int]
  ) {
    var inside: [NumberedChange] = []
    for (number, change) in changes {
      guard change.path.count == depth else {
        inside.append((number, change))
        continue
      }
      if let new = change.new, isEqual(value, change.old) {
        value = new
      } else if change.new != value {
        refused.append(number)
      }
    }
    guard !inside.isEmpty else { return }
    guard value.isObject else { return refused += inside.map(\.number) }
    // Taken out, so that it is changed in place and not copied.
    var members = ChangedMembers(value.members)
    value = .null
    var keys: [[UInt8]] = []
    var groups: [[UInt8]: [NumberedChange]] = [:]
    for numbered in inside {
      let key = numbered.change.path[depth]
      if groups[key] == nil { keys.append(key) }
      groups[key, default: []].append(numbered)
    }
    for key in keys {
      apply(groups[key] ?? [], toMember: key, of: &members, depth: depth, &refused)
    }
    value = .object(members.inOrder)
  }

  private static func apply(
    _ changes: [NumberedChange], toMember key: [UInt8], of members: inout ChangedMembers,
    depth: Int,
    _ refused: inout [Int]
  ) {
    var deeper: [NumberedChange] = []
    for (number, change) in changes {
      if change.path.count > depth + 1 {
        deeper.append((number, change))
      } else if isEqual(members[key], change.old) {
        members[key] = change.new
      } else if members[key] != change.new {
        refused.append(number)
      }
    }
    guard !deeper.isEmpty else { return }
    guard var child = members.take(key) else { return refused += deeper.map(\.number) }
    apply(deeper, depth: depth + 1, to: &child, &refused)
    members[key] = child
  }

  /// The members of an object while they are changed; those taken away leave a gap.
  private struct ChangedMembers {
    private var values: [(key: [UInt8], value: JSONValue?)]
    private var positions: [[UInt8]: Int]

    init(_ members: [JSONValue.Member]) {
      values = members.map { ($0.key, $0.value) }
      positions = Dictionary(
        members.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    }

    subscript(key: [UInt8]) -> JSONValue? {
      get { positions[key].flatMap { values[$0].value } }
      set {
        if let position = positions[key] {
          values[position].value = newValue
        } else if newValue != nil {
          positions[key] = values.count
          values.append((key, newValue))
        }
      }
    }

    /// A value, which is gone until it is set again.
    mutating func take(_ key: [UInt8]) -> JSONValue? {
      guard let position = positions[key], let value = values[position].value else { return nil }
      values[position].value = nil
      return value
    }

    var inOrder: [JSONValue.Member] {
      values.compactMap { key, value in value.map { .init(key, $0) } }
    }
  }

  /// Whether two values are equal, the order of members aside.
  private static func isEqual(_ left: JSONValue?, _ right: JSONValue?) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    return left == right || ManifestPatch(from: left, to: right).changes.isEmpty
  }

  // MARK: - As JSON

  /// The patch as text, one operation a line.
  var text: [UInt8] {
    let lines = operations.map { operation in
      var json = JSONWriter()
      json.value(operation)
      return Array("  ".utf8) + json.bytes
    }
    return Array("[\n".utf8) + Array(lines.joined(separator: Array(",\n".utf8)))
      + Array("\n]\n".utf8)
  }

  /// The operations of the patch, `test` among them.
  private var operations: [JSONValue] {
    changes.flatMap { change in
      let path = JSONValue.Member("path", .string(change.pointer))
      var operations: [JSONValue] = []
      if let old = change.old {
        operations.append(.object([.init("op", .string("test")), path, .init("value", old)]))
      }
      guard let new = change.new else {
        return operations + [.object([.init("op", .string("remove")), path])]
      }
      let name = change.old == nil ? "add" : "replace"
      return operations + [.object([.init("op", .string(name)), path, .init("value", new)])]
    }
  }

  /// Reads operations as ``text`` has them; nil for anything else.
  init?(json: JSONValue) {
    guard case .array(let operations) = json else { return nil }
    var expected: (pointer: String, value: JSONValue)?
    for operation in operations {
      guard let name = operation["op"]?.text, let pointer = operation["path"]?.text,
        let path = Self.path(pointer)
      else { return nil }
      let old = expected.flatMap { $0.pointer == pointer ? $0.value : nil }
      switch (name, operation["value"]) {
      case ("test", let value?):
        expected = (pointer, value)
        continue
      case ("add", let value?), ("replace", let value?):
        changes.append(Change(path: path, old: old, new: value))
      case ("remove", _): changes.append(Change(path: path, old: old, new: nil))
      default: return nil
      }
      expected = nil
    }
  }

  private static func path(_ pointer: String) -> [[UInt8]]? {
    guard pointer.isEmpty || pointer.hasPrefix("/") else { return nil }
    return pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map {
      token in
      var key: [UInt8] = []
      var isEscaped = false
      for byte in token.utf8 {
        if isEscaped {
          key.append(byte == UInt8(ascii: "1") ? UInt8(ascii: "/") : UInt8(ascii: "~"))
          isEscaped = false
        } else if byte == UInt8(ascii: "~") {
          isEscaped = true
        } else {
          key.append(byte)
        }
      }
      return key
    }
  }
}
