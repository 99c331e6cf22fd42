internal import EdgeModel
internal import EdgeSyntax

extension FieldMapping {
  /// Both halves, because the agent connects a module to its own network where no endpoint is named.
  ///
  /// Source: Azure/iotedge edge-agent/…/CombinedEdgeletConfigProvider.cs (InjectNetworkAliases).
  static let hostNetwork = FieldMapping(
    .pod, "hostNetwork",
    manifest: """
      createOptions.HostConfig.NetworkMode, createOptions.NetworkingConfig.EndpointsConfig
      """, fidelity: .exact,
    summary: "`host`, and an endpoint of that name."
  ) { source, draft, _ in
    guard let flag = source.pod.hostNetwork, flag.value else { return }
    draft.body[path: "HostConfig", "NetworkMode"] = .string("host", from: flag.node)
    draft.body[path: "NetworkingConfig", "EndpointsConfig", "host"] = .object(from: flag.node)
  }
}
