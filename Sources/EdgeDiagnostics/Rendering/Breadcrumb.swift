/// The way into embedded text: the names of the texts in each other, then the keys inside the last.
struct Breadcrumb {
  let text: String

  /// Nil for a place in the file's own text, where the location says it all.
  init?(_ place: ResolvedPlace, pointer: String?, style: TerminalStyle) {
    // A part of a plain value stands where the value does.
    var names = place.embedding.filter { !$0.isEmpty }
    guard !names.isEmpty else { return nil }
    // A pointer continues after `#` in each document; a text that is no document, such as a route,
    // has no keys of its own.
    let pointers = (pointer ?? "").split(separator: "#", omittingEmptySubsequences: false)
    if pointers.count == names.count + 1, let inner = pointers.last, !inner.isEmpty {
      names.append(Self.keys(inner))
    }
    text = names.map(\.visible).joined(separator: style.glyph(" › ", ascii: " > "))
  }

  /// An RFC 6901 pointer in the short form of messages: `HostConfig.PortBindings["27017/tcp"][0]`.
  private static func keys(_ pointer: Substring) -> String {
    var path = ""
    for token in pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
      let key = token.unescaped
      if !key.isEmpty, key.allSatisfy({ $0.isASCII && $0.isNumber }) {
        path += "[\(key)]"
      } else if key.isEmpty || key.contains(where: { !isPlain($0) }) {
        path += "[\"\(key)\"]"
      } else {
        path += path.isEmpty ? key : ".\(key)"
      }
    }
    return path
  }

  private static func isPlain(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_" || character == "-"
      || character == "$"
  }
}

extension Substring {
  /// The key that one token of an RFC 6901 pointer stands for.
  fileprivate var unescaped: String {
    var key = ""
    var characters = makeIterator()
    while let character = characters.next() {
      if character == "~" {
        key.append(characters.next() == "1" ? "/" : "~")
      } else {
        key.append(character)
      }
    }
    return key
  }
}
