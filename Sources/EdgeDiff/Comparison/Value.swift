internal import EdgeModel
internal import EdgeSyntax

/// A value of an expanded manifest: a node of its tree, or what the paths of a layer put together.
struct Value: Sendable {
  /// Nil for an object that only paths speak of.
  let node: SyntaxNode?
  /// What paths add to the node.
  private let layer: Layer?
  /// Whether it is a secret.
  let secrecy: Secrecy

  init(_ node: SyntaxNode, _ secrecy: Secrecy) {
    self.node = node
    self.secrecy = secrecy
    layer = nil
  }

  private init(_ node: SyntaxNode?, _ secrecy: Secrecy, _ layer: Layer?) {
    self.node = node
    self.secrecy = secrecy
    self.layer = layer
  }

  /// A member of an object.
  init(_ member: SyntaxNode.Member, in secrecy: Secrecy) {
    self.init(member.value, secrecy.member(member.key))
  }

  /// An object without members that is written nowhere.
  static let empty = Value(nil, .root, nil)

  var isMapping: Bool { node?.isMapping ?? true }
  var isSequence: Bool { node?.isSequence ?? false }

  /// Whether both are written with the same bytes, and so mean the same at the same place.
  func isWrittenLike(_ other: Value) -> Bool {
    guard let node, let otherNode = other.node, layer == nil, other.layer == nil else {
      return false
    }
    return node.isWrittenLike(otherNode)
  }

  /// Whether it is a plain value that nobody may see, or has one in it.
  var isSecret: Bool {
    guard let node, !node.isMapping, !node.isSequence else { return false }
    return secrecy.redacted(node) != nil
  }

  /// A node that shows where it is written; nil for what is written nowhere.
  var place: SyntaxNode? {
    node ?? layer?.entries.lazy.compactMap(\.value.place).first
  }

  /// The decoded text of a string; nil for anything else.
  var string: ArraySlice<UInt8>? {
    guard let node, node.isString else { return nil }
    return node.utf8
  }

  // MARK: - Members

  /// A member of an object.
  struct Entry: Sendable {
    let key: ArraySlice<UInt8>
    let value: Value
  }

  /// The members of an object in order; none for anything else.
  var entries: [Entry] {
    var entries =
      node?.members.map { Entry(key: $0.key.utf8, value: Value($0, in: secrecy)) } ?? []
    guard let layer else { return entries }
    var positions: [ArraySlice<UInt8>: Int] = [:]
    for (index, entry) in entries.enumerated() { positions[entry.key] = index }
    for added in layer.entries {
      guard let index = positions[added.key] else {
        entries.append(added)
        continue
      }
      // What a path gives as a whole takes the place of what was there; deeper paths add to it.
      let value =
        added.value.node == nil
        ? Value(entries[index].value.node, entries[index].value.secrecy, added.value.layer)
        : added.value
      entries[index] = Entry(key: added.key, value: value)
    }
    return entries
  }

  subscript(name: StaticString) -> Value? {
    guard layer != nil else { return node?.member(name).map { Value($0, in: secrecy) } }
    return entries.last { $0.key.isText(name) }?.value
  }

  /// The elements of a list; none for anything else.
  var elements: [Value] { node?.elements.map { Value($0, secrecy.element) } ?? [] }

  // MARK: - Layers

  /// What paths add, in the order in which they speak of it.
  private final class Layer: Sendable {
    let entries: [Entry]

    init(_ entries: [Entry]) {
      self.entries = entries
    }
  }

  /// How many steps of a path are told apart; twins are at most ten levels deep.
  private static let depthLimit = 32

  /// The value that nodes at paths make.
  ///
  /// - Parameter paths: Each without what is common to all, its steps parted by dots; an empty one is
  ///   the whole.
  init(paths: [(path: ArraySlice<UInt8>, value: Value)]) {
    self.init(
      steps: paths.map { path, value in
        let steps = path.split(separator: UInt8(ascii: "."), maxSplits: Self.depthLimit)
        return (steps[...], value)
      })
  }

  private init(steps paths: [(steps: ArraySlice<ArraySlice<UInt8>>, value: Value)]) {
    var whole: Value?
    var keys: [ArraySlice<UInt8>] = []
    var groups: [ArraySlice<UInt8>: [(ArraySlice<ArraySlice<UInt8>>, Value)]] = [:]
    for (steps, value) in paths {
      guard let key = steps.first else {
        whole = value
        continue
      }
      if groups[key] == nil { keys.append(key) }
      groups[key, default: []].append((steps.dropFirst(), value))
    }
    let entries = keys.map { Entry(key: $0, value: Value(steps: groups[$0] ?? [])) }
    self.init(
      whole?.node, whole?.secrecy ?? .root, entries.isEmpty ? nil : Layer(entries))
  }
}

extension ArraySlice<UInt8> {
  /// Whether the bytes are those of a name in the program.
  func isText(_ name: StaticString) -> Bool {
    guard count == name.utf8CodeUnitCount else { return false }
    // A name in the program is UTF-8 text and has a pointer.
    return unsafe elementsEqual(UnsafeBufferPointer(start: name.utf8Start, count: count))
  }

  var text: String { String(decoding: self, as: UTF8.self) }
}
