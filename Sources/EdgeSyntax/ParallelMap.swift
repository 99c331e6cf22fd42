internal import Dispatch

extension Array where Element: Sendable {
  /// Applies a function to every element, on several cores, and keeps the order.
  ///
  /// The function must not depend on the order of calls.
  package func parallelMap<Result: Sendable>(
    _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    guard count > 1 else { return map(transform) }
    return unsafe [Result](unsafeUninitializedCapacity: count) { buffer, initialized in
      // Each call writes the one slot that is its own, so no two threads touch the same memory.
      nonisolated(unsafe) let slots = unsafe buffer
      DispatchQueue.concurrentPerform(iterations: count) { index in
        unsafe slots.initializeElement(at: index, to: transform(self[index]))
      }
      initialized = count
    }
  }
}

extension RandomAccessCollection where Index == Int, SubSequence == ArraySlice<Element> {
  /// Neighbouring elements in groups.
  package func batches(of size: Int) -> [ArraySlice<Element>] {
    stride(from: startIndex, to: endIndex, by: size).map {
      self[$0..<Swift.min($0 + size, endIndex)]
    }
  }
}
