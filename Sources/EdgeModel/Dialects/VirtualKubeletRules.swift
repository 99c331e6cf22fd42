package import EdgeDiagnostics

extension RuleInfo {
  /// What can be wrong with the objects of the Virtual Kubelet dialect.
  package static let virtualKubeletRules: [RuleInfo] = [
    .cmJSON, .cmValueType, .configMapBinaryCreateOptions, .ctrDuplicateName, .ctrImageMissing,
    .docDuplicateObject, .agentUnknownField, .envOverridesModuleEnv, .hubUnknownField,
    .metaNameMissing, .moduleNameReserved, .priorityRange, .priorityType, .vkAnnotationNotString,
    .vkAnnotationNotTrue, .vkAnnotationsOnController, .vkConfigMapNamespace, .vkConfigMapOrphan,
    .vkLabelsMissing, .vkTargetConditionMissing,
  ]

  private static let provider = """
    Azure/iot-edge-virtual-kubelet-provider \
    src/Microsoft.Azure.VirtualKubelet.Edge.Provider/EdgeProvider.cs
    """

  package static let vkAnnotationNotString = RuleInfo(
    "vk-annotation-not-string", .error, "annotation that is not a string",
    explanation: """
      Annotations are strings. An unquoted `true` or `15` is a boolean or a number, which the API \
      server refuses. Quote it.
      """,
    source: "openfaas/faas-netes#1168; kubernetes/kubernetes#59113")

  package static let vkAnnotationNotTrue = RuleInfo(
    "vk-annotation-not-true", .error, "isEdgeDeployment that is almost `true`",
    explanation: """
      The provider compares with `true` exactly. `True`, `yes` or `"true "` make an ordinary pod that \
      reports Running while nothing is deployed.
      """,
    source: "\(provider) (line 311)")

  package static let vkAnnotationsOnController = RuleInfo(
    "vk-annotations-on-controller", .error, "edge annotations on the workload instead of its pods",
    explanation: """
      The provider sees pods. Annotations of a Deployment's own metadata do not reach them; write \
      them under spec.template.metadata.
      """,
    source: "\(provider) (CreatePodAsync)")

  package static let vkTargetConditionMissing = RuleInfo(
    "vk-target-condition-missing", .error, "edge deployment without a target condition",
    explanation: """
      The provider fails without the annotation `targetCondition`, and a configuration without one \
      selects no device.
      """,
    source: "\(provider) (line 183)")

  package static let vkLabelsMissing = RuleInfo(
    "vk-labels-missing", .error, "edge deployment whose pods have no labels",
    explanation: """
      The provider copies the labels of the pod and fails when there are none. edgekit goes on \
      without.
      """,
    source: "\(provider) (lines 193 to 196)")

  package static let vkConfigMapOrphan = RuleInfo(
    "vk-configmap-orphan", .info, "module ConfigMap that belongs to no module",
    explanation: """
      A ConfigMap configures the container of the same name. This one has the keys of a module, and \
      no container of its namespace has its name.
      """,
    source: "\(provider) (PopulateModuleConfig)")

  package static let vkConfigMapNamespace = RuleInfo(
    "vk-configmap-namespace", .warning, "module ConfigMap in another namespace",
    explanation: """
      ConfigMaps are looked up in the namespace of the pod. One of another namespace is not used.
      """,
    source: "\(provider) (line 178)")

  package static let priorityType = RuleInfo(
    "priority-type", .error, "priority that is no whole number",
    explanation: """
      The priority of a deployment is a 32-bit whole number. The provider silently takes 10 for text \
      that is none.
      """,
    source: "\(provider) (lines 313 to 321)")

  package static let priorityRange = RuleInfo(
    "priority-range", .warning, "negative priority",
    explanation: """
      The documentation asks for a positive number; whether the hub takes a negative one is \
      unconfirmed.
      """,
    source: "MicrosoftDocs/azure-docs articles/iot-edge/module-deployment-monitoring.md")

