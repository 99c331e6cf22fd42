internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension RuleContext {
  /// Reports a finding about a part of a route's text, in UTF-8 bytes from 0.
  func report(
    _ message: String, at part: Range<Int>, of route: RouteSubject,
    labels: [Diagnostic.Label] = [], help: String?, fix: Fix? = nil
  ) {
    guard let node = route.route.text.node else { return }
    let outer = subject
    subject = "route \(route.name)"
    defer { subject = outer }
    report(message, at: part, of: node, labels: labels, help: help, fix: fix)
  }

  /// The place of a part of a route's text.
  func range(of part: Range<Int>, in route: RouteSubject) -> SourceRange? {
    route.route.text.node.map { range(of: part, in: $0) }
  }
}

extension RouteSubject {
  /// A part of the text.
  func text(_ part: Range<Int>) -> String {
    guard let node = route.text.node else { return "" }
    let bytes = node.utf8
    return String(
      decoding: bytes[bytes.startIndex + part.lowerBound..<bytes.startIndex + part.upperBound],
      as: UTF8.self)
  }

  /// A part of the text for a message, which a long one would bury.
  func excerpt(_ part: Range<Int>) -> String {
    let text = text(part)
    return text.count > 60 ? text.prefix(60) + "…" : text
  }
}

/// Where the rules of routes come from.
enum RouteRuleSource {
  static let hub = "Azure/iotedge edge-hub/core/src/Microsoft.Azure.Devices.Edge.Hub.Core"
  static let routing = "Azure/iotedge edge-hub/core/src/Microsoft.Azure.Devices.Routing.Core"
}
