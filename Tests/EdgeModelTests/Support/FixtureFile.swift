import Foundation

/// Tables of examples under `Fixtures`.
enum FixtureFile {
  /// The lines of a file without comments, which begin with `#`, and blank ones.
  static func lines(_ path: String, file: String = #filePath) throws -> [String] {
    let root = URL(fileURLWithPath: file).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(
      contentsOf: root.appendingPathComponent("Fixtures").appendingPathComponent(path),
      encoding: .utf8)
    return text.split(separator: "\n").map(String.init)
      .filter { !$0.hasPrefix("#") && !$0.allSatisfy(\.isWhitespace) }
  }

  /// Entries of one line without and some lines with indentation.
  static func entries(_ path: String) throws -> [Entry] {
    var entries: [Entry] = []
    for line in try lines(path) {
      if line.hasPrefix("    ") {
        entries[entries.count - 1].help = String(line.dropFirst(4))
      } else if line.hasPrefix("  ") {
        entries[entries.count - 1].message = String(line.dropFirst(2))
      } else {
        entries.append(Entry(marked: line))
      }
    }
    return entries
  }

  struct Entry: Equatable {
    var marked: String
    var message = ""
    var help: String?
  }
}
