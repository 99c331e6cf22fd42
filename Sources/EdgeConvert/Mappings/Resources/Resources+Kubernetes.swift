internal import EdgeModel
internal import EdgeSyntax

/// Limits of Docker as limits and requests of a container.
///
/// The inverse of ``ResourceConversion``; containers/podman libpod/kube.go (containerToV1Container).
struct ContainerResources {
  private var residual: ModuleResidual
  private var fields: JSONValue
  private let context: NativeContext

  static func take(
    from residual: inout ModuleResidual, into draft: inout ContainerDraft,
    _ context: NativeContext
  ) {
    var conversion = ContainerResources(
      residual: residual, fields: draft.fields["resources"] ?? .emptyObject, context: context)
    conversion.takeProcessors()
    conversion.takeMemory()
    conversion.takeGPUs()
    residual = conversion.residual
    if !conversion.fields.members.isEmpty { draft.fields["resources"] = conversion.fields }
  }

  /// Sets an amount, unless there is one already; says whether it did.
  private mutating func set(_ kind: String, _ resource: String, to amount: String) -> Bool {
    guard fields[path: kind, resource] == nil else { return false }
    fields[path: kind, resource] = .string(amount)
    return true
  }

  // MARK: - Processors

  private static let billion: Int64 = 1_000_000_000
  private static let million: Int64 = 1_000_000

  private mutating func takeProcessors() {
    let limit = takeLimit() ?? takeQuota()
    guard let shares = residual.host("CpuShares")?.integer, (2...262_144).contains(shares) else {
      return
    }
    let milli = (shares * 1000 + 1023) / 1024
    // A request above the limit is refused, and one that reads as another weight says something else.
    guard max(2, milli * 1024 / 1000) == shares, milli <= limit ?? Int64.max,
      residual.host("NanoCpus") == nil, set("requests", "cpu", to: Self.processors(milli: milli))
    else { return }
    residual.remove("HostConfig", "CpuShares")
  }

  /// Thousandths of a processor as Kubernetes writes them.
  private static func processors(milli: Int64) -> String {
    milli % 1000 == 0 ? String(milli / 1000) : "\(milli)m"
  }

  /// - Returns: Thousandths of a processor; nil where there is no limit that can be taken.
  private mutating func takeLimit() -> Int64? {
    // A quota beside it takes it away again.
    guard let nano = residual.host("NanoCpus")?.integer, nano > 0, nano < Int64.max - Self.million,
      residual.host("CpuQuota") == nil, residual.host("CpuPeriod") == nil
    else { return nil }
    let milli = (nano + Self.million - 1) / Self.million
    guard set("limits", "cpu", to: Self.processors(milli: milli)) else { return nil }
    residual.remove("HostConfig", "NanoCpus")
    return milli
  }

  /// The period of the scheduler where none is given, in microseconds.
  ///
  /// Source: containers/podman pkg/util/utils.go (PeriodAndQuotaToCores).
  private static let defaultPeriod: Int64 = 100_000

  private mutating func takeQuota() -> Int64? {
    guard let node = residual.host("CpuQuota"), let quota = node.integer, quota > 0,
      quota < Int64.max / 1000, residual.host("NanoCpus") == nil
    else { return nil }
    let given = residual.host("CpuPeriod")
    guard let period = given.map(\.integer) ?? Self.defaultPeriod, period > 0,
      period == Self.defaultPeriod || context.isLossy
    else { return nil }
    let milli = (quota * 1000 + period - 1) / period
    guard set("limits", "cpu", to: Self.processors(milli: milli)) else { return nil }
    residual.remove("HostConfig", "CpuQuota")
    residual.remove("HostConfig", "CpuPeriod")
    guard period != Self.defaultPeriod else { return milli }
    context.reportLoss(
      .lossCPUPeriod,
      "a quota of \(quota) in \(period) microseconds becomes a limit of \(Self.processors(milli: milli)), "
        + "for which the cluster has its own period",
      at: node.origin, help: "leave out --lossy, and quota and period stay in the ConfigMap")
    return milli
  }

  // MARK: - Memory

  private mutating func takeMemory() {
    let given = residual.host("Memory")
    var limit: Int64?
    if let bytes = given?.integer, bytes >= ResourceConversion.leastMemory,
      set("limits", "memory", to: Quantity.text(ofBytes: bytes))
    {
      residual.remove("HostConfig", "Memory")
      limit = bytes
    }
    // Beside a limit that stays, a reservation would be dropped where it is larger.
    guard given == nil || limit != nil,
      let reserved = residual.host("MemoryReservation")?.integer,
      reserved >= ResourceConversion.leastMemory, reserved < limit ?? Int64.max,
      set("requests", "memory", to: Quantity.text(ofBytes: reserved))
    else { return }
    residual.remove("HostConfig", "MemoryReservation")
  }

  // MARK: - GPUs

  private mutating func takeGPUs() {
    guard let requests = residual.host("DeviceRequests")?.elements, requests.count == 1,
      requests[0].hasOnly("Driver", "Count", "Capabilities"),
      let count = requests[0]["Count"]?.integer, count > 0, Self.isForGPUs(requests[0]),
      set("limits", ResourceConversion.gpu, to: String(count))
    else { return }
    residual.remove("HostConfig", "DeviceRequests")
  }

  /// Whether the driver of NVIDIA answers, and nothing is asked for but GPUs.
  private static func isForGPUs(_ request: BodyValue) -> Bool {
    if let driver = request["Driver"], driver.text != "nvidia" { return false }
    guard let capabilities = request["Capabilities"] else { return request["Driver"] != nil }
    return capabilities.elements.count == 1 && capabilities.elements[0].texts == ["gpu"]
  }
}

extension Quantity {
  /// Bytes in the largest unit that divides them, else as a plain number.
  ///
  /// Source: kubernetes/apimachinery pkg/api/resource/suffix.go.
  static func text(ofBytes bytes: Int64) -> String {
    for (shift, suffix) in [(60, "Ei"), (50, "Pi"), (40, "Ti"), (30, "Gi"), (20, "Mi"), (10, "Ki")]
    where bytes > 0 && bytes % (1 << shift) == 0 {
      return "\(bytes >> shift)\(suffix)"
    }
    return String(bytes)
  }
}
