package import EdgeDiagnostics
package import EdgeSyntax

/// A deployment that was found in an input, as it was read from whatever dialect it is written in.
package struct FoundDeployment: Sendable {
  /// What the deployment was read from.
  package enum Origin: Sendable {
    case manifest(ManifestDocument)
    /// A workload of the Virtual Kubelet dialect; its modules come from ConfigMaps, too.
    case workload(ObjectHeader)
  }

  package let configuration: HubConfiguration
  package let origin: Origin

  package init(_ configuration: HubConfiguration, from origin: Origin) {
    self.configuration = configuration
    self.origin = origin
  }

  /// How the manifest is wrapped; nil for a workload.
  package var document: ManifestDocument? {
    if case .manifest(let document) = origin { document } else { nil }
  }

  /// The workload; nil for a manifest.
  package var workload: ObjectHeader? {
    if case .workload(let header) = origin { header } else { nil }
  }

  /// The outermost node of the document that it was read from.
  package var root: SyntaxNode {
    switch origin {
    case .manifest(let document): document.root
    case .workload(let header): header.node
    }
  }
}

/// A deployment that was found in an input, to be read when it is its turn: all of them together take
/// more memory than the input.
package struct PendingDeployment: Sendable {
  /// Reads it and says what reading found; takes the workload where it has been decoded already.
  package typealias Reading =
    @Sendable (_ decoded: Resource?) -> (deployment: FoundDeployment?, sink: DiagnosticSink)

  /// The workload; nil for a manifest.
  package let workload: ObjectHeader?
  /// The names of the modules of a workload; none for a manifest.
  package let modules: [String]
  package let read: Reading

  package init(workload: ObjectHeader?, modules: [String], read: @escaping Reading) {
    self.workload = workload
    self.modules = modules
    self.read = read
  }
}
