import Foundation
import Testing

/// Runs every file of `Fixtures/sessions` against the built program.
@Suite struct SessionTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures/sessions")

  static var names: [String] {
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: folder.path(percentEncoded: false))
    return (names ?? []).filter { $0.hasSuffix(".session") }.sorted()
  }

  /// The program lies beside the test bundle.
  static var binary: URL {
    let beside = Bundle.main.bundleURL.appending(component: "edgekit")
    if FileManager.default.isExecutableFile(atPath: beside.path(percentEncoded: false)) {
      return beside
    }
    return URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(component: "edgekit")
  }

  @Test func thereAreSessions() {
    #expect(!Self.names.isEmpty)
  }

  @Test(arguments: names)
  func session(_ name: String) throws {
    let url = Self.folder.appending(component: name)
    let text = try String(contentsOf: url, encoding: .utf8)
    let expected = Session(text)
    #expect(expected.text == text, "\(name) is not in the form of sessions")
    let actual = try expected.replayed(with: Self.binary)
    for (expected, actual) in zip(expected.steps, actual.steps) where expected != actual {
      Issue.record(
        """
        \(name) differs
        expected:
        \(expected.lines.joined(separator: "\n"))
        actual:
        \(actual.lines.joined(separator: "\n"))
        """)
    }
    if ProcessInfo.processInfo.environment["EDGEKIT_UPDATE_FIXTURES"] == "1", actual.text != text {
      try Data(actual.text.utf8).write(to: url)
      Issue.record("\(name) was rewritten; look at the difference and run again")
    }
  }
}
