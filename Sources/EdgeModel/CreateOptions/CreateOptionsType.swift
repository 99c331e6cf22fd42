/// The type of a value in createOptions.
package indirect enum CreateOptionsType: Sendable {
  case string, boolean, integer
  /// An object without members: it only has to be there.
  case empty
  case list(CreateOptionsType)
  /// An object with keys of any name.
  case map(CreateOptionsType)
  case object(CreateOptionsObject)

  package static let strings = CreateOptionsType.list(.string)
  package static let stringMap = CreateOptionsType.map(.string)

  /// The type in words, with an article.
  package var description: String {
    switch self {
    case .string: "a string"
    case .boolean: "true or false"
    case .integer: "a whole number"
    case .empty: "{}"
    case .list: "a list"
    case .map, .object: "an object"
    }
  }

  /// The type with that of its entries, for documentation: `list of strings`.
  package var detail: String {
    switch self {
    case .string: "string"
    case .boolean: "true or false"
    case .integer: "whole number"
    case .empty: "{}"
    case .list(let entry): "list of \(entry.plural)"
    case .map(let entry): "object whose values are \(entry.plural)"
    case .object(let object): "object (\(object.fields.map(\.name).joined(separator: ", ")))"
    }
  }

  private var plural: String {
    switch self {
    case .string: "strings"
    case .boolean: "booleans"
    case .integer: "whole numbers"
    case .empty: "{}"
    case .list(let entry): "lists of \(entry.plural)"
    case .map: "objects"
    case .object(let object):
      "objects (\(object.fields.map(\.name).joined(separator: ", ")))"
    }
  }

  /// The object that the value is, or that its entries are; nil where there is none.
  package var object: CreateOptionsObject? {
    switch self {
    case .object(let object): object
    case .list(let entry), .map(let entry): entry.object
    case .string, .boolean, .integer, .empty: nil
    }
  }
}
