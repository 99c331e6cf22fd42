/// A function that conditions can call.
package struct RouteFunction: Sendable, Hashable {
  /// In lower case; calls may write it in any.
  package let name: String
  /// The arguments, optional ones last.
  package let parameters: [Parameter]
  /// How many arguments a call must have.
  package let required: Int
  /// Whether more arguments like the last one may follow.
  package let isVariadic: Bool
  package let result: RouteValueType

  /// What an argument must be. A body value is taken for a string and for a number.
  package enum Parameter: Sendable, Hashable {
    case string, number, stringOrNumber, any
  }

  private init(
    _ name: String, _ parameters: [Parameter], _ result: RouteValueType, required: Int? = nil,
    isVariadic: Bool = false
  ) {
    self.name = name
    self.parameters = parameters
    self.required = required ?? parameters.count
    self.isVariadic = isVariadic
    self.result = result
  }

  /// The function of a name in any letter case.
  package static func named(_ name: String) -> RouteFunction? {
    let name = name.lowercased()
    return all.first { $0.name == name }
  }

  /// All functions, sorted by name.
  ///
  /// `twin_change_includes` is not among them: edgeHub registers it for a kind of source that its
  /// own routes never have.
  ///
  /// Source: Azure/iotedge,
  /// edge-hub/core/src/Microsoft.Azure.Devices.Routing.Core/query/ConditionVisitor.cs and
  /// query/builtins.
  package static let all: [RouteFunction] = [
    RouteFunction("abs", [.number], .number),
    RouteFunction("as_number", [.stringOrNumber], .number),
    RouteFunction("ceiling", [.number], .number),
    RouteFunction("concat", [.string, .string], .string, isVariadic: true),
    RouteFunction("contains", [.string, .string], .bool),
    RouteFunction("ends_with", [.string, .string], .bool),
    RouteFunction("exp", [.number], .number),
    RouteFunction("floor", [.number], .number),
    RouteFunction("index_of", [.string, .string], .number),
    RouteFunction("is_bool", [.any], .bool),
    RouteFunction("is_defined", [.any], .bool),
    RouteFunction("is_null", [.any], .bool),
    RouteFunction("is_number", [.any], .bool),
    RouteFunction("is_string", [.any], .bool),
    RouteFunction("length", [.string], .number),
    RouteFunction("lower", [.string], .string),
    RouteFunction("power", [.number, .number], .number),
    RouteFunction("sign", [.number], .number),
    RouteFunction("sqrt", [.number], .number),
    RouteFunction("square", [.number], .number),
    RouteFunction("starts_with", [.string, .string], .bool),
    RouteFunction("substring", [.string, .number, .number], .string, required: 2),
    RouteFunction("upper", [.string], .string),
  ]
}

extension RouteFunction.Parameter {
  func accepts(_ type: RouteValueType) -> Bool {
    switch self {
    case .any: true
    case .string: type == .string || type == .body
    case .number: type == .number || type == .body
    case .stringOrNumber: type == .string || type == .number || type == .body
    }
  }

  var phrase: String {
    switch self {
    case .any: "any value"
    case .string: "a string"
    case .number: "a number"
    case .stringOrNumber: "a string or a number"
    }
  }
}
