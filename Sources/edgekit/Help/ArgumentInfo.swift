internal import EdgeSyntax

/// One argument, option or flag of a command.
struct ArgumentInfo {
  enum Kind: String {
    case positional, option, flag
  }

  var kind: Kind
  /// With their dashes, short ones first.
  var names: [String]
  /// What the value is called: in capitals, or as words to write, such as `auto|none|N`.
  var valueName: String
  /// The words that completions offer and help lists; empty for an open value.
  var values: [String]
  var summary: String
  /// The title of the group that it was declared in.
  var section: String?
  var isOptional: Bool
  var isRepeating: Bool

  init(_ node: SyntaxNode) {
    kind = node["kind"].flatMap { Kind(rawValue: $0.text) } ?? .flag
    let names = node["names"]?.elements.map { Self.name($0) } ?? []
    self.names = names.filter { !$0.hasPrefix("--") } + names.filter { $0.hasPrefix("--") }
    let valueName = node["valueName"]?.text ?? ""
    self.valueName = valueName.contains("|") ? valueName : valueName.uppercased()
    values = node["completionKind"]?["list"]?["values"]?.elements.map(\.text) ?? []
    summary = Self.withoutStop(node["abstract"]?.text ?? "")
    section = node["sectionTitle"]?.text
    isOptional = node["isOptional"]?.text == "true"
    isRepeating = node["isRepeating"]?.text == "true"
  }

  private static func name(_ node: SyntaxNode) -> String {
    let dashes = node["kind"]?.text == "long" ? "--" : "-"
    return dashes + (node["name"]?.text ?? "")
  }

  /// The parser's own texts end in a stop; edgekit's do not.
  private static func withoutStop(_ text: String) -> String {
    text.hasSuffix(".") ? String(text.dropLast()) : text
  }

  /// Whether one of its names is the given long name, without dashes.
  func isNamed(_ name: String) -> Bool {
    names.contains("--" + name)
  }

  /// What it does, with the accepted words.
  var explanation: String {
    // A value name such as `auto|none|N` lists the words itself.
    guard !values.isEmpty, !valueName.contains("|") else { return summary }
    let words = values.map { $0.hasSuffix("=") ? String($0.dropLast()) : $0 }
    return "\(summary) (\(Words.list(words, joinedBy: "or")))"
  }
}
