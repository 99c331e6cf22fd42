internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension RuleExample {
  /// An edge deployment that is flagged for some lines.
  ///
  /// - Parameters:
  ///   - pod: Lines in the `spec` of its pods.
  ///   - spec: Lines in its own `spec`.
  static func flags(
    edge pod: String, spec: String = "", fixed: String? = nil,
    under options: LintOptions = LintOptions()
  ) -> RuleExample {
    .flags(
      .kubernetes, edgeDeployment(pod, spec: spec),
      fixed: fixed.map { edgeDeployment($0, spec: spec) }, under: options)
  }

  /// An edge deployment with some lines in the `spec` of its pods and in its own.
  static func passes(
    edge pod: String, spec: String = "", under options: LintOptions = LintOptions()
  ) -> RuleExample {
    .passes(.kubernetes, edgeDeployment(pod, spec: spec), under: options)
  }

  /// An edge deployment whose annotation, which stands for what is missing, is flagged.
  static func flagsAnnotation(
    edge pod: String, spec: String = "", under options: LintOptions = LintOptions()
  ) -> RuleExample {
    .flags(
      .kubernetes,
      edgeDeployment(pod, spec: spec).replacing("isEdgeDeployment", with: "⟦isEdgeDeployment⟧"),
      under: options)
  }

  /// What a pod needs to be placed on the virtual node, and to be there once.
  static let placement = "\(selector)\n\(tolerations)\n\(antiAffinity)"
  static let selector = "nodeSelector:\n  type: virtual-kubelet"
  static let tolerations = """
    tolerations:
    - key: virtual-kubelet.io/provider
      operator: Equal
      value: iotedge
      effect: NoSchedule
    - key: node.kubernetes.io/network-unavailable
      operator: Exists
      effect: NoSchedule
    """
  static let antiAffinity = antiAffinity(app: "edge", topologyKey: "kubernetes.io/hostname")

  static func antiAffinity(app: String, topologyKey: String) -> String {
    """
    affinity:
      podAntiAffinity:
        requiredDuringSchedulingIgnoredDuringExecution:
        - topologyKey: \(topologyKey)
          labelSelector:
            matchLabels:
              app: \(app)
    """
  }

  static func edgeDeployment(_ pod: String, spec: String = "") -> String {
    """
    apiVersion: apps/v1
    kind: Deployment
    metadata:
      name: edge
    spec:
    \(spec.isEmpty ? "" : spec.indented(by: 2) + "\n")  selector:
        matchLabels:
          app: edge
      template:
        metadata:
          labels:
            app: edge
          annotations:
            isEdgeDeployment: "true"
            targetCondition: tags.site='1'
            priority: "15"
        spec:
          containers:
          - name: sensor
            image: example.azurecr.io/sensor:1.0
    \(pod.indented(by: 6))
    """
  }
}

extension LintOptions {
  /// The usual options with the nodes of a cluster, in YAML.
  static func nodes(_ text: String) -> LintOptions {
    let sources = SourceManager()
    let file = sources.add(name: "nodes.yaml", bytes: Array(text.utf8))
    var sink = DiagnosticSink()
    let documents = DocumentReader.read(file, in: sources, reporting: &sink)
    var options = LintOptions()
    options.nodes = NodeList.read(documents, sources: sources).nodes
    return options
  }

  /// Two hubs and a machine.
  static var twoHubs: LintOptions {
    nodes(
      """
      kind: List
      apiVersion: v1
      items:
      - apiVersion: v1
        kind: Node
        metadata:
          name: hub0
          labels: {type: virtual-kubelet, kubernetes.io/hostname: hub0, site: north}
        spec:
          taints:
          - {key: virtual-kubelet.io/provider, value: iotedge, effect: NoSchedule}
        status:
          allocatable: {cpu: "20", memory: 100Gi, pods: "3"}
      - apiVersion: v1
        kind: Node
        metadata:
          name: hub1
          labels: {type: virtual-kubelet, kubernetes.io/hostname: hub1, site: south}
        spec:
          taints:
          - {key: virtual-kubelet.io/provider, value: iotedge, effect: NoSchedule}
          - {key: dedicated, value: plant, effect: NoExecute}
        status:
          allocatable: {cpu: "40", memory: 100Gi, pods: "3"}
      - apiVersion: v1
        kind: Node
        metadata:
          name: machine
          labels: {kubernetes.io/hostname: machine, kubernetes.io/os: linux}
        status:
          allocatable: {cpu: "4", memory: 16Gi, pods: "110"}
      """)
  }

  /// One hub whose node has no taint and is not ready, and no machine.
  static var openHub: LintOptions {
    nodes(
      """
      apiVersion: v1
      kind: Node
      metadata:
        name: hub0
        labels: {type: virtual-kubelet, kubernetes.io/hostname: hub0}
      spec:
        taints:
        - {key: node.kubernetes.io/not-ready, effect: NoSchedule}
      status:
        allocatable: {cpu: "20", memory: 100Gi, pods: "3"}
      """)
  }
}
