internal import EdgeDiagnostics
internal import EdgeSyntax

/// A comment that suppresses rules: `edgekit: ignore[rule, rule] reason`, or `ignore-file[…]`.
struct SuppressionComment: Sendable {
  /// One name in the brackets and where it stands.
  struct Name: Sendable {
    var text: String
    var range: Range<Int>
  }

  /// The comment, from its `#` or `//` on.
  var range: Range<Int>
  var names: [Name]
  var reason: String?
  /// Whether it speaks of the whole file.
  var isForFile: Bool
  /// Whether something stands before it on its line, which it then speaks of.
  var isTrailing: Bool
  /// Whether the dash of a list's item stands before it, so that it speaks of the item.
  var followsDash: Bool

  private static let marker = Array("edgekit: ignore".utf8)

  /// The comments of a file, in order.
  ///
  /// - Parameter isText: Whether the byte at an offset is part of a value, where nothing is a comment.
  static func all(in bytes: [UInt8], isText: (Int) -> Bool) -> [SuppressionComment] {
    var comments: [SuppressionComment] = []
    var position = 0
    while let start = bytes[position...].firstIndex(ofSequence: marker) {
      position = start + marker.count
      guard let opening = opening(before: start, in: bytes), !isText(opening),
        let comment = SuppressionComment(bytes, opening: opening, keyword: start)
      else { continue }
      comments.append(comment)
    }
    return comments
  }

  /// Where the comment begins whose first word is at an offset; nil where there is none.
  private static func opening(before start: Int, in bytes: [UInt8]) -> Int? {
    var index = start
    while index > 0, bytes[index - 1] == 0x20 || bytes[index - 1] == 0x09 { index -= 1 }
    guard index > 0 else { return nil }
    if bytes[index - 1] == UInt8(ascii: "#") { return index - 1 }
    guard index > 1, bytes[index - 2] == UInt8(ascii: "/") else { return nil }
    let isOpening = bytes[index - 1] == UInt8(ascii: "/") || bytes[index - 1] == UInt8(ascii: "*")
    return isOpening ? index - 2 : nil
  }

  /// - Parameter keyword: Where `edgekit: ignore` begins.
  private init?(_ bytes: [UInt8], opening: Int, keyword: Int) {
    let lineEnd = bytes[keyword...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
    var rest = bytes[(keyword + Self.marker.count)..<lineEnd]
    let fileSuffix = Array("-file".utf8)
    isForFile = rest.starts(with: fileSuffix)
    if isForFile { rest = rest.dropFirst(fileSuffix.count) }
    guard rest.first == UInt8(ascii: "["), let close = rest.firstIndex(of: UInt8(ascii: "]")) else {
      return nil
    }
    range = opening..<lineEnd
    names = rest[rest.startIndex + 1..<close].split(separator: UInt8(ascii: ",")).map { part in
      let name = part.trimmed
      return Name(
        text: String(decoding: name, as: UTF8.self), range: name.startIndex..<name.endIndex)
    }
    var words = rest[(close + 1)...]
    if let end = words.firstIndex(ofSequence: Array("*/".utf8)) { words = words[..<end] }
    let text = String(decoding: words.trimmed, as: UTF8.self)
    reason = text.isEmpty ? nil : text
    let lineStart = bytes[..<opening].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    // A byte order mark is nothing that a comment could speak of.
    let before = bytes[lineStart..<opening].filter { $0 > 0x20 && $0 < 0x80 }
    followsDash = !before.isEmpty && before.allSatisfy { $0 == UInt8(ascii: "-") }
    isTrailing = !before.isEmpty && !followsDash
  }
}

extension ArraySlice<UInt8> {
  fileprivate var trimmed: ArraySlice<UInt8> {
    var part = self
    while let first = part.first, first <= 0x20 { part = part.dropFirst() }
    while let last = part.last, last <= 0x20 { part = part.dropLast() }
    return part
  }

  /// Where some bytes begin first.
  fileprivate func firstIndex(ofSequence bytes: [UInt8]) -> Int? {
    guard let first = bytes.first else { return nil }
    var start = startIndex
    while let index = self[start...].firstIndex(of: first) {
      if self[index...].starts(with: bytes) { return index }
      start = index + 1
    }
    return nil
  }
}
