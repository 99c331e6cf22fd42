internal import EdgeModel
internal import EdgeSyntax

extension CreateOptionsSubject {
  /// Whether a text is filled in before it is deployed, so that nobody can judge it yet.
  func isOpen(_ node: SyntaxNode) -> Bool { manifest.isOpen(node) }

  /// The whole number that a member comes to, by its path with dots: 0 where it is absent, nil where
  /// nobody can say.
  func amount(_ path: String) -> Int64? {
    guard let node = self[path] else { return 0 }
    return node.amount
  }

  /// Whether a member is on, by its path with dots.
  func isOn(_ path: String) -> Bool { self[path]?.isOn ?? false }

  /// Whether the module really has full access: it asks for it, and the device lets it.
  func isPrivileged(on device: DeviceProfile) -> Bool {
    device != .lockedDown && isOn("HostConfig.Privileged")
  }
}

extension SyntaxNode {
  /// Whether it is a collection that is not empty.
  var hasChildren: Bool {
    elements.first { _ in true } != nil || members.first { _ in true } != nil
  }
}

extension ManifestSubject {
  /// Whether a text is filled in before it is deployed, so that nobody can judge it yet: it has a
  /// `${NAME}` or a `<Name>`, or in a template a `$NAME`.
  func isOpen(_ node: SyntaxNode) -> Bool {
    if node.hasPlaceholder { return true }
    guard !node.isMapping, !node.isSequence else { return false }
    let text = node.utf8
    for (index, byte) in zip(text.indices, text) {
      let rest = text[index...].dropFirst()
      switch byte {
      case UInt8(ascii: "$"):
        if isTemplate, rest.first.map(Self.beginsName) ?? false { return true }
      case UInt8(ascii: "<"):
        guard rest.first.map(Self.beginsName) ?? false else { continue }
        let name = rest.prefix {
          Self.beginsName($0) || 0x30...0x39 ~= $0 || " .-".utf8.contains($0)
        }
        if text[name.endIndex...].first == UInt8(ascii: ">") { return true }
      default: break
      }
    }
    return false
  }

  private static func beginsName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"): true
    default: false
    }
  }
}
