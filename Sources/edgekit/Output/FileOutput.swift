internal import SystemPackage

/// Writes files so that they are whole at every moment.
///
/// The text goes to a temporary file in the same folder, which then takes the name of the target.
/// Only a person's own file is synced to the disk: anything else can be made again from its sources.
struct FileOutput {
  /// Whether the text is on the disk before it takes the place of what was there.
  var syncs = false
  /// Whether a file that exists is left alone and reported.
  var keepsExisting = false
  /// Files that must not be replaced, because they are being read.
  var inputs: Set<FileIdentity> = []
  /// The permissions of what is written; nil for those of the file that is replaced, or for what the user's
  /// mask allows.
  var permissions: FilePermissions?

  /// What became of a file.
  enum Effect {
    case written
    /// It had the very same content and was not touched.
    case unchanged
  }

  /// What writing to a path would come upon.
  private struct Target {
    /// The file itself, behind symbolic links.
    var path: FilePath
    /// What is there already.
    var existing: Stat?
  }

  /// Makes a file have a content.
  @discardableResult
  func write(_ bytes: [UInt8], to path: FilePath) throws(IOFailure) -> Effect {
    let name = InputName.displayName(of: path)
    let target = try check(path, name: name)
    guard let existing = target.existing else {
      try replace(target.path, with: bytes, permissions: permissions, name: name)
      return .written
    }
    // A device or a pipe cannot be replaced, only written to.
    guard existing.type == .regular else {
      try writeThrough(to: target.path, bytes, name: name)
      return .written
    }
    let permissions = permissions ?? existing.permissions
    if existing.size == Int64(bytes.count), existing.permissions == permissions,
      (try? FileInput.read(InputFile(name: name, path: target.path))) == bytes
    {
      return .unchanged
    }
    try replace(target.path, with: bytes, permissions: permissions, name: name)
    return .written
  }

  /// Reports what would keep a file from being written, without writing it.
  func checkWritable(_ path: FilePath) throws(IOFailure) {
    _ = try check(path, name: InputName.displayName(of: path))
  }

  private func check(_ path: FilePath, name: String) throws(IOFailure) -> Target {
    // What is behind /dev/stdout has no path of its own that could be followed.
    if let there = try? Stat(path), there.type != .regular, there.type != .directory {
      return Target(path: path, existing: there)
    }
    let path = try resolvingLinks(path, name: name)
    let existing: Stat
    do {
      existing = try Stat(path)
    } catch .noSuchFileOrDirectory {
      return Target(path: path, existing: nil)
    } catch {
      throw IOFailure(.write, name, error)
    }
    if existing.type == .directory {
      throw IOFailure(.write, name, .isDirectory, advice: "write '\(name)/' for files inside it")
    }
    guard existing.type == .regular else { return Target(path: path, existing: existing) }
    if keepsExisting {
      throw IOFailure(
        .replace, name, .fileExists, advice: "leave out --no-clobber to replace it")
    }
    if inputs.contains(FileIdentity(existing)) {
      throw IOFailure(
        .replace, name, .refused("it is one of the inputs"), advice: "give the output another name")
    }
    if existing.linkCount > 1 {
      throw IOFailure(
        .replace, name, .refused("it has \(existing.linkCount) hard links"),
        advice: "replacing it would cut it off from the others; remove it or give another name")
    }
    return Target(path: path, existing: existing)
  }

  /// The file a symbolic link stands for, which need not exist.
  private func resolvingLinks(_ path: FilePath, name: String) throws(IOFailure) -> FilePath {
    var path = path
    // As many as Linux follows (path_resolution(7)).
    for _ in 0..<40 {
      guard let link = SymbolicLink.destination(of: path) else { return path }
      path = path.removingLastComponent().pushing(link)
    }
    throw IOFailure(.write, name, .tooManySymbolicLinkLevels)
  }

  private func replace(
    _ path: FilePath, with bytes: [UInt8], permissions: FilePermissions?, name: String
  ) throws(IOFailure) {
    // An interruption waits until the temporary file has its name or is gone.
    let signals = HeldSignals()
    defer { signals.release() }
    do {
      try TemporaryFile(beside: path).replace(
        path, with: bytes, permissions: permissions, syncs: syncs)
    } catch .noSuchFileOrDirectory {
      let folder = InputName.displayName(of: path.removingLastComponent())
      throw IOFailure(
        .write, name, .noSuchFileOrDirectory, advice: "create the folder '\(folder)' first")
    } catch {
      throw IOFailure(.write, name, error)
    }
  }

  private func writeThrough(
    to path: FilePath, _ bytes: [UInt8], name: String
  ) throws(IOFailure) {
    do {
      let descriptor = try FileDescriptor.open(path, .writeOnly, options: .closeOnExec)
      try descriptor.closeAfter { _ = try descriptor.writeAll(bytes) }
    } catch {
      throw IOFailure(.write, name, error as? Errno ?? .ioError)
    }
  }
}
