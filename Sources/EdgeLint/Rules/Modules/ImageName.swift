internal import EdgeModel
internal import EdgeSyntax

/// An image as the agent and Docker read it, with places in bytes of its text.
///
/// Source: Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Docker/DockerConfig.cs
/// (ValidateAndGetImage), Agent.Core/NestedEdgeParentUrlParser.cs; distribution/reference regexp.go.
struct ImageName: Sendable {
  /// What is wrong with it; the first thing only, because the rest depends on it.
  enum Problem: Sendable {
    /// `$upstream` that is not followed by a port and a path.
    case upstream
    /// A tag and a digest; the range is that of the tag with its colon.
    case tagAndDigest(Range<Int>)
    /// A letter in upper case in the name.
    case uppercase(Range<Int>)
    /// Anything else, in words that follow `image '…'`.
    case malformed(String, Range<Int>, help: String)
  }

  private(set) var problem: Problem?
  /// The tag without its colon; nil where there is none.
  private(set) var tag: Range<Int>?
  private(set) var hasDigest = false
  /// The last component of the name.
  private(set) var name: Range<Int>
  private let text: [UInt8]

  /// Blanks around it do not count.
  init(_ text: [UInt8]) {
    self.text = text
    let start = text.firstIndex { $0 > 0x20 } ?? text.count
    let end = (text.lastIndex { $0 > 0x20 } ?? start - 1) + 1
    let whole = start..<max(start, end)
    name = whole
    guard !whole.isEmpty else { return }
    parse(whole)
  }

  /// Whether it is to be filled in by somebody, so that nothing can be said of it.
  static func isOpaque(_ text: String, in manifest: ManifestSubject) -> Bool {
    if text.utf8.contains(UInt8(ascii: "<")) || text.hasPlaceholder { return true }
    guard manifest.isTemplate else { return false }
    // Templates have variables without braces, and those of other tools.
    return text.replacing("$upstream", with: "").contains("$")
      || text.split(separator: "/").contains { ForeignPlaceholder.begins(String($0)) }
  }

