extension Rule {
  /// The Virtual Kubelet dialect and its scheduling contract.
  static let virtualKubeletRules: [Rule] = []
}
