/// How the entries of a list or of an object with keys of any name are told apart.
package enum CreateOptionsIdentity: Sendable {
  /// They are not: a value counts as a whole.
  case whole
  /// By the whole text, or by the key as it is spelled.
  case text
  /// By the name before `=`.
  case variable
  /// By the name before `:`.
  case host
  /// By the capability, in any spelling.
  case capability
  /// By the word before `=` or `:`; of labels, the kind of label, too.
  case securityOption
  /// By the port and its protocol.
  case port
  /// By the path, without what says nothing in it.
  case path
  /// By the path in the container, over all lists that mount something.
  case mountTarget
  /// By a member that is text.
  case member(StaticString)
  /// By a member that is a path.
  case memberPath(StaticString)
}

extension CreateOptionsIdentity {
  /// What two texts have in common that name the same thing; for what is told apart by a member, the
  /// text itself.
  package func key(ofText text: String) -> String {
    switch self {
    case .variable: Self.name(in: text, before: "=")
    case .host: Self.name(in: text, before: ":")
    case .capability: LinuxCapability.canonical(text)
    case .securityOption: Self.securityKind(text)
    case .port: Self.port(text)
    case .path, .memberPath: ContainerPath.normalized(text)
    case .whole, .text, .mountTarget, .member: text
    }
  }

  private static func name(in text: String, before separator: Character) -> String {
    String(text.prefix { $0 != separator })
  }

  /// A port with its protocol in lower case; without one it is of TCP.
  ///
  /// Source: moby/moby api/types/network/port.go (ParsePort).
  private static func port(_ text: String) -> String {
    if let key = try? PortKey(Array(text.utf8)[...]) { return key.text }
    let text = text.lowercased()
    return text.contains("/") ? text : text + "/tcp"
  }

  /// The word before `=` or `:`; of labels, the kind of label, too.
  ///
  /// Source: moby/moby daemon/daemon_unix.go (parseSecurityOpt).
  private static func securityKind(_ text: String) -> String {
    let word = String(text.prefix { $0 != "=" && $0 != ":" })
    guard word == "label" else { return word }
    return word + "=" + text.dropFirst(word.count + 1).prefix { $0 != ":" }
  }
}
