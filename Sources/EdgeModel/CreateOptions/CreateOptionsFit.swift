internal import EdgeDiagnostics
package import EdgeSyntax

/// Whether a value is of a type, or of one that the agent makes it of.
///
/// Source: JamesNK/Newtonsoft.Json, as the agent uses it.
package enum CreateOptionsFit: Sendable {
  case fits
  /// With the value it becomes, where that is certain.
  case conversion(literal: String?)
  case mistake

  package init(_ value: SyntaxNode, as type: CreateOptionsType, isConverted: Bool) {
    switch type {
    case .string where value.isString, .list where value.isSequence,
      .map where value.isMapping, .object where value.isMapping, .empty where value.isMapping:
      self = .fits
    case .boolean where value.kind == .boolean: self = .fits
    case .integer where value.isWholeNumber: self = .fits
    case .string, .boolean, .integer:
      self = isConverted ? Self.conversion(of: value, to: type) : .mistake
    case .list, .map, .object, .empty: self = .mistake
    }
  }

  private static func conversion(of value: SyntaxNode, to type: CreateOptionsType)
    -> CreateOptionsFit
  {
    switch (type, value.scalar) {
    case (.string, .integer), (.string, .float):
      return .conversion(literal: JSONText.literal(value.text))
    // It becomes `True`, which nobody can have meant.
    case (.string, .boolean): return .conversion(literal: nil)
    case (.boolean, .string) where value.isString:
      let word = value.text.lowercased()
      return word == "true" || word == "false" ? .conversion(literal: word) : .mistake
    case (.boolean, .integer(let number)):
      return .conversion(literal: number.magnitude == 0 ? "false" : "true")
    case (.integer, .string) where value.isString:
      return Int64(value.text).map { .conversion(literal: String($0)) } ?? .mistake
    // A fraction is rounded, which nobody can have meant.
    case (.integer, .float(let number)):
      return .conversion(literal: Int64(exactly: number).map { String($0) })
    default: return .mistake
    }
  }
}

extension SyntaxNode {
  /// Whether it is an integer, written without a fraction.
  fileprivate var isWholeNumber: Bool {
    if case .integer = scalar { true } else { false }
  }
}
