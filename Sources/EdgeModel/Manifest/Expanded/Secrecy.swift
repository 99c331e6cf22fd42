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
    if SecretText.isSecretName(name) { return Secrecy(inner, .secret) }
    if layout == .environment, SecretName.isSecret(name) {
      return Secrecy(inner, SecretName.isCertainlySecret(name) ? .secret : .perhapsSecret)
    }
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
    case .perhapsSecret where SecretName.isLiteral(text): return Self.standIn
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
    guard SecretName.isSecret(name) || SecretText.isSecretName(name), !value.isEmpty else {
      return nil
    }
    let isCertain = SecretName.isCertainlySecret(name) || SecretText.isSecretName(name)
    guard isCertain ? !isPlaceholder(value) : SecretName.isLiteral(value) else { return nil }
    return String(decoding: text[...equals], as: UTF8.self) + standIn
  }

  private static func redactedParts(_ text: ArraySlice<UInt8>) -> String? {
    let bytes = Array(text)
    let ranges = SecretText(bytes).ranges(in: 0..<bytes.count)
    guard !ranges.isEmpty else { return nil }
    var shown: [UInt8] = []
    var position = 0
    for range in ranges where range.upperBound > position {
      if range.lowerBound >= position {
        shown += bytes[position..<range.lowerBound] + Array(standIn.utf8)
      }
      position = range.upperBound
    }
    return String(decoding: shown + bytes[position...], as: UTF8.self)
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
