import EdgeDiff
import EdgeModel
import EdgeSyntax
import EdgeTestSupport
import Foundation
import Testing

/// Laws over generated pairs of manifests.
@Suite struct DiffLawTests {
  private static let rounds = 1000
  /// Given by `EDGEKIT_FUZZ_SEED`, else new.
  private static let seed =
    ProcessInfo.processInfo.environment["EDGEKIT_FUZZ_SEED"].flatMap(UInt64.init)
    ?? UInt64.random(in: 0...UInt64.max)

  /// Checks something of many manifests; the seed and the manifest are printed with a failure.
  private func forEachPair(
    _ check: (_ manifest: String, _ pair: inout RandomPair, _ round: Int) throws -> String?
  ) {
    print("pairs of manifests: EDGEKIT_FUZZ_SEED=\(Self.seed)")
    for round in 0..<Self.rounds {
      let seed = Self.seed &+ UInt64(round)
      var generator = RandomManifest(seed: seed)
      var pair = RandomPair(seed: seed)
      // No JSON to jansson, so a file with it would be read as YAML.
      let manifest = generator.next().replacing("1e400", with: "1e40")
      do {
        guard let problem = try check(manifest, &pair, round) else { continue }
        Issue.record("seed \(Self.seed), round \(round): \(problem)\n\(manifest)")
      } catch {
        Issue.record("seed \(Self.seed), round \(round): \(error)\n\(manifest)")
      }
      return
    }
  }

  @Test func `what means the same is equal`() {
    forEachPair { manifest, pair, _ in
      let other = pair.respelled(RandomPair.value(manifest))
      let compared = try Compared(manifest, other)
      return compared.lines.isEmpty ? nil : compared.text + other
    }
  }

  @Test func `changes are as small as what changed, and mirrored the other way round`() {
    var found = 0
    forEachPair { manifest, pair, round in
      let changed = RandomPair.text(
        pair.changed(RandomPair.value(manifest), times: 1 + round % 3))
      let there = try Compared(manifest, changed)
      let back = try Compared(changed, manifest)
      found += there.difference.changes.count
      if let large = there.difference.changes.first(where: { !$0.isMinimal }) {
        return "\(large.path) could be smaller:\n\(there.text)\n\(changed)"
      }
      let mirrored = back.mirrored
      return there.unordered == mirrored ? nil : "\(there.text)\n\(back.text)\n\(changed)"
    }
    #expect(found > 500)
  }

  @Test(arguments: [PatchForm.raw, .expanded])
  func `a patch makes the new deployment of the old one`(form: PatchForm) {
    var found = 0
    forEachPair { manifest, pair, round in
      let changed = RandomPair.text(
        pair.changed(RandomPair.value(manifest), times: round % 4))
      let compared = try Compared(manifest, changed)
      let base = form == .raw ? manifest : try compared.expandedOld
      let patch = try compared.difference.jsonPatch(for: form, includesSecrets: true)
      if compared.lines.isEmpty, patch != "[]\n" { return "a patch without changes: \(patch)" }
      found += compared.lines.count
      let result = try PatchApplication.apply(patch, to: base)
      let rest = try Compared(result, changed)
      return rest.lines.isEmpty ? nil : "\(patch)\n\(rest.text)\n\(changed)"
    }
    #expect(found > 300)
  }

  @Test func `a merge patch does the same`() {
    var count = 0
    forEachPair { manifest, pair, round in
      let changed = RandomPair.text(
        pair.changed(RandomPair.value(manifest), times: round % 4))
      let compared = try Compared(manifest, changed)
      let patch: String
      do {
        patch = try compared.difference.mergePatch(for: .raw, includesSecrets: true)
      } catch PatchFailure.nullValue {
        return nil
      }
      count += 1
      let result = PatchApplication.merge(patch, into: manifest)
      let rest = try Compared(result, changed)
      return rest.lines.isEmpty ? nil : "\(patch)\n\(rest.text)\n\(changed)"
    }
    #expect(count > Self.rounds / 2)
  }
}

extension Compared {
  /// The old side as JSON.
  fileprivate var expandedOld: String {
    get throws {
      guard let root = difference.old?.root else { throw NoDeployment(problems: []) }
      return ReadText.json(root)
    }
  }

  /// One line for each change outside of lists with an order, sorted.
  fileprivate var unordered: [String] {
    difference.changes.filter { !$0.isInOrderedList }
      .map { "\($0.operation.rawValue) \($0.subject.title) \($0.path)" }.sorted()
  }

  /// The same as it must be for the other direction.
  fileprivate var mirrored: [String] {
    difference.changes.filter { !$0.isInOrderedList }.map { change in
      switch change.operation {
      case .add: "remove \(change.subject.title) \(change.path)"
      case .remove: "add \(change.subject.title) \(change.path)"
      case .replace: "replace \(change.subject.title) \(change.path)"
      case .rename: "rename \(change.renamedSubject) \(change.path)"
      }
    }.sorted()
  }
}

extension Change {
  /// Whether it is below an element that is known by its position alone.
  fileprivate var isInOrderedList: Bool {
    path.contains("[0") || path.contains("[1") || path.contains("[2") || path.contains("[3")
      || path.contains("[4") || path.contains("[5")
  }

  /// Whether not both sides are objects or lists, which would have been compared inside.
  fileprivate var isMinimal: Bool {
    guard operation == .replace, let old = old?.place, let new = new?.place,
      path != "properties.desired"
    else { return true }
    return !(old.isMapping && new.isMapping) && !(old.isSequence && new.isSequence)
  }

  /// The title of the thing that was renamed under its new name.
  fileprivate var renamedSubject: String {
    let kind = subject.title.split(separator: " ").first.map(String.init) ?? ""
    return "\(kind) \(newName ?? "")"
  }
}
