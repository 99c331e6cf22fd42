internal import ArgumentParser
internal import EdgeConvert
internal import EdgeDiagnostics
internal import EdgeModel

/// Prints which edgekit this is and what it was built with.
struct VersionCommand: EdgekitCommand {
  static let name = "version"
  static let summary = "print the version and what is built in"
  static var documentation: CommandDocumentation {
    CommandDocumentation(
      synopsis: "[options]",
      description: ["Prints the version on one line, or what is built in as one JSON object."],
      examples: [
        CommandExample(
          purpose: "The version, after the last blank", command: "edgekit --version",
          output: [Version.line])
      ],
      commonOptions: ["format"])
  }

  @Option(
    name: .customLong("format"),
    help: ArgumentHelp("How it is printed, text unless given", valueName: "name"),
    completion: VersionFormat.completion)
  var format: String?

  @OptionGroup(title: "Options of every command") var shared: SharedOptions

  func perform() throws -> ExitStatus {
    let product = ProductWriter(
      target: try OutputTarget(shared.output, formats: VersionFormat.words),
      console: try shared.console())
    switch try format.map({ try VersionFormat($0, of: "--format") }) ?? .text {
    case .text: return try product.write(Version.line + "\n", name: "version.txt")
    case .json: return try product.write(Self.json, name: "version.json")
    }
  }

  private static var json: String {
    let members = [
      ("name", quoted(CommandList.program)),
      ("version", quoted(Version.number)),
      ("swift", quoted(BuildInfo.swift)),
      ("target", quoted(BuildInfo.target)),
      (
        "runtimes",
        "[" + RuntimeRelease.allCases.map { quoted($0.rawValue) }.joined(separator: ", ") + "]"
      ),
      ("defaultRuntime", quoted(RuntimeRelease.newest.rawValue)),
    ]
    let lines = members.map { "  \"\($0.0)\": \($0.1)" }
    return "{\n" + lines.joined(separator: ",\n") + "\n}\n"
  }

  private static func quoted(_ text: String) -> String {
    var bytes: [UInt8] = []
    JSONText.append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// What the compiler knew when the program was built.
enum BuildInfo {
  static var swift: String {
    #if compiler(>=6.5)
      "6.5 or later"
    #elseif compiler(>=6.4)
      "6.4"
    #elseif compiler(>=6.3)
      "6.3"
    #else
      "6.2"
    #endif
  }

  static var target: String {
    architecture + "-" + system
  }

  private static var architecture: String {
    #if arch(x86_64)
      "x86_64"
    #elseif arch(arm64)
      "aarch64"
    #else
      "unknown"
    #endif
  }

  private static var system: String {
    #if os(Linux)
      "linux"
    #elseif os(macOS)
      "macos"
    #else
      "unknown"
    #endif
  }
}
