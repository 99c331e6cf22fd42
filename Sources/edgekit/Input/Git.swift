internal import SystemPackage

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Asks git, the one program that edgekit ever starts.
enum Git {
  /// What git prints on standard output; what it has to complain about goes to standard error, where the
  /// user sees it.
  ///
  /// - Parameter arguments: Without the program's name.
  static func output(of arguments: [String]) throws(UsageError) -> [UInt8] {
    let (output, status) = try run(arguments)
    guard status == 0 else {
      throw UsageError(
        "'git \(arguments.first ?? "")' failed", advice: "git says above what is wrong")
    }
    return output
  }

  /// What git prints on standard output, and the status it ends with; negative where it is killed.
  ///
  /// - Parameter arguments: Without the program's name.
  static func run(
    _ arguments: [String]
  ) throws(UsageError) -> (output: [UInt8], status: CInt) {
    do {
      return try start(["git"] + arguments)
    } catch {
      throw UsageError("git cannot be started: \(error.description)", advice: "install git")
    }
  }

  /// The parts of an output that end with zero bytes.
  static func names(in output: [UInt8]) -> [String] {
    output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }

  private static func start(
    _ arguments: [String]
  ) throws(Errno) -> (output: [UInt8], status: CInt) {
    let pipe: (readEnd: FileDescriptor, writeEnd: FileDescriptor)
    do { pipe = try FileDescriptor.pipe() } catch { throw error as? Errno ?? .ioError }
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(
      &actions, pipe.writeEnd.rawValue, FileDescriptor.standardOutput.rawValue)
    unsafe posix_spawn_file_actions_addclose(&actions, pipe.readEnd.rawValue)
    unsafe posix_spawn_file_actions_addclose(&actions, pipe.writeEnd.rawValue)
    var words: [UnsafeMutablePointer<CChar>?] = unsafe arguments.map { unsafe strdup($0) } + [nil]
    defer { unsafe words.forEach { unsafe free($0) } }
    var process = pid_t()
    let failure = unsafe posix_spawnp(&process, arguments[0], &actions, nil, &words, environ)
    try? pipe.writeEnd.close()
    defer { try? pipe.readEnd.close() }
    guard failure == 0 else { throw Errno(rawValue: failure) }
    var output: [UInt8] = []
    do {
      output = try FileInput.readToEnd(of: pipe.readEnd, name: "git")
    } catch {
      throw .ioError
    }
    var status: CInt = 0
    while unsafe waitpid(process, &status, 0) == -1, errno == EINTR {}
    // The process ended by itself when the lower bits are zero; its status is above them.
    return (output, status & 0x7F == 0 ? (status >> 8) & 0xFF : -1)
  }
}
