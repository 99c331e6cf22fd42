internal import EdgeDiagnostics
package import EdgeSyntax

/// Whether what stands at a place of an expanded deployment is a secret, found on the way from the root.
///
/// Names decide, as in ``SecretText``: passwords of registries, variables and properties whose names
/// speak of a secret, and in any text what looks like a connection string, a URL with a password or a
/// private key. Placeholders are no secrets.
package struct Secrecy: Sendable {
  /// What a view shows in the place of a secret.
  package static let standIn = "(hidden)"

  private enum Part {
    case plain
    /// Conditions and routes, which compare values and hold none.
    case expression
    /// `Env` of createOptions, with elements such as `NAME=value`.
    case variables
    /// A value with a name that speaks of a secret.
    case secret
    /// The same, where the name may just as well be that of something else.
    case perhapsSecret
  }

  private let layout: ExpandedLayout
  private let part: Part

  private init(_ layout: ExpandedLayout, _ part: Part) {
    self.layout = layout
    self.part = part
  }

  /// At the outermost object.
  package static let root = Secrecy(.configuration, .plain)

  /// At the value of a member.
  package func member(_ key: SyntaxNode) -> Secrecy {
    let inner = layout.member(key)
    let name = key.utf8
    // A variable is an object with its value.
    if part == .secret || part == .perhapsSecret, key.hasText("value") {
      return Secrecy(inner, part)
    }
    if layout == .routes || layout == .route || key.hasText("targetCondition") {
      return Secrecy(inner, .expression)
    }
    if layout.hasFreeNames { return Secrecy(inner, .plain) }
    if layout == .environment { return Secrecy(inner, Self.variable(name)) }
    if SecretText.isSecretName(name) { return Secrecy(inner, .secret) }
    return Secrecy(inner, key.hasText("Env") ? .variables : .plain)
  }

  /// At an element of an array.
  package var element: Secrecy { Secrecy(.map, part) }

  /// The text of a scalar with what is secret in it hidden; nil where nothing is.
  package func redacted(_ node: SyntaxNode) -> String? {
    guard node.kind == .string || node.kind == .number, !node.utf8.isEmpty else { return nil }
    let text = node.utf8
    switch part {
    case .expression: return nil
    case .secret: return Self.isPlaceholder(text) ? nil : Self.standIn
    case .perhapsSecret where Self.mayBeSecret(text): return Self.standIn
    case .variables:
      if let hidden = Self.redactedAssignment(text) { return hidden }
    case .plain, .perhapsSecret: break
    }
    return Self.redactedParts(text)
  }

  /// A text of which nothing is known but itself, with what looks like a secret in it hidden.
  package static func shown(_ text: String) -> String {
    redactedParts(Array(text.utf8)[...]) ?? text
  }

  /// `NAME=(hidden)` for a variable whose name speaks of a secret.
  private static func redactedAssignment(_ text: ArraySlice<UInt8>) -> String? {
    guard let equals = text.firstIndex(of: UInt8(ascii: "=")) else { return nil }
    let (name, value) = (text[..<equals], text[(equals + 1)...])
    let isHidden =
      switch variable(name) {
      case .secret: !value.isEmpty && !isPlaceholder(value)
      case .perhapsSecret: mayBeSecret(value)
      case .plain, .expression, .variables: false
      }
    guard isHidden else { return nil }
    return String(decoding: text[...equals], as: UTF8.self) + standIn
  }

  /// What the value of a variable with a name is.
  private static func variable(_ name: ArraySlice<UInt8>) -> Part {
    if SecretName.isCertainlySecret(name) { return .secret }
    return SecretName.isSecret(name) || SecretText.isSecretName(name) ? .perhapsSecret : .plain
  }

  /// Whether a text is none of what stands beside secrets under such a name: a path, a short number, a
  /// boolean or a place to fill in. A key in Base64 may begin like a path.
  private static func mayBeSecret(_ text: ArraySlice<UInt8>) -> Bool {
    if SecretName.isLiteral(text) { return true }
    guard text.first == UInt8(ascii: "/") else {
      return text.count >= 8 && text.allSatisfy { (0x30...0x39).contains($0) }
    }
    return text.contains { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "+") }
  }

  private static func redactedParts(_ text: ArraySlice<UInt8>) -> String? {
    SecretText(Array(text)).redacted(by: standIn).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether a text is a place to fill in and nothing else: `${NAME}`, `$(NAME)` or `$NAME`.
  private static func isPlaceholder(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.first == UInt8(ascii: "$"), let open = text.dropFirst().first else { return false }
    let isName = { (byte: UInt8) in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, UInt8(ascii: "_"): true
      default: false
      }
    }
    switch open {
    case UInt8(ascii: "{"): return text.firstIndex(of: UInt8(ascii: "}")) == text.indices.last
    case UInt8(ascii: "("): return text.firstIndex(of: UInt8(ascii: ")")) == text.indices.last
    default: return text.dropFirst().allSatisfy(isName)
    }
  }
}

extension ExpandedLayout {
  /// Whether the names of members are the user's names of things, which say nothing of their values.
  fileprivate var hasFreeNames: Bool {
    switch self {
    case .modulesContent, .agentTwin, .hubTwin, .modules, .systemModules, .credentials: true
    default: false
    }
  }
}
