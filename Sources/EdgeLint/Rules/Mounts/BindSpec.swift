internal import EdgeSyntax

/// An entry of `Binds`: `source:target:options`, as Docker on Linux takes it apart.
///
/// Source: moby/moby daemon/volume/mounts/linux_parser.go (ParseMountRaw, linuxValidMountMode).
struct BindSpec: Sendable {
  /// A part of the text, and where it is in it, in UTF-8 bytes from 0.
  struct Part: Sendable {
    var text: String
    var range: Range<Int>
  }

  /// What a source names.
  enum SourceKind {
    case hostPath, relativePath, volume, invalidVolume
  }

  let node: SyntaxNode
  /// Whether it begins with a drive, and is no bind on Linux at all.
  let isWindowsPath: Bool
  /// Why it is no bind; nil when it is one, or a path of Windows.
  let formatProblem: String?
  /// The host path or volume; nil where there is only a target, or no bind.
  let source: Part?
  let sourceKind: SourceKind?
  let target: Part?
  /// The options behind the second colon.
  let options: [Part]

  /// - Returns: Nil for an entry that is no text, or that is to be filled in.
  init?(_ node: SyntaxNode) {
    guard node.isString, !node.isOpen else { return nil }
    let text = node.utf8
    let parts = Self.parts(of: text, separator: UInt8(ascii: ":"), offset: 0)
    self.node = node
    isWindowsPath = Self.isWindowsPath(text)
    formatProblem = isWindowsPath ? nil : Self.formatProblem(of: parts)
    guard !isWindowsPath, formatProblem == nil else {
      (source, sourceKind, target, options) = (nil, nil, nil, [])
      return
    }
    source = parts.count > 1 ? parts[0] : nil
    sourceKind = source.map { Self.kind(of: $0.text) }
    target = parts.count > 1 ? parts[1] : parts[0]
    let offset = parts.count == 3 ? parts[2].range.lowerBound : 0
    options =
      offset == 0
      ? []
      : Self.parts(of: text.dropFirst(offset), separator: UInt8(ascii: ","), offset: offset)
  }

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

  private static func isWindowsPath(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count > 3, let first = text.first, first.isLetter else { return false }
    let separator = text[text.startIndex + 2]
    return text[text.startIndex + 1] == UInt8(ascii: ":")
      && (separator == UInt8(ascii: "\\") || separator == UInt8(ascii: "/"))
      && text.dropFirst(3).contains(UInt8(ascii: ":"))
  }

  private static func formatProblem(of parts: [Part]) -> String? {
    if parts.count == 1, parts[0].text.isEmpty { return "is empty" }
    if parts.count > 3 { return "has more than three parts" }
    if parts.contains(where: \.text.isEmpty) { return "has an empty part" }
    if parts.count == 2, isMode(parts[1].text) { return "has options and no target" }
    return nil
  }

  private static func kind(of source: String) -> SourceKind {
    if source.utf8.first == UInt8(ascii: "/") { return .hostPath }
    if source.utf8.contains(UInt8(ascii: "/")) || source.hasPrefix("~") || source == "."
      || source == ".."
    {
      return .relativePath
    }
    return isVolumeName(source) ? .volume : .invalidVolume
  }

  /// Source: moby/moby daemon/names/names.go.
  static func isVolumeName(_ text: String) -> Bool {
    guard text.utf8.count > 1, let first = text.utf8.first, first.isLetter || first.isDigit else {
      return false
    }
    return text.utf8.allSatisfy { $0.isLetter || $0.isDigit || "_.-".utf8.contains($0) }
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
    guard text.utf8.first != UInt8(ascii: "/") else { return false }
    return text.split(separator: ",", omittingEmptySubsequences: false)
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
struct MountEntry: Sendable {
  var node: SyntaxNode

  init?(_ node: SyntaxNode) {
    guard node.isMapping else { return nil }
    self.node = node
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
    var targets = subject.binds.compactMap { bind in
      bind.target.map { MountTarget(path: $0.text, node: bind.node, part: $0.range) }
    }
    for mount in subject.mounts {
      guard let path = mount.text("target"), let node = mount.member("target")?.value else {
        continue
      }
      targets.append(MountTarget(path: path, node: node))
    }
    let tmpfs = subject.hostConfig?.member(inAnyCase: "tmpfs")?.value
    let volumes = subject.body.member(inAnyCase: "volumes")?.value
    for (paths, isVolume) in [(tmpfs, false), (volumes, true)] {
      guard let paths else { continue }
      for member in paths.members where !member.key.isOpen {
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

  /// The paths of the host that `Binds` name.
  static func binds(of subject: CreateOptionsSubject) -> [MountSource] {
    subject.binds.compactMap { bind in
      guard let source = bind.source, bind.sourceKind == .hostPath else { return nil }
      return MountSource(path: source.text, node: bind.node, part: source.range)
    }
  }

  static func all(of subject: CreateOptionsSubject) -> [MountSource] {
    binds(of: subject) + mounts(of: subject)
  }

  /// The paths of the host that `Mounts` name.
  static func mounts(of subject: CreateOptionsSubject) -> [MountSource] {
    subject.mounts.compactMap { mount in
      guard mount.type == "bind", let path = mount.text("source"), path.hasPrefix("/"),
        let node = mount.member("source")?.value
      else { return nil }
      return MountSource(path: path, node: node)
    }
  }
}

extension UInt8 {
  /// Whether it is a letter of ASCII.
  var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }
}

extension RuleContext {
  /// Reports a finding about a text, or a part of it.
  func report(_ message: String, at part: Range<Int>?, in node: SyntaxNode, help: String) {
    guard let part else { return report(message, at: node, help: help) }
    report(message, at: part, of: node, help: help)
  }
}
