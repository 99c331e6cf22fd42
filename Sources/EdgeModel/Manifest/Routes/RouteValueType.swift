/// What kind of value a part of a condition has, as far as it is known before a message comes.
///
/// Source: Azure/iotedge,
/// edge-hub/core/src/Microsoft.Azure.Devices.Routing.Core/query/ConditionVisitor.cs.
package enum RouteValueType: Sendable, Hashable {
  /// Properties are strings; one that a message lacks is undefined when it runs.
  case string
  /// A double.
  case number
  /// True, false or undefined.
  case bool
  case null
  case undefined
  /// A value from the JSON body, whose type is known only when a message comes.
  case body

  /// The type in words, with an article.
  var phrase: String {
    switch self {
    case .string: "a string"
    case .number: "a number"
    case .bool: "a bool"
    case .null: "null"
    case .undefined: "undefined"
    case .body: "a body value"
    }
  }
}
