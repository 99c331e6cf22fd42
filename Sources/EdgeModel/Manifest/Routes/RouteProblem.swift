package import EdgeDiagnostics

/// Something wrong with a route, placed in its text.
package struct RouteProblem: Sendable {
  package var rule: RuleInfo
  /// The rule's severity, or a milder one where the case is harmless.
  package var severity: Severity
  package var stage: Stage
  /// What is wrong, in one line.
  package var message: String
  /// The smallest place that shows it, in bytes of the route text.
  package var range: Range<Int>
  /// What to do about it.
  package var help: String?
  /// How the text can be repaired, where one change is enough.
  package var repair: Repair?

  /// Changes of a route's text that take a problem away and bring no other.
  package struct Repair: Sendable {
    /// What it does, as an order.
    package var title: String
    package var applicability: Fix.Applicability
    /// Parts of the text that others take the place of; they do not overlap.
    package var edits: [(part: Range<Int>, replacement: String)]

    /// The text after the changes.
    func applied(to text: [UInt8]) -> [UInt8] {
      var text = text
      for edit in edits.sorted(by: { $0.part.lowerBound > $1.part.lowerBound }) {
        text.replaceSubrange(edit.part, with: edit.replacement.utf8)
      }
      return text
    }
  }

  /// When edgeHub finds out, which decides what becomes of the other routes.
  ///
  /// Source: Azure/iotedge,
  /// edge-hub/core/src/Microsoft.Azure.Devices.Edge.Hub.Core/config/ConfigUpdater.cs.
  package enum Stage: Sendable, Hashable {
    /// The configuration is refused with status 400 and the old routes stay.
    case parse
    /// The configuration is reported as applied, then compiling the routes fails: only the log says
    /// so, and none of the new routes works.
    case compile
    /// Taken without a word, but not as it was meant.
    case accepted
  }

  package init(
    _ rule: RuleInfo, _ stage: Stage, _ message: String, at range: Range<Int>,
    severity: Severity? = nil, help: String? = nil
  ) {
    self.rule = rule
    self.severity = severity ?? rule.severity
    self.stage = stage
    self.message = message
    self.range = range
    self.help = help
  }
}

/// Ends the parsing of a route: after a syntax error nothing can be said about the rest.
struct RouteRejection: Error {
  var problem: RouteProblem

  init(_ problem: RouteProblem) {
    self.problem = problem
  }

  init(_ rule: RuleInfo, _ message: String, at range: Range<Int>, help: String? = nil) {
    problem = RouteProblem(rule, .parse, message, at: range, help: help)
  }

  /// Rejects a route for its syntax.
  init(_ message: String, at range: Range<Int>, help: String? = nil) {
    self.init(.routeSyntax, message, at: range, help: help)
  }
}
