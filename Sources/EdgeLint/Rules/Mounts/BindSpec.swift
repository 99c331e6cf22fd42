internal import EdgeSyntax

/// An entry of `Binds`: `source:target:options`, as Docker on Linux takes it apart.
///
/// Source: moby/moby daemon/volume/mounts/linux_parser.go (ParseMountRaw, linuxValidMountMode).
struct BindSpec {
  /// A part of the text, and where it is in it, in UTF-8 bytes from 0.
  struct Part {
    var text: String
    var range: Range<Int>
  }

  var node: SyntaxNode
  /// The parts between colons, empty ones included.
  var parts: [Part]

  /// - Returns: Nil for an entry that is no text, or that is to be filled in.
  init?(_ node: SyntaxNode) {
    guard node.isString, !node.isOpen else { return nil }
    self.node = node
    parts = Self.parts(of: node.utf8, separator: UInt8(ascii: ":"), offset: 0)
  }

  /// The entries of `Binds` that can be judged.
  static func all(in binds: SyntaxNode) -> [BindSpec] { binds.elements.compactMap(BindSpec.init) }

  private static func parts(
    of text: ArraySlice<UInt8>, separator: UInt8, offset: Int
  ) -> [Part] {
    var position = offset
    return text.split(separator: separator, omittingEmptySubsequences: false).map { part in
      defer { position += part.count + 1 }
      return Part(
        text: String(decoding: part, as: UTF8.self), range: position..<position + part.count)
    }
  }

  /// Whether it begins with a drive, and is no bind on Linux at all.
  var isWindowsPath: Bool {
    let text = node.utf8
    guard text.count > 3, let first = text.first, (0x61...0x7A).contains(first | 0x20) else {
      return false
    }
    let rest = text.dropFirst(3)
    let separator = text[text.startIndex + 2]
    return text[text.startIndex + 1] == UInt8(ascii: ":")
      && (separator == UInt8(ascii: "\\") || separator == UInt8(ascii: "/"))
      && rest.contains(UInt8(ascii: ":"))
  }

  /// Why the parts make no bind; nil when they do, or when it is a path of Windows.
  var formatProblem: String? {
    guard !isWindowsPath else { return nil }
    if node.utf8.isEmpty { return "is empty" }
    if parts.count > 3 { return "has more than three parts" }
    if parts.contains(where: \.text.isEmpty) { return "has an empty part" }
    if parts.count == 2, Self.isMode(parts[1].text) { return "has options and no target" }
    return nil
  }

  /// Whether the parts make a bind, so that each can be judged.
  var isWhole: Bool { !isWindowsPath && formatProblem == nil }

  /// The host path or volume; nil where there is only a target.
  var source: Part? { isWhole && parts.count > 1 ? parts[0] : nil }
  var target: Part? { isWhole ? (parts.count > 1 ? parts[1] : parts[0]) : nil }

  /// The options behind the second colon.
  var options: [Part] {
    guard isWhole, parts.count == 3 else { return [] }
    let part = parts[2]
    return Self.parts(
      of: node.utf8.dropFirst(part.range.lowerBound), separator: UInt8(ascii: ","),
      offset: part.range.lowerBound)
  }

  /// What a source names.
  enum SourceKind {
    case hostPath, relativePath, volume, invalidVolume
  }

  var sourceKind: SourceKind? {
    guard let text = source?.text else { return nil }
    if text.hasPrefix("/") { return .hostPath }
    if text.contains("/") || text.hasPrefix("~") || text == "." || text == ".." {
      return .relativePath
    }
    return Self.isVolumeName(text) ? .volume : .invalidVolume
  }

  /// Source: moby/moby daemon/names/names.go.
  static func isVolumeName(_ text: String) -> Bool {
    guard text.utf8.count > 1, let first = text.utf8.first, isLetterOrDigit(first) else {
      return false
    }
    return text.utf8.allSatisfy { isLetterOrDigit($0) || "_.-".utf8.contains($0) }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }

  // MARK: - Options

  /// Options that exclude each other.
  enum OptionGroup: CaseIterable {
    case access, label, propagation, copy, consistency

    var words: [String] {
      switch self {
      case .access: ["ro", "rw"]
      case .label: ["z", "Z"]
      case .propagation: ["shared", "rshared", "slave", "rslave", "private", "rprivate"]
      case .copy: ["nocopy"]
      case .consistency: ["consistent", "cached", "delegated"]
      }
    }
  }

