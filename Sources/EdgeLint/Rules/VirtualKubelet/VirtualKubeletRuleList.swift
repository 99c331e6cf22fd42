extension Rule {
  /// The Virtual Kubelet dialect and its scheduling contract.
  static let virtualKubeletRules: [Rule] = [
    vkAnnotationNotString, vkAnnotationNotTrue, vkAnnotationsOnController, vkAntiAffinityMissing,
    vkAntiAffinitySelector, vkAntiAffinityTopology, vkConfigMapNamespace, vkConfigMapOrphan,
    vkIgnoredField, vkInitContainer, vkJob, vkLabelsMissing, vkMissingNodeSelector,
    vkMissingToleration, vkNetworkUnavailable, vkNodeName, vkNodeSelectorMismatch, vkOldTaintKey,
    vkOrdinaryWorkload, vkReplicasOverNodes, vkResourceUnavailable, vkRolloutDeadlock,
    vkTaintEffect, vkTargetConditionMissing,
  ]
}
