/// How many terminal columns text takes.
///
/// A character that people see as one takes the columns of its widest scalar: East Asian wide and
/// fullwidth scalars and emoji take two, combining and invisible ones none.
package enum DisplayWidth {
  /// The columns of a whole text.
  package static func columns(of text: String) -> Int {
    text.reduce(0) { $0 + columns(of: $1) }
  }

  /// The columns of one character as people see it.
  static func columns(of character: Character) -> Int {
    character.unicodeScalars.reduce(0) { max($0, columns(of: $1)) }
  }

  private static func columns(of scalar: Unicode.Scalar) -> Int {
    if scalar.value >= 0x20, scalar.value < 0x7F { return 1 }
    // The selector asks for the emoji form of the character before it.
    if scalar.value == 0xFE0F { return 2 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: return scalar.properties.isEmojiPresentation || isWide(scalar.value) ? 2 : 1
    }
  }

  private static func isWide(_ value: UInt32) -> Bool {
    guard value >= 0x1100 else { return false }
    return wideRanges.contains { $0.contains(value) }
  }

  /// The scalars of East Asian width W and F, without those that have emoji presentation.
  ///
  /// Neighbouring ranges are joined over unassigned code points.
  /// Source: Unicode Character Database 16.0, EastAsianWidth.txt.
  private static let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F,  // Hangul initial consonants
    0x2329...0x232A,  // angle brackets
    0x2630...0x2637, 0x268A...0x268F,  // symbols of the Book of Changes
    0x2E80...0x303E,  // radicals, ideographic punctuation
    0x3041...0x3247, 0x3250...0xA4C6,  // kana, Bopomofo, ideographs, Yi
    0xA960...0xA97C, 0xAC00...0xD7A3,  // Hangul
    0xF900...0xFAFF,  // compatibility ideographs
    0xFE10...0xFE19, 0xFE30...0xFE6B,  // vertical and small forms
    0xFF01...0xFF60, 0xFFE0...0xFFE6,  // fullwidth forms
    0x16FE0...0x1B2FB,  // Tangut, Khitan, Nushu, kana supplements
    0x1D300...0x1D376,  // Tai Xuan Jing symbols, counting rods
    0x1F200...0x1F265,  // enclosed ideographs
    0x20000...0x2FFFD, 0x30000...0x3FFFD,  // ideographs of the supplementary planes
  ]
}
