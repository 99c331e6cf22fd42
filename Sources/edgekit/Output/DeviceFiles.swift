internal import EdgeModel
internal import SystemPackage

/// Writes the files that modules read from a folder of the device, so that they can be copied there: each
/// file whole or not at all, with its permissions, and never outside of the folder.
struct DeviceFiles {
  var folder: OutputFolder
  var console: Console
  /// Files that must not be replaced, because they are being read.
  var inputs: Set<FileIdentity> = []

  /// Writes all files of some volumes, and tells how many.
  func write(_ volumes: [ConfigVolume], isDryRun: Bool) throws {
    guard !volumes.isEmpty else { return }
    let count = volumes.reduce(0) { $0 + $1.files.count }
    let files = "\(Words.count(count, "file")) of \(Words.count(volumes.count, "volume"))"
    guard !isDryRun else {
      console.tell("would write \(files) to \(folder.display("")), to be copied to devices")
      return
    }
    try folder.create()
    var changes = 0
    for volume in volumes { changes += try write(volume) }
    let what = changes > 0 || count == 0 ? "wrote \(files) to" : "did not change \(files) in"
    console.tell("\(what) \(folder.display("")), to be copied to devices")
  }

  /// - Returns: How many files are not as they were.
  private func write(_ volume: ConfigVolume) throws -> Int {
    var changes = 0
    try makeFolder(volume.path)
    for file in volume.files {
      let name = "\(volume.path)/\(file.path)"
      if let end = file.path.lastIndex(of: "/") {
        try makeFolder("\(volume.path)/\(file.path[..<end])")
      }
      let path = folder.path.appending(name)
      try refuseLink(path, name)
      let output = FileOutput(
        inputs: inputs, permissions: FilePermissions(rawValue: CModeT(file.mode)))
      let effect = try output.write(file.bytes, to: path)
      if effect == .written { changes += 1 }
      console.explain(
        "\(effect == .written ? "wrote" : "did not change") \(folder.display(name))")
    }
    tellLeftovers(in: volume)
    return changes
  }

  /// Makes a folder inside of the folder, and those on the way.
  private func makeFolder(_ name: String) throws {
    var path = folder.path
    var names = ""
    for part in name.split(separator: "/") {
      path.append(String(part))
      names += names.isEmpty ? String(part) : "/\(part)"
      try refuseLink(path, names)
      try OutputFolder(path).create()
    }
  }

  /// A link could lead out of the folder.
  private func refuseLink(_ path: FilePath, _ name: String) throws(IOFailure) {
    guard SymbolicLink.destination(of: path) != nil else { return }
    throw IOFailure(
      .write, folder.display(name), .refused("it is a symbolic link"),
      advice: "remove the link; files for devices are written inside of the folder only")
  }

  /// Tells which files of an earlier run are in the way of nobody, and left alone.
  private func tellLeftovers(in volume: ConfigVolume) {
    let parts = volume.files.map { $0.path.split(separator: "/").map(String.init) }
    let written = Set(parts.compactMap(\.first))
    let path = folder.path.appending(volume.path)
    let name = folder.display(volume.path)
    for entry in (try? DirectoryListing.entries(of: path, name: name)) ?? []
    where !written.contains(entry.name) {
      console.note("\(name)/\(entry.name) is not part of the volume and was left alone")
    }
  }
}
