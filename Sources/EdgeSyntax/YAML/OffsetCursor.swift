/// Turns libyaml's mark indices, which count code points, into byte offsets.
///
/// Marks never go backwards, so a cursor that only moves forward converts all of them in one pass;
/// in ASCII text an index is an offset.
struct OffsetCursor {
  private let isASCII: Bool
  private var index = 0
  private var offset = 0

  /// - Parameter bytes: UTF-8 text without a byte order mark.
  init(_ bytes: UnsafeRawBufferPointer) {
    isASCII = unsafe Self.isASCII(bytes)
  }

  /// The byte offset of a code point, which must not lie before an earlier one.
  mutating func byteOffset(of target: Int, in bytes: UnsafeRawBufferPointer) -> Int {
    if isASCII { return target }
    if target < index { (index, offset) = (0, 0) }
    while index < target, offset < bytes.count {
      offset += 1
      while offset < bytes.count, unsafe bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      index += 1
    }
    return offset
  }

  private static func isASCII(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var offset = 0
    var bits: UInt64 = 0
    while offset + 8 <= bytes.count {
      bits |= unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      offset += 8
    }
    while offset < bytes.count {
      bits |= UInt64(unsafe bytes[offset])
      offset += 1
    }
    return bits & 0x8080_8080_8080_8080 == 0
  }
}
