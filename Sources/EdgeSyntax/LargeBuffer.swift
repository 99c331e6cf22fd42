#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

extension Array where Element == UInt8 {
  /// Memory for the content of a file, in large pages where the system has them.
  ///
  /// The first touch of each page costs a trap into the system, which for a large file is a noticeable
  /// part of reading it; a large page is five hundred small ones.
  ///
  /// - Parameters:
  ///   - capacity: Bytes to make room for.
  ///   - fill: Fills the memory from its start and says how much of it.
  package init(
    largeCapacity capacity: Int,
    filledWith fill: (UnsafeMutableRawBufferPointer) throws -> Int
  ) rethrows {
    unsafe try self.init(unsafeUninitializedCapacity: capacity) { buffer, count in
      let bytes = UnsafeMutableRawBufferPointer(buffer)
      unsafe Self.adviseLargePages(bytes)
      count = try unsafe fill(bytes)
    }
  }

  private static func adviseLargePages(_ memory: UnsafeMutableRawBufferPointer) {
    #if os(Linux)
      let page = 2 << 20
      guard memory.count >= 4 * page, let base = memory.baseAddress else { return }
      let start = (Int(bitPattern: base) + page - 1) & ~(page - 1)
      let end = (Int(bitPattern: base) + memory.count) & ~(page - 1)
      // Advice: where it is not taken, nothing changes.
      _ = unsafe madvise(UnsafeMutableRawPointer(bitPattern: start), end - start, MADV_HUGEPAGE)
    #endif
  }
}
