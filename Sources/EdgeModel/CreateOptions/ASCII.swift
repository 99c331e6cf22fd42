extension UInt8 {
  /// Whether it is a decimal digit.
  package var isDigit: Bool { (0x30...0x39).contains(self) }

  /// Whether it is a letter of ASCII.
  package var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }
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
