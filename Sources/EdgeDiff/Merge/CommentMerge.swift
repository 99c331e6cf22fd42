internal import EdgeSyntax

/// The comments of three texts, which no value holds: what one side wrote must not be lost.
struct CommentMerge {
  /// How often each comment has to be in the result.
  private let needed: [[UInt8]: Int]

  init(base: MergeText?, ours: MergeText, theirs: MergeText) {
    let base = base.map { Self.counts(in: $0.bytes) } ?? [:]
    let (ours, theirs) = (Self.counts(in: ours.bytes), Self.counts(in: theirs.bytes))
    var needed: [[UInt8]: Int] = [:]
    for comment in Set(ours.keys).union(theirs.keys) {
      let (old, own, other) = (base[comment] ?? 0, ours[comment] ?? 0, theirs[comment] ?? 0)
      needed[comment] = own == old ? other : other == old ? own : max(own, other)
    }
    self.needed = needed
  }

  /// Whether all are there, on either side of a conflict.
  func areKept(in text: MergedText) -> Bool {
    guard !needed.isEmpty else { return true }
    let readings = [Self.counts(in: text.reading(.ours)), Self.counts(in: text.reading(.theirs))]
    return needed.allSatisfy { comment, count in
      readings.contains { $0[comment] ?? 0 >= count }
    }
  }

  /// The comments of a text, blanks aside, because lines move.
  private static func counts(in bytes: [UInt8]) -> [[UInt8]: Int] {
    guard bytes.contains(UInt8(ascii: "/")) || bytes.contains(UInt8(ascii: "#")) else { return [:] }
    var counts: [[UInt8]: Int] = [:]
    for token in JSONTokenizer(bytes[...]) where token.kind == .comment {
      counts[bytes[token.range].filter { !MergeText.isBlank($0) }, default: 0] += 1
    }
    return counts
  }
}
