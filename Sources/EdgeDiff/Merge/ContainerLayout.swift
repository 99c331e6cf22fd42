internal import EdgeSyntax

/// How an object or a list is laid out in its text: what stands before, between and after its entries.
struct ContainerLayout {
  /// What surrounds one entry; together they are the text between the brackets without a byte missing.
  struct Surroundings {
    /// From the end of what belongs to the entry before.
    var lead: Range<Int>
    /// Between the entry and its comma.
    var beforeComma: Range<Int>
    /// A comment behind it on its line.
    var trail: Range<Int>
  }

  let text: MergeText
  let entries: [MergeChild.Entry]
  let surroundings: [Surroundings]
  /// From the last entry to the bracket.
  let closing: Range<Int>
  let hasTrailingComma: Bool
  /// Whether entries stand on lines of their own.
  let isMultiLine: Bool
  /// The blanks before an entry on a line of its own.
  let indentation: [UInt8]
  private let container: Range<Int>

  /// - Parameter mayOpen: Whether entries of an empty one are to stand on lines of their own.
  init(of element: MergeElement, mayOpen: Bool) {
    text = element.text
    container = element.node.byteRange
    entries = element.children.flatMap(\.entries)
      .sorted { $0.byteRange.lowerBound < $1.byteRange.lowerBound }
    var surroundings: [Surroundings] = []
    var boundary = container.lowerBound + 1
    var hasComma = false
    for (index, entry) in entries.enumerated() {
      let range = entry.byteRange
      let isLast = index + 1 == entries.count
      let next = isLast ? container.upperBound - 1 : entries[index + 1].byteRange.lowerBound
      let gap = Gap(text.bytes, range.upperBound..<next)
      hasComma = gap.comma != nil
      surroundings.append(
        Surroundings(
          lead: boundary..<range.lowerBound, beforeComma: range.upperBound..<gap.commaStart,
          trail: gap.commaEnd..<gap.trailEnd))
      boundary = gap.trailEnd
    }
    self.surroundings = surroundings
    closing = boundary..<(container.upperBound - 1)
    hasTrailingComma = hasComma
    let bytes = text.bytes
    let feed = UInt8(ascii: "\n")
    let onOwnLine = surroundings.first { bytes[$0.lead].contains(feed) }
    isMultiLine =
      entries.isEmpty ? mayOpen : onOwnLine != nil || bytes[closing].contains(feed)
    let level = text.lineIndentation(at: onOwnLine?.lead.upperBound ?? container.lowerBound)
    indentation = onOwnLine == nil ? level + text.indentUnit : level
  }

  /// What surrounds something that is written in one place; nil for what is in pieces.
  func surroundings(of child: MergeChild) -> Surroundings? {
    guard child.entries.count == 1, let start = child.entries.first?.byteRange.lowerBound else {
      return nil
    }
    var (low, high) = (0, entries.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if entries[middle].byteRange.lowerBound <= start { low = middle } else { high = middle }
    }
    return surroundings[low]
  }

  /// What stands before an entry of ours, or one that is new, in the merged text.
  ///
  /// - Parameter index: Which entry of ours; nil for a new one.
  func lead(of index: Int?, isFirst: Bool) -> [UInt8] {
    let own = index.map { Array(text.bytes[surroundings[$0].lead]) }
    // Comments stay where they are.
    if let own, !own.allSatisfy(MergeText.isBlank) { return own }
    let opening = surroundings.first.map { Array(text.bytes[$0.lead]) }
    guard isMultiLine else {
      if isFirst { return opening.flatMap { $0.allSatisfy(MergeText.isBlank) ? $0 : nil } ?? [] }
      return index == 0 ? separator : own ?? separator
    }
    let opensOnLine = opening.map { !$0.contains(UInt8(ascii: "\n")) } ?? false
    if let own, index != 0 || !opensOnLine || isFirst { return own }
    if own == nil, isFirst, opensOnLine, let opening { return opening }
    return newLine
  }

  /// The end of a line and the blanks before an entry on the next.
  var newLine: [UInt8] { text.lineEnd + indentation }

  /// What stands between two entries of a container on one line.
  private var separator: [UInt8] {
    guard surroundings.count > 1 else { return text.gap }
    let lead = text.bytes[surroundings[1].lead]
    return lead.allSatisfy(MergeText.isBlank) ? Array(lead) : text.gap
  }

  /// What stands before the closing bracket.
  ///
  /// - Parameter isBehindComment: Whether a comment stands before it, which ends with its line.
  func closing(isEmpty: Bool, isBehindComment: Bool) -> [UInt8] {
    let written = Array(text.bytes[closing])
    let outer = text.lineEnd + text.lineIndentation(at: container.lowerBound)
    if isBehindComment, !written.contains(UInt8(ascii: "\n")) { return outer + written }
    guard written.allSatisfy(MergeText.isBlank) else { return written }
    if isEmpty { return [] }
    return entries.isEmpty && isMultiLine ? outer : entries.isEmpty ? [] : written
  }
}

/// What stands between an entry and the next one, or the bracket.
private struct Gap {
  /// Where the comma is; nil behind a last entry without one.
  let comma: Int?
  /// Where what follows the comma on its line ends, if that is a comment.
  let trailEnd: Int
  private let start: Int

  var commaStart: Int { comma ?? start }
  var commaEnd: Int { comma.map { $0 + 1 } ?? start }

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    start = range.lowerBound
    var comma: Int?
    var comments: [Range<Int>] = []
    for token in JSONTokenizer(bytes[range]) {
      if token.kind == .comment {
        comments.append(token.range)
      } else {
        comma = token.range.lowerBound
        comments = []
      }
    }
    self.comma = comma
    var end = comma.map { $0 + 1 } ?? start
    for comment in comments {
      guard bytes[end..<comment.lowerBound].allSatisfy(MergeText.isSpace),
        !bytes[comment].contains(UInt8(ascii: "\n"))
      else { break }
      // The first half of a line end of Windows is no part of the comment.
      let endsInLineEnd = bytes[comment.upperBound - 1] == UInt8(ascii: "\r")
      end = comment.upperBound - (endsInLineEnd ? 1 : 0)
    }
    // A comment right before the next entry, on its line, is that entry's.
    let rest = bytes[end..<range.upperBound]
    trailEnd = rest.contains(UInt8(ascii: "\n")) ? end : comma.map { $0 + 1 } ?? start
  }
}
