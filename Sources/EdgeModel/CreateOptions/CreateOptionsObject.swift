internal import EdgeDiagnostics

/// An object that Docker takes to create a container: which members it has, and of which types.
///
/// A class, so that two can be told to be the same one without looking at what they hold.
package final class CreateOptionsObject: Sendable {
  /// What messages call it.
  package let title: String
  /// In ASCII order of the names in lower case.
  package let fields: [CreateOptionsField]
  /// The member that says of which kind the object is: those of two kinds have nothing to do with each
  /// other. Nil where there are no kinds.
  package let kindMember: String?

  /// - Parameter lists: The members, each list in ASCII order of the names in lower case.
  init(_ title: String, kindMember: String? = nil, _ lists: [CreateOptionsField]...) {
    self.title = title
    self.kindMember = kindMember
    fields = lists.reduce([], Self.merged)
  }

  /// Two lists that are in order as one.
  private static func merged(
    _ left: [CreateOptionsField], _ right: [CreateOptionsField]
  ) -> [CreateOptionsField] {
    guard !left.isEmpty else { return right }
    var merged: [CreateOptionsField] = []
    merged.reserveCapacity(left.count + right.count)
    var rest = left[...]
    for field in right {
      while let first = rest.first, field.spelling.order(afterFolded: first.spelling) {
        merged.append(first)
        rest.removeFirst()
      }
      merged.append(field)
    }
    return merged + rest
  }

  /// The member with a name, whatever its letter case.
  package subscript(name: ArraySlice<UInt8>) -> CreateOptionsField? {
    var (low, high) = (0, fields.count)
    while low < high {
      let middle = (low + high) / 2
      switch fields[middle].spelling.foldedOrder(of: name) {
      case 0: return fields[middle]
      case ..<0: high = middle
      default: low = middle + 1
      }
    }
    return nil
  }

  package subscript(name: String) -> CreateOptionsField? { self[Array(name.utf8)[...]] }
}

extension CreateOptionsObject: Equatable {
  package static func == (left: CreateOptionsObject, right: CreateOptionsObject) -> Bool {
    left === right
  }
}

extension StaticString {
  /// Below 0 where a name comes before this one, above 0 where it comes after it, 0 where it is the same
  /// in another letter case; ASCII only.
  fileprivate func foldedOrder(of name: ArraySlice<UInt8>) -> Int {
    // A name in the program is UTF-8 text and has a pointer, and the index stays below its length.
    let length = utf8CodeUnitCount
    var index = 0
    for byte in name {
      guard index < length else { return 1 }
      let (given, known) = unsafe (byte.folded, utf8Start[index].folded)
      guard given == known else { return Int(given) - Int(known) }
      index += 1
    }
    return index - length
  }

  fileprivate func order(afterFolded other: StaticString) -> Bool {
    foldedOrder(of: other.withUTF8Buffer { unsafe Array($0) }[...]) < 0
  }
}

extension UInt8 {
  /// The letter in lower case; any other byte as it is.
  fileprivate var folded: UInt8 { 0x41...0x5A ~= self ? self | 0x20 : self }
}
