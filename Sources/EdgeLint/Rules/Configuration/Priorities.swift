internal import EdgeDiagnostics
internal import EdgeModel

extension Rule {
  static let priorityType = Rule(reading: .priorityType, fix: .safe) {
    [
      .flags(
        .manifest, sampleConfiguration(#""priority": ⟦"10"⟧"#),
        fixed: sampleConfiguration(#""priority": 10"#)),
      .flags(.manifest, sampleConfiguration(#""priority": ⟦1.5⟧"#)),
      .flags(.manifest, sampleConfiguration(#""priority": ⟦3000000000⟧"#)),
      .flags(.kubernetes, annotatedPod(#"priority: ⟦"high"⟧"#)),
      .passes(.manifest, sampleConfiguration(#""priority": 10"#)),
      .passes(.manifest, sampleConfiguration(#""priority": null"#)),
      .passes(.kubernetes, annotatedPod(#"priority: "10""#)),
    ]
  }

  static let priorityRange = Rule(reading: .priorityRange) {
    [
      .flags(.manifest, sampleConfiguration(#""priority": ⟦-1⟧"#)),
      .flags(.kubernetes, annotatedPod(#"priority: ⟦"-1"⟧"#)),
      .passes(.manifest, sampleConfiguration(#""priority": 0"#)),
    ]
  }
}

/// An edge deployment of the Virtual Kubelet dialect with an annotation, for examples.
func annotatedPod(_ annotation: String) -> String {
  """
  apiVersion: v1
  kind: Pod
  metadata:
    name: edge
    labels:
      app: edge
    annotations:
      isEdgeDeployment: "true"
      \(annotation)
  spec:
    containers:
    - name: sensor
      image: example.azurecr.io/sensor:1.0
    nodeSelector:
      type: virtual-kubelet
    tolerations:
    - key: virtual-kubelet.io/provider
      operator: Equal
      value: iotedge
      effect: NoSchedule
  """
}