  static func group(of option: String) -> OptionGroup? {
    OptionGroup.allCases.first { $0.words.contains(option) }
  }

  static let optionWords = OptionGroup.allCases.flatMap(\.words)

  private static func isMode(_ text: String) -> Bool {
    text.split(separator: ",", omittingEmptySubsequences: false)
      .allSatisfy { group(of: String($0)) != nil }
  }
}

/// A path in a container, as Docker compares it.
enum ContainerPath {
  /// Whether a path can be mounted at: absolute, and not the root.
  static func canBeTarget(_ path: String) -> Bool {
    path.hasPrefix("/") && normalized(path) != "/"
  }

  /// A path without what says nothing, dots and repeated slashes.
  ///
  /// Source: golang/go src/path/filepath/path.go (Clean).
  static func normalized(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }

  /// Whether a path is another one or lies below it.
  static func path(_ path: String, isIn folder: String) -> Bool {
    let path = normalized(path)
    return path == folder || path.hasPrefix(folder + "/")
  }
}

/// An entry of `Mounts`.
struct MountEntry {
  var node: SyntaxNode

  init?(_ node: SyntaxNode) {
    guard node.isMapping else { return nil }
    self.node = node
  }

  static func all(in mounts: SyntaxNode) -> [MountEntry] {
    mounts.elements.compactMap(MountEntry.init)
  }

  /// A member that has a value, by its name in lower case.
  func member(_ name: String) -> SyntaxNode.Member? {
    node.member(inAnyCase: name).flatMap { $0.value.isNull ? nil : $0 }
  }

  /// A text that is there and is not to be filled in.
  func text(_ name: String) -> String? {
    guard let value = member(name)?.value, value.isString, !value.isOpen, !value.utf8.isEmpty else {
      return nil
    }
    return value.text
  }

  /// In the spelling that Docker knows.
  var type: String? { text("type") }
}

/// Every place at which a module has something mounted.
struct MountTarget {
  var path: String
  /// Where the path is written: a part of a text, or all of it.
  var node: SyntaxNode
  var part: Range<Int>?
  /// Whether it is a volume of `Volumes`, which gives way to other mounts.
  var isVolume = false

  static func all(in subject: CreateOptionsSubject) -> [MountTarget] {
    var targets: [MountTarget] = []
    for bind in subject["HostConfig.Binds"].map(BindSpec.all) ?? [] {
      guard let target = bind.target else { continue }
      targets.append(MountTarget(path: target.text, node: bind.node, part: target.range))
    }
    for mount in subject["HostConfig.Mounts"].map(MountEntry.all) ?? [] {
      guard let path = mount.text("target"), let node = mount.member("target")?.value else {
        continue
      }
      targets.append(MountTarget(path: path, node: node))
    }
    for (place, isVolume) in [("HostConfig.Tmpfs", false), ("Volumes", true)] {
      for member in subject[place]?.members.map({ $0 }) ?? [] where !member.key.isOpen {
        targets.append(
          MountTarget(path: member.key.text, node: member.key, isVolume: isVolume))
      }
    }
    return targets
  }
}

/// A path of the host, or the name of a volume, that a module mounts.
struct MountSource {
  var path: String
  var node: SyntaxNode
  var part: Range<Int>?

  /// The paths of the host that `Binds` and `Mounts` name.
  static func hostPaths(in member: SyntaxNode.Member) -> [MountSource] {
    guard member.key.utf8.hasText(inAnyCase: "mounts") else {
      return BindSpec.all(in: member.value).compactMap { bind in
        guard let source = bind.source, bind.sourceKind == .hostPath else { return nil }
        return MountSource(path: source.text, node: bind.node, part: source.range)
      }
    }
    return MountEntry.all(in: member.value).compactMap { mount in
      guard mount.type == "bind", let path = mount.text("source"),
        let node = mount.member("source")?.value
      else { return nil }
      return MountSource(path: path, node: node)
    }
  }
}

extension RuleContext {
  /// Reports a finding about a text, or a part of it.
  func report(_ message: String, at part: Range<Int>?, in node: SyntaxNode, help: String) {
    guard let part else { return report(message, at: node, help: help) }
    report(message, at: part, of: node, help: help)
  }
}
