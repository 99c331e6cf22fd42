internal import SystemPackage

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// How a path is called in messages and reports.
enum InputName {
  /// What standard input is called unless `--stdin-filename` says otherwise.
  static let standardInput = "<stdin>"

  /// A path relative to the working directory where it lies below it, without `.` components.
  ///
  /// `..` stays, because what it means depends on symbolic links. The working directory itself is
  /// the empty name.
  static func displayName(of path: FilePath) -> String {
    var path = path
    if path.isAbsolute, let current = workingDirectory(), path.starts(with: current) {
      _ = path.removePrefix(current)
    }
    let text = path.string
    let names = text.utf8.split(separator: UInt8(ascii: "/"))
    let dot = CollectionOfOne(UInt8(ascii: "."))
    guard names.contains(where: { $0.elementsEqual(dot) }) else { return text }
    let kept = names.filter { !$0.elementsEqual(dot) }.map { String(decoding: $0, as: UTF8.self) }
    return (path.isAbsolute ? "/" : "") + kept.joined(separator: "/")
  }

  static func workingDirectory() -> FilePath? {
    guard let text = unsafe getcwd(nil, 0) else { return nil }
    defer { unsafe free(text) }
    return unsafe FilePath(platformString: text)
  }
}
