internal import EdgeModel
internal import EdgeSyntax

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
