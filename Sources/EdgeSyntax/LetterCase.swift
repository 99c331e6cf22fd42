extension SyntaxNode {
  /// The first member whose key has a name, whatever its letter case.
  ///
  /// - Parameter name: In lower case.
  package func member(inAnyCase name: String) -> Member? {
    members.first { $0.key.utf8.hasText(inAnyCase: name) }
  }
}

extension ArraySlice<UInt8> {
  /// Whether it is a name in lower case, whatever its own letter case; ASCII only.
  package func hasText(inAnyCase name: String) -> Bool {
    count == name.utf8.count
      && zip(self, name.utf8).allSatisfy { byte, lower in
        byte == lower || (0x41...0x5A ~= byte && byte | 0x20 == lower)
      }
  }
}
