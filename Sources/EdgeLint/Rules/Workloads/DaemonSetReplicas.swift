internal import EdgeModel

extension Rule {
  static let workloadDaemonSetReplicas = Rule(reading: .workloadDaemonSetReplicas) {
    [
      .flags(.kubernetes, WorkloadSample.object("apps/v1", "DaemonSet", spec: "⟦replicas⟧: 2")),
      .passes(.kubernetes, WorkloadSample.deployment("replicas: 2")),
    ]
  }
}
