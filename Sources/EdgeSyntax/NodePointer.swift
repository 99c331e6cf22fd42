/// The place of a node in the data.
extension SyntaxNode {
  /// The RFC 6901 pointer from the document's root; inside embedded text, the pointer of the scalar
  /// that holds it, `#`, and the pointer inside.
  ///
  /// Found by walking down from the root, so that trees need no parent links; meant for reports.
  package var pointer: String {
    let inner = tree.pointer(to: index)
    guard let container = tree.container else { return inner }
    return container.pointer + "#" + inner
  }
}

extension SyntaxTree {
  /// The pointer from the root to the node at an index; a key has the pointer of its value.
  fileprivate func pointer(to target: UInt32) -> String {
    var pointer = ""
    var index = rootIndices.last { $0 <= target } ?? 0
    while index != target {
      guard let step = step(into: index, towards: target) else { break }
      pointer += "/" + step.token
      if step.isKey { break }
      index = step.child
    }
    return pointer
  }

  private func step(
    into parent: UInt32, towards target: UInt32
  ) -> (token: String, child: UInt32, isKey: Bool)? {
    let record = records[Int(parent)]
    var position = parent + 1
    var number = 0
    while position < record.next(after: parent) {
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
