internal import EdgeModel
internal import EdgeSyntax

/// References to variables in text, as the kubelet expands them: `$(NAME)`, and `$$` for a dollar sign.
///
/// Source: kubernetes/kubernetes third_party/forked/golang/expansion/expand.go.
struct VariableExpansion {
  /// The text with the values of known variables; unknown references stay as they are.
  private(set) var text = ""
  /// The names of the variables that are not known, in order.
  private(set) var unknown: [String] = []

  init(_ text: String, _ variables: [String: String]) {
    guard text.utf8.contains(UInt8(ascii: "$")) else {
      self.text = text
      return
    }
    var rest = text.utf8[...]
    // After the last one no reference can end, and none is looked for.
    let lastCloser = rest.lastIndex(of: UInt8(ascii: ")")) ?? rest.startIndex
    while let dollar = rest.firstIndex(of: UInt8(ascii: "$")) {
      self.text += String(rest[..<dollar]) ?? ""
      rest = rest[rest.index(after: dollar)...]
      switch rest.first {
      case UInt8(ascii: "$"):
        self.text += "$"
        rest = rest.dropFirst()
      case UInt8(ascii: "(") where rest.startIndex < lastCloser:
        let end = rest.firstIndex(of: UInt8(ascii: ")")) ?? lastCloser
        let name = String(rest[..<end].dropFirst()) ?? ""
        if let value = variables[name] {
          self.text += value
        } else {
          unknown.append(name)
          self.text += "$(\(name))"
        }
        rest = rest[rest.index(after: end)...]
      default: self.text += "$"
      }
    }
    self.text += String(rest) ?? ""
  }

  /// A text that is expanded to another one, which looks as if it had references.
  static func escaped(_ text: String) -> String {
    let dollar = UInt8(ascii: "$")
    let bytes = Array(text.utf8)
    var escaped: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      if byte == dollar, next == dollar || next == UInt8(ascii: "(") { escaped.append(dollar) }
      escaped.append(byte)
    }
    return String(decoding: escaped, as: UTF8.self)
  }
}

extension MappingContext {
  /// The words of a command with the values of variables in them.
  ///
  /// - Parameters:
  ///   - place: The field, for messages, for example `'command'`.
  ///   - node: The list of words.
  ///   - help: What to do about an unknown variable, where that is not the usual.
  func expanded(
    _ words: [Located<String>], _ variables: [String: String], in place: String,
    from node: SyntaxNode?, help: String? = nil
  ) -> BodyValue {
    .array(
      words.map { word in
        let expansion = VariableExpansion(word.value, variables)
        reportUnresolved(expansion, in: place, at: word.node, help: help)
        return .string(expansion.text, from: word.node)
      }, from: node)
  }

  /// Reports references to variables that nobody sets; they stay in the text.
  func reportUnresolved(
    _ expansion: VariableExpansion, in place: String, at node: SyntaxNode?, help: String? = nil
  ) {
    for name in expansion.unknown {
      decoding.report(
        .lossUnresolvedVariable,
        "container '\(container)': $(\(name)) in \(place) names no variable and stays as it is",
        at: node,
        help: FieldMapping.isInjectedVariable(name)
          ? "the runtime sets it when the module starts; let the program, or a shell, read it"
          : help ?? "add the variable to 'env', or write $$(\(name)) for the text")
    }
  }
}
