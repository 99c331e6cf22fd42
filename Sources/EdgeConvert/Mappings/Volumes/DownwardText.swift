internal import EdgeModel

/// Labels and annotations as the text of a file.
///
/// Source: kubernetes/kubernetes pkg/fieldpath/fieldpath.go (FormatMap); golang/go src/strconv/quote.go.
enum DownwardText {
  /// One line per entry, sorted by name, each value in quotes as Go writes them.
  static func lines(_ entries: [StringEntry]) -> String {
    entries.map { ($0.name, $0.value.value) }
      .sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
      .map { line($0.0, $0.1) }
      .joined(separator: "\n")
  }

  static func line(_ name: String, _ value: String) -> String {
    name + "=\"" + value.unicodeScalars.map(escaped).joined() + "\""
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": return "\\\""
    case "\\": return "\\\\"
    case "\u{07}": return "\\a"
    case "\u{08}": return "\\b"
    case "\u{0C}": return "\\f"
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    case "\u{0B}": return "\\v"
    default:
      guard !isPrintable(scalar) else { return String(scalar) }
      let (letter, width) =
        switch scalar.value {
        case ..<0x80: ("x", 2)
        case ..<0x1_0000: ("u", 4)
        default: ("U", 8)
        }
      let digits = String(scalar.value, radix: 16)
      return "\\\(letter)" + String(repeating: "0", count: width - digits.utf8.count) + digits
    }
  }

  /// Letters, marks, numbers, punctuation, symbols, and the blank.
  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      false
    case .spaceSeparator: scalar == " "
    default: true
    }
  }
}
