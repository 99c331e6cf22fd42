internal import EdgeDiagnostics
internal import EdgeModel
package import EdgeSyntax

/// The ConfigMaps that a workload can refer to: those of its namespace.
package struct ConfigMapLookup {
  private let objects: KubernetesObjects
  private let namespace: String
  private let decoding: DecodingContext

  init(_ objects: KubernetesObjects, namespace: String, _ decoding: DecodingContext) {
    self.objects = objects
    self.namespace = namespace
    self.decoding = decoding
  }

  /// Reports a reference to a ConfigMap that is not in the input and not optional; says whether
  /// there was nothing to report.
  ///
  /// - Parameter reader: Whose reference it is, for example `a volume`.
  package func check(_ reference: SyntaxNode?, of reader: String) -> Bool {
    guard let reference, let name = reference["name"], name.isString else { return true }
    if case .boolean(true)? = reference["optional"]?.scalar { return true }
    guard objects.configMaps(named: name.text, in: namespace).isEmpty else { return true }
    decoding.report(
      .configMapNotFound, "\(reader) reads ConfigMap '\(name.text)', which is not in the input",
      at: name,
      help: Suggestion.question(for: name.text, among: objects.configMapNames(in: namespace))
        ?? "add the file that defines it")
    return false
  }
}
