private import Synchronization

/// The place of a node in the data.
extension SyntaxNode {
  /// The RFC 6901 pointer from the document's root; inside embedded text, the pointer of the scalar
  /// that holds it, `#`, and the pointer inside.
  ///
  /// Meant for reports. The first ones of a tree are found by walking down from the root, so that
  /// trees need no parent links; a tree with very many gets an index of them.
  package var pointer: String {
    let inner = tree.pointer(to: index)
    guard let container = tree.container else { return inner }
    return container.pointer + "#" + inner
  }
}

extension SyntaxTree {
  /// The pointer from the root to the node at an index; a key has the pointer of its value.
  fileprivate func pointer(to target: UInt32) -> String {
    let places = pointerIndex.places(of: records)
    let steps = places.map { tokens(to: target, places: $0) } ?? walk(to: target)
    return steps.reduce(into: "") { $0 += "/" + $1 }
  }

  private func tokens(to target: UInt32, places: [PointerIndex.Place]) -> [String] {
    var tokens: [String] = []
    var index = target
    while case let place = places[Int(index)], let parent = place.parent {
      if records[Int(parent)].kind == .mapping {
        // What is inside a key has the key's own pointer.
        if place.step == index { tokens.removeAll() }
        tokens.append(SyntaxNode(tree: self, index: place.step).text.jsonPointerToken)
      } else {
        tokens.append(String(place.step))
      }
      index = parent
    }
    return tokens.reversed()
  }

  private func walk(to target: UInt32) -> [String] {
    var tokens: [String] = []
    var index = rootIndices.last { $0 <= target } ?? 0
    var visited = 0
    while index != target {
      guard let step = step(into: index, towards: target, visited: &visited) else { break }
      tokens.append(step.token)
      if step.isKey { break }
      index = step.child
    }
    pointerIndex.count(visited)
    return tokens
  }

  private func step(
    into parent: UInt32, towards target: UInt32, visited: inout Int
  ) -> (token: String, child: UInt32, isKey: Bool)? {
    let record = records[Int(parent)]
    var position = parent + 1
    var number = 0
    while position < record.next(after: parent) {
      visited += 1
      if record.kind == .mapping {
        let value = records[Int(position)].next(after: position)
        let end = records[Int(value)].next(after: value)
        if target < end {
          let key = SyntaxNode(tree: self, index: position)
          return (key.text.jsonPointerToken, value, target < value)
        }
        position = end
      } else {
        let end = records[Int(position)].next(after: position)
        if target < end { return (String(number), position, false) }
        position = end
        number += 1
      }
    }
    return nil
  }
}

/// Where each node of a tree is, made once walking has cost more than making it would.
///
/// Without it, thousands of reports in one mapping would take time that grows with their square; made
/// for every tree, it would add half of the tree's size to trees that have a report or two.
final class PointerIndex: Sendable {
  /// One step up from a node.
  struct Place {
    /// The collection that holds the node; none for the root of a document.
    var parent: UInt32?
    /// In a mapping, the index of the member's key; in a sequence, the position.
    var step: UInt32 = 0
  }

  private struct State {
    var visited = 0
    var places: [Place]?
  }

  /// How many visits while walking cost as much as putting one node into the index, roughly; high
  /// enough that ordinary documents never need one.
  private static let visitsPerNode = 16

  private let state = Mutex(State())

  /// Adds what a walk has cost.
  func count(_ visited: Int) {
    state.withLock { $0.visited += visited }
  }

  /// The places of all nodes, if they are worth having.
  func places(of records: [NodeRecord]) -> [Place]? {
    state.withLock { state in
      if state.places == nil, state.visited > records.count * Self.visitsPerNode {
        state.places = Self.places(of: records)
      }
      return state.places
    }
  }

  private static func places(of records: [NodeRecord]) -> [Place] {
    var places = [Place](repeating: Place(), count: records.count)
    for (parent, record) in zip(UInt32(0)..., records) {
      let isMapping = record.kind == .mapping
      guard isMapping || record.kind == .sequence else { continue }
      var number: UInt32 = 0
      var position = parent + 1
      while position < record.next(after: parent) {
        if isMapping {
          let value = records[Int(position)].next(after: position)
          places[Int(position)] = Place(parent: parent, step: position)
          places[Int(value)] = Place(parent: parent, step: position)
          position = records[Int(value)].next(after: value)
        } else {
          places[Int(position)] = Place(parent: parent, step: number)
          position = records[Int(position)].next(after: position)
          number += 1
        }
      }
    }
    return places
  }
}

extension String {
  /// The text as one token of an RFC 6901 pointer: `~` becomes `~0` and `/` becomes `~1`.
  package var jsonPointerToken: String {
    guard contains(where: { $0 == "~" || $0 == "/" }) else { return self }
    var token = ""
    for character in self {
      switch character {
      case "~": token += "~0"
      case "/": token += "~1"
      default: token.append(character)
      }
    }
    return token
  }
}
