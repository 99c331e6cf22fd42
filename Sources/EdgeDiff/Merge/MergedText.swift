/// Merged text in which some places have one reading for each side.
///
/// A reading is the whole text with every conflict decided for one side, and is JSON as it should be: where
/// a member stands last for one side only, the comma before it belongs to the conflict.
struct MergedText {
  enum Side: CaseIterable {
    case ours, base, theirs
  }

  /// A stretch of text; in most all three are the same.
  struct Piece {
    var ours: [UInt8]
    /// The base and theirs, where the piece is no stretch that all have.
    var others: (base: [UInt8], theirs: [UInt8])?
    /// The places in the data that both sides changed differently here, as pointers.
    var pointers: [String] = []

    var isConflict: Bool { others.map { $0.theirs != ours } ?? false }

    subscript(side: Side) -> [UInt8] {
      switch side {
      case .ours: ours
      case .base: others?.base ?? ours
      case .theirs: others?.theirs ?? ours
      }
    }
  }

  private(set) var pieces: [Piece] = []

  /// The places in the data that both sides changed differently, as pointers.
  var pointers: [String] { pieces.flatMap(\.pointers) }

  /// Appends text that all sides have.
  mutating func append(_ bytes: some Sequence<UInt8>) {
    if let last = pieces.indices.last, pieces[last].others == nil {
      pieces[last].ours.append(contentsOf: bytes)
    } else {
      pieces.append(Piece(ours: Array(bytes), others: nil))
    }
  }

  /// Appends text that is not the same for all sides.
  ///
  /// - Parameter pointers: The places in the data that it is about, where it is a conflict.
  mutating func append(
    ours: [UInt8], base: [UInt8], theirs: [UInt8], about pointers: [String] = []
  ) {
    guard ours != theirs || ours != base else { return append(ours) }
    pieces.append(
      Piece(ours: ours, others: (base, theirs), pointers: pointers))
  }

  /// The text with every conflict decided for a side.
  func reading(_ side: Side) -> [UInt8] {
    pieces.reduce(into: []) { $0.append(contentsOf: $1[side]) }
  }
}
