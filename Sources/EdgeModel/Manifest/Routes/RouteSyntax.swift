/// A route as it is written: where messages come from, which ones, and where they go.
///
/// Every part knows its place, in bytes of the route text from 0. The tree is what edgeHub makes of
/// the text, not what its author may have meant: `a!='x'` holds a property named `a!`.
///
/// Source: Azure/iotedge, edge-hub/core/src/Microsoft.Azure.Devices.Routing.Core/grammar/Route.g4.
package struct RouteSyntax: Sendable, Hashable {
  package let source: RouteSource
  /// nil: every message of the source.
  package let condition: RouteCondition?
  package let sink: RouteSink
  /// What follows the sink and is dropped by edgeHub, from its first to its last token.
  package let trailing: Range<Int>?

  /// Reads a route in UTF-8.
  ///
  /// Takes time linear in the text. Conditions are read down to ``maximumNesting`` levels.
  ///
  /// - Returns: The route, or nil if edgeHub would refuse it (there is a problem of stage
  ///   ``RouteProblem/Stage/parse`` then); and all problems in the order of the text.
  package static func parse(_ text: [UInt8]) -> (route: RouteSyntax?, problems: [RouteProblem]) {
    var parser = RouteParser(text)
    let route = parser.parse()
    return (route, parser.problemsInOrder)
  }

  /// How deep the parentheses, calls and prefix operators of a condition may be nested.
  ///
  /// edgeHub has no limit; this one keeps a hostile text from exhausting the stack.
  package static let maximumNesting = 100
}
