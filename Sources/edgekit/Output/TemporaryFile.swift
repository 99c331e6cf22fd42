internal import SystemPackage

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A file that exists only until it takes another one's place.
struct TemporaryFile {
  private let path: FilePath

  /// - Parameter target: The file whose place it will take; the temporary one lies in the same folder,
  ///   because a file can only be renamed within its file system.
  init(beside target: FilePath) {
    let name = target.lastComponent?.string ?? ""
    path = target.removingLastComponent().appending(".\(name).edgekit-\(getpid())")
  }

  /// Writes the bytes and puts the file in the target's place; removes it when that fails.
  ///
  /// - Parameters:
  ///   - syncs: Whether the bytes are on the disk before.
  ///   - permissions: Those of the file that is replaced; nil for what the user's mask allows.
  func replace(
    _ target: FilePath, with bytes: [UInt8], permissions: FilePermissions?, syncs: Bool
  ) throws(Errno) {
    let created = try open()
    do {
      try created.closeAfter {
        if let permissions, fchmod(created.rawValue, mode_t(permissions.rawValue)) != 0 {
          throw Errno(rawValue: errno)
        }
        _ = try created.writeAll(bytes)
        if syncs, fsync(created.rawValue) != 0 { throw Errno(rawValue: errno) }
      }
      try rename(to: target)
    } catch {
      _ = unsafe path.withPlatformString { unsafe unlink($0) }
      throw error as? Errno ?? .ioError
    }
  }

  private func open() throws(Errno) -> FileDescriptor {
    do {
      return try FileDescriptor.open(
        path, .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
        permissions: [.ownerReadWrite, .groupReadWrite, .otherReadWrite])
    } catch {
      throw error as? Errno ?? .ioError
    }
  }

  private func rename(to target: FilePath) throws(Errno) {
    let status = unsafe path.withPlatformString { from in
      unsafe target.withPlatformString { to in unsafe Self.rename(from, to) }
    }
    guard status == 0 else { throw Errno(rawValue: errno) }
  }

  private static func rename(_ from: UnsafePointer<CChar>, _ to: UnsafePointer<CChar>) -> CInt {
    #if canImport(Glibc)
      unsafe Glibc.rename(from, to)
    #elseif canImport(Musl)
      unsafe Musl.rename(from, to)
    #else
      unsafe Darwin.rename(from, to)
    #endif
  }
}
