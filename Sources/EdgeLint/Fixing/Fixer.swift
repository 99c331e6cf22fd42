package import EdgeDiagnostics

/// Repairs the text that the user wrote: comments, quotes and order stay as they are.
package struct Fixer: Sendable {
  /// How often a text is judged and repaired at most: a repair may make way for another.
  package static let roundLimit = 10

  /// One text of the input and the fixes that were made in it.
  package struct Result: Sendable {
    package var bytes: [UInt8]
    /// The diagnostics whose fixes were made, in the order of the text.
    package var fixed: [Diagnostic]
  }

  private let sources: SourceManager
  /// Whether fixes are made that may not be what was meant.
  private let allowsUnsafe: Bool

  package init(sources: SourceManager, allowsUnsafe: Bool) {
    self.sources = sources
    self.allowsUnsafe = allowsUnsafe
  }

  /// The edits of a fix in the file itself; nil where the fix cannot be made there.
  package func edits(of fix: Fix) -> [Fix.Edit]? {
    guard allowsUnsafe || fix.applicability == .safe else { return nil }
    return sources.physicalEdits(of: fix)
  }

  /// Makes the fixes of a file that do not touch the same text: of two that do, the first wins, and the
  /// other has its turn in the next round.
  package func apply(_ diagnostics: [Diagnostic], to file: SourceID) -> Result {
    var chosen: [Fix.Edit] = []
    var fixed: [Diagnostic] = []
    var seen: Set<Fix.Edit> = []
    let candidates = diagnostics.compactMap { diagnostic in
      diagnostic.fix.flatMap(edits).map { (diagnostic, $0) }
    }.filter { $0.1.allSatisfy { $0.range.source == file } && !$0.1.isEmpty }
    for (diagnostic, edits) in candidates.sorted(by: { $0.1[0].range.start < $1.1[0].range.start })
    {
      let isFree = edits.allSatisfy { edit in
        chosen.allSatisfy { !$0.range.touches(edit.range) }
      }
      guard isFree else {
        // The same edits for two reasons are one repair.
        if edits.allSatisfy(seen.contains) { fixed.append(diagnostic) }
        continue
      }
      chosen += edits
      seen.formUnion(edits)
      fixed.append(diagnostic)
    }
    var bytes = sources[file].bytes
    for edit in chosen.sorted(by: { $0.range.start > $1.range.start }) {
      bytes.replaceSubrange(
        Int(edit.range.start)..<Int(edit.range.end), with: edit.replacement.utf8)
    }
    return Result(bytes: bytes, fixed: fixed)
  }
}

extension SourceRange {
  /// Whether two ranges overlap, or two insertions are at one place.
  fileprivate func touches(_ other: SourceRange) -> Bool {
    start < other.end && other.start < end || start == other.start
  }
}
