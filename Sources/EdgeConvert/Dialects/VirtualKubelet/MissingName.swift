internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// An object that would count if it had a name.
struct MissingName {
  private let header: ObjectHeader
  private let kind: ResourceKind
  private let includesUnmarked: Bool

  /// - Parameter includesUnmarked: Whether workloads count that do not say that they are meant.
  init(_ header: ObjectHeader, kind: ResourceKind, includesUnmarked: Bool) {
    self.header = header
    self.kind = kind
    self.includesUnmarked = includesUnmarked
  }

  /// Reports it, unless it is a workload that has nothing to do with IoT Edge.
  func report(_ context: DecodingContext) {
    guard isRelevant else { return }
    let node = header.metadata?["name"]
    context.with(subject: header.kind) {
      if let node, !node.isNull, !node.isString {
        context.report(
          .metaNameMissing,
          "the name of a \(header.kind) must be a string, not \(node.kind.description)",
          at: node, help: "put it in quotes: \"\(node.text)\"")
      } else {
        context.report(
          .metaNameMissing, "a \(header.kind) has no name",
          at: node.flatMap { $0.isString ? $0 : nil } ?? header.node.member("metadata")?.key
            ?? header.kindNode, help: help)
      }
    }
  }

  private var isRelevant: Bool {
    guard kind != .configMap else { return header.metadata?["generateName"] == nil }
    guard kind.isWorkload else { return false }
    let workload = EdgeWorkload(
      header, kind: kind, name: Located("", at: nil), namespace: "")
    return workload.isMarked || includesUnmarked
  }

  private var help: String {
    kind == .configMap
      ? "add metadata.name: 'edgehub', 'edgeagent' or the name of a container"
      : "add metadata.name; it becomes the id of the deployment"
  }
}
