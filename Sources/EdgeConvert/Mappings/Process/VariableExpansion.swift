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
    var rest = text[...]
    while let dollar = rest.firstIndex(of: "$") {
      self.text += rest[..<dollar]
      rest = rest[rest.index(after: dollar)...]
      switch rest.first {
      case "$":
        self.text += "$"
        rest = rest.dropFirst()
      case "(":
        guard let end = rest.firstIndex(of: ")") else {
          self.text += "$"
          continue
        }
        let name = String(rest[rest.index(after: rest.startIndex)..<end])
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
    self.text += rest
  }
}
