internal import EdgeDiagnostics
internal import SystemPackage

/// Turns the names on a command line into a list of files, each once, in a stable order.
///
/// Names keep the order in which they were given; below a folder, entries follow the bytes of their
/// names. A name that cannot be used is a failure, and the others go on.
struct InputCollector {
  /// What decides which files are taken.
  struct Policy {
    var isRecursive = true
    /// Patterns of names to leave out.
    var exclusions: [Glob] = []
    /// Whether names that were given are left out too, not only those found below a folder.
    var excludesNamedFiles = false
    var standardInputName = InputName.standardInput
    /// Whether files below a folder are taken whatever their names end in.
    var takesAnyExtension = false
    /// The file or folder that is written to. What an earlier run wrote there is no input, unless it
    /// is named.
    var output: FileIdentity?
  }

  private let policy: Policy
  private(set) var files: [InputFile] = []
  private(set) var failures: [IOFailure] = []
  /// The names that were left out, with the reason, for `--verbose`.
  private(set) var skipped: [(name: String, reason: String)] = []
  private var known: Set<FileIdentity> = []
  private var hasStandardInput = false

  init(policy: Policy) {
    self.policy = policy
  }

  /// Adds a file, a folder, a pattern, `git:REV:PATH`, or standard input for `-`.
  mutating func add(_ argument: String) {
    guard argument != "-" else {
      addStandardInput()
      return
    }
    guard !argument.hasPrefix(GitInput.prefix) else {
      addGitObject(String(argument.dropFirst(GitInput.prefix.count)))
      return
    }
    let path = FilePath(argument)
    let name = InputName.displayName(of: path)
    if policy.excludesNamedFiles, isExcluded(name) {
      skipped.append((name, "excluded"))
      return
    }
    do {
      let stat = try Stat(path)
      if stat.type == .directory {
        try walk(path, name: name)
      } else {
        add(path, name: name, stat: stat)
      }
    } catch let failure as IOFailure {
      failures.append(failure)
    } catch {
      addPattern(argument, name: name, error: error as? Errno ?? .ioError)
    }
  }

  private mutating func addStandardInput() {
    guard !hasStandardInput else { return }
    hasStandardInput = true
    files.append(InputFile(name: policy.standardInputName))
  }

  private mutating func add(_ path: FilePath, name: String, stat: Stat) {
    guard stat.type == .regular else {
      files.append(InputFile(name: name, path: path))
      return
    }
    let identity = FileIdentity(stat)
    guard known.insert(identity).inserted else {
      skipped.append((name, "given twice"))
      return
    }
    files.append(InputFile(name: name, path: path, identity: identity))
  }

  private func isExcluded(_ name: String) -> Bool {
    policy.exclusions.contains { $0.covers(name) }
  }
}

// MARK: - Git

extension InputCollector {
  private mutating func addGitObject(_ object: String) {
    do {
      switch try GitInput.object(object) {
      case .file:
        files.append(InputFile(name: GitInput.prefix + object, gitObject: object))
      case .folder(let entries):
        let isWhole = object.hasSuffix("/") || object.hasSuffix(":") || !object.contains(":")
        let folder = GitInput.prefix + object + (isWhole ? "" : "/")
        for entry in entries { addWalkedObject(entry.object, path: entry.path, in: folder) }
      }
    } catch {
      failures.append(
        IOFailure(
          .read, GitInput.prefix + object, .refused(error.message), advice: error.advice))
    }
  }

  /// Takes a file below a folder by the rules for folders.
  private mutating func addWalkedObject(_ object: String, path: String, in folder: String) {
    let components = FilePath(path).components
    guard let last = components.last, isWanted(last) else { return }
    if !policy.isRecursive, components.count > 1 { return }
    let name = folder + path
    let isHidden = components.contains { $0.string.utf8.first == UInt8(ascii: ".") }
    let isMade = components.dropLast().contains { $0.string == "node_modules" }
    if isHidden || isMade || isExcluded(path) {
      skipped.append((name, isHidden ? "hidden" : isMade ? "made by tools" : "excluded"))
    } else {
      files.append(InputFile(name: name, gitObject: object))
    }
  }
}

// MARK: - Folders

