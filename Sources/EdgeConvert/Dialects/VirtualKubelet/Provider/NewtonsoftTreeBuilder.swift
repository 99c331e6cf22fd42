/// Puts a tree together from tokens.
///
/// An object whose member repeats keeps the last value, at the end or in the first one's place.
struct NewtonsoftTreeBuilder {
  /// Where the last value of a repeated member goes.
  enum Repetition {
    /// `Linq/JTokenWriter.cs` WritePropertyName removes the old member.
    case movesToEnd
    /// `Linq/JContainer.cs` ReadContentFrom replaces the old member.
    case keepsPlace
  }

  private enum Kind {
    case object, array
    case constructor(UTF16Text, Range<Int>)
  }

  private struct Frame {
    var kind: Kind
    /// nil where a member was removed.
    var members: [NewtonsoftMember?] = []
    var indices: [UTF16Text: Int] = [:]
    /// The member that waits for its value.
    var openMember: Int?
    var items: [NewtonsoftValue] = []
  }

  private let repetition: Repetition
  private var frames: [Frame] = []
  private var root: NewtonsoftValue?

  /// Starts with nothing open.
  init(_ repetition: Repetition) {
    self.repetition = repetition
  }

  /// Adds the reader's current token.
  mutating func add(from reader: NewtonsoftReader) throws(NewtonsoftFailure) {
    guard !reader.token.isStart || acceptsValue else { throw Self.misplaced(reader) }
    switch reader.token {
    case .none: break
    case .startObject: frames.append(Frame(kind: .object))
    case .startArray: frames.append(Frame(kind: .array))
    case .startConstructor(let name):
      guard !name.isEmpty else {
        throw reader.failure("a constructor needs a name", at: reader.tokenRange)
      }
      frames.append(Frame(kind: .constructor(name, reader.tokenRange)))
    case .endObject, .endArray, .endConstructor: close()
    case .propertyName(let name): open(member: name)
    case let token:
      guard let value = NewtonsoftValue(token, range: reader.tokenRange) else { return }
      try add(value, at: reader)
    }
  }

  /// Adds a value that the reader's current token ends.
  mutating func add(
    _ value: NewtonsoftValue, at reader: NewtonsoftReader
  ) throws(NewtonsoftFailure) {
    if add(value) { return }
    // A comment between members is dropped, but one before a value takes its place.
    guard case .comment = value else { throw Self.misplaced(reader) }
  }

  private static func misplaced(_ reader: NewtonsoftReader) -> NewtonsoftFailure {
    reader.failure("unexpected comment before this value", at: reader.tokenRange)
  }

  /// Whether what is open has room for a value.
  private var acceptsValue: Bool {
    guard let frame = frames.last, case .object = frame.kind else { return true }
    return frame.openMember != nil
  }

  /// Opens an object whose brace has been passed.
  mutating func startObject() {
    frames.append(Frame(kind: .object))
  }

  /// Opens a member of the innermost object, which waits for its value.
  mutating func open(member name: UTF16Text) {
    let top = frames.count - 1
    if let index = frames[top].indices[name] {
      if repetition == .keepsPlace {
        frames[top].openMember = index
        return
      }
      frames[top].members[index] = nil
    }
    frames[top].indices[name] = frames[top].members.count
    frames[top].openMember = frames[top].members.count
    // A member whose value never comes is null.
    frames[top].members.append(NewtonsoftMember(name: name, value: .null))
  }

  /// Adds a value to what is open.
  ///
  /// - Returns: false where an object has no member open for it.
  private mutating func add(_ value: NewtonsoftValue) -> Bool {
    guard let top = frames.indices.last else {
      root = value
      return true
    }
    guard case .object = frames[top].kind else {
      frames[top].items.append(value)
      return true
    }
    guard let index = frames[top].openMember else { return false }
    frames[top].members[index]?.value = value
    frames[top].openMember = nil
    return true
  }

  /// Closes the innermost open container.
  mutating func close() {
    guard let frame = frames.popLast() else { return }
    let value: NewtonsoftValue
    switch frame.kind {
    case .object: value = .object(frame.members.compactMap(\.self))
    case .array: value = .array(frame.items)
    case .constructor(let name, let range):
      value = .constructor(name, frame.items, range: range)
    }
    _ = add(value)
  }

  /// The tree; what is still open is closed, as it was added to its parent when it began.
  mutating func finish() -> NewtonsoftValue {
    while !frames.isEmpty { close() }
    return root ?? .null
  }
}
