import Foundation

/// Command lines with what they print, as a person would see them, and the files they start from.
///
/// A session file has commands, each a line that begins with `$ `, and below each its standard output
/// (`| `), its standard error (`! `) and, unless it is 0, its exit status (`? `). A last line of output
/// without a line end is followed by `\ no line end`. Other lines before the first file are comments.
/// Files follow, each after a line `-- NAME --`.
struct Session {
  struct Step: Equatable {
    var command: String
    var output: [String] = []
    var errors: [String] = []
    var status = "0"
    /// Lines of remarks that stand before the command.
    var remarks: [String] = []
  }

  var steps: [Step] = []
  /// Remarks after the last command.
  var trailer: [String] = []
  var files: [(name: String, lines: [String])] = []

  init(_ text: String) {
    var remarks: [String] = []
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    for line in lines {
      if line.hasPrefix("-- "), line.hasSuffix(" --") {
        files.append((String(line.dropFirst(3).dropLast(3)), []))
      } else if !files.isEmpty {
        files[files.count - 1].lines.append(line)
      } else if line.hasPrefix("$ ") {
        steps.append(Step(command: String(line.dropFirst(2)), remarks: remarks))
        remarks = []
      } else if let last = steps.indices.last, let content = Self.content(of: line, after: "|") {
        steps[last].output.append(content)
      } else if let last = steps.indices.last, let content = Self.content(of: line, after: "!") {
        steps[last].errors.append(content)
      } else if let last = steps.indices.last, let content = Self.content(of: line, after: "?") {
        steps[last].status = content
      } else {
        remarks.append(line)
      }
    }
    trailer = remarks
  }

  private static func content(of line: String, after mark: String) -> String? {
    line == mark ? "" : line.hasPrefix(mark + " ") ? String(line.dropFirst(2)) : nil
  }

  /// The session as its file has it.
  var text: String {
    var lines: [String] = []
    for step in steps { lines += step.remarks + step.lines }
    lines += trailer
    for file in files { lines += ["-- \(file.name) --"] + file.lines }
    return lines.map { $0 + "\n" }.joined()
  }

  /// The session as it runs now, in a folder of its own that holds its files.
  func replayed(with binary: URL) throws -> Session {
    let folder = FileManager.default.temporaryDirectory.appending(
      component: "edgekit-session-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for file in files {
      let url = folder.appending(path: file.name)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.lines.map { $0 + "\n" }.joined().utf8).write(to: url)
    }
    var session = self
    for index in steps.indices {
      session.steps[index] = try steps[index].replayed(in: folder, binary: binary)
    }
    return session
  }
}

extension Session.Step {
  /// The command and what it printed, without the remarks.
  var lines: [String] {
    ["$ " + command] + output.map { Self.marked($0, "|") } + errors.map { Self.marked($0, "!") }
      + (status == "0" ? [] : ["? " + status])
  }

  private static func marked(_ line: String, _ mark: String) -> String {
    line.isEmpty ? mark : mark + " " + line
  }

  func replayed(in folder: URL, binary: URL) throws -> Self {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = folder
    // Nothing of the developer's environment, so that sessions print the same everywhere.
    let path = binary.deletingLastPathComponent().path(percentEncoded: false) + ":/usr/bin:/bin"
    process.environment = ["PATH": path, "LC_ALL": "C"]
    process.standardInput = FileHandle.nullDevice
    // Files, because a pipe that nobody reads would stop a talkative command.
    let outputURL = folder.appending(component: ".stdout")
    let errorsURL = folder.appending(component: ".stderr")
    for url in [outputURL, errorsURL] { try Data().write(to: url) }
    process.standardOutput = try FileHandle(forWritingTo: outputURL)
    process.standardError = try FileHandle(forWritingTo: errorsURL)
    try process.run()
    process.waitUntilExit()
    var step = self
    step.output = try Self.lines(of: outputURL)
    step.errors = try Self.lines(of: errorsURL)
    step.status = "\(process.terminationStatus)"
    return step
  }

  private static func lines(of url: URL) throws -> [String] {
    let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" {
      lines.removeLast()
    } else {
      lines.append("\\ no line end")
    }
    return lines
  }
}