extension InputCollector {
  private static let extensions: Set<String> = ["yaml", "yml", "json", "jsonc"]

  /// Whether the name of a file is one of a file to be read.
  private func isWanted(_ name: FilePath.Component) -> Bool {
    policy.takesAnyExtension || name.extension.map(Self.extensions.contains) ?? false
  }

  /// Why something found below a folder is left out; nil when it is not.
  private func reasonToSkip(
    _ entry: DirectoryListing.Entry, name: String, stat: Stat
  ) -> String? {
    if entry.isHidden { return "hidden" }
    if stat.type == .directory, entry.name == "node_modules" { return "made by tools" }
    if let output = policy.output, output == FileIdentity(stat) { return "the output" }
    return isExcluded(name) ? "excluded" : nil
  }

  private mutating func walk(_ directory: FilePath, name: String) throws(IOFailure) {
    for entry in try DirectoryListing.entries(of: directory, name: name.isEmpty ? "." : name) {
      let path = directory.appending(entry.component)
      let entryName = name.isEmpty ? entry.name : name + "/" + entry.name
      guard let link = try? Stat(path, followTargetSymlink: false) else { continue }
      if link.type == .directory {
        guard policy.isRecursive else { continue }
        if let reason = reasonToSkip(entry, name: entryName, stat: link) {
          skipped.append((entryName + "/", reason))
        } else {
          attempt { (collector) throws(IOFailure) in try collector.walk(path, name: entryName) }
        }
      } else {
        addWalked(path, name: entryName, entry: entry)
      }
    }
  }

  private mutating func addWalked(
    _ path: FilePath, name: String, entry: DirectoryListing.Entry
  ) {
    guard isWanted(entry.component) else { return }
    // A link to a folder is not followed, so there are no loops; a dangling one is told.
    guard let stat = try? Stat(path) else {
      failures.append(
        IOFailure(.read, name, .noSuchFileOrDirectory, advice: "the link leads nowhere"))
      return
    }
    guard stat.type == .regular else { return }
    if let reason = reasonToSkip(entry, name: name, stat: stat) {
      skipped.append((name, reason))
    } else {
      add(path, name: name, stat: stat)
    }
  }

  private mutating func attempt(_ body: (inout Self) throws(IOFailure) -> Void) {
    do { try body(&self) } catch { failures.append(error) }
  }
}

// MARK: - Patterns and missing files

extension InputCollector {
  private mutating func addPattern(_ argument: String, name: String, error: Errno) {
    guard error == .noSuchFileOrDirectory, Glob.isPattern(argument) else {
      failures.append(
        IOFailure(.read, name, error, advice: Self.advice(for: FilePath(argument), error)))
      return
    }
    let prefix = Glob.fixedPrefix(of: argument)
    let rest = argument.dropFirst(prefix.utf8.count).drop { $0 == "/" }
    let isRooted = prefix.isEmpty && argument.utf8.first == UInt8(ascii: "/")
    let directory = FilePath(isRooted ? "/" : prefix.isEmpty ? "." : prefix)
    var search = PatternSearch(pattern: String(rest))
    search.run(in: directory)
    for match in search.matches {
      let path = directory.appending(match)
      let name = InputName.displayName(of: path)
      guard let stat = try? Stat(path) else { continue }
      if isExcluded(name) {
        skipped.append((name, "excluded"))
      } else {
        add(path, name: name, stat: stat)
      }
    }
    if search.matches.isEmpty {
      failures.append(
        IOFailure(
          .read, name, .refused("no file matches the pattern"),
          advice: "'*' stays within one folder, '**' goes into all of them"))
    }
  }

  /// The name in the same folder that was probably meant.
  private static func advice(for path: FilePath, _ error: Errno) -> String? {
    guard error == .noSuchFileOrDirectory, let wanted = path.lastComponent else { return nil }
    let folder = path.removingLastComponent()
    let listed = try? DirectoryListing.entries(of: folder.isEmpty ? "." : folder, name: "")
    guard let listed else {
      return "the folder '\(InputName.displayName(of: folder))' does not exist"
    }
    guard let near = Suggestion.nearest(to: wanted.string, among: listed.map(\.name)) else {
      return nil
    }
    return "did you mean '\(InputName.displayName(of: folder.appending(near)))'?"
  }
}
