package import EdgeSyntax

extension CreateOptions {
  /// A member by its path with dots, for example `HostConfig.NetworkMode`; names match in any letter
  /// case, as they do for the agent and for Docker.
  package func member(_ path: String) -> SyntaxNode.Member? {
    var node = body
    var found: SyntaxNode.Member?
    for name in path.lowercased().split(separator: ".") {
      found = node.member(inAnyCase: String(name))
      guard let value = found?.value else { return nil }
      node = value
    }
    return found
  }

  /// The value of a member by its path with dots; null reads as absent.
  package subscript(path: String) -> SyntaxNode? {
    member(path).flatMap { $0.value.isNull ? nil : $0.value }
  }
}

extension SyntaxNode {
  /// The whole number that the agent sends to Docker, which may have been written as text; nil for
  /// anything else.
  package var amount: Int64? {
    switch kind {
    case .number: wholeNumber(Int64.self)
    case .string: Int64(text)
    default: nil
    }
  }

  /// Whether the agent sends `true` to Docker, which may have been written as text or as a number.
  package var isOn: Bool {
    switch kind {
    case .boolean: scalar == .boolean(true)
    case .string: utf8.hasText(inAnyCase: "true")
    case .number: wholeNumber(Int64.self).map { $0 != 0 } ?? false
    default: false
    }
  }
}
