/// Records of fixed width in a text of the program, read where they lie.
///
/// A number is written in base 64 with the digits from `0` to `o`.
struct SchemaTable {
  private let text: StaticString
  private let width: Int

  /// - Parameter width: How many bytes a record has.
  init(_ text: StaticString, width: Int) {
    self.text = text
    self.width = width
  }

  var count: Int { text.utf8CodeUnitCount / width }

  /// The byte at a place of a record.
  func byte(_ record: Int, _ place: Int) -> UInt8 {
    // The generator writes whole records, and all numbers of records come from its tables.
    unsafe text.utf8Start[record &* width &+ place]
  }

  /// The number that begins at a place of a record.
  func number(_ record: Int, _ place: Int, digits: Int) -> Int {
    var value = 0
    for offset in 0..<digits {
      value = value << 6 | Int(byte(record, place &+ offset) &- UInt8(ascii: "0"))
    }
    return value
  }

  /// The name that is meant at a place of a record.
  func name(_ record: Int, _ place: Int) -> SchemaName {
    SchemaName(
      start: number(record, place, digits: 3), count: number(record, place &+ 3, digits: 1))
  }
}

/// A name in the text of all names.
struct SchemaName {
  let start: Int
  let count: Int

  private static var pool: StaticString { KubernetesSchemaTables.names }

  var text: String {
    String(decoding: (0..<count).map(byte), as: UTF8.self)
  }

  private func byte(_ offset: Int) -> UInt8 { unsafe Self.pool.utf8Start[start &+ offset] }

  /// Whether it comes before, at or after another in the order of the tables: -1, 0 or 1.
  func order(against other: UnsafeBufferPointer<UInt8>) -> Int {
    guard count == other.count else { return count < other.count ? -1 : 1 }
    for offset in 0..<count {
      let (own, others) = (byte(offset), unsafe other[offset])
      if own != others { return own < others ? -1 : 1 }
    }
    return 0
  }

  func hasText(_ other: ArraySlice<UInt8>) -> Bool {
    unsafe other.withUnsafeBufferPointer { unsafe order(against: $0) } == 0
  }
}
