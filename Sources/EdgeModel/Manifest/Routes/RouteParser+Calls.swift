internal import EdgeDiagnostics

extension RouteParser {
  /// Whether a function exists and takes these arguments.
  mutating func check(_ call: RouteCall<Int>) -> RouteValueType? {
    guard let function = call.function else {
      problems.append(unknownFunction(call))
      return nil
    }
    guard checkCount(call, function) else { return function.result }
    for (number, argument) in call.arguments.enumerated() {
      let parameter = function.parameters[min(number, function.parameters.count - 1)]
      guard let given = type(argument), !parameter.accepts(given) else { continue }
      mismatch(
        "'\(call.name)' needs \(parameter.phrase), but \(quoted(argument)) is \(given.phrase)",
        at: nodes[argument].range,
        help: parameter == .number ? conversionHelp(argument, given, to: .number) : nil)
    }
    return function.result
  }

  private mutating func checkCount(_ call: RouteCall<Int>, _ function: RouteFunction) -> Bool {
    let given = call.arguments.count
    let most = function.isVariadic ? Int.max : function.parameters.count
    guard given < function.required || given > most else { return true }
    let expected =
      function.isVariadic
      ? "\(function.required) arguments or more"
      : function.required == most
        ? "\(most) argument\(most == 1 ? "" : "s")" : "\(function.required) or \(most) arguments"
    let range =
      given > most
      ? nodes[call.arguments[most]].range
        .lowerBound..<nodes[call.arguments[given - 1]].range
        .upperBound
      : call.nameRange
    problems.append(
      RouteProblem(
        .routeConditionFunction, .compile,
        "'\(call.name)' takes \(expected), not \(given)", at: range))
    return false
  }

  private func unknownFunction(_ call: RouteCall<Int>) -> RouteProblem {
    let name = call.name
    var message = "unknown function '\(name)'"
    var help: String?
    if name.lowercased() == "twin_change_includes" {
      message = "'\(name)' is not available in routes of edgeHub"
    } else if let bare = signedFunction(name) {
      help = name.hasPrefix("!") ? "write 'NOT \(bare)'" : "write '\(name.prefix(1)) \(bare)'"
    } else if let near = Suggestion.nearest(to: name, among: RouteFunction.all.map(\.name)) {
      help = "did you mean '\(near)'?"
    } else {
      help = "the functions are \(RouteFunction.all.map(\.name).joined(separator: ", "))"
    }
    return RouteProblem(
      .routeConditionFunction, .compile, message, at: call.nameRange, help: help)
  }

  /// The function's name behind a sign that became part of it, as in `-as_number`.
  private func signedFunction(_ name: String) -> Substring? {
    guard let sign = name.first, "!-+".contains(sign) else { return nil }
    let bare = name.dropFirst()
    return RouteFunction.named(String(bare)) == nil ? nil : bare
  }
}
