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
      changes.append(Change(path: path, old: old, new: new))
      return
    }
    for member in old.members {
      guard let value = new[member.key] else {
        changes.append(Change(path: path + [member.key], old: member.value, new: nil))
        continue
      }
      compare(member.value, value, path: path + [member.key])
    }
    for member in new.members where old[member.key] == nil {
      changes.append(Change(path: path + [member.key], old: nil, new: member.value))
    }
  }

  // MARK: - Applying

  /// Makes the changes.
  ///
  /// - Returns: The changes whose place does not look as expected, and that were therefore not made.
  func apply(to value: inout JSONValue) -> [Change] {
    changes.filter { !Self.apply($0, path: $0.path[...], to: &value) }
  }

  private static func apply(
    _ change: Change, path: ArraySlice<[UInt8]>, to value: inout JSONValue
  ) -> Bool {
    guard let key = path.first else {
      guard value == change.old, let new = change.new else { return false }
      value = new
      return true
    }
    guard value.isObject else { return false }
    guard path.count == 1 else {
      guard var child = value[key] else { return false }
      guard apply(change, path: path.dropFirst(), to: &child) else { return false }
      value[key] = child
      return true
    }
    guard Self.isEqual(value[key], change.old) else { return value[key] == change.new }
    value[key] = change.new
    return true
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
