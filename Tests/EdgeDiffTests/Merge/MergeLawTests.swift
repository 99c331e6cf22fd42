import EdgeTestSupport
import Foundation
import Testing

@testable import EdgeDiff

/// What holds for every merge, tried on manifests made at random.
@Suite struct MergeLawTests {
  /// Three versions of a manifest, each in a layout of its own or all in one.
  private struct Triple {
    let base: String
    let ours: String
    let theirs: String
    /// The base in another layout.
    let relaid: String

    init(seed: UInt64) {
      var random = RandomText(seed: seed)
      let old = GeneratedManifest.random(&random)
      var (own, other) = (old, old)
      own.change(random.below(6), &random)
      other.change(random.below(6), &random)
      let layout = RandomText(seed: random.next())
      let isShared = random.once(in: 2)
      var layouts = (0..<3).map { RandomText(seed: isShared ? seed : UInt64($0) &+ seed) }
      if isShared { layouts = [layout, layout, layout] }
      base = old.text(&layouts[0])
      ours = own.text(&layouts[1])
      theirs = other.text(&layouts[2])
      relaid = old.text(&random)
    }
  }

  private static func merge(
    _ base: String, _ ours: String, _ theirs: String, showsBase: Bool = false
  ) -> (text: String, conflicts: [ManifestMerge.Conflict])? {
    let merge = ManifestMerge(showsBase: showsBase)
    let outcome = merge.merge(
      base: Array(base.utf8), ours: Array(ours.utf8), theirs: Array(theirs.utf8))
    guard case .merged(let bytes, let conflicts) = outcome else { return nil }
    return (String(decoding: bytes, as: UTF8.self), conflicts)
  }

  private static let rounds: UInt64 = 200
  /// Given by `EDGEKIT_FUZZ_SEED`, else new.
  private static let seed =
    ProcessInfo.processInfo.environment["EDGEKIT_FUZZ_SEED"].flatMap(UInt64.init)
    ?? UInt64.random(in: 0...UInt64.max)

  private static func each(_ body: (UInt64, Triple) throws -> Void) rethrows {
    print("generated merges: EDGEKIT_FUZZ_SEED=\(seed)")
    for round in 0..<rounds { try body(seed &+ round, Triple(seed: seed &+ round)) }
  }

  @Test func whatOnlyOneSideChangedIsInTheResult() throws {
    try Self.each { seed, triple in
      let merged = try #require(Self.merge(triple.base, triple.ours, triple.theirs), "seed \(seed)")
      let (base, ours, theirs) = try (
        #require(MergeMeaning(triple.base)), #require(MergeMeaning(triple.ours)),
        #require(MergeMeaning(triple.theirs))
      )
      for side in ["ours", "theirs"] {
        let text = ConflictedText(merged.text).decided { _ in side }
        let result = try #require(MergeMeaning(text), "seed \(seed), \(side):\n\(text)")
        Self.check(result, base, ours, theirs, isMerged: merged.conflicts.isEmpty, side, seed)
      }
    }
  }

  /// A leaf that one side alone changed is as that side has it, unless what surrounds it is in conflict.
  private static func check(
    _ result: MergeMeaning, _ base: MergeMeaning, _ ours: MergeMeaning, _ theirs: MergeMeaning,
    isMerged: Bool, _ side: String, _ seed: UInt64
  ) {
    let paths = Set(base.leaves.keys).union(ours.leaves.keys).union(theirs.leaves.keys)
    for path in paths.sorted() {
      let (old, own, other) = (base.leaves[path], ours.leaves[path], theirs.leaves[path])
      let expected = own == old ? other : other == old ? own : side == "ours" ? own : other
      let chosen = side == "ours" ? own : other
      let actual = result.leaves[path]
      let isRight = actual == expected || !isMerged && actual == chosen
      #expect(
        isRight, "seed \(seed), \(side): \(path) is \(actual ?? "gone"), not \(expected ?? "gone")")
    }
    let strangers = result.leaves.keys.filter { !paths.contains($0) }
    #expect(strangers.isEmpty, "seed \(seed)")
  }

  @Test func eitherSideMayBeOurs() throws {
    try Self.each { seed, triple in
      let merged = try #require(Self.merge(triple.base, triple.ours, triple.theirs))
      let mirrored = try #require(Self.merge(triple.base, triple.theirs, triple.ours))
      #expect(merged.conflicts.isEmpty == mirrored.conflicts.isEmpty, "seed \(seed)")
      guard merged.conflicts.isEmpty else { return }
      let (one, other) = (MergeMeaning(merged.text), MergeMeaning(mirrored.text))
      #expect(one == other, "seed \(seed):\n\(triple.base)\n\(merged.text)\n\(mirrored.text)")
    }
  }

  @Test func everyChoiceIsJSON() throws {
    try Self.each { seed, triple in
      for showsBase in [false, true] {
        let merged = try #require(
          Self.merge(triple.base, triple.ours, triple.theirs, showsBase: showsBase))
        var random = RandomText(seed: seed)
        for _ in 0..<4 {
          let text = ConflictedText(merged.text).decided { _ in random.one(of: ["ours", "theirs"]) }
          #expect(MergeMeaning(text) != nil, "seed \(seed):\n\(merged.text)")
        }
        #expect(ConflictedText(merged.text).count == merged.conflicts.count, "seed \(seed)")
        let lines = merged.text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
        for conflict in merged.conflicts {
          let isMarked = lines.dropFirst(conflict.line - 1).first?.starts(with: "<<<<<<< ours".utf8)
          #expect(isMarked == true, "seed \(seed)")
          #expect(!conflict.pointers.isEmpty, "seed \(seed)")
        }
      }
    }
  }

  @Test func whereNothingOrOneSideChangedItIsThatSide() throws {
    try Self.each { seed, triple in
      let (base, ours, theirs) = (triple.base, triple.ours, triple.theirs)
      #expect(Self.merge(base, ours, base)?.text == ours, "seed \(seed)")
      #expect(Self.merge(base, ours, ours)?.text == ours, "seed \(seed)")
      #expect(Self.merge(base, base, theirs)?.text == theirs, "seed \(seed)")
      let relaid = triple.relaid
      let merged = try #require(Self.merge(base, relaid, theirs), "seed \(seed)")
      #expect(merged.conflicts.isEmpty, "seed \(seed)")
      #expect(MergeMeaning(merged.text) == MergeMeaning(theirs), "seed \(seed):\n\(merged.text)")
      if ours != base { #expect(Self.merge(base, ours, relaid)?.text == ours, "seed \(seed)") }
    }
  }
}
