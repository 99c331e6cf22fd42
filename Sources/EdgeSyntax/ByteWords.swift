/// Line feeds, found eight bytes at a time.
@safe struct LineFeeds {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  private let text: UnsafeRawBufferPointer
  /// Where the word after the current one begins.
  private var nextWord = 0
  /// A set high bit is a byte of the current word that is a line feed, or perhaps one behind one.
  private var hits: UInt64 = 0

  init(_ text: UnsafeRawBufferPointer) {
    unsafe self.text = unsafe text
  }

  /// The offset of the next line feed.
  mutating func next() -> Int? {
    let lineFeed = UInt8(ascii: "\n")
    while true {
      while hits != 0 {
        let place = nextWord - 8 + hits.trailingZeroBitCount >> 3
        hits &= hits &- 1
        if unsafe text[place] == lineFeed { return place }
      }
      guard unsafe nextWord + 8 <= text.count else { break }
      let word = unsafe text.loadUnaligned(fromByteOffset: nextWord, as: UInt64.self).littleEndian
      let difference = word ^ (Self.ones &* UInt64(lineFeed))
      hits = (difference &- Self.ones) & ~difference & Self.highBits
      nextWord += 8
    }
    while unsafe nextWord < text.count {
      nextWord += 1
      if unsafe text[nextWord - 1] == lineFeed { return nextWord - 1 }
    }
    return nil
  }
}

extension UnsafeRawBufferPointer {
  /// Whether other bytes, as many as there are, stand at an offset.
  func hasBytes(_ other: UnsafeRawBufferPointer, at offset: Int) -> Bool {
    let count = other.count
    guard offset + count <= self.count else { return false }
    var index = 0
    while index + 8 <= count {
      guard
        unsafe loadUnaligned(fromByteOffset: offset + index, as: UInt64.self)
          == other.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      else { return false }
      index += 8
    }
    while index < count {
      guard unsafe self[offset + index] == other[index] else { return false }
      index += 1
    }
    return true
  }

  /// A number that is the same for equal bytes, and seldom for others.
  func signature(of range: Range<Int>) -> UInt64 {
    let count = UInt64(range.count)
    guard count >= 8 else {
      var value = count
      for index in range { value = value << 8 | UInt64(unsafe self[index]) }
      return value
    }
    let first = unsafe loadUnaligned(fromByteOffset: range.lowerBound, as: UInt64.self)
    let last = unsafe loadUnaligned(fromByteOffset: range.upperBound - 8, as: UInt64.self)
    return first ^ (last << 31 | last >> 33) ^ count
  }
}