  func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }

  // MARK: - Parsing

  private mutating func parse(_ whole: Range<Int>) {
    if let range = schemeRange(in: whole) {
      problem = .malformed(
        "begins with '\(string(range))', which Docker refuses", range, help: "remove it")
      return
    }
    var rest = whole
    if text[whole.lowerBound] == UInt8(ascii: "$") {
      guard let path = pathAfterParent(whole) else { return }
      rest = path
    } else if let slash = text[whole].firstIndex(of: UInt8(ascii: "/")),
      isDomain(whole.lowerBound..<slash)
    {
      let domain = whole.lowerBound..<slash
      guard isWellFormedDomain(domain) else {
        problem = .malformed(
          "has a registry that is no host name", domain, help: "write HOST or HOST:PORT")
        return
      }
      rest = (slash + 1)..<whole.upperBound
    }
    parsePath(rest)
  }

  /// What follows `$upstream:PORT/`; nil, with a problem, where that is not how it begins.
  private mutating func pathAfterParent(_ whole: Range<Int>) -> Range<Int>? {
    let parent = "$upstream"
    guard text[whole].starts(with: parent.utf8) else {
      problem = .malformed(
        "begins with '$' and is not '$upstream:PORT/…'", whole,
        help: "fill in the variable; the agent rejects the deployment")
      return nil
    }
    let rest = text[whole].dropFirst(parent.utf8.count)
    let port = rest.dropFirst().prefix { 0x30...0x39 ~= $0 }
    guard rest.first == UInt8(ascii: ":"), let digit = port.first, digit != 0x30,
      port.endIndex < whole.upperBound, text[port.endIndex] == UInt8(ascii: "/")
    else {
      problem = .upstream
      return nil
    }
    return (port.endIndex + 1)..<whole.upperBound
  }

  /// The components after the registry, the tag and the digest.
  private mutating func parsePath(_ path: Range<Int>) {
    var start = path.lowerBound
    while let slash = text[start..<path.upperBound].firstIndex(of: UInt8(ascii: "/")) {
      guard checkComponent(start..<slash) else { return }
      start = slash + 1
    }
    let last = start..<path.upperBound
    let at = text[last].firstIndex(of: UInt8(ascii: "@"))
    let named = last.lowerBound..<(at ?? last.upperBound)
    let colon = text[named].firstIndex(of: UInt8(ascii: ":"))
    name = named.lowerBound..<(colon ?? named.upperBound)
    if let colon { tag = (colon + 1)..<named.upperBound }
    if let at {
      hasDigest = true
      if let colon {
        problem = .tagAndDigest(colon..<at)
        return
      }
      guard checkDigest((at + 1)..<last.upperBound) else { return }
    }
    guard checkComponent(name), let tag else { return }
    checkTag(tag)
  }

  private mutating func checkTag(_ tag: Range<Int>) {
    if text[tag].contains(UInt8(ascii: ":")) {
      problem = .malformed("has two tags", tag, help: "write NAME:TAG")
    } else if tag.isEmpty {
      problem = .malformed(
        "ends with ':' and has no tag", (tag.lowerBound - 1)..<tag.upperBound,
        help: "write a tag after the colon")
    } else if tag.count > 128 || !isTag(text[tag]) {
      problem = .malformed(
        "has a tag that Docker refuses", tag,
        help: "use at most 128 letters, digits, '_', '.' and '-', and neither '.' nor '-' first")
    }
  }

  private func isTag(_ tag: ArraySlice<UInt8>) -> Bool {
    tag.first.map(Self.isWord) ?? false
      && tag.allSatisfy { Self.isWord($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
  }

  /// Whether a digest is an algorithm, a colon and at least 32 hexadecimal digits.
  private mutating func checkDigest(_ digest: Range<Int>) -> Bool {
    let parts = text[digest].split(
      separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    let isDigest =
      parts.count == 2 && parts[1].count >= 32
      && parts[1].allSatisfy { 0x30...0x39 ~= $0 || 0x61...0x66 ~= $0 | 0x20 }
      && !parts[0].isEmpty
      && parts[0].allSatisfy { Self.isAlphanumeric($0) || "+._-".utf8.contains($0) }
    if !isDigest {
      problem = .malformed(
        "has a digest that is none", digest, help: "write sha256: and 64 hexadecimal digits")
    }
    return isDigest
  }

  // MARK: - Names

  /// Lower-case letters and digits, with `.`, `_`, `__` or dashes between them.
  private mutating func checkComponent(_ component: Range<Int>) -> Bool {
    if component.isEmpty {
      problem = .malformed(
        "has an empty part", max(0, component.lowerBound - 1)..<component.upperBound,
        help: "write names with single slashes between them")
      return false
    }
    if isComponent(text[component]) { return true }
    // In lower case it would be one.
    let lowered = text[component].map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
    problem =
      isComponent(lowered[...])
      ? .uppercase(component)
      : .malformed(
        "has a part that Docker refuses: '\(string(component))'", component,
        help: "use small letters and digits, with '.', '_' or '-' between them")
    return false
  }

  private func isComponent(_ component: ArraySlice<UInt8>) -> Bool {
    // Where the signs between two names begin.
    var separator: Int?
    var isAfterLetter = false
    for index in component.indices {
      switch component[index] {
      case 0x30...0x39, 0x61...0x7A:
        if let start = separator {
          guard isAfterLetter, Self.isSeparator(component[start..<index]) else { return false }
        }
        separator = nil
        isAfterLetter = true
      case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"): separator = separator ?? index
      default: return false
      }
    }
    return isAfterLetter && separator == nil
  }

  private static func isSeparator(_ text: ArraySlice<UInt8>) -> Bool {
    text.count == 1 || text.elementsEqual("__".utf8) || text.allSatisfy { $0 == UInt8(ascii: "-") }
  }

  /// Whether a first component is a registry and no part of the name.
  private func isDomain(_ component: Range<Int>) -> Bool {
    text[component].contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") }
      || text[component].elementsEqual("localhost".utf8)
  }

  private func isWellFormedDomain(_ domain: Range<Int>) -> Bool {
    // An IPv6 address stands in brackets, and whether it is one is for others to say.
    if text[domain].first == UInt8(ascii: "[") { return true }
    let parts = text[domain].split(
      separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    let labels = parts[0].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let isHost = labels.allSatisfy { label in
      label.allSatisfy { Self.isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
        && label.first.map(Self.isAlphanumeric) ?? false
        && label.last.map(Self.isAlphanumeric) ?? false
    }
    return isHost && parts.count <= 2
      && parts.dropFirst().allSatisfy { !$0.isEmpty && $0.allSatisfy { 0x30...0x39 ~= $0 } }
  }

  private func schemeRange(in whole: Range<Int>) -> Range<Int>? {
    for scheme in ["https://", "http://", "docker://"]
    where text[whole].starts(with: scheme.utf8) {
      return whole.lowerBound..<(whole.lowerBound + scheme.utf8.count)
    }
    return nil
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    0x30...0x39 ~= byte || 0x41...0x5A ~= byte || 0x61...0x7A ~= byte
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || byte == UInt8(ascii: "_")
  }
}

extension String {
  /// Whether it has a placeholder, `${…}`.
  fileprivate var hasPlaceholder: Bool {
    var previous: UInt8 = 0
    for byte in utf8 {
      if byte == UInt8(ascii: "{"), previous == UInt8(ascii: "$") { return true }
      previous = byte
    }
    return false
  }
}

extension Module {
  /// The image as it is written; nil for none, and for one to be filled in.
  func imageName(in manifest: ManifestSubject) -> (node: SyntaxNode, name: ImageName)? {
    guard let image, let node = image.node, !ImageName.isOpaque(image.value, in: manifest) else {
      return nil
    }
    return (node, ImageName(Array(node.utf8)))
  }
}
