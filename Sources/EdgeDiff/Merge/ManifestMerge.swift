/// Merges two versions of a deployment manifest by meaning, over the version both started from.
///
/// What only one side changed is in the result, which is the text of ours with the changes of theirs: layout,
/// order, comments and spellings of ours stay. What both changed differently is a conflict.
package struct ManifestMerge: Sendable {
  /// How many characters a conflict marker has.
  package var markerSize: Int
  /// Whether conflicts show what both sides started from.
  package var showsBase: Bool

  package init(markerSize: Int = 7, showsBase: Bool = false) {
    self.markerSize = markerSize
    self.showsBase = showsBase
  }

  /// What a merge came to.
  package enum Outcome: Sendable {
    case merged([UInt8], conflicts: [Conflict])
    /// It cannot be merged by meaning.
    case refused(Refusal)
  }

  /// Something that both sides changed differently.
  package struct Conflict: Sendable, Equatable {
    /// The line of the result that its first marker is on, from 1.
    package let line: Int
    /// The places in the data that it is about, as RFC 6901 pointers, extended by `#/…` into
    /// createOptions.
    package let pointers: [String]
  }

  /// Why texts cannot be merged by meaning.
  package enum Refusal: Error, Equatable {
    /// A side is no JSON, or JSON in which a key stands twice.
    case unreadable(Side)
    case noManifest(Side)
    /// A comment would not be in the result although no side took it out.
    case comments
  }

  package enum Side: String, Sendable {
    case base, ours, theirs
  }

  /// Merges; an empty base is that of two files that both sides added.
  package func merge(base: [UInt8], ours: [UInt8], theirs: [UInt8]) -> Outcome {
    if ours == theirs || base == theirs { return .merged(ours, conflicts: []) }
    if base == ours { return .merged(theirs, conflicts: []) }
    do {
      let isNew = base.allSatisfy(MergeText.isBlank)
      return merge(
        base: isNew ? nil : try Self.read(base, .base), ours: try Self.read(ours, .ours),
        theirs: try Self.read(theirs, .theirs))
    } catch {
      return .refused(error)
    }
  }

  private static func read(_ bytes: [UInt8], _ side: Side) throws(Refusal) -> MergeElement {
    do {
      return try MergeReader.read(bytes, named: side.rawValue)
    } catch {
      switch error {
      case .unreadable: throw .unreadable(side)
      case .noManifest: throw .noManifest(side)
      }
    }
  }

  private func merge(base: MergeElement?, ours: MergeElement, theirs: MergeElement) -> Outcome {
    var text = MergedText()
    var writer = MergeWriter()
    let (bytes, root) = (ours.text.bytes, ours.node.byteRange)
    text.append(bytes[..<root.lowerBound])
    writer.write(base: base, ours: ours, theirs: theirs, to: &text)
    text.append(bytes[root.upperBound...])
    let comments = CommentMerge(base: base?.text, ours: ours.text, theirs: theirs.text)
    guard comments.areKept(in: text), !writer.losesComments else { return .refused(.comments) }
    let marked = ConflictMarkers(
      text, size: markerSize, showsBase: showsBase, lineEnd: ours.text.lineEnd)
    return .merged(marked.bytes, conflicts: marked.conflicts)
  }
}
