internal import SystemPackage

/// Writes the one text that a command makes to where `--output` says.
struct ProductWriter {
  var target: OutputTarget
  var console: Console

  /// - Parameter name: The file name inside a folder.
  func write(_ text: String, name: String) throws(IOFailure) -> ExitStatus {
    try write(Array(text.utf8), name: name)
  }

  /// - Parameter name: The file name inside a folder.
  func write(_ bytes: [UInt8], name: String) throws(IOFailure) -> ExitStatus {
    switch target {
    case .standardOutput:
      try console.write(bytes)
    case .file(let path):
      try write(bytes, to: path)
    case .folder(let folder):
      try folder.create()
      try write(bytes, to: folder.path.appending(name))
    }
    return .done
  }

  private func write(_ bytes: [UInt8], to path: FilePath) throws(IOFailure) {
    let name = InputName.displayName(of: path)
    let effect = try FileOutput().write(bytes, to: path)
    console.tell(effect == .written ? "wrote \(name)" : "\(name) is up to date")
  }
}
