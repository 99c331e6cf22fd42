/// What a reference to an image looks like.
enum ContainerImageForm {
  static func problem(in text: [UInt8]) -> (message: String, help: String)? {
    var name = text[...]
    if let scheme = schemeLength(of: name) {
      let rest = String(decoding: name.dropFirst(scheme), as: UTF8.self)
      return ("begins with a scheme", "write '\(rest)'")
    }
    if let at = name.firstIndex(of: UInt8(ascii: "@")) {
      guard isDigest(name[(at + 1)...]) else {
        return ("has a digest that is none", "write '@sha256:' and 64 hexadecimal digits")
      }
      name = name[..<at]
    }
    let lastSlash = name.lastIndex(of: UInt8(ascii: "/")) ?? name.startIndex
    if let colon = name[lastSlash...].firstIndex(of: UInt8(ascii: ":")) {
      guard isTag(name[(colon + 1)...]) else {
        return ("has a tag that is none", "use letters, digits, '_', '.' and '-' behind the ':'")
      }
      name = name[..<colon]
    }
    return problem(inName: name)
  }

  private static func problem(inName name: ArraySlice<UInt8>) -> (message: String, help: String)? {
    var components = name.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    if components.count > 1, let host = components.first, isHost(host) { components.removeFirst() }
    for component in components {
      if component.contains(where: { 0x41...0x5A ~= $0 }) {
        return ("has upper-case letters", "write the name in lower case")
      }
      guard isComponent(component) else {
        return ("is no reference to one", "write REGISTRY/NAME:TAG")
      }
    }
    return name.count > 255 ? ("has a name that is too long", "use at most 255 characters") : nil
  }

  private static func schemeLength(of text: ArraySlice<UInt8>) -> Int? {
    ["https://", "http://", "docker://", "oci://"].first { text.starts(with: $0.utf8) }?.utf8.count
  }

  /// The first of several components names a registry when it looks like a host.
  private static func isHost(_ component: ArraySlice<UInt8>) -> Bool {
    guard !component.isEmpty else { return false }
    let isMarked =
      component.contains(UInt8(ascii: ".")) || component.contains(UInt8(ascii: ":"))
      || component.elementsEqual("localhost".utf8)
      || component.contains { 0x41...0x5A ~= $0 }
    return isMarked
      && component.allSatisfy { isAlphanumeric($0) || ".:-[]".utf8.contains($0) }
  }

  /// Words of lower-case letters and digits with `.`, `_`, `__` or dashes between them.
  private static func isComponent(_ component: ArraySlice<UInt8>) -> Bool {
    guard let first = component.first, let last = component.last, isAlphanumeric(first),
      isAlphanumeric(last)
    else { return false }
    var separator: [UInt8] = []
    for byte in component {
      if isAlphanumeric(byte) {
        let isSeparator =
          separator.count <= 1 || separator.allSatisfy { $0 == UInt8(ascii: "-") }
          || separator.elementsEqual("__".utf8)
        guard isSeparator else { return false }
        separator = []
      } else if "._-".utf8.contains(byte) {
        separator.append(byte)
      } else {
        return false
      }
    }
    return true
  }

  private static func isTag(_ tag: ArraySlice<UInt8>) -> Bool {
    guard let first = tag.first, tag.count <= 128 else { return false }
    return (isAlphanumeric(first) || first == UInt8(ascii: "_"))
      && tag.allSatisfy { isAlphanumeric($0) || "_.-".utf8.contains($0) }
  }

  private static func isDigest(_ digest: ArraySlice<UInt8>) -> Bool {
    let parts = digest.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else { return false }
    return parts[1].count >= 32
      && parts[1].allSatisfy { 0x30...0x39 ~= $0 || 0x61...0x66 ~= $0 | 0x20 }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    0x30...0x39 ~= byte || 0x61...0x7A ~= byte | 0x20
  }
}
