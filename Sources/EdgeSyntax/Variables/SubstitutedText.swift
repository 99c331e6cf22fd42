/// The text of a scalar while values are put into it.
struct SubstitutedText {
  /// A value in the place of a placeholder.
  struct Span {
    /// Bytes of the new text.
    var new: Range<Int>
    /// Bytes of the text as it was.
    var old: Range<Int>
  }

  let original: SyntaxNode
  private(set) var spans: [Span] = []
  private let old: [UInt8]
  private var done: [UInt8] = []
  /// How much of the old text is in `done`.
  private var position = 0
  /// Whether the text is JSON, and whether a string of it is open at `position`.
  private let isJSON: Bool
  private var isInString = false

  init(_ scalar: SyntaxNode) {
    original = scalar
    old = Array(scalar.utf8)
    let first = old.first { $0 > 0x20 }
    isJSON =
      first == UInt8(ascii: "{") && old.contains(UInt8(ascii: "\""))
      || first == UInt8(ascii: "[") && old.contains(UInt8(ascii: "\""))
  }

  var isChanged: Bool { !spans.isEmpty }

  /// Whether one value takes the place of the whole text.
  var isWhole: Bool { spans.count == 1 && spans[0].old == old.indices }

  /// The new text.
  var text: [UInt8] { done + old[position...] }

  /// Puts a value in the place of a part that lies behind all earlier ones.
  mutating func replace(_ range: Range<Int>, with value: String) {
    copy(to: range.lowerBound)
    let start = done.count
    done += isInString ? Self.escaped(value) : Array(value.utf8)
    spans.append(Span(new: start..<done.count, old: range))
    position = range.upperBound
  }

  private mutating func copy(to end: Int) {
    var isEscaped = false
    for byte in old[position..<end] {
      done.append(byte)
      guard isJSON else { continue }
      if isEscaped {
        isEscaped = false
      } else if isInString, byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        isInString.toggle()
      }
    }
    position = end
  }

  private static func escaped(_ value: String) -> [UInt8] {
    var json = JSONWriter()
    json.string(value)
    return Array(json.bytes.dropFirst().dropLast())
  }
}
