internal import SystemPackage

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Reads where symbolic links lead.
enum SymbolicLink {
  /// The path a link holds, relative to the link's folder or absolute; nil for anything else.
  static func destination(of path: FilePath) -> FilePath? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let length = unsafe path.withPlatformString { name in
      // One byte stays free for the zero that ends the text.
      unsafe readlink(name, &buffer, buffer.count - 1)
    }
    guard length > 0 else { return nil }
    return unsafe FilePath(platformString: Array(buffer[...length]))
  }
}
