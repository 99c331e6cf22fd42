extension SyntaxNode {
  /// Whether both are written with the same bytes in texts where the same bytes mean the same: JSON, in
  /// which no node stands for another.
  ///
  /// A quick answer before a thorough comparison; takes time in proportion to the bytes.
  package func isWrittenLike(_ other: SyntaxNode) -> Bool {
    guard tree.schema == .json, other.tree.schema == .json, tree.substitutions.isEmpty,
      other.tree.substitutions.isEmpty
    else { return false }
    let (left, right) = (record, other.record)
    let count = Int(left.end - left.start)
    guard count == Int(right.end - right.start) else { return false }
    return unsafe tree.bytes.withUnsafeBytes { bytes in
      unsafe other.tree.bytes.withUnsafeBytes { otherBytes in
        let part = unsafe UnsafeRawBufferPointer(
          rebasing: otherBytes[Int(right.start)..<Int(right.end)])
        return unsafe bytes.hasBytes(part, at: Int(left.start))
      }
    }
  }
}
