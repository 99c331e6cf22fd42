/// Sample text with `⟦` and `⟧` around the ranges that a test speaks of.
///
/// Markers may stand in each other but not cross. Ranges are in the order in which they begin.
package struct MarkedText: Sendable {
  /// The text without markers.
  package let text: String
  /// The marked ranges in UTF-8 bytes of the text.
  package let ranges: [Range<Int>]

  /// The UTF-8 bytes of the text.
  package var bytes: [UInt8] { Array(text.utf8) }

  /// Takes the markers out of a text; one that has no partner marks up to the end.
  package init(_ marked: String) {
    var text = ""
    var ranges: [Range<Int>] = []
    var open: [Int] = []
    for scalar in marked.unicodeScalars {
      let offset = text.utf8.count
      switch scalar {
      case "⟦":
        open.append(ranges.count)
        ranges.append(offset..<offset)
      case "⟧":
        if let index = open.popLast() { ranges[index] = ranges[index].lowerBound..<offset }
      default: text.unicodeScalars.append(scalar)
      }
    }
    for index in open { ranges[index] = ranges[index].lowerBound..<text.utf8.count }
    self.text = text
    self.ranges = ranges
  }

  /// The text with markers around ranges, for expectations; the opposite of the other initializer.
  package static func marking(_ ranges: [Range<Int>], in bytes: [UInt8]) -> String {
    var marked: [UInt8] = []
    for offset in 0...bytes.count {
      for range in ranges where range.upperBound == offset && !range.isEmpty {
        marked.append(contentsOf: "⟧".utf8)
      }
      for range in ranges where range.lowerBound == offset {
        marked.append(contentsOf: "⟦".utf8)
        if range.isEmpty { marked.append(contentsOf: "⟧".utf8) }
      }
      if offset < bytes.count { marked.append(bytes[offset]) }
    }
    return String(decoding: marked, as: UTF8.self)
  }
}
