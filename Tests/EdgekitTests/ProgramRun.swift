import Foundation

/// One run of the program that was built together with the tests, and what came of it.
struct ProgramRun {
  let output: String
  let errors: String
  let status: Int32

  /// The program, which is built into the folder that the tests are in.
  static let program: URL = {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
    let tests = bundle?.bundleURL ?? URL(filePath: CommandLine.arguments[0])
    return tests.deletingLastPathComponent().appending(path: "edgekit")
  }()

  /// The environment of the tests without what the program would heed.
  private static let environment = ProcessInfo.processInfo.environment.filter { name, _ in
    !name.hasPrefix("EDGEKIT_")
      && !["NO_COLOR", "CLICOLOR_FORCE", "FORCE_COLOR", "COLUMNS"].contains(name)
  }

  /// Runs the program in a folder and waits without holding a thread.
  ///
  /// The streams go to files: nobody has to empty them while the program runs.
  init(_ arguments: [String], in folder: URL) async throws {
    let files = FileManager.default
    let scratch = files.temporaryDirectory.appending(path: "edgekit-tests-\(UUID().uuidString)")
    try files.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? files.removeItem(at: scratch) }
    let output = scratch.appending(path: "stdout")
    let errors = scratch.appending(path: "stderr")
    let process = Process()
    process.executableURL = Self.program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = Self.environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try Self.handle(for: output)
    process.standardError = try Self.handle(for: errors)
    status = try await withCheckedThrowingContinuation { continuation in
      process.terminationHandler = { ended in
        // A crash must not look like a status of the program's own.
        let isSignal = ended.terminationReason == .uncaughtSignal
        continuation.resume(returning: ended.terminationStatus + (isSignal ? 128 : 0))
      }
      do {
        try process.run()
      } catch {
        continuation.resume(throwing: error)
      }
    }
    self.output = String(decoding: try Data(contentsOf: output), as: UTF8.self)
    self.errors = String(decoding: try Data(contentsOf: errors), as: UTF8.self)
  }

  private static func handle(for file: URL) throws -> FileHandle {
    try Data().write(to: file)
    return try FileHandle(forWritingTo: file)
  }
}
