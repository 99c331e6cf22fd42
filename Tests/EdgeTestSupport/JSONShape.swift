import EdgeDiagnostics
import EdgeSyntax

/// What a JSON document must look like, member by member: what is not named is not allowed.
package indirect enum JSONShape: Sendable {
  case null
  case boolean
  case string
  /// A string that is one of some words.
  case word([String])
  /// A whole number that is at least so much.
  case integer(Int)
  case list(JSONShape, minimum: Int = 0)
  /// An object whose members have any names.
  case map(JSONShape)
  case object([String: JSONShape], optional: [String: JSONShape] = [:])
  case nullable(JSONShape)

  /// What is wrong with a text, each with its place; nothing when it has the shape.
  package func problems(in text: String) -> [String] {
    let read = ReadText(text, name: "test.json")
    guard let root = read.documents.first, read.sink.diagnostics.isEmpty else {
      return ["no JSON: \(read.report)"]
    }
    return problems(in: root, at: "")
  }

  private func problems(in node: SyntaxNode, at place: String) -> [String] {
    switch self {
    case .null: node.isNull ? [] : ["\(place): not null"]
    case .boolean: node.kind == .boolean ? [] : ["\(place): no boolean"]
    case .string: node.isString ? [] : ["\(place): no string"]
    case .word(let words):
      node.isString && words.contains(node.text)
        ? [] : ["\(place): '\(node.text)' is none of \(words)"]
    case .integer(let minimum):
      node.kind == .number && Int(node.text).map { $0 >= minimum } == true
        ? [] : ["\(place): '\(node.text)' is no whole number from \(minimum)"]
    case .nullable(let shape): node.isNull ? [] : shape.problems(in: node, at: place)
    case .list(let shape, let minimum):
      if !node.isSequence || Array(node.elements).count < minimum {
        ["\(place): no list of at least \(minimum)"]
      } else {
        node.elements.enumerated().flatMap { shape.problems(in: $1, at: "\(place)/\($0)") }
      }
    case .map(let shape):
      node.isMapping
        ? node.members.flatMap { shape.problems(in: $0.value, at: "\(place)/\($0.key.text)") }
        : ["\(place): no object"]
    case .object(let required, let optional):
      Self.problems(in: node, at: place, required, optional)
    }
  }

  private static func problems(
    in node: SyntaxNode, at place: String, _ required: [String: JSONShape],
    _ optional: [String: JSONShape]
  ) -> [String] {
    guard node.isMapping else { return ["\(place): no object"] }
    let missing = required.keys.filter { node[dynamic: $0] == nil }.sorted()
    return missing.map { "\(place): no member '\($0)'" }
      + node.members.flatMap { member -> [String] in
        let name = member.key.text
        guard let shape = required[name] ?? optional[name] else {
          return ["\(place): member '\(name)' is unknown"]
        }
        return shape.problems(in: member.value, at: "\(place)/\(name)")
      }
  }
}
