internal import EdgeDiagnostics
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
  } toKubernetes: { residual, draft, context in
    guard residual.isOnHostNetwork else { return }
    let endpoints = residual.body[path: "NetworkingConfig", "EndpointsConfig"]
    // A module that is attached to more than that is something else.
    guard endpoints.map({ $0.isEndpoint(of: "host") }) ?? true else { return }
    let mode = residual.host("NetworkMode")?.origin
    draft.proposals.append(
      PodProposal(
        "HostConfig.NetworkMode", at: mode,
        members: [
          (["hostNetwork"], .true), (["dnsPolicy"], .string("ClusterFirstWithHostNet")),
        ]
      ) { residual in
        residual.remove("HostConfig", "NetworkMode")
        if residual.host("UTSMode")?.text == "host" { residual.remove("HostConfig", "UTSMode") }
        residual.remove("NetworkingConfig", "EndpointsConfig")
      })
    guard endpoints == nil else { return }
    context.decoding.report(
      .hostNetworkIncomplete, "a module with the network of its host has no endpoint 'host'",
      at: mode, severity: .warning,
      help: "add it to NetworkingConfig.EndpointsConfig; the pod needs no more than hostNetwork")
  }
}

extension BodyValue {
  /// Whether a module is attached to one network, and nothing is said of how.
  fileprivate func isEndpoint(of network: String) -> Bool {
    members.count == 1 && members[0].key == network && members[0].value.isObject
      && members[0].value.isEmpty
  }
}