  package static let moduleNameReserved = RuleInfo(
    "module-name-reserved", .error, "module name that a system module has",
    explanation: """
      `edgeAgent` and `edgeHub` are the runtime's own, and their ConfigMaps `edgeagent` and `edgehub` \
      configure the system. Give the container another name.
      """,
    source: "Azure/iotedge edge-agent/…/Agent.Core/DeploymentConfig.cs (GetModuleSet)")

  package static let ctrDuplicateName = RuleInfo(
    "ctr-name", .error, "container name that is missing, malformed or given twice",
    explanation: """
      Each container of a pod has a name of its own: up to 63 lower-case letters, digits and inner \
      `-`. In an edge deployment it is the name of the module.
      """,
    source: "kubernetes/kubernetes pkg/apis/core/validation/validation.go (validateContainers)")

  package static let ctrImageMissing = RuleInfo(
    "ctr-image-missing", .error, "container without an image",
    explanation: """
      The API server refuses a container without an image, and in an edge deployment the image of a \
      module always comes from the container. Older servers accept a StatefulSet without one, whose \
      pods then cannot be made.
      """,
    source: """
      kubernetes/kubernetes pkg/apis/core/validation/validation.go (validateContainerCommon); \
      \(provider) (lines 200 to 211)
      """)

  package static let cmJSON = RuleInfo(
    "cm-json", .error, "ConfigMap value that should be a JSON object and is not",
    explanation: """
      `desiredProperties` is JSON text of an object. The provider fails on anything else and deploys \
      nothing.
      """,
    source: "\(provider) (lines 115 to 171)")

  package static let cmValueType = RuleInfo(
    "cm-value-type", .error, "ConfigMap value that is not a string",
    explanation: """
      Values of a ConfigMap's `data` are strings; the API server refuses others. Quote numbers and \
      booleans, and write JSON in a block literal (`key: |`).
      """,
    source: "kubernetes/api core/v1/types.go (ConfigMap)")

  package static let configMapBinaryCreateOptions = RuleInfo(
    "config-map-binary-create-options", .warning, "module setting under binaryData",
    explanation: "The provider reads `data` only, so this has no effect.",
    source: "\(provider) (lines 67 to 113)")

  package static let hubUnknownField = RuleInfo(
    "hub-unknown-field", .warning, "field that the hub does not know",
    explanation: """
      The hub ignores members it does not know. A name that is almost that of a known one is an \
      error: what it says would have no effect.
      """,
    source: """
      Azure/iotedge edge-hub/core/src/Microsoft.Azure.Devices.Edge.Hub.Core/config/\
      EdgeHubDesiredProperties_1_3.cs
      """)

  package static let agentUnknownField = RuleInfo(
    "agent-unknown-field", .warning, "field that the agent does not know",
    explanation: """
      The agent ignores members it does not know. A name that is almost that of a known one is an \
      error: what it says would have no effect.
      """,
    source: """
      Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Core/DeploymentConfig.cs
      """)

  package static let envOverridesModuleEnv = RuleInfo(
    "env-overrides-module-env", .warning, "variable in createOptions that hides one of the module",
    explanation: """
      A variable that is both in createOptions.Env and in the module's own env has the value of \
      createOptions on the device.
      """,
    source: "Azure/iotedge edgelet/edgelet-docker/src/runtime.rs (merge_env)")

  package static let metaNameMissing = RuleInfo(
    "meta-name-missing", .error, "object without a name",
    explanation: """
      An object needs `metadata.name`. A deployment gets its id from it, and a ConfigMap is found by \
      it.
      """,
    source: "kubernetes/apimachinery pkg/api/validation/objectmeta.go (ValidateObjectMetaAccessor)")

  package static let docDuplicateObject = RuleInfo(
    "doc-duplicate-object", .error, "object given twice in the input",
    explanation: """
      Two objects have the same kind, namespace and name. kubectl would apply both, and the last \
      would win; one of the two is lost.
      """,
    source: "kubernetes/cli-runtime pkg/resource/visitor.go")
}
