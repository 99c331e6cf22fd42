package import EdgeDiagnostics

/// A file as it was read.
package struct FileSubject: Sendable {
  package let source: Source

  package var bytes: [UInt8] { source.bytes }
  package var name: String { source.name }

  /// The place of some bytes of the file.
  package func range(_ bytes: Range<Int>) -> SourceRange {
    SourceRange(
      source: source.id, start: UInt32(bytes.lowerBound), end: UInt32(bytes.upperBound))
  }
}
