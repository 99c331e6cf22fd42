package import EdgeDiagnostics

extension RuleInfo {
  /// What can be wrong with a pod, or get lost, when its containers become modules.
  package static let mappingRules: [RuleInfo] =
    [
      .configMapKeyNotFound, .envShadowed, .fieldRefUnsupported, .fileKeyRefUnsupported,
      .lossFieldRefApproximated, .lossSecretInlined, .lossUnresolvedVariable, .mergeConflict,
      .mergeOverridden, .resourceFieldRefUnresolved, .secretKeyNotFound, .secretNotFound,
      .secretNotUTF8,
    ] + processMappingRules + probeMappingRules + networkMappingRules + resourceMappingRules
    + securityMappingRules + podMappingRules + volumeMappingRules + nativeRules

  private static let kubelet = "kubernetes/kubernetes pkg/kubelet/kubelet_pods.go"

  package static let mergeOverridden = RuleInfo(
    "merge-overridden", .info, "field of a container that createOptions of its ConfigMap override",
    explanation: """
      The container and the ConfigMap of its name say different things of one setting. The ConfigMap is \
      the author's last word; remove one of the two.
      """,
    source: "edgekit")

  package static let mergeConflict = RuleInfo(
    "merge-conflict", .error,
    "field of a container that contradicts createOptions of its ConfigMap",
    explanation: """
      Under --strict the container and the ConfigMap of its name may not say different things of one \
      setting. Remove one of the two.
      """,
    source: "edgekit")

  package static let envShadowed = RuleInfo(
    "env-shadowed", .info, "variable of a module that its createOptions set, too",
    explanation: """
      On a device `Env` of createOptions wins over the module's variables, so the module goes without the \
      one that would have no effect. Remove one of the two.
      """,
    source: "Azure/iotedge edgelet/edgelet-docker/src/runtime.rs (merge_env)")

  package static let configMapKeyNotFound = RuleInfo(
    "config-map-key-not-found", .error, "reference to a key that its ConfigMap does not have",
    explanation: """
      Values are looked up in the input. Add the key to the ConfigMap, or `optional: true` to the \
      reference.
      """,
    source: kubelet)

  package static let secretNotFound = RuleInfo(
    "secret-not-found", .error, "reference to a Secret that is not in the input",
    explanation:
      "Values are looked up in the input, never in a cluster. Add the file that has the Secret.",
    source: kubelet)

  package static let secretKeyNotFound = RuleInfo(
    "secret-key-not-found", .error, "reference to a key that its Secret does not have",
    explanation: """
      Values are looked up in the input. Add the key to the Secret, or `optional: true` to the reference.
      """,
    source: kubelet)

  package static let secretNotUTF8 = RuleInfo(
    "secret-not-utf8", .error, "variable whose value in a Secret is no text",
    explanation:
      "A variable holds text. Bytes of another kind have to get to the device in a file.",
    source: kubelet)

  package static let lossSecretInlined = RuleInfo(
    "loss-secret-inlined", .warning, "value of a Secret that is written in clear text",
    explanation: """
      A manifest has no Secrets: everybody who may read the deployment reads the value. Let the module \
      fetch its secrets, or accept it knowingly.
      """,
    source:
      "Azure/azure-iot-cli-extension azure-iot-edgeagent-deployment-1.1.json (definitions.env)")

  package static let lossFieldRefApproximated = RuleInfo(
    "loss-field-ref-approximated", .warning, "field of a pod that has another value on a device",
    explanation: "A device has no pods: the name of the workload stands for that of its pod.",
    source: "containers/podman pkg/specgen/generate/kube/kube.go (envVarValueFieldRef)")

  package static let lossUnresolvedVariable = RuleInfo(
    "loss-unresolved-variable", .warning, "reference to a variable that nobody sets",
    explanation: """
      `$(NAME)` is replaced by the value of a variable of the container. Nobody on a device does it \
      later, so an unknown name stays as text. `$$(NAME)` is the text itself.
      """,
    source: "kubernetes/kubernetes third_party/forked/golang/expansion/expand.go")

  package static let fieldRefUnsupported = RuleInfo(
    "field-ref-unsupported", .error, "field of a pod that is not known on a device",
    explanation: """
      Addresses, uids and nodes are a cluster's. Every module gets IOTEDGE_DEVICEID and IOTEDGE_MODULEID \
      from the runtime.
      """,
    source: "Azure/iotedge edge-agent/src/…/commands/CreateOrUpdateCommand.cs (GetEnvVars)")

  package static let resourceFieldRefUnresolved = RuleInfo(
    "resource-field-ref-unresolved", .error, "reference to a limit or request that is not there",
    explanation: """
      Without a limit of its own a container gets that of its node, which is not known. Write the limit \
      or request that is referred to.
      """,
    source: "kubernetes/kubernetes pkg/api/v1/resource/helpers.go (ExtractContainerResourceValue)")

  package static let fileKeyRefUnsupported = RuleInfo(
    "file-key-ref-unsupported", .error, "variable that is read from a file in a volume",
    explanation: "Nobody on a device reads files for variables. Write the value out.",
    source: "kubernetes/api core/v1/types.go (FileKeySelector)")
}
