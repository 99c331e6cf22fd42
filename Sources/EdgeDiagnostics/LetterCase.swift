extension ArraySlice<UInt8> {
  /// Whether it is a name in lower case, whatever its own letter case; ASCII only.
  package func hasText(inAnyCase name: String) -> Bool {
    count == name.utf8.count
      && zip(self, name.utf8).allSatisfy { byte, lower in
        byte == lower || (0x41...0x5A ~= byte && byte | 0x20 == lower)
      }
  }
}
