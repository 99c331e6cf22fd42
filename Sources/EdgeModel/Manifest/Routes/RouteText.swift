extension [UInt8] {
  /// The text of a range; what is not UTF-8 in it becomes U+FFFD.
  func string(_ range: Range<Int>) -> String {
    String(decoding: self[range], as: UTF8.self)
  }

  /// The text of a range for a message, which long text would bury.
  func excerpt(_ range: Range<Int>) -> String {
    let limit = 60
    guard range.count > limit else { return string(range) }
    return string(range.lowerBound..<range.lowerBound + limit)
      .prefix { $0 != "\u{FFFD}" } + "…"
  }
}
