internal import EdgeDiagnostics
internal import EdgeSyntax

/// The text of one side of a merge, and how its author lays text out.
///
/// Shared by all elements of the text: a file, or the text of createOptions inside one.
final class MergeText: Sendable {
  let bytes: [UInt8]
  /// `\r\n` where the first line ends so, else `\n`.
  let lineEnd: [UInt8]
  /// Whether all of it stands on one line.
  let isOneLine: Bool
  /// The blanks by which one level is indented.
  let indentUnit: [UInt8]
  /// What stands between a key and its value.
  let colon: [UInt8]
  /// Where each line begins, in bytes.
  private let lineStarts: [Int]

  /// - Parameter root: The outermost value, whose first member shows how the text is laid out.
  init(_ bytes: [UInt8], root: SyntaxNode) {
    self.bytes = bytes
    var lineStarts = [0]
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      lineStarts.append(offset + 1)
    }
    self.lineStarts = lineStarts
    let end = lineStarts.count > 1 ? lineStarts[1] - 1 : bytes.count
    let isCarriage = end > 0 && end < bytes.count && bytes[end - 1] == UInt8(ascii: "\r")
    lineEnd = isCarriage ? Array("\r\n".utf8) : [UInt8(ascii: "\n")]
    isOneLine = bytes[root.byteRange].contains(UInt8(ascii: "\n")) == false
    var members = root.members
    let first = members.next()
    let unit = first.flatMap { Self.indentation(of: $0.key.byteRange.lowerBound, in: bytes) } ?? []
    indentUnit = unit.isEmpty ? Array("  ".utf8) : unit
    let between = first.map {
      bytes[$0.key.byteRange.upperBound..<$0.value.byteRange.lowerBound]
    }
    colon = between.flatMap { Self.isPlainColon($0) ? Array($0) : nil } ?? Array(": ".utf8)
  }

  /// What stands between two elements on one line.
  var gap: [UInt8] { colon.last.map(Self.isSpace) == true ? [UInt8(ascii: " ")] : [] }

  /// The blanks at the start of the line that an offset is on.
  func lineIndentation(at offset: Int) -> [UInt8] {
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return Array(bytes[lineStarts[low]..<offset].prefix(while: Self.isSpace))
  }

  /// The blanks before an offset, where nothing else stands before it on its line.
  private static func indentation(of offset: Int, in bytes: [UInt8]) -> [UInt8]? {
    let before = bytes[..<offset]
    guard let start = before.lastIndex(of: UInt8(ascii: "\n")) else { return nil }
    let blanks = before[(start + 1)...]
    return blanks.allSatisfy(isSpace) ? Array(blanks) : nil
  }

  /// Whether nothing stands between a key and its value but the colon.
  static func isPlainColon(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy { $0 == UInt8(ascii: ":") || isSpace($0) }
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  static func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 }
}

extension SyntaxNode {
  /// Where the node is in the text of its source, in bytes.
  var byteRange: Range<Int> { Int(range.start)..<Int(range.end) }
}
