internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// Fields of the pod and of its containers, as variables and files get them.
///
/// Source: kubernetes/kubernetes pkg/fieldpath/fieldpath.go (ExtractFieldPathAsString);
/// pkg/api/v1/resource/helpers.go (ExtractContainerResourceValue).
extension MappingContext {
  typealias FieldValue = (text: String, node: SyntaxNode?)

  /// A field of the pod; nil for one that nobody knows on a device, which is reported.
  ///
  /// - Parameter reader: What gets it, for example `variable 'NAME'`.
  func value(
    of reference: ObjectFieldSelector, in source: ContainerSource, for reader: String
  ) -> FieldValue? {
    guard let path = reference.fieldPath else { return nil }
    let workload = source.workload
    switch path.value {
    case "metadata.name":
      if workload.kind != .pod {
        decoding.report(
          .lossFieldRefApproximated,
          "\(reader) gets the name of the \(workload.kind.rawValue), not of its pod",
          at: path.node, help: "a device has no pods; IOTEDGE_MODULEID names the module")
      }
      return (workload.name.value, workload.name.node)
    case "metadata.namespace": return (workload.namespace, workload.header.metadata?["namespace"])
    case "spec.serviceAccountName":
      let name = source.pod.serviceAccountName ?? source.pod.serviceAccount
      return (name?.value ?? "default", name?.node)
    default:
      if let found = Self.subscripted(path.value, source) { return found }
      reportImpossible(
        .fieldRefUnsupported, "\(reader): '\(path.value)' is not known on a device", at: path.node,
        help: path.value == "spec.nodeName"
          ? "read IOTEDGE_DEVICEID, which every module gets"
          : "read IOTEDGE_DEVICEID or IOTEDGE_MODULEID, which every module gets, or write the value out"
      )
      return nil
    }
  }

  /// `metadata.labels['k']` and `metadata.annotations['k']`; a missing one is empty.
  private static func subscripted(_ path: String, _ source: ContainerSource) -> FieldValue? {
    let maps = [
      ("metadata.labels['", source.podMetadata?.labels),
      ("metadata.annotations['", source.podMetadata?.annotations),
    ]
    for (prefix, entries) in maps where path.hasPrefix(prefix) && path.hasSuffix("']") {
      let key = path.dropFirst(prefix.count).dropLast(2)
      let entry = entries?.first { $0.name == key }
      return (entry?.value.value ?? "", entry?.value.node)
    }
    return nil
  }

  /// A limit or request of a container, in whole units of the divisor; nil for one that is not written,
  /// which is reported.
  ///
  /// - Parameter reader: What gets it, for example `variable 'NAME'`.
  func value(
    of reference: ResourceFieldSelector, in source: ContainerSource, for reader: String
  ) -> FieldValue? {
    guard let resource = reference.resource else { return nil }
    guard let container = source.container(named: reference.containerName) else {
      let name = reference.containerName?.value ?? ""
      reportImpossible(
        .resourceFieldRefUnresolved, "\(reader): the pod has no container '\(name)'",
        at: reference.containerName?.node,
        help: Suggestion.question(for: name, among: source.siblings.compactMap { $0.name?.value })
          ?? "name a container of the pod")
      return nil
    }
    guard let (name, amount) = Self.amount(of: resource.value, in: container) else {
      reportImpossible(
        .resourceFieldRefUnresolved, "\(reader): the container has no \(resource.value)",
        at: resource.node, help: "write the limit or request, or the value itself")
      return nil
    }
    // The API server reads 0 as if nothing were written.
    let written = reference.divisor?.value ?? Quantity(0)
    let divisor = written.isZero ? Quantity(1) : written
    guard !divisor.isNegative else {
      reportImpossible(
        .resourceFieldRefUnresolved, "\(reader): the divisor is less than 0",
        at: reference.divisor?.node, help: "write 1, or a unit such as 1Mi")
      return nil
    }
    let text =
      name == "cpu"
      ? Self.divided(amount.value.milliValue, by: divisor.milliValue)
      : Self.divided(amount.value.wholeValue, by: divisor.wholeValue)
    return (text, amount.node)
  }

  /// The amount of a resource such as `limits.cpu`; a request that is not written is the limit.
  ///
  /// Source: kubernetes/kubernetes pkg/apis/core/v1/defaults.go (SetDefaults_Pod).
  private static func amount(
    of resource: String, in container: Container
  ) -> (name: String, amount: Located<Quantity>)? {
    let parts = resource.split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2, parts[0] == "limits" || parts[0] == "requests" else { return nil }
    let request = parts[0] == "requests" ? container.resources?.requests[parts[1]] : nil
    return (request ?? container.resources?.limits[parts[1]]).map { (parts[1], $0) }
  }

  /// Rounded up, as the kubelet does.
  private static func divided(_ amount: Int64, by divisor: Int64) -> String {
    let (quotient, remainder) = amount.quotientAndRemainder(dividingBy: divisor)
    return String(remainder > 0 ? quotient + 1 : quotient)
  }
}

extension ContainerSource {
  /// The container with a name; this one for no name, nil for one that is not there.
  fileprivate func container(named name: Located<String>?) -> Container? {
    guard let name, !name.value.isEmpty else { return container }
    return siblings.first { $0.name?.value == name.value }
  }
}
