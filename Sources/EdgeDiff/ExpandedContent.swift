internal import EdgeModel

/// An expanded deployment, taken apart into what surrounds the content and the twins in it.
struct ExpandedContent: Sendable {
  let root: Value
  /// Whether it is wrapped so that it can say whom it is for.
  let hasMetadata: Bool
  /// The twins by module, in order.
  let twins: [(name: ArraySlice<UInt8>, twin: Twin)]

  init(_ deployment: ExpandedDeployment) {
    root = Value(deployment.root, .root)
    switch deployment.deployment.document?.shape {
    case .bare, .moduleTwin: hasMetadata = false
    case .wrapped, .configuration, nil: hasMetadata = true
    }
    let content = root["content"]?["modulesContent"]
    twins = content?.entries.map { ($0.key, Twin($0.value)) } ?? []
  }
}
