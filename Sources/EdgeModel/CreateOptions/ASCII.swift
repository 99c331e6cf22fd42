extension UInt8 {
  /// Whether it is a decimal digit.
  package var isDigit: Bool { (0x30...0x39).contains(self) }

  /// Whether it is a letter of ASCII.
  package var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }
}
