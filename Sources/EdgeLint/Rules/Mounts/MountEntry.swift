internal import EdgeSyntax

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
    guard !isNormal(path) else { return path }
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
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

extension RuleContext {
  /// Reports a finding about a text, or a part of it.
  func report(_ message: String, at part: Range<Int>?, in node: SyntaxNode, help: String) {
    guard let part else { return report(message, at: node, help: help) }
    report(message, at: part, of: node, help: help)
  }
}
