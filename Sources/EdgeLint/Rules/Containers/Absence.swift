internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Residue {
  /// Whether a mapping has no member of a name, nor anything that has been reported in its stead: a
  /// misspelt name, or null where a type needs a value.
  func lacks(_ name: StaticString, of type: any ModelObject.Type) -> Bool {
    guard let node else { return false }
    if let member = node.member(name) {
      return member.value.isNull && !type.requiredFields.contains { "\($0)" == "\(name)" }
    }
    return Suggestion.nearest(to: "\(name)", among: members.map(\.key.text)) == nil
  }

  /// As ``lacks(_:of:)``, in a mapping so small that an unknown member is surely the one that is
  /// missing.
  func plainlyLacks(_ name: StaticString, of type: any ModelObject.Type) -> Bool {
    members.isEmpty && lacks(name, of: type)
  }

  /// The key of a member.
  func key(_ name: StaticString) -> SyntaxNode? { node?.member(name)?.key }

  /// Where to point at for something that is missing: the first key, or the empty mapping.
  var firstKey: SyntaxNode? { node.map { $0.members.first { _ in true }?.key ?? $0 } }
}

extension SyntaxNode {
  /// Whether somebody fills it in later, so that nothing can be said of it: a placeholder, or what
  /// Helm takes for one.
  var isOpaque: Bool {
    var previous: UInt8 = 0
    for byte in utf8 {
      if byte == UInt8(ascii: "{"), previous == UInt8(ascii: "$") || previous == byte {
        return true
      }
      previous = byte
    }
    return false
  }
}

extension Located where Value == String {
  /// Whether somebody fills it in later, so that nothing can be said of it.
  var isOpaque: Bool { node?.isOpaque ?? false }
}

extension Located where Value: FixedWidthInteger {
  /// The same number in 64 bits.
  var wide: Located<Int64> { map { Int64(truncatingIfNeeded: $0) } }
}

extension ObjectSubject {
  /// The object as messages call it: `Deployment 'edge'`.
  var title: String {
    guard let name = header.name?.value, !name.isEmpty else { return "the \(header.kind)" }
    return "\(header.kind) '\(name)'"
  }
}

extension PodSubject {
  /// Whether it is a Pod that nothing makes more of.
  var isBarePod: Bool { object.header.resourceKind == .pod }

  /// Init containers and containers, in the order in which the API server looks at them.
  var allContainers: [(container: Container, role: ContainerSubject.Role)] {
    spec.initContainers.map { ($0, .initial) } + spec.containers.map { ($0, .regular) }
  }
}

extension ContainerSubject {
  /// The container as messages call it: `container 'sensor'`.
  var title: String { container.title(role) }
}

extension Container {
  func title(_ role: ContainerSubject.Role) -> String {
    let kind = role == .initial ? "init container" : "container"
    guard let name = name?.value, !name.isEmpty else { return "a \(kind)" }
    return "\(kind) '\(name)'"
  }
}

extension Fix {
  /// Takes the quotes off a number; nil for a scalar that is not written in quotes.
  static func unquoting(_ node: SyntaxNode?) -> Fix? {
    guard let node, [.singleQuoted, .doubleQuoted, .jsonString].contains(node.style) else {
      return nil
    }
    return Fix("remove the quotes", edits: [Edit(node.range, node.text)])
  }
}

extension String {
  /// Whether it is one or more decimal digits.
  var isDigits: Bool { !isEmpty && utf8.allSatisfy { 0x30...0x39 ~= $0 } }
}
