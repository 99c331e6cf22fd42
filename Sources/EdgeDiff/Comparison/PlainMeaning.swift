internal import EdgeModel
internal import EdgeSyntax

/// What a text, number, boolean or null says at its place, the spelling aside.
enum PlainMeaning: Hashable, Sendable {
  case null
  case boolean(Bool)
  case number(String)
  case text(ArraySlice<UInt8>)

  /// - Parameter node: No object and no list.
  init(_ node: SyntaxNode, at place: Place) {
    self.init(node)
    switch place {
    case .variableValue: self = asText
    case .routeText:
      if case .text(let text) = self { self = .text(RouteMeaning.normalized(text)) }
    case .docker(let type, _, isAgentType: true): self = converted(to: type)
    default: break
    }
  }

  private init(_ node: SyntaxNode) {
    switch node.kind {
    case .null: self = .null
    case .boolean: self = .boolean(node.jsonLiteral == "true")
    case .number:
      let literal = Array(node.jsonLiteral.utf8)[...]
      self = .number(ExactNumber(literal)?.text ?? literal.text)
    case .string, .mapping, .sequence: self = .text(node.utf8)
    }
  }

  /// The text that a module gets for a variable: the agent makes text of integers and booleans.
  ///
  /// Source: Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Core/EnvVal.cs.
  private var asText: PlainMeaning {
    switch self {
    case .null: .text([])
    case .boolean(let value): .text(Array("\(value)".utf8)[...])
    case .number(let number):
      ExactNumber(Array(number.utf8)[...])?.integer.map { .text(Array($0.utf8)[...]) } ?? self
    case .text: self
    }
  }

  /// What the agent makes of a value for a member of a type.
  ///
  /// Source: Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Docker/models/HostConfig.cs;
  /// JamesNK/Newtonsoft.Json Src/Newtonsoft.Json/JsonReader.cs.
  private func converted(to type: CreateOptionsType?) -> PlainMeaning {
    switch (type, self) {
    case (.string, .boolean), (.string, .number): return asText
    case (.integer, .text(let text)):
      return ExactNumber(text)?.integer == nil ? self : .number(ExactNumber(text)?.text ?? "")
    case (.boolean, .text(let text)):
      switch text.text.lowercased() {
      case "true": return .boolean(true)
      case "false": return .boolean(false)
      default: return self
      }
    case (.boolean, .number(let number)): return .boolean(number != "0")
    default: return self
    }
  }
}
