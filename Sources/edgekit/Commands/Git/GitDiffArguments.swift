internal import SystemPackage

/// What git tells a program for differences about one path.
///
/// Source: git Documentation/git.adoc (GIT_EXTERNAL_DIFF), diff.c (run_external_diff).
struct GitDiffArguments: Equatable {
  /// One version of the file.
  struct Side: Equatable {
    /// Where its content is; `/dev/null` where there is no such version.
    var path: String
    /// `100644`, `100755`, `120000` for a link, `160000` for another repository; nil where there is no
    /// such version.
    var mode: String?

    var isMissing: Bool { mode == nil }

    /// Whether the content is that of a file.
    var isFile: Bool { mode?.hasPrefix("100") ?? true }
  }

  /// The versions of a path; nil for one that is not merged.
  struct Versions: Equatable {
    var old: Side
    var new: Side
    /// What the new version is called, where that is another name.
    var newName: String?
  }

  let path: String
  let versions: Versions?

  /// - Parameter words: One for a path that is not merged, seven for one that changed, and two more for one
  ///   that was renamed or copied.
  init(_ words: [String]) throws(UsageError) {
    guard words.count == 1 || words.count == 7 || words.count == 9 else {
      throw UsageError(
        "git diff takes 1, 7 or 9 arguments from git, not \(words.count)",
        advice: "run 'edgekit git setup --command'; to compare two files write edgekit diff OLD NEW"
      )
    }
    path = words[0]
    guard words.count > 1 else {
      versions = nil
      return
    }
    versions = Versions(
      old: Self.side(words[1], mode: words[3]), new: Self.side(words[4], mode: words[6]),
      newName: words.count == 9 && words[7] != words[0] ? words[7] : nil)
  }

  private static func side(_ path: String, mode: String) -> Side {
    Side(path: path, mode: mode == "." ? nil : mode)
  }
}
