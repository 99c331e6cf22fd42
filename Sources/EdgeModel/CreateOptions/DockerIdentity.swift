/// What makes two entries of createOptions the same entry, whatever else they say.
package enum DockerIdentity {
  /// What stands before a separator: the name of a variable, or of a host.
  package static func word(of text: String, before separator: Character) -> String {
    String(text.prefix { $0 != separator })
  }

  /// A port with its protocol in lower case; without one it is of TCP.
  ///
  /// Source: moby/moby api/types/network/port.go (ParsePort).
  package static func port(_ text: String) -> String {
    let text = text.lowercased()
    return text.contains("/") ? text : text + "/tcp"
  }

  /// A capability without its prefix, in upper case.
  ///
  /// Source: moby/moby daemon/pkg/oci/caps/utils.go (NormalizeLegacyCapabilities).
  package static func capability(_ text: String) -> String {
    let name = text.uppercased()
    return name.hasPrefix("CAP_") ? String(name.dropFirst(4)) : name
  }

  /// The word before `=` or `:`; of labels, the kind of label, too.
  ///
  /// Source: moby/moby daemon/daemon_unix.go (parseSecurityOpt).
  package static func securityKind(_ text: String) -> String {
    let word = String(text.prefix { $0 != "=" && $0 != ":" })
    guard word == "label" else { return word }
    return word + "=" + text.dropFirst(word.count + 1).prefix { $0 != ":" }
  }

  /// The parts of `source:target[:options]`; a path alone is the place of an anonymous volume.
  ///
  /// Source: moby/moby daemon/volume/mounts/linux_parser.go (ParseMountRaw).
  package static func bindParts(_ text: String) -> (source: String?, target: String) {
    let parts = text.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count > 1 else { return (nil, text) }
    return (String(parts[0]), String(parts[1]))
  }

  /// A path without repeated slashes, `.`, `..` and a slash at its end, as Docker compares paths.
  ///
  /// Source: golang/go src/path/path.go (Clean).
  package static func cleanPath(_ path: String) -> String {
    var parts: [Substring] = []
    let isAbsolute = path.utf8.first == UInt8(ascii: "/")
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
}
