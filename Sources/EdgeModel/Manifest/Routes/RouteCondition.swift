/// The condition of a route.
///
/// A flat list of nodes rather than values within values, so that a chain of a hundred thousand
/// operators can be made, walked and freed without recursion. A loop over ``nodes`` is a walk from
/// the leaves up; ``root`` is where a walk down begins.
package struct RouteCondition: Sendable, Hashable {
  /// The text that edgeHub keeps and parses again when it compiles: from the first token of the
  /// condition to the last, comments between them included.
  package let range: Range<Int>
  /// The parts, each after its operands; the last one is the whole condition.
  package let nodes: [Node]

  /// A part, its operands given as positions in ``nodes``.
  package struct Node: Sendable, Hashable {
    package let form: RouteForm<Int>
    package let range: Range<Int>
    /// nil: it does not compile.
    package internal(set) var type: RouteValueType?
  }

  package var root: RouteExpression { RouteExpression(condition: self, index: nodes.count - 1) }
}
