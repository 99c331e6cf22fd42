import EdgeTestSupport
import Foundation
import Testing

/// The README shows real commands with real output: each is run again here.
@Suite struct ReadmeTests {
  /// The commands of the README's console blocks with what is shown below them, both streams as one.
  /// A file that is only shown, with `…` for what is left out, is no command.
  private static let steps: [(command: String, output: String)] = {
    let url = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../README.md").standardizedFileURL
    let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    var steps: [(command: String, output: String)] = []
    for block in text.components(separatedBy: "```console\n").dropFirst() {
      let lines = block.components(separatedBy: "\n```")[0].components(separatedBy: "\n")
      for line in lines {
        if line.hasPrefix("$ ") {
          steps.append((String(line.dropFirst(2)), ""))
        } else if !steps.isEmpty {
          steps[steps.count - 1].output += line + "\n"
        }
      }
    }
    return steps.filter { !$0.command.hasPrefix("cat ") }
  }()

  @Test func printsWhatTheReadmeShows() throws {
    #expect(Self.steps.count >= 3)
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "edgekit-readme-\(UUID().uuidString)")
    let samples = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Fixtures/samples").standardizedFileURL
    try FileManager.default.copyItem(at: samples, to: folder)
    defer { try? FileManager.default.removeItem(at: folder) }
    for step in Self.steps {
      let shown = step.output.trimmingCharacters(in: .newlines)
      let printed = try Self.run(step.command, in: folder).trimmingCharacters(in: .newlines)
      #expect(printed == shown, "$ \(step.command)")
    }
  }

  private static func run(_ command: String, in folder: URL) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "(\(command)) >.printed 2>&1"]
    process.currentDirectoryURL = folder
    let programs = ProgramRun.program.deletingLastPathComponent().path(percentEncoded: false)
    process.environment = ["PATH": "\(programs):/usr/bin:/bin", "LC_ALL": "C"]
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return try String(contentsOf: folder.appending(path: ".printed"), encoding: .utf8)
  }
}
