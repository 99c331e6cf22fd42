import ArgumentParser
import EdgeDiagnostics
import EdgeSyntax
import EdgeTestSupport
import Foundation
import Testing

@testable import edgekit

/// A file at the top of the repository that teams copy or that other tools read.
struct IntegrationFile {
  static let root = Fixture.folder.deletingLastPathComponent()

  let path: String
  let text: String

  init(_ path: String) throws {
    self.path = path
    text = try String(contentsOf: Self.root.appending(path: path), encoding: .utf8)
  }

  /// The document in it, which must be read without a word.
  func document() throws -> SyntaxNode {
    let read = ReadText(text, name: path)
    #expect(read.sink.diagnostics.isEmpty, "\(read.report)")
    return try #require(read.documents.first)
  }

  // MARK: - Command lines

  /// The words of every line that calls edgekit, lines that go on taken together.
  var commandLines: [[String]] {
    text.replacing("\\\n", with: " ").replacing(#/>-\n\s*(edgekit.*)\n\s*--/#) { "\n\($0.1) --" }
      .split(separator: "\n").compactMap { Self.command(in: String($0)) }
  }

  /// The command that a line of a script runs, up to what the shell does with its output.
  private static func command(in line: String) -> [String]? {
    guard let match = line.firstMatch(of: #/^[\s$-]*((entry|script|run):\s*)?(edgekit [a-z].*)$/#)
    else { return nil }
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in match.3 {
      if character == quote {
        quote = nil
      } else if quote == nil, character == "\"" || character == "'" {
        quote = character
        word = word ?? ""
      } else if quote == nil, character == " " {
        if let word { words.append(word) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if let word { words.append(word) }
    return Array(words.dropFirst().prefix { !["|", ">", ">>", "&&", "||"].contains($0) })
  }

  /// Has the real parser read a command line.
  static func parse(_ words: [String]) throws {
    guard let (command, rest) = CommandList.command(leading: words[...]) else {
      throw UsageError("no command in \(words)")
    }
    func parse<Command: EdgekitCommand>(_ command: Command.Type) throws {
      _ = try command.parse(Array(rest))
    }
    try parse(command)
  }
}
