internal import EdgeModel

extension FieldMapping {
  /// Pods as a whole: their containers, identity and life, and what only a cluster reads.
  static let podMappings: [FieldMapping] =
    [
      .containers.documented { .containers }, .initContainers.documented { .initContainers },
      .ephemeralContainers.documented { .ephemeralContainers },
      .imagePullSecrets.documented { .imagePullSecrets },
      .serviceAccount.documented { .serviceAccount },
      .nodeName.documented { .nodeName },
      .containerLabels.documented { .containerLabels },
      .ignored(.pod, "enableServiceLinks", "A device has no Services that variables could name.")
        .documented { .serviceLinks },
    ] + placement

  private static let placement: [FieldMapping] =
    [
      "affinity", "tolerations", "nodeSelector", "topologySpreadConstraints", "schedulerName",
      "priorityClassName", "priority", "preemptionPolicy", "schedulingGates", "schedulingGroup",
      "overhead", "readinessGates", "evictionResponders",
    ].map { field in
      .ignored(.pod, field, "It places the pod on a node; the target condition chooses devices.")
        .documented { .placement(field) }
    }

  private static let containers = FieldMapping(
    .pod, "containers", manifest: "modules", fidelity: .exact,
    summary: "Each container becomes a module."
  ) { _, _, _ in }

  /// Which of them become modules is decided before any mapping runs: ``ModuleContainers``.
  private static let initContainers = FieldMapping(
    .pod, "initContainers", manifest: "modules, modules.*.startupOrder", fidelity: .impossible,
    summary: """
      A device waits for no module to end, so init containers are refused unless \
      --init-containers=module makes them modules that start earlier and are not restarted. Sidecars, \
      which have restartPolicy Always, become modules that start earlier.
      """
  ) { _, _, _ in }

  private static let ephemeralContainers = FieldMapping(
    .pod, "ephemeralContainers", manifest: "", fidelity: .impossible,
    summary: "They are added to running pods for debugging; none can be part of a deployment."
  ) { source, _, context in
    for container in source.pod.ephemeralContainers.map(\.container) {
      context.reportImpossible(
        .ephemeralContainerUnsupported,
        "ephemeral container '\(container.name?.value ?? "")' cannot be part of a deployment",
        at: container.name?.node ?? container.residue.node,
        help: "remove it; kubectl debug adds such containers to a running pod")
    }
  }

  /// The agent, not a module, gets them: ``PullSecrets``.
  private static let imagePullSecrets = FieldMapping(
    .pod, "imagePullSecrets", manifest: "runtime.settings.registryCredentials", fidelity: .exact,
    summary: """
      The user names and passwords in the Secrets become registry credentials of the agent, one for each \
      registry. Those of the ConfigMap edgeagent win.
      """
  ) { _, _, _ in }

  private static let serviceAccount = FieldMapping(
    .pod, "serviceAccountName", "serviceAccount", "automountServiceAccountToken", manifest: "",
    fidelity: .ignored, summary: "A module has an identity of its own in the hub instead."
  ) { source, _, context in
    guard let name = source.pod.serviceAccountName ?? source.pod.serviceAccount else { return }
    context.decoding.note(
      .serviceAccountIgnored, "service account '\(name.value)' means nothing on a device",
      at: name.node, help: "modules get an identity from the runtime")
  }

  private static let nodeName = FieldMapping(
    .pod, "nodeName", manifest: "", fidelity: .ignored,
    summary: "It names a node of a cluster; the target condition chooses devices."
  ) { source, _, context in
    guard let name = source.pod.nodeName else { return }
    context.decoding.note(
      .nodeNameIgnored, "node '\(name.value)' means nothing to the hub", at: name.node,
      help: "the target condition chooses devices")
  }
}
