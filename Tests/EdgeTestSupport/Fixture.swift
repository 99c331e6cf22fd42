import Foundation
import Testing

/// The files under `Fixtures`, which hold what tests expect.
///
/// With `EDGEKIT_UPDATE_FIXTURES=1` in the environment, expectations are rewritten, and the tests
/// that did so fail, so that nobody updates by accident.
package enum Fixture {
  /// The folder at the root of the package.
  package static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures")

  private static var isUpdating: Bool {
    ProcessInfo.processInfo.environment["EDGEKIT_UPDATE_FIXTURES"] == "1"
  }

  /// The bytes of a file, for example `rendering/report.json`; nil when there is none.
  package static func bytes(_ path: String) -> [UInt8]? {
    (try? Data(contentsOf: folder.appending(path: path))).map { Array($0) }
  }

  /// The names of the files in a folder, sorted.
  package static func names(in path: String) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: folder.appending(path: path).path(percentEncoded: false))
    return (names ?? []).filter { !$0.hasPrefix(".") }.sorted()
  }

  /// Records an issue with a diff when a text is not what a file says.
  package static func expectEqualText(
    _ actual: String, _ path: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let expected = bytes(path).map { String(decoding: $0, as: UTF8.self) }
    let difference =
      expected.map { TextDifference.between(expected: $0, actual: actual) } ?? "there is no file"
    guard let difference else { return }
    guard isUpdating else {
      Issue.record("Fixtures/\(path) differs:\n\(difference)", sourceLocation: sourceLocation)
      return
    }
    let file = folder.appending(path: path)
    do {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(actual.utf8).write(to: file)
      Issue.record("Fixtures/\(path) was rewritten:\n\(difference)", sourceLocation: sourceLocation)
    } catch {
      Issue.record(error, "Fixtures/\(path)", sourceLocation: sourceLocation)
    }
  }

  /// Records an issue when there is a file although nothing is expected; updating removes it.
  package static func expectNoFile(
    _ path: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    guard let bytes = bytes(path) else { return }
    let text = String(decoding: bytes, as: UTF8.self)
    let difference = TextDifference.between(expected: text, actual: "") ?? ""
    if isUpdating { try? FileManager.default.removeItem(at: folder.appending(path: path)) }
    Issue.record(
      "Fixtures/\(path) \(isUpdating ? "was removed" : "is not what came"):\n\(difference)",
      sourceLocation: sourceLocation)
  }

  /// Records an issue for each file of a folder that no case stands for, and each case without a
  /// file.
  package static func expectNames(
    _ names: [String], in path: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let known = Set(names)
    let present = Fixture.names(in: path)
    for name in present where !known.contains(name) {
      Issue.record("Fixtures/\(path)/\(name) has no case", sourceLocation: sourceLocation)
    }
    for name in names where !present.contains(name) {
      Issue.record("Fixtures/\(path)/\(name) is missing", sourceLocation: sourceLocation)
    }
  }
}

/// Records an issue with a diff when two texts differ.
package func expectEqualText(
  _ actual: String, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  guard let difference = TextDifference.between(expected: expected, actual: actual) else { return }
  Issue.record(
    "texts differ (- expected, + actual):\n\(difference)", sourceLocation: sourceLocation)
}
