/// A volume whose files have to be copied to devices, because createOptions carry no files.
package struct ConfigVolume: Sendable, Equatable {
  /// One file.
  package struct File: Sendable, Equatable {
    /// Where it is in the volume: a relative path without `..`.
    package var path: String
    package var bytes: [UInt8]
    /// The permissions, 0 to 0o777.
    package var mode: UInt16

    package init(path: String, bytes: [UInt8], mode: UInt16) {
      self.path = path
      self.bytes = bytes
      self.mode = mode
    }
  }

  /// Where it is in the folder that is copied, for example `default/app/conf`; the same for all modules
  /// that mount it.
  package var path: String
  /// Sorted by path; none where an optional object is not in the input.
  package var files: [File]

  package init(path: String, files: [File]) {
    self.path = path
    self.files = files
  }
}
