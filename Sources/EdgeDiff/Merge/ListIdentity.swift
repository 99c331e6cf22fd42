internal import EdgeSyntax

/// What makes two elements of a list in createOptions the same element.
enum ListIdentity: Sendable {
  /// `NAME=VALUE`, by name.
  case variable
  /// `SOURCE:TARGET[:OPTIONS]`, by the path in the container.
  case bind
  /// An object, by the text of one of its members.
  case member(String)
  /// `HOST:ADDRESS`, by host.
  case host
  /// The text itself.
  case word

  /// - Parameter name: The key of the list in createOptions, or in their `HostConfig`.
  init?(of name: String, inHostConfig: Bool) {
    switch (inHostConfig, name.lowercased()) {
    case (false, "env"): self = .variable
    case (true, "binds"): self = .bind
    case (true, "mounts"): self = .member("Target")
    case (true, "devices"): self = .member("PathInContainer")
    case (true, "ulimits"): self = .member("Name")
    case (true, "extrahosts"): self = .host
    case (true, "capadd"), (true, "capdrop"), (true, "groupadd"): self = .word
    default: return nil
    }
  }

  /// What an element is told apart by; nil for one that has nothing of the kind.
  func key(of element: SyntaxNode) -> [UInt8]? {
    switch self {
    case .member(let name):
      return element[dynamic: name].flatMap { $0.isString ? Array($0.utf8) : nil }
    case .variable: return text(element).map { Array($0.prefix { $0 != UInt8(ascii: "=") }) }
    case .host: return text(element).map { Array($0.prefix { $0 != UInt8(ascii: ":") }) }
    case .word: return text(element).map { Array($0) }
    case .bind:
      guard let text = text(element) else { return nil }
      let parts = text.split(
        separator: UInt8(ascii: ":"), maxSplits: 2, omittingEmptySubsequences: false)
      return Array(parts.count > 1 ? parts[1] : text)
    }
  }

  private func text(_ element: SyntaxNode) -> ArraySlice<UInt8>? {
    element.isString ? element.utf8 : nil
  }
}
