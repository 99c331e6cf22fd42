/// The brackets of a JSON text that do not fit together, judged by the columns in which people wrote
/// them.
struct JSONBrackets {
  /// A closing bracket that begins its line, in another column than the line it closes.
  struct Mismatch {
    var opener: Int
    var closer: Int
  }

  /// The first mismatch where the closing bracket stands further to the left: what it closes is
  /// probably closed nowhere.
  private(set) var unclosed: Mismatch?
  /// The first mismatch where it stands further to the right: it is probably one too many.
  private(set) var surplus: Mismatch?
  /// The first bracket beyond the limit of nesting.
  private(set) var tooDeep: Int?

  init(_ text: ArraySlice<UInt8>) {
    var open: [(offset: Int, line: (start: Int, indentation: Int))] = []
    for token in JSONTokenizer(text) where token.kind == .punctuation {
      let offset = token.range.lowerBound
      switch text[offset] {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        open.append((offset, Self.line(at: offset, in: text)))
        if open.count > JSONScanner.depthLimit {
          tooDeep = offset
          return
        }
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        guard let opener = open.popLast() else { return }
        let line = Self.line(at: offset, in: text)
        guard unclosed == nil, surplus == nil, line.start != opener.line.start,
          line.start + line.indentation == offset,
          line.indentation != opener.line.indentation
        else { continue }
        let mismatch = Mismatch(opener: opener.offset, closer: offset)
        if line.indentation < opener.line.indentation {
          unclosed = mismatch
        } else {
          surplus = mismatch
        }
      default: continue
      }
    }
  }

  /// Where the line around an offset starts, and how many blanks it begins with. A line that is very
  /// long has no columns that people see.
  private static func line(
    at offset: Int, in text: ArraySlice<UInt8>
  ) -> (start: Int, indentation: Int) {
    let lowest = max(text.startIndex, offset - 1000)
    let lineEnd = text[lowest..<offset].lastIndex(of: UInt8(ascii: "\n"))
    let start = lineEnd.map { $0 + 1 } ?? lowest
    let blanks = text[start...offset].prefix { $0 == UInt8(ascii: " ") || $0 == 0x09 }
    return (start, blanks.count)
  }
}
