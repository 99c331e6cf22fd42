import EdgeTestSupport
import Foundation
import Testing

/// A folder under `Fixtures/diff`: two sides, and what the program says of them.
///
/// `from.*` and `to.*` are the sides, files or folders; `args`, one line, holds options, cut at blanks.
/// `expected` is what comes out on standard output and `expected.stderr` on standard error; a file that
/// is missing stands for nothing. `expected.exit` is the exit status, without it 1 for some output and 0
/// for none.
struct DiffCase: Sendable, CustomTestStringConvertible {
  /// The name of the folder, which says what the case shows.
  let name: String

  private static let root = "diff"
  private static let expectations = ["expected", "expected.stderr", "expected.exit"]

  /// Every folder, sorted by name.
  static var all: [DiffCase] { Fixture.names(in: root).map { DiffCase(name: $0) } }

  var testDescription: String { name }

  private var path: String { "\(Self.root)/\(name)" }
  private var folder: URL { Fixture.folder.appending(path: path) }

  private func side(_ name: String) -> [String] {
    Fixture.names(in: path).filter { $0 == name || $0.hasPrefix(name + ".") }
  }

  private var options: [String] {
    let line = Fixture.bytes("\(path)/args").map { String(decoding: $0, as: UTF8.self) } ?? ""
    return line.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// Runs the program and compares all that it said.
  func check() async throws {
    let sides = side("from") + side("to")
    let known = sides + Self.expectations + ["args"]
    for name in Fixture.names(in: path) where !known.contains(name) {
      Issue.record("Fixtures/\(path)/\(name) is no side and no expectation")
    }
    guard side("from").count == 1, side("to").count == 1 else {
      Issue.record("Fixtures/\(path) needs one 'from' and one 'to'")
      return
    }
    let run = try await ProgramRun(["diff"] + sides + options, in: folder)
    expect(run.output, in: "expected")
    expect(run.errors, in: "expected.stderr")
    let usual: Int32 = run.output.isEmpty ? 0 : 1
    expect(run.status == usual ? "" : "\(run.status)\n", in: "expected.exit")
  }

  /// Compares a text with a file; no text at all needs no file.
  private func expect(_ actual: String, in name: String) {
    let file = "\(path)/\(name)"
    if actual.isEmpty {
      Fixture.expectNoFile(file)
    } else {
      Fixture.expectEqualText(actual, file)
    }
  }
}

/// What `diff` says of two sides, case by case; a case is a folder and needs no code.
@Suite("diff, by fixture")
struct DiffFixtureTests {
  @Test("says what is expected", arguments: DiffCase.all)
  func saysWhatIsExpected(_ fixture: DiffCase) async throws {
    try await fixture.check()
  }

  @Test("there are cases")
  func thereAreCases() {
    #expect(!DiffCase.all.isEmpty)
  }
}
