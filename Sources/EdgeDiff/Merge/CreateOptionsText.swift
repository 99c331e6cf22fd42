internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// Writes the text of createOptions as members of a module's settings, in as many pieces as their author
/// would.
struct CreateOptionsText {
  private let layout: ContainerLayout
  private let entries: [MergeChild.Entry]
  private let policy: ChunkPolicy?

  /// - Parameter ours: How they are written now; one piece stays one, unless it no longer fits.
  init(of ours: MergeChild, in layout: ContainerLayout) {
    self.layout = layout
    entries = ours.entries
    let longest = ours.entries.map(\.value.utf8.count).max() ?? 0
    if ours.entries.count > 1 {
      policy = .bytes(longest)
    } else {
      policy = longest > CreateOptionsChunks.valueLimit ? nil : .automatic
    }
  }

  /// The members with their commas, without the one behind the last.
  func text(of content: [UInt8]) -> [UInt8] {
    let pieces =
      policy.flatMap { CreateOptionsChunks.pieces(of: content, policy: $0) } ?? [content[...]]
    let separator = [UInt8(ascii: ",")] + layout.lead(of: nil, isFirst: false)
    let members = pieces.enumerated().map { index, piece -> [UInt8] in
      var member = key(index, of: pieces.count)
      JSONText.append(utf8: piece.span, to: &member)
      return member
    }
    return Array(members.joined(separator: separator))
  }

  /// The key of a piece with its colon: as it is, unless their number has changed.
  private func key(_ index: Int, of count: Int) -> [UInt8] {
    let text = layout.text
    let entry = entries[min(index, entries.count - 1)]
    guard let key = entry.key else { return [] }
    let colon = text.bytes[key.byteRange.upperBound..<entry.value.byteRange.lowerBound]
    guard count != entries.count else { return Array(text.bytes[key.byteRange] + colon) }
    return Array("\"\(CreateOptionsChunks.key(index))\"".utf8) + colon
  }
}
