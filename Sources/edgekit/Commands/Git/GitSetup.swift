internal import SystemPackage

/// What git has to know to compare and merge deployments by meaning.
struct GitSetup {
  /// Whether git is to print the semantic report instead of lines of text.
  var setsCommand = false

  /// Patterns and what git does with files of that name.
  private static let attributes = [
    (pattern: "deployment*.json", words: ["diff=edgekit", "merge=edgekit"]),
    (pattern: "edge/**/*.yaml", words: ["diff=edgekit"]),
  ]

  /// A setting of git's configuration.
  private struct Setting {
    var section: String
    var name: String
    var value: String

    var key: String { "\(section).edgekit.\(name)" }
  }

  private var settings: [Setting] {
    [Setting(section: "diff", name: "textconv", value: "edgekit git textconv")]
      + (setsCommand ? [Setting(section: "diff", name: "command", value: "edgekit git diff")] : [])
      + [
        Setting(section: "merge", name: "name", value: "edgekit semantic merge"),
        Setting(section: "merge", name: "driver", value: "edgekit git merge %O %A %B %L %P"),
      ]
  }

  // MARK: - Printing

  /// The lines of .gitattributes and of the configuration.
  var text: String {
    (["# .gitattributes"] + Self.attributeLines + ["", "# .git/config"] + configurationLines)
      .map { $0 + "\n" }.joined()
  }

  /// The same as an example of the documentation shows it.
  static func printed() -> [String] {
    GitSetup().text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .map(String.init)
  }

  private static var attributeLines: [String] {
    let width = attributes.map(\.pattern.count).max() ?? 0
    return attributes.map { attribute in
      let blanks = String(repeating: " ", count: width - attribute.pattern.count + 3)
      return attribute.pattern + blanks + attribute.words.joined(separator: " ")
    }
  }

  private var configurationLines: [String] {
    var lines: [String] = []
    var section: String?
    for setting in settings {
      if setting.section != section { lines.append("[\(setting.section) \"edgekit\"]") }
      section = setting.section
      lines.append("    \(setting.name) = \(setting.value)")
    }
    return lines
  }

  // MARK: - Writing

  /// Writes what is missing to the repository around the working folder.
  func apply(_ console: Console) throws {
    try addAttributes(console)
    for setting in settings { try set(setting, console) }
  }

  private func addAttributes(_ console: Console) throws {
    let path = FilePath(try Self.wayUp() + ".gitattributes")
    let name = InputName.displayName(of: path)
    var bytes: [UInt8] = []
    if (try? Stat(path)) != nil {
      bytes = try FileInput.read(InputFile(name: name, path: path))
    }
    let known = Self.knownAttributes(in: bytes)
    let missing = zip(Self.attributes, Self.attributeLines).filter { attribute, _ in
      !attribute.words.allSatisfy { known[attribute.pattern]?.contains($0) ?? false }
    }.map(\.1)
    guard !missing.isEmpty else { return console.tell("\(name) is up to date") }
    for line in missing { console.tell("adding to \(name): \(line)") }
    if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
    try FileOutput().write(bytes + missing.flatMap { Array($0.utf8) + [0x0A] }, to: path)
  }

  /// The attributes of each pattern of a file.
  private static func knownAttributes(in bytes: [UInt8]) -> [String: Set<String>] {
    var known: [String: Set<String>] = [:]
    for line in bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      let words = String(decoding: line, as: UTF8.self)
        .split(whereSeparator: { $0 == " " || $0 == "\t" }).map(String.init)
      guard let pattern = words.first, !pattern.hasPrefix("#") else { continue }
      known[pattern, default: []].formUnion(words.dropFirst())
    }
    return known
  }

  private func set(_ setting: Setting, _ console: Console) throws {
    let found = try Git.output(
      of: ["config", "--null", "--default", "", "--get", setting.key])
    let value = Git.names(in: found).first ?? ""
    guard value != setting.value else {
      return console.tell("\(setting.key) is up to date")
    }
    guard value.isEmpty else {
      return console.note(
        "left \(setting.key) alone: it is '\(value)', not '\(setting.value)'")
    }
    console.tell("setting \(setting.key) to '\(setting.value)'")
    _ = try Git.output(of: ["config", "--local", setting.key, setting.value])
  }

  /// The way from the working folder to the top of the repository; empty at the top.
  private static func wayUp() throws(UsageError) -> String {
    let output = try Git.output(of: ["rev-parse", "--show-cdup"])
    return String(decoding: output.prefix { $0 != 0x0A }, as: UTF8.self)
  }
}
