/// What became of versions of the API: since when they are deprecated, when they went, and what to
/// write instead.
///
/// Source: kubernetes/api zz_generated.prerelease-lifecycle.go; kubernetes/website
/// deprecation-guide.md; FairwindsOps/pluto versions.yaml for types that have left the API
/// repository.
struct APILifecycle {
  /// The release that deprecated it, without its `1.`; nil where that is not known.
  let deprecation: Int?
  /// The first release without it; nil while there is none.
  let removal: Int?
  /// The version to write instead; nil where there is none.
  let replacement: String?
  /// What else changes; nil where nothing does.
  let change: String?

  /// What is known of a kind in a version; nil for what is neither deprecated nor gone.
  init?(kind: String, apiVersion: String) {
    // No version without one of the two words has ever gone.
    guard apiVersion.contains("alpha") || apiVersion.contains("beta") else { return nil }
    let start = "\(apiVersion)|"
    for line in Self.table.utf8.split(separator: UInt8(ascii: "\n"))
    where line.starts(with: start.utf8) {
      let cells = Substring(line).split(separator: "|", omittingEmptySubsequences: false)
      guard cells[1].isEmpty || cells[1].split(separator: " ").contains(where: { $0 == kind })
      else { continue }
      deprecation = Int(cells[2])
      removal = Int(cells[3])
      replacement = cells[4].isEmpty ? nil : String(cells[4])
      change = cells[5].isEmpty ? nil : String(cells[5])
      return
    }
    return nil
  }

  // version | kinds, none for all | deprecated | removed | instead | what changes
  private static let table = """
    extensions/v1beta1|Deployment|8|16|apps/v1|'selector' is required, 'rollbackTo' is gone, and other defaults hold
    extensions/v1beta1|DaemonSet|8|16|apps/v1|'selector' is required, 'templateGeneration' is gone, and 'updateStrategy' defaults to RollingUpdate
    extensions/v1beta1|ReplicaSet|8|16|apps/v1|'selector' is required
    extensions/v1beta1|NetworkPolicy|9|16|networking.k8s.io/v1|
    extensions/v1beta1|PodSecurityPolicy|10|16||use Pod Security Admission
    extensions/v1beta1|Ingress|14|22|networking.k8s.io/v1|'backend' becomes 'defaultBackend', 'serviceName' and 'servicePort' become 'service', and 'pathType' is required
    apps/v1beta1|Deployment|8|16|apps/v1|'selector' is required, 'rollbackTo' is gone, and 'revisionHistoryLimit' defaults to 10
    apps/v1beta1|StatefulSet|8|16|apps/v1|'selector' is required, and 'updateStrategy' defaults to RollingUpdate
    apps/v1beta1|ControllerRevision|8|16|apps/v1|
    apps/v1beta1|Scale|8|16|autoscaling/v1|
    apps/v1beta1|DeploymentRollback|8|16||use kubectl rollout undo
    apps/v1beta2|Deployment DaemonSet ReplicaSet StatefulSet ControllerRevision|9|16|apps/v1|
    batch/v2alpha1|CronJob||21|batch/v1|
    batch/v1beta1|CronJob|21|25|batch/v1|
    networking.k8s.io/v1beta1|Ingress|19|22|networking.k8s.io/v1|'backend' becomes 'defaultBackend', 'serviceName' and 'servicePort' become 'service', and 'pathType' is required
    networking.k8s.io/v1beta1|IngressClass|19|22|networking.k8s.io/v1|
    networking.k8s.io/v1beta1|IPAddress ServiceCIDR|34|37|networking.k8s.io/v1|
    policy/v1beta1|PodDisruptionBudget|21|25|policy/v1|an empty 'selector' selects all pods, where it selected none
    policy/v1beta1|PodSecurityPolicy|21|25||use Pod Security Admission
    autoscaling/v2beta1|HorizontalPodAutoscaler|22|25|autoscaling/v2|'targetAverageUtilization' becomes 'target.averageUtilization' with 'target.type: Utilization'
    autoscaling/v2beta2|HorizontalPodAutoscaler|23|26|autoscaling/v2|
    rbac.authorization.k8s.io/v1beta1||17|22|rbac.authorization.k8s.io/v1|
    rbac.authorization.k8s.io/v1alpha1||17|22|rbac.authorization.k8s.io/v1|
    admissionregistration.k8s.io/v1beta1|MutatingWebhookConfiguration ValidatingWebhookConfiguration|16|22|admissionregistration.k8s.io/v1|'failurePolicy' defaults to Fail, and 'sideEffects' and 'admissionReviewVersions' are required
    admissionregistration.k8s.io/v1beta1|ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding|31|34|admissionregistration.k8s.io/v1|
    apiextensions.k8s.io/v1beta1|CustomResourceDefinition|16|22|apiextensions.k8s.io/v1|'scope' and a schema for each version are required, and 'version' and 'validation' are gone
    apiregistration.k8s.io/v1beta1|APIService|10|22|apiregistration.k8s.io/v1|
    scheduling.k8s.io/v1beta1|PriorityClass|14|22|scheduling.k8s.io/v1|
    scheduling.k8s.io/v1alpha1|PriorityClass|14|17|scheduling.k8s.io/v1|
    storage.k8s.io/v1beta1|StorageClass CSIDriver CSINode VolumeAttachment||22|storage.k8s.io/v1|
    storage.k8s.io/v1beta1|CSIStorageCapacity|24|27|storage.k8s.io/v1|
    storage.k8s.io/v1beta1|VolumeAttributesClass|34|37|storage.k8s.io/v1|
    storage.k8s.io/v1alpha1|CSIStorageCapacity VolumeAttachment|21|24|storage.k8s.io/v1|
    node.k8s.io/v1beta1|RuntimeClass|22|25|node.k8s.io/v1|
    discovery.k8s.io/v1beta1|EndpointSlice|21|25|discovery.k8s.io/v1|'topology' is replaced
    events.k8s.io/v1beta1|Event|22|25|events.k8s.io/v1|several fields have other names
    coordination.k8s.io/v1beta1|Lease|19|22|coordination.k8s.io/v1|
    certificates.k8s.io/v1beta1|CertificateSigningRequest|19|22|certificates.k8s.io/v1|'signerName' and 'usages' are required
    authentication.k8s.io/v1beta1|TokenReview|19|22|authentication.k8s.io/v1|
    authorization.k8s.io/v1beta1||19|22|authorization.k8s.io/v1|
    flowcontrol.apiserver.k8s.io/v1beta1||23|26|flowcontrol.apiserver.k8s.io/v1|
    flowcontrol.apiserver.k8s.io/v1beta2||26|29|flowcontrol.apiserver.k8s.io/v1|
    flowcontrol.apiserver.k8s.io/v1beta3||29|32|flowcontrol.apiserver.k8s.io/v1|
    resource.k8s.io/v1beta1||35|38|resource.k8s.io/v1|
    resource.k8s.io/v1beta2|ResourceClaim ResourceClaimTemplate ResourceSlice DeviceClass|36|39|resource.k8s.io/v1|
    """
}
