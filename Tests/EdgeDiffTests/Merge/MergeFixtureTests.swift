import EdgeTestSupport
import Testing

@testable import EdgeDiff

/// Merges every case of `Fixtures/merge`, a folder with three versions, and compares what comes out.
@Suite struct MergeFixtureTests {
  private static func bytes(_ name: String, _ file: String) throws -> [UInt8] {
    try #require(Fixture.bytes("merge/\(name)/\(file).json"))
  }

  @Test(arguments: Fixture.names(in: "merge"))
  func merge(_ name: String) throws {
    let options = Fixture.bytes("merge/\(name)/options").map { String(decoding: $0, as: UTF8.self) }
    let merge = ManifestMerge(showsBase: options == "diff3\n")
    let outcome = merge.merge(
      base: try Self.bytes(name, "base"), ours: try Self.bytes(name, "ours"),
      theirs: try Self.bytes(name, "theirs"))
    guard case .merged(let bytes, let conflicts) = outcome else {
      Issue.record("\(name): \(outcome)")
      return
    }
    Fixture.expectEqualText(String(decoding: bytes, as: UTF8.self), "merge/\(name)/expected.json")
    let report = conflicts.flatMap { conflict in
      conflict.pointers.map { "\(conflict.line): \($0)\n" }
    }
    guard !report.isEmpty else { return Fixture.expectNoFile("merge/\(name)/conflicts") }
    Fixture.expectEqualText(report.joined(), "merge/\(name)/conflicts")
  }
}
