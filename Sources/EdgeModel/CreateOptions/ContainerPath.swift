/// A path in a container, as Docker compares it.
package enum ContainerPath {
  /// Whether a path can be mounted at: absolute, and not the root.
  package static func canBeTarget(_ path: String) -> Bool {
    path.hasPrefix("/") && normalized(path) != "/"
  }

  /// A path without what says nothing: repeated slashes, `.`, `..` and a slash at its end.
  ///
  /// Source: golang/go src/path/path.go (Clean).
  package static func normalized(_ path: String) -> String {
    guard !isNormal(path) else { return path }
    let isAbsolute = path.utf8.first == UInt8(ascii: "/")
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else if part != ".." || !isAbsolute {
        parts.append(part)
      }
    }
    let text = parts.joined(separator: "/")
    return isAbsolute ? "/" + text : text.isEmpty ? "." : text
  }

  /// Whether names without special meaning follow single slashes, as in nearly every path.
  private static func isNormal(_ path: String) -> Bool {
    var name: (length: Int, dots: Int)?
    for byte in path.utf8 {
      if byte == UInt8(ascii: "/") {
        if let name, name.length == name.dots, name.length <= 2 { return false }
        name = (0, 0)
      } else {
        guard let (length, dots) = name else { return false }
        name = (length + 1, byte == UInt8(ascii: ".") ? dots + 1 : dots)
      }
    }
    guard let name else { return false }
    return name.length > 2 || name.length > name.dots
  }

  /// Whether a path is another one or lies below it.
  package static func path(_ path: String, isIn folder: String) -> Bool {
    let path = normalized(path)
    return path == folder || path.hasPrefix(folder + "/")
  }
}
