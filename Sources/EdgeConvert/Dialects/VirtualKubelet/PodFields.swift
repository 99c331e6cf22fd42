internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// Takes the fields of a pod and its containers into modules, and tells which have no place there.
struct PodFields {
  private let workload: EdgeWorkload
  private let configMaps: ConfigMapLookup
  private let context: DecodingContext

  init(_ workload: EdgeWorkload, objects: KubernetesObjects, _ context: DecodingContext) {
    self.workload = workload
    configMaps = ConfigMapLookup(objects, namespace: workload.namespace, context)
    self.context = context
  }

  /// Fields of a pod that only a cluster's scheduler reads: they place the pod on the virtual node.
  static let schedulingFields = [
    "affinity", "tolerations", "nodeSelector", "nodeName", "topologySpreadConstraints",
    "schedulerName", "priorityClassName", "priority", "preemptionPolicy", "schedulingGates",
    "schedulingGroup", "overhead", "readinessGates", "enableServiceLinks", "evictionResponders",
  ]
  /// Fields of a container that mean nothing outside a cluster.
  static let clusterFields = [
    "terminationMessagePath", "terminationMessagePolicy", "resizePolicy",
  ]

  // MARK: - Containers

  /// Runs the mappings over a container, and tells which fields none of them claims.
  func convert(_ container: SyntaxNode, into module: inout Module) {
    let mapping = MappingContext(
      decoding: context, container: module.name.value, configMaps: configMaps)
    for member in container.members where !member.value.isNull {
      if let field = FieldMapping.all.first(where: { member.key.hasText($0.field) }) {
        field.toManifest(member.value, &module, mapping)
      } else if !member.key.hasText("name") {
        drop(member, of: module.name.value, mapping)
      }
    }
    // Lint says it of every pod.
    guard module.image == nil, container["image"]?.isString ?? true, !context.isJudging,
      !container.members.contains(where: isMisspelledImage)
    else { return }
    context.report(
      .ctrImageMissing, "container '\(module.name.value)' has no image",
      at: container["image"] ?? module.name.node, help: "add image: NAME:TAG")
  }

  /// Whether a member is an image under a wrong name, which has been reported as such.
  private func isMisspelledImage(_ member: SyntaxNode.Member) -> Bool {
    context.hasReport(at: member.key)
      && Suggestion.nearest(to: member.key.text, among: ["image"]) != nil
  }

  private func drop(_ member: SyntaxNode.Member, of container: String, _ mapping: MappingContext) {
    let field = member.key.text
    guard !Self.clusterFields.contains(field), !member.value.isEmptyCollection,
      !context.hasReport(at: member.key)
    else { return }
    if field == "envFrom" {
      let sources = member.value.elements.map { mapping.checkReference($0["configMapRef"]) }
      guard sources.allSatisfy(\.self) else { return }
    }
    mapping.reportDropped(
      "field '\(field)'", at: member.key,
      help: Self.advice[field].map { advice in
        "set \(advice) in the createOptions of ConfigMap '\(container)'"
      } ?? Self.moduleAdvice[field].map { "set \($0) in ConfigMap '\(container)'" })
  }

  /// What to write in createOptions instead of a field of a container.
  private static let advice = [
    "args": "Cmd", "command": "Entrypoint", "workingDir": "WorkingDir",
    "ports": "ExposedPorts and HostConfig.PortBindings", "envFrom": "Env",
    "resources": "HostConfig.Memory and HostConfig.NanoCpus",
    "volumeMounts": "HostConfig.Binds or HostConfig.Mounts",
    "volumeDevices": "HostConfig.Devices", "livenessProbe": "Healthcheck",
    "securityContext": "User, HostConfig.Privileged or HostConfig.CapAdd", "stdin": "OpenStdin",
    "stdinOnce": "StdinOnce", "tty": "Tty",
  ]

  /// What to write in the module's ConfigMap instead of a field of a container.
  private static let moduleAdvice = [
    "imagePullPolicy": "imagePullPolicy", "restartPolicy": "restartPolicy",
  ]

  // MARK: - The pod

  /// Tells which fields of the pod do not get into the modules.
  func reportDropped() {
    guard let spec = workload.podSpec else { return }
    for member in spec.members where !member.value.isNull && !member.value.isEmptyCollection {
      let field = member.key.text
      guard field != "containers", !Self.schedulingFields.contains(field),
        !context.hasReport(at: member.key)
      else { continue }
      if field == "volumes" {
        let sources = member.value.elements.map {
          configMaps.check($0["configMap"], of: "a volume")
        }
        guard sources.allSatisfy(\.self) else { continue }
      }
      context.report(
        .lossFieldDropped,
        "\(workload.subject): field '\(field)' of the pod is not converted, dropped",
        at: member.key, help: Self.podAdvice[field])
    }
  }

  private static let podAdvice = [
    "hostNetwork": "set HostConfig.NetworkMode and NetworkingConfig in the modules' createOptions",
    "restartPolicy": "set restartPolicy in the modules' ConfigMaps",
    "volumes": "set HostConfig.Binds or HostConfig.Mounts in the modules' createOptions",
    "imagePullSecrets": "set runtime.settings.registryCredentials in ConfigMap 'edgeagent'",
    "initContainers":
      "make them modules with a lower startupOrder; the agent does not wait for them",
    "hostAliases": "set HostConfig.ExtraHosts in the modules' createOptions",
    "terminationGracePeriodSeconds": "set StopTimeout in the modules' createOptions",
    "securityContext": "set User and HostConfig keys in the modules' createOptions",
    "dnsConfig": "set HostConfig.Dns in the modules' createOptions",
    "hostname": "set Hostname in the modules' createOptions",
    "runtimeClassName": "set HostConfig.Runtime in the modules' createOptions",
  ]
}

extension SyntaxNode {
  /// Whether the node is `{}` or `[]`.
  fileprivate var isEmptyCollection: Bool {
    var (members, elements) = (members, elements)
    return (isMapping && members.next() == nil) || (isSequence && elements.next() == nil)
  }
}
