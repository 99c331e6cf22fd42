internal import EdgeSyntax

/// What a Deployment is called, and what its pods are found by.
struct PodScope {
  let name: String
  /// The labels of the pods.
  private(set) var labels: [JSONValue.Member]
  /// The label that its pods alone have.
  let selector: JSONValue.Member
  /// Annotations of the Deployment that say what was added.
  private(set) var annotations: [JSONValue.Member] = []

  /// - Parameters:
  ///   - pod: The pod; nil where there is only one.
  ///   - labels: The labels of the whole deployment.
  init(_ pod: NativePod?, of objects: VirtualKubeletObjects, labels: [JSONValue.Member]) {
    self.labels = labels
    let app = "app"
    var added: [String] = []
    if !labels.contains(where: { $0.name == app }) {
      self.labels.insert(.init(app, .string(objects.name)), at: 0)
      added.append(app)
    }
    guard let container = pod?.containers.first, objects.options.splitsModules else {
      name = objects.name
      selector = self.labels.first { $0.name == app } ?? .init(app, .string(objects.name))
      addAnnotation(for: added)
      return
    }
    name =
      KubernetesName.sanitised("\(objects.name)-\(container)") ?? objects.name
    selector = .init("\(CarrierAnnotation.module)", .string(container))
    self.labels.append(selector)
    addAnnotation(for: added + [selector.name])
    annotations.append(.init("\(CarrierAnnotation.splitFrom)", .string(objects.name)))
  }

  private mutating func addAnnotation(for added: [String]) {
    guard !added.isEmpty else { return }
    annotations.append(
      .init("\(CarrierAnnotation.addedLabels)", .string(added.joined(separator: ","))))
  }
}
