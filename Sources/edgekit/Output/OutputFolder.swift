internal import SystemPackage

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A folder that takes one file per object, under names that depend only on the objects' names.
struct OutputFolder {
  let path: FilePath
  let name: String

  init(_ path: FilePath) {
    self.path = path
    name = InputName.displayName(of: path)
  }

  /// Whether a value of `--output` means a folder: it ends in a slash, or it is one.
  static func isMeant(by output: String) -> Bool {
    output.utf8.last == UInt8(ascii: "/") || (try? Stat(FilePath(output)))?.type == .directory
  }

  /// Whether something is there under the folder's name.
  var exists: Bool { (try? Stat(path)) != nil }

  /// The name of a file in the folder, as messages show it.
  func display(_ file: String) -> String {
    name.isEmpty ? (file.isEmpty ? "." : file) : "\(name)/\(file)"
  }

  /// Makes the folder and those above it, where they are missing.
  func create() throws(IOFailure) {
    try create(path)
  }

  private func create(_ path: FilePath) throws(IOFailure) {
    guard !path.isEmpty, (try? Stat(path))?.type != .directory else { return }
    try create(path.removingLastComponent())
    guard unsafe path.withPlatformString({ unsafe mkdir($0, 0o777) }) == 0 else {
      throw IOFailure(.create, InputName.displayName(of: path), Errno(rawValue: errno))
    }
  }

  /// A file name for each object, in order: its name, made safe, and a number where it repeats.
  static func fileNames(for names: [String], suffix: String) -> [String] {
    var used: Set<String> = []
    return names.map { name in
      let stem = safeName(name)
      var candidate = stem + suffix
      var number = 2
      while !used.insert(candidate).inserted {
        candidate = "\(stem)-\(number)\(suffix)"
        number += 1
      }
      return candidate
    }
  }

  /// The files in the folder with a suffix that are not among some names: left from earlier runs.
  func leftovers(besides written: [String], suffix: String) -> [String] {
    guard let entries = try? DirectoryListing.entries(of: path, name: name) else { return [] }
    let written = Set(written)
    return entries.map(\.name).filter { $0.hasSuffix(suffix) && !written.contains($0) }
  }

  /// A name that cannot lead out of the folder or hide the file.
  private static func safeName(_ name: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      let isSafe = scalar.value > 0x20 && scalar.value != 0x7F && scalar != "/" && scalar != "\\"
      scalars.append(isSafe ? scalar : "-")
    }
    let safe = String(scalars)
    if safe.isEmpty { return "unnamed" }
    return safe.hasPrefix(".") ? "-" + safe.dropFirst() : safe
  }
}
