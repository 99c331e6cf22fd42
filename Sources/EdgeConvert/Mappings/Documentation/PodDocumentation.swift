/// Pods as a whole.
extension MappingDocumentation {
  static var containers: MappingDocumentation {
    MappingDocumentation(
      rows: [
        .pod(
          "containers", "modules", .exact, "a module for each", back: .exact,
          "a container for each module")
      ],
      examples: [
        .pod(
          """
          containers:
          - {name: reader, image: "example.io/reader:1"}
          - {name: sender, image: "example.io/sender:1", imagePullPolicy: Never}
          """,
          becomes: #"{"reader": {}, "sender": {"imagePullPolicy": "never"}}"#)
      ],
      source: "Azure/iot-edge-virtual-kubelet-provider EdgeProvider.cs (CreatePodAsync)")
  }

  static var initContainers: MappingDocumentation {
    MappingDocumentation(
      rows: [
        .pod(
          "initContainers", "modules.*.startupOrder", .impossible,
          "with --init-containers=module modules that start earlier; nobody waits until they end",
          back: .exact, "the key startupOrder of the ConfigMap"),
        .pod(
          "initContainers[].restartPolicy=Always", "modules.*.startupOrder", .lossy,
          "a module that starts earlier; nobody waits until it is ready"),
      ],
      examples: [
        .pod(
          """
          initContainers: [{name: prepare, image: "example.io/prepare:1"}]
          containers: [{name: app, image: "example.io/app:1"}]
          """,
          isRefusedBy: "init-container-unsupported"),
        .pod(
          """
          initContainers: [{name: prepare, image: "example.io/prepare:1"}]
          containers: [{name: app, image: "example.io/app:1"}]
          """,
          "--init-containers=module",
          becomes: """
            {"prepare": {"restartPolicy": "never", "startupOrder": 0}, "app": {"startupOrder": 1}}
            """),
      ],
      source: "Azure/iotedge doc/ModuleStartupOrder.md")
  }

  static var ephemeralContainers: MappingDocumentation {
    MappingDocumentation(
      rows: [.pod("ephemeralContainers", .impossible, "they are added to running pods only")],
      source: "kubernetes/api core/v1/types.go (PodSpec.EphemeralContainers)")
  }

  static var imagePullSecrets: MappingDocumentation {
    MappingDocumentation(
      rows: [
        .pod(
          "imagePullSecrets", "runtime.settings.registryCredentials", .exact,
          "user, password and address of each registry, in clear text", back: .exact,
          "the key of the ConfigMap edgeagent")
      ],
      examples: [
        .documents(
          """
          apiVersion: v1
          kind: Pod
          metadata: {name: app}
          spec:
            imagePullSecrets: [{name: acr}]
            containers: [{name: app, image: "plant.azurecr.io/app:1"}]
          ---
          apiVersion: v1
          kind: Secret
          metadata: {name: acr}
          type: kubernetes.io/dockerconfigjson
          stringData:
            .dockerconfigjson: |
              {"auths": {"plant.azurecr.io": {"username": "puller", "password": "example"}}}
          """,
          becomes: """
            {"registryCredentials": {"acr": {"address": "plant.azurecr.io", "password": "example", \
            "username": "puller"}}}
            """)
      ],
      source: "Azure/iotedge edge-agent/…/Agent.Docker/RegistryCredentials.cs")
  }

  static var serviceAccount: MappingDocumentation {
    MappingDocumentation(
      rows: ["serviceAccountName", "serviceAccount", "automountServiceAccountToken"].map {
        .pod($0, .ignored, "a module has an identity of its own in the hub")
      },
      source: "Azure/iotedge edge-agent/…/CombinedEdgeletConfigProvider.cs (MountSockets)")
  }

  static var nodeName: MappingDocumentation {
    MappingDocumentation(
      rows: [.pod("nodeName", .ignored, "the target condition chooses devices")],
      source: "containers/podman docs/kubernetes_support.md")
  }

  static var containerLabels: MappingDocumentation {
    MappingDocumentation(
      rows: [
        .row(
          "metadata.annotations", "Labels", .ignored, "nobody on a device reads them",
          back: .lossy, "annotations of the pod with --lossy, else it stays in the ConfigMap")
      ],
      source: "kubernetes/kompose docs/conversion.md (labels)")
  }

  static var serviceLinks: MappingDocumentation {
    MappingDocumentation(
      rows: [.pod("enableServiceLinks", .ignored, "a device has no Services")],
      source: "containers/podman docs/kubernetes_support.md")
  }

  /// A field that places the pod on a node.
  static func placement(_ field: String) -> MappingDocumentation {
    MappingDocumentation(
      rows: [
        .pod(field, .ignored, "it places the pod on a node; the target condition chooses devices")
      ],
      source: "Azure/iot-edge-virtual-kubelet-provider sample-deployment.yaml")
  }
}
