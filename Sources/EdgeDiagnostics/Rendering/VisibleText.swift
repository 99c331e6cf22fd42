/// Keeps text that somebody else wrote from moving the cursor, colouring the terminal or showing
/// itself in another order than it has.
extension String {
  /// The text on one line, with escapes for what has no picture.
  package var visible: String {
    guard unicodeScalars.contains(where: \.isInvisibleControl) else { return self }
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "\n": text += "\\n"
      case "\t": text += "\\t"
      case "\r": text += "\\r"
      case _ where scalar.isInvisibleControl:
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}

extension Unicode.Scalar {
  /// Whether it is a control, a line or paragraph separator, or changes the direction of text.
  ///
  /// Source: Unicode Standard Annex 9, section 2 (directional formatting characters).
  var isInvisibleControl: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
