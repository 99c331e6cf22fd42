package import EdgeDiagnostics

extension RuleInfo {
  /// What a conversion loses, assumes or cannot do.
  package static let conversionRules: [RuleInfo] = [
    .carrierMalformed, .configMapNotFound, .configMetadataLeftOut,
    .lossCarried, .lossCarrierOverridden, .lossDefaultAssumed, .lossFieldDropped,
    .lossNameChanged, .lossProviderDropped, .lossReplicas, .lossSharedConfigMap,
    .lossWorkloadKind, .nameCollision, .nameUnusable, .roundTripFailed, .vkProviderFailure,
  ]

  package static let lossFieldDropped = RuleInfo(
    "loss-field-dropped", .warning, "field that the target cannot say",
    explanation: """
      The field has no counterpart in the target, or edgekit does not convert it yet, so the result \
      does without it. With --strict nothing is written.
      """,
    source: "edgekit")

  package static let lossDefaultAssumed = RuleInfo(
    "loss-default-assumed", .info, "value that edgekit had to assume",
    explanation: """
      The source does not say it and the target needs it. State it in the source, or give the option \
      named in the help text.
      """,
    source: "edgekit")

  package static let configMetadataLeftOut = RuleInfo(
    "config-metadata-left-out", .info, "deployment data that the shape has no place for",
    explanation: """
      Id, labels, target condition and priority belong to the configuration around the modules. Write \
      it with --shape configuration, or give them to `az iot edge deployment create`.
      """,
    source: "Azure/azure-iot-cli-extension azext_iot/operations/hub.py")

  package static let lossWorkloadKind = RuleInfo(
    "loss-workload-kind", .warning, "workload whose controller means nothing on a device",
    explanation: """
      The containers become modules; what the controller does beyond that (run to completion, ordered \
      names, one pod per node) has no counterpart.
      """,
    source: "edgekit")

  package static let lossReplicas = RuleInfo(
    "loss-replicas", .warning, "number of replicas other than one",
    explanation: """
      A deployment runs once on every device its target condition selects, so the number of replicas \
      has no meaning.
      """,
    source: "Azure/iot-edge-virtual-kubelet-provider EdgeProvider.cs (CreatePodAsync)")

  package static let lossSharedConfigMap = RuleInfo(
    "loss-shared-configmap", .warning, "system ConfigMap that several deployments share",
    explanation: """
      ConfigMaps `edgehub` and `edgeagent` belong to every edge deployment of their namespace, so each \
      of them gets the same routes and settings. Put the deployments into namespaces of their own.
      """,
    source: "Azure/iot-edge-virtual-kubelet-provider EdgeProvider.cs (lines 115 to 153)")

  package static let lossCarrierOverridden = RuleInfo(
    "loss-carrier-overridden", .warning, "carrier that no longer agrees with what it carries for",
    explanation: """
      `desiredProperties` was edited after edgekit wrote `edgekit.desiredProperties` beside it. The \
      edited value is used; remove the other key.
      """,
    source: "edgekit")

  package static let lossProviderDropped = RuleInfo(
    "loss-provider-dropped", .warning, "what the archived provider does not send",
    explanation: """
      Under --compat virtual-kubelet edgekit writes what the provider sent. The provider never looked \
      at this, or threw it away.
      """,
    source: "Azure/iot-edge-virtual-kubelet-provider EdgeProvider.cs")

  package static let vkProviderFailure = RuleInfo(
    "vk-provider-failure", .error, "input on which the archived provider failed",
    explanation: """
      Under --compat virtual-kubelet edgekit does what the provider did: here it threw an exception, \
      answered 500 and deployed nothing.
      """,
    source: """
      Azure/iot-edge-virtual-kubelet-provider VirtualKubeletProviderController.cs (DoAction)
      """)

  package static let configMapNotFound = RuleInfo(
    "config-map-not-found", .error, "reference to a ConfigMap that is not in the input",
    explanation: """
      Values are taken from the files that are given, nothing is looked up in a cluster. Add the file \
      with the ConfigMap, or mark the reference optional.
      """,
    source: "kubernetes/kubernetes pkg/kubelet/kubelet_pods.go (makeEnvironmentVariables)")

  package static let lossCarried = RuleInfo(
    "loss-carried", .info, "setting that only edgekit reads back",
    explanation: """
      The target has no place for it, so it travels in an annotation of edgekit's own. The way back is \
      exact; the target itself does not look at it.
      """,
    source: "edgekit")

  package static let lossNameChanged = RuleInfo(
    "loss-name-changed", .info, "name that the target cannot have",
    explanation: """
      A container's name is a DNS-1123 label: lower-case letters, digits and `-`. The module's own name \
      stands beside it, and edgekit reads it back.
      """,
    source: "kubernetes/apimachinery pkg/util/validation/validation.go (IsDNS1123Label)")

  package static let nameCollision = RuleInfo(
    "name-collision", .error, "two names that become one",
    explanation: """
      Names that differ only in letter case or in characters that Kubernetes does not allow become the \
      same name, and one of the two modules would be lost.
      """,
    source: "Azure/iotedge edge-agent/…/Agent.Kubernetes/planners/KubernetesPlanner.cs (PlanAsync)")

  package static let nameUnusable = RuleInfo(
    "name-unusable", .error, "name without a character that Kubernetes allows",
    explanation: """
      Nothing is left of the name once all characters are taken away that a container's name cannot have.
      """,
    source: "kubernetes/apimachinery pkg/util/validation/validation.go (IsDNS1123Label)")

  package static let carrierMalformed = RuleInfo(
    "carrier-malformed", .error, "annotation of edgekit that cannot be read",
    explanation: """
      `edgekit/patch` holds JSON Patch (RFC 6902) that edgekit wrote, and `edgekit/registry-name` the name of \
      a registry credential. Remove the annotation, and what the objects say counts alone; or convert the \
      manifest anew.
      """,
    source: "edgekit")

  package static let roundTripFailed = RuleInfo(
    "round-trip-failed", .error, "output that would not read back as the input",
    explanation: """
      Before edgekit writes Kubernetes objects it reads them back. Here they would be refused, so nothing \
      is written.
      """,
    source: "edgekit")
}
