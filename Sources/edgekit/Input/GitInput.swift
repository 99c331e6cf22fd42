internal import SystemPackage

/// Inputs that git keeps: `git:REV:PATH`, a file or a folder of a revision.
///
/// What follows `git:` is a name of an object as git itself takes it, so `git::PATH` is what is staged, and
/// a path that begins with `./` starts from the working directory.
enum GitInput {
  static let prefix = "git:"

  /// What an argument names.
  enum Object {
    case file
    /// The paths of the files below a folder, relative to it, and the names of their contents.
    case folder([(path: String, object: String)])
  }

  /// - Parameter name: What stands after `git:`.
  static func object(_ name: String) throws(UsageError) -> Object {
    guard !name.isEmpty, name.utf8.first != UInt8(ascii: "-") else {
      throw UsageError(
        "'\(prefix)\(name)' names nothing", advice: "write git:REV:PATH, for example git:HEAD:edge/"
      )
    }
    let kind = String(decoding: try Git.output(of: ["cat-file", "-t", name]), as: UTF8.self)
    guard kind == "tree\n" else { return .file }
    let listing = try Git.output(of: ["ls-tree", "-r", "-z", name])
    return .folder(Git.names(in: listing).compactMap(entry))
  }

  /// The content of a file.
  static func read(_ object: String) throws(IOFailure) -> [UInt8] {
    do {
      return try Git.output(of: ["cat-file", "blob", object])
    } catch {
      throw IOFailure(.read, prefix + object, .refused(error.message))
    }
  }

  /// An entry of a listing: mode, kind and object, a tab, and the path. Links and other repositories are no
  /// files.
  private static func entry(_ line: String) -> (path: String, object: String)? {
    let parts = line.split(separator: "\t", maxSplits: 1)
    let words = parts.first?.split(separator: " ") ?? []
    guard parts.count == 2, words.count == 3, words[0].hasPrefix("100") else { return nil }
    return (String(parts[1]), String(words[2]))
  }
}
