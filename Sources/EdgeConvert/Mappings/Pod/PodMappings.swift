extension FieldMapping {
  /// Pods as a whole: identity, life, and what only a cluster's scheduler reads.
  static let podMappings: [FieldMapping] =
    [
      "affinity", "tolerations", "nodeSelector", "nodeName", "topologySpreadConstraints",
      "schedulerName", "priorityClassName", "priority", "preemptionPolicy", "schedulingGates",
      "schedulingGroup", "overhead", "readinessGates", "enableServiceLinks", "evictionResponders",
    ].map {
      .ignored(.pod, $0, "It places the pod on a node; the target condition chooses devices.")
    }
}
