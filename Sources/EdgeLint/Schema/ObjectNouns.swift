/// What people call the objects inside objects.
enum ObjectNouns {
  /// The noun with its article for a type of the API; nil where the field's name says enough.
  static func noun(of type: String) -> String? { nouns[type] }

  private static let nouns: [String: String] = [
    "Container": "a container",
    "ContainerPort": "a container port",
    "CustomResourceDefinitionVersion": "a version of the definition",
    "EnvVar": "an environment variable",
    "EphemeralContainer": "an ephemeral container",
    "HTTPGetAction": "'httpGet'",
    "HTTPIngressPath": "a path of a rule",
    "IngressRule": "an Ingress rule",
    "JSONSchemaProps": "a schema",
    "JobTemplateSpec": "a Job template",
    "LabelSelector": "a label selector",
    "LabelSelectorRequirement": "a label selector requirement",
    "NodeSelector": "a node selector",
    "NodeSelectorRequirement": "a node selector requirement",
    "NodeSelectorTerm": "a node selector term",
    "ObjectMeta": "metadata",
    "OwnerReference": "an owner reference",
    "PersistentVolumeClaimTemplate": "a claim template",
    "PodAffinityTerm": "a pod affinity term",
    "PodFailurePolicyRule": "a pod failure rule",
    "PodSecurityContext": "the securityContext of a pod",
    "PodSpec": "a pod spec",
    "PodTemplateSpec": "a pod template",
    "PolicyRule": "a rule",
    "PreferredSchedulingTerm": "a preferred scheduling term",
    "Probe": "a probe",
    "SecurityContext": "the securityContext of a container",
    "ServicePort": "a Service port",
    "Subject": "a subject",
    "Taint": "a taint",
    "Toleration": "a toleration",
    "TopologySpreadConstraint": "a topology spread constraint",
    "Volume": "a volume",
    "VolumeMount": "a volume mount",
    "WeightedPodAffinityTerm": "a weighted pod affinity term",
  ]
}
