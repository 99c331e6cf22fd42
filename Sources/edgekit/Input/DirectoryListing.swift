internal import SystemPackage

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// What is in a directory, in the order of the names' bytes.
enum DirectoryListing {
  /// One name in a directory.
  struct Entry {
    var component: FilePath.Component
    /// The name for messages and patterns; bytes that are not UTF-8 are replaced.
    var name: String

    var isHidden: Bool { name.utf8.first == UInt8(ascii: ".") }
  }

  /// The entries of a directory, `.` and `..` left out.
  static func entries(of directory: FilePath, name: String) throws(IOFailure) -> [Entry] {
    guard let stream = unsafe directory.withPlatformString({ unsafe opendir($0) }) else {
      throw IOFailure(.list, name, Errno(rawValue: errno))
    }
    defer { unsafe closedir(stream) }
    var entries: [Entry] = []
    while let entry = unsafe readdir(stream) {
      let component = unsafe withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        // The tuple is a C array that ends with a zero byte.
        unsafe tuple.withMemoryRebound(to: CChar.self, capacity: 1) {
          unsafe FilePath.Component(platformString: $0)
        }
      }
      guard let component, component.kind == .regular else { continue }
      entries.append(Entry(component: component, name: component.string))
    }
    entries.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    return entries
  }
}
