internal import EdgeModel

extension Rule {
  static let configMapBinaryCreateOptions = Rule(reading: .configMapBinaryCreateOptions) {
    [
      .flags(.kubernetes, workload(settings: "binaryData:\n  ⟦createOptions⟧: e30=")),
      .flags(.kubernetes, workload(settings: "binaryData:\n  ⟦status⟧: cnVubmluZw==")),
      .passes(.kubernetes, workload(settings: "data:\n  createOptions: '{}'")),
    ]
  }

  private static func workload(settings: String) -> String {
    """
    apiVersion: v1
    kind: Pod
    metadata:
      name: edge
      labels:
        app: edge
      annotations:
        isEdgeDeployment: "true"
        targetCondition: "tags.site='1'"
        priority: "15"
    spec:
      containers:
      - name: sensor
        image: example.azurecr.io/sensor:1.0
    ---
    apiVersion: v1
    kind: ConfigMap
    metadata:
      name: sensor
    \(settings)
    """
  }
}
