/// Kubernetes objects for examples, whole but for the lines that an example is about.
enum WorkloadSample {
  /// A Deployment with these lines in its spec.
  static func deployment(_ spec: String) -> String {
    object("apps/v1", "Deployment", spec: spec + "\n" + template)
  }

  /// A Pod with these lines in its spec, besides its containers.
  static func pod(_ spec: String) -> String {
    object("v1", "Pod", spec: spec)
  }

  /// A Pod with one container and these lines in it.
  static func container(_ lines: String) -> String {
    pod(
      """
      containers:
      - name: sensor
        image: example.azurecr.io/sensor:1.0
      \(indented(lines))
      """)
  }

  /// A Pod with these volumes, and a container that mounts `data`.
  static func volumes(_ volumes: String) -> String {
    container(
      """
      volumeMounts:
      - name: data
        mountPath: /data
      """) + "\n" + indented("volumes:\n" + volumes)
  }

  /// An object of a kind with these lines in its spec.
  static func object(
    _ apiVersion: String, _ kind: String, name: String = "edge", spec: String
  ) -> String {
    """
    apiVersion: \(apiVersion)
    kind: \(kind)
    metadata:
      name: \(name)
    spec:
    \(indented(spec))
    """
  }

  /// A ConfigMap or Secret with these lines beside its metadata.
  static func data(_ kind: String, name: String = "settings", _ lines: String) -> String {
    """
    apiVersion: v1
    kind: \(kind)
    metadata:
      name: \(name)
    \(lines)
    """
  }

  /// The selector and the pod template of a workload.
  static let template = """
    selector:
      matchLabels:
        app: sensor
    template:
      metadata:
        labels:
          app: sensor
      spec:
        containers:
        - name: sensor
          image: example.azurecr.io/sensor:1.0
    """

  static func indented(_ lines: String) -> String {
    lines.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "  \($0)" }.joined(separator: "\n")
  }
}
