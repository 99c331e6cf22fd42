internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// The objects that a pod can refer to: those of its namespace.
struct PodReferences {
  private let objects: KubernetesObjects
  private let namespace: String
  private let options: PodOptions
  private let decoding: DecodingContext

  init(
    _ objects: KubernetesObjects, namespace: String, options: PodOptions,
    _ decoding: DecodingContext
  ) {
    self.objects = objects
    self.namespace = namespace
    self.options = options
    self.decoding = decoding
  }

  /// The ConfigMap with a name; nil where there is none in the input.
  func configMap(named name: String) -> SyntaxNode? {
    objects.configMaps(named: name, in: namespace).first
  }

  /// The Secret with a name; nil where there is none in the input.
  func secret(named name: String) -> SyntaxNode? {
    objects.secret(named: name, in: namespace)
  }

  /// The names of all Secrets, sorted.
  var secretNames: [String] { objects.secretNames(in: namespace) }

  /// The PersistentVolumeClaim with a name; nil where there is none in the input.
  func claim(named name: String) -> SyntaxNode? {
    objects.claim(named: name, in: namespace)
  }

  /// The name of a container's module.
  func moduleName(of container: Located<String>) -> Located<String> {
    objects.moduleName(of: container, in: namespace)
  }

  /// What to do about an object that is not there.
  private var help: String {
    options.allowsLoss
      ? "what it says is left out; add the file that defines it"
      : "add the file that defines it, or leave out what it says with --allow-loss"
  }

  /// The ConfigMap that a reference names; one that is not in the input and not optional is reported.
  ///
  /// - Parameter reader: Whose reference it is, for example `a volume`.
  func configMap(
    _ name: Located<String>?, isOptional: Bool, for reader: String
  ) -> SyntaxNode? {
    guard let name else { return nil }
    if let found = configMap(named: name.value) { return found }
    if !isOptional {
      decoding.report(
        .configMapNotFound,
        "\(reader) reads ConfigMap '\(name.value)', which is not in the input", at: name.node,
        severity: options.severity(ofImpossible: .configMapNotFound),
        help: Suggestion.question(for: name.value, among: objects.configMapNames(in: namespace))
          ?? help)
    }
    return nil
  }

  /// The Secret that a reference names; one that is not in the input and not optional is reported.
  func secret(
    _ name: Located<String>?, isOptional: Bool, for reader: String
  ) -> SyntaxNode? {
    guard let name else { return nil }
    if let found = secret(named: name.value) { return found }
    if !isOptional {
      decoding.report(
        .secretNotFound, "\(reader) reads Secret '\(name.value)', which is not in the input",
        at: name.node, severity: options.severity(ofImpossible: .secretNotFound),
        help: Suggestion.question(for: name.value, among: objects.secretNames(in: namespace))
          ?? help)
    }
    return nil
  }
}
