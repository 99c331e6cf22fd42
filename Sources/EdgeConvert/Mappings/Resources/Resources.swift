internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension FieldMapping {
  private static let bodyKeys = """
    createOptions.HostConfig.NanoCpus, .CpuShares, .Memory, .MemoryReservation, .MemorySwap, .DeviceRequests
    """

  static let resources = FieldMapping(
    .container, "resources", manifest: bodyKeys, fidelity: .near,
    summary: """
      Limits become limits of Docker. A request for processors becomes a weight, one for memory a soft \
      limit; nothing is reserved. GPUs of NVIDIA are taken by their number; other devices, huge pages and \
      claims cannot be said.
      """
  ) { source, draft, context in
    guard let own = source.container.resources else { return }
    // The pod's count, too, where nobody shares them.
    let shared = source.siblings.count == 1 ? source.pod.resources : nil
    ResourceConversion(own, shared, context).convert(into: &draft)
  } toKubernetes: { residual, draft, context in
    ContainerResources.take(from: &residual, into: &draft, context)
  }

  static let podResources = FieldMapping(
    .pod, "resources", manifest: bodyKeys, fidelity: .near,
    summary: """
      Those of the only container, which may have its own beside them. Several containers cannot share \
      limits or requests on a device.
      """
  ) { source, draft, context in
    guard let shared = source.pod.resources, !shared.isEmpty else { return }
    guard source.siblings.count == 1 else {
      context.reportImpossible(
        .podResourcesUnsupported, "the modules of a pod cannot share its limits and requests",
        at: source.pod.residue.node?.member("resources")?.key ?? shared.residue.node,
        help: "give each container limits and requests of its own")
      return
    }
    // A container with resources of its own has taken these in.
    guard source.container.resources == nil else { return }
    ResourceConversion(nil, shared, context).convert(into: &draft)
  }

  static let resourceClaims = FieldMapping(
    .pod, "resourceClaims", manifest: "", fidelity: .impossible,
    summary: "A device has nobody who allocates devices by claims."
  ) { source, _, context in
    guard !source.pod.resourceClaims.isEmpty else { return }
    context.reportClaims(in: source.pod.residue.node?.member("resourceClaims")?.key)
  }
}

extension MappingContext {
  /// - Parameter key: The key of the list.
  func reportClaims(in key: SyntaxNode?) {
    reportImpossible(
      .resourceClaimsUnsupported, "nobody on a device allocates what a resource claim asks for",
      at: key,
      help: "name the device under HostConfig.Devices or HostConfig.DeviceRequests of createOptions"
    )
  }
}

extension ResourceRequirements {
  fileprivate var isEmpty: Bool { limits.isEmpty && requests.isEmpty && claims.isEmpty }
}
