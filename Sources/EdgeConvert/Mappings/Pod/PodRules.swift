package import EdgeDiagnostics

extension RuleInfo {
  /// What can be wrong with a pod as a whole and what is above it, or get lost of it.
  package static let podMappingRules: [RuleInfo] = [
    .annotationIgnored, .ephemeralContainerUnsupported, .initContainerUnsupported,
    .lossInitContainerAsModule, .lossRegistryPasswordInlined, .lossServiceIgnored,
    .lossSidecarAsModule, .nodeNameIgnored, .pullSecretNotFound, .pullSecretOverridden,
    .pullSecretUnusable, .replicasZeroStopped, .serviceAccountIgnored, .workloadOwned,
  ]

  private static let startupOrder = "Azure/iotedge doc/ModuleStartupOrder.md"

  package static let initContainerUnsupported = RuleInfo(
    "init-container-unsupported", .error, "init container, which a device has no counterpart for",
    explanation: """
      The agent starts modules in order, but waits for none of them to end. Do the work where the image is \
      built, or give --init-containers=module and let the other modules wait by themselves.
      """,
    source: startupOrder)

  package static let lossInitContainerAsModule = RuleInfo(
    "loss-init-container-as-module", .warning, "init container that becomes a module",
    explanation: """
      The module starts before the others and is not restarted. The others start as soon as its start was \
      attempted, not when it has ended, so they have to wait by themselves.
      """,
    source: startupOrder)

  package static let lossSidecarAsModule = RuleInfo(
    "loss-sidecar-as-module", .warning, "sidecar that becomes a module",
    explanation: """
      The module starts before the others, but they do not wait until it has started. Let them try again \
      until it answers.
      """,
    source: "kubernetes/api core/v1/types.go (Container.RestartPolicy); \(startupOrder)")

  package static let ephemeralContainerUnsupported = RuleInfo(
    "ephemeral-container-unsupported", .error, "ephemeral container in a manifest",
    explanation: """
      Ephemeral containers are added to a running pod to look into it. Kubernetes itself refuses them in a \
      new pod; remove the field.
      """,
    source: "kubernetes/api core/v1/types.go (PodSpec.EphemeralContainers)")

  package static let replicasZeroStopped = RuleInfo(
    "replicas-zero-stopped", .info, "workload without replicas, whose modules are stopped",
    explanation: """
      A device has no number of replicas. Modules of a workload with `replicas: 0` are part of the deployment \
      and are not started, unless their ConfigMap states another status.
      """,
    source: "Azure/iotedge edge-agent/…/Agent.Kubernetes/…/KubernetesDeploymentMapper.cs")

  package static let lossServiceIgnored = RuleInfo(
    "loss-service-ignored", .warning, "Service of pods that become modules",
    explanation: """
      Modules reach each other by their own names on the network of the runtime, so the name of a Service and \
      its ports are lost. Use the names of the modules, and `hostPort` for what is reached from outside.
      """,
    source: "Azure/iotedge doc/networking.md")

  package static let annotationIgnored = RuleInfo(
    "annotation-ignored", .info, "annotation that means nothing on a device",
    explanation: """
      Containers of a device have no annotations. Only those of the edge deployment and of edgekit itself \
      are read.
      """,
    source: "edgekit")

  package static let serviceAccountIgnored = RuleInfo(
    "service-account-ignored", .info, "service account, which means nothing on a device",
    explanation: """
      A module has an identity of its own in the hub, which the runtime hands to it. There is no API server \
      that a token would be for.
      """,
    source: "Azure/iotedge edge-agent/…/CombinedEdgeletConfigProvider.cs (MountSockets)")

  package static let nodeNameIgnored = RuleInfo(
    "node-name-ignored", .info, "node name, which means nothing to the hub",
    explanation:
      "The field places a pod on a node of a cluster. The target condition chooses devices.",
    source: "kubernetes/api core/v1/types.go (PodSpec.NodeName)")

  package static let workloadOwned = RuleInfo(
    "workload-owned", .info, "workload that another one in the input makes",
    explanation: """
      Pods and ReplicaSets that a controller made say the same as the controller. With --all-workloads they \
      are left out where the controller is in the input, too.
      """,
    source: "kubernetes/apimachinery pkg/apis/meta/v1/types.go (OwnerReference)")

  package static let pullSecretNotFound = RuleInfo(
    "pull-secret-not-found", .error, "pull secret that is not in the input",
    explanation: """
      Registry credentials are taken from the files that are given, nothing is looked up in a cluster. Add \
      the file with the Secret, or state the credentials in ConfigMap `edgeagent`.
      """,
    source: "kubernetes/api core/v1/types.go (PodSpec.ImagePullSecrets)")

  package static let pullSecretUnusable = RuleInfo(
    "pull-secret-unusable", .error, "pull secret without credentials that a device can use",
    explanation: """
      A pull secret has the type `kubernetes.io/dockerconfigjson` or `kubernetes.io/dockercfg`, and for each \
      registry a user name and a password. The agent knows no other way to log in.
      """,
    source: """
      kubernetes/api core/v1/types.go (SecretTypeDockerConfigJson, SecretTypeDockercfg); Azure/iotedge \
      edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Docker/RegistryCredentials.cs
      """)

  package static let pullSecretOverridden = RuleInfo(
    "pull-secret-overridden", .info, "pull secret for a registry with other credentials",
    explanation: """
      The agent has one pair of user name and password for each registry. What ConfigMap `edgeagent` says \
      wins, then the pull secret that comes first.
      """,
    source: "Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Docker/DockerUtil.cs")

  package static let lossRegistryPasswordInlined = RuleInfo(
    "loss-registry-password-inlined", .warning, "password of a registry in clear text",
    explanation: """
      A manifest has no Secrets: everybody who may read the deployment reads the password. Use a token that \
      may only pull, or an identity of the device.
      """,
    source:
      "Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Docker/RegistryCredentials.cs"
  )
}
