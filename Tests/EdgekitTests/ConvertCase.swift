import EdgeTestSupport
import Foundation
import Testing

/// A folder under `Fixtures/convert`: files to convert, and what the program says to them.
///
/// `input*.yaml`, `input*.json` and `input*.jsonc` are the arguments, sorted; `args`, one line, holds options, cut at
/// blanks. `expected.json` or `expected.yaml` is what comes out on standard output and
/// `expected.stderr` on standard error; a file that is missing stands for nothing. `expected.exit` is the exit status, without it 0.
struct ConvertCase: Sendable, CustomTestStringConvertible {
  /// The name of the folder, which says what the case shows.
  let name: String

  private static let root = "convert"
  private static let expectations = [
    "expected.json", "expected.yaml", "expected.stderr", "expected.exit",
  ]

  /// Every folder, sorted by name.
  static var all: [ConvertCase] { Fixture.names(in: root).map { ConvertCase(name: $0) } }

  var testDescription: String { name }

  private var path: String { "\(Self.root)/\(name)" }
  private var folder: URL { Fixture.folder.appending(path: path) }

  /// The names of the files to convert.
  private var inputs: [String] {
    Fixture.names(in: path).filter {
      $0.hasPrefix("input")
        && ($0.hasSuffix(".yaml") || $0.hasSuffix(".json") || $0.hasSuffix(".jsonc"))
    }
  }

  /// Files that are neither input nor expectation, which a misspelt name would be.
  private var strangers: [String] {
    let known = inputs + Self.expectations + ["args"]
    return Fixture.names(in: path).filter { !known.contains($0) }
  }

  private var options: [String] {
    let line = Fixture.bytes("\(path)/args").map { String(decoding: $0, as: UTF8.self) } ?? ""
    return line.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// Runs the program and compares all that it said.
  func check() async throws {
    for name in strangers {
      Issue.record("Fixtures/\(path)/\(name) is no input and no expectation")
    }
    guard !inputs.isEmpty else {
      Issue.record("Fixtures/\(path) has no input")
      return
    }
    let run = try await ProgramRun(["convert"] + inputs + options, in: folder)
    let isYAML = run.output.hasPrefix("apiVersion:")
    expect(isYAML ? "" : run.output, in: "expected.json")
    expect(isYAML ? run.output : "", in: "expected.yaml")
    expect(run.errors, in: "expected.stderr")
    expect(run.status == 0 ? "" : "\(run.status)\n", in: "expected.exit")
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
