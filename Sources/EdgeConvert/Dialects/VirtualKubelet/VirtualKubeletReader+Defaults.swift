internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// What is assumed where the objects say nothing.
///
/// Source: Azure/iot-edge-virtual-kubelet-provider EdgeProvider.cs (GetDefaultEdgeAgentConfig,
/// GetDefaultEdgeHubConfig); the releases of images are edgekit's own.
extension VirtualKubeletReader {
  /// The route that stands in when the source has none.
  private static let defaultRoute = "FROM /* INTO $upstream"
  /// Seconds that messages are kept when the source does not say.
  private static let defaultTimeToLive: Int32 = 7200

  func applyDefaults(to agent: inout EdgeAgent, _ annotations: EdgeAnnotations) {
    agent.schemaVersion = agent.schemaVersion ?? Located("1.1", at: nil)
    agent.runtime.type = agent.runtime.type ?? Located("docker", at: nil)
    agent.runtime.minDockerVersion = agent.runtime.minDockerVersion ?? Located("v1.25", at: nil)
    agent.runtime.loggingOptions =
      agent.runtime.loggingOptions ?? annotations.loggingOptions ?? Located("", at: nil)
    agent.edgeAgent = systemModule(agent.edgeAgent, named: "edgeAgent", image: "agent")
    var hub = systemModule(agent.edgeHub, named: "edgeHub", image: "hub")
    hub.status = hub.status ?? Located(ModuleStatus.running.rawValue, at: nil)
    hub.restartPolicy =
      hub.restartPolicy ?? Located(ModuleRestartPolicy.always.rawValue, at: nil)
    agent.edgeHub = hub
  }

  /// The release of the images that nobody states: the one that was asked for, or the one whose images
  /// went without saying when the objects were written.
  private var release: String {
    if let runtime = options.runtime { return runtime.rawValue }
    let written = workload.ownAnnotations?[CarrierAnnotation.runtime]
    guard let written, written.isString, !written.utf8.isEmpty else {
      return RuntimeRelease.newest.rawValue
    }
    return written.text
  }

  private func systemModule(_ module: Module?, named name: String, image: String) -> Module {
    var module = module ?? Module(name: Located(name, at: nil))
    module.type = module.type ?? Located("docker", at: nil)
    if module.image == nil {
      let image = "mcr.microsoft.com/azureiotedge-\(image):\(release)"
      context.note(
        .lossDefaultAssumed, "\(name) has no image; using '\(image)'", at: workload.name.node,
        help: "state it in ConfigMap 'edgeagent', or choose the release with --runtime")
      module.image = Located(image, at: nil)
    }
    return module
  }

  func applyDefaults(to hub: inout EdgeHub) {
    hub.schemaVersion = hub.schemaVersion ?? Located("1.1", at: nil)
    if hub.routes == nil {
      context.note(
        .lossDefaultAssumed, "no routes are given; using '\(Self.defaultRoute)'",
        at: workload.name.node, help: "state them in ConfigMap 'edgehub'")
      hub.routes = [
        Route(name: Located("route", at: nil), text: Located(Self.defaultRoute, at: nil))
      ]
    }
    guard hub.storeAndForward?.timeToLiveSecs == nil else { return }
    // A value of the wrong type, or under a wrong name, has been reported as such.
    if let given = hub.storeAndForward?.node, given["timeToLiveSecs"] == nil,
      !given.members.contains(where: { context.hasReport(at: $0.key) })
    {
      context.report(
        .lossDefaultAssumed, "timeToLiveSecs is not given; using \(Self.defaultTimeToLive)",
        at: given, help: "state it in storeAndForwardConfiguration")
    }
    var storeAndForward = hub.storeAndForward ?? StoreAndForward()
    storeAndForward.timeToLiveSecs = Located(Self.defaultTimeToLive, at: nil)
    hub.storeAndForward = storeAndForward
  }
}
