internal import EdgeDiagnostics
internal import SystemPackage

/// Finds the files below a folder whose names match a pattern.
///
/// Folders that cannot match are not entered: hidden ones and those of tools only when the pattern
/// names them, and none deeper than the pattern reaches.
struct PatternSearch {
  private let glob: Glob
  private let names: [Substring]
  private let mayGoDeeper: Bool
  /// The matching files in the order of their names' bytes, relative to the folder.
  private(set) var matches: [String] = []

  /// - Parameter pattern: Relative to the folder that is searched.
  init(pattern: String) {
    glob = Glob(pattern)
    names = pattern.split(separator: "/")
    mayGoDeeper = names.contains("**")
  }

  /// Searches a folder; one that cannot be listed has no matches.
  mutating func run(in directory: FilePath) {
    search(directory, name: "", depth: 1)
  }

  private mutating func search(_ directory: FilePath, name: String, depth: Int) {
    guard let entries = try? DirectoryListing.entries(of: directory, name: name) else { return }
    for entry in entries {
      let path = directory.appending(entry.component)
      let entryName = name.isEmpty ? entry.name : name + "/" + entry.name
      guard let link = try? Stat(path, followTargetSymlink: false) else { continue }
      if link.type == .directory {
        if mayEnter(entry, depth: depth) { search(path, name: entryName, depth: depth + 1) }
      } else if glob.matches(entryName), (try? Stat(path))?.type == .regular {
        matches.append(entryName)
      }
    }
  }

  private func mayEnter(_ entry: DirectoryListing.Entry, depth: Int) -> Bool {
    guard mayGoDeeper || depth < names.count else { return false }
    let isSpecial = entry.isHidden || entry.name == "node_modules"
    return !isSpecial || names.contains { $0 == entry.name || $0.hasPrefix(".") && entry.isHidden }
  }
}
