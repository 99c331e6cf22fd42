import Foundation
import Testing

/// A text with the range that a problem is expected at, written `⟦like this⟧`.
struct MarkedLine: CustomTestStringConvertible, Sendable {
  /// The text without marks, in UTF-8.
  let bytes: [UInt8]
  /// nil: no marks.
  let range: Range<Int>?

  init(_ marked: some StringProtocol) {
    let parts = marked.components(separatedBy: "⟦")
    guard parts.count == 2, let close = parts[1].range(of: "⟧") else {
      bytes = Array(marked.utf8)
      range = nil
      return
    }
    let inside = parts[1][..<close.lowerBound]
    bytes = Array(parts[0].utf8) + Array(inside.utf8) + Array(parts[1][close.upperBound...].utf8)
    range = parts[0].utf8.count..<parts[0].utf8.count + inside.utf8.count
  }

  /// The text with a range of it between marks.
  static func mark(_ range: Range<Int>, in bytes: [UInt8]) -> String {
    String(decoding: bytes[..<range.lowerBound], as: UTF8.self) + "⟦"
      + String(decoding: bytes[range], as: UTF8.self) + "⟧"
      + String(decoding: bytes[range.upperBound...], as: UTF8.self)
  }

  var testDescription: String { String(decoding: bytes, as: UTF8.self) }
}
