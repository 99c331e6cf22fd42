internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// Takes limits and requests into HostConfig.
///
/// Amounts are rounded up, to thousandths of a processor and to bytes.
///
/// Source: kubernetes/kubernetes pkg/kubelet/cm/helpers_linux.go (MilliCPUToQuota, MilliCPUToShares);
/// Mirantis/cri-dockerd core/helpers_linux.go (updateCreateConfig).
struct ResourceConversion {
  private let limits: [QuantityEntry]
  /// Without those that exceed their limit.
  private let requests: [QuantityEntry]
  private let claims: SyntaxNode?
  let context: MappingContext

  /// The least memory that Docker lets a container have or reserve, in bytes.
  ///
  /// Source: moby/moby daemon/daemon_unix.go (linuxMinMemory).
  static let leastMemory: Int64 = 6_291_456
  /// The smallest limit that the kernel can hold: 1000 of 100000 microseconds.
  ///
  /// Source: kubernetes/kubernetes pkg/kubelet/cm/helpers_linux.go (minQuotaPeriod).
  private static let leastMilliCPUs: Int64 = 10

  /// - Parameters:
  ///   - own: What the container says; nil for nothing.
  ///   - shared: What its pod says; the container's own amounts win.
  init(_ own: ResourceRequirements?, _ shared: ResourceRequirements?, _ context: MappingContext) {
    self.context = context
    let entries = { (path: KeyPath<ResourceRequirements, [QuantityEntry]>) -> [QuantityEntry] in
      let own = own?[keyPath: path] ?? []
      let shared = shared?[keyPath: path] ?? []
      return (own + shared.filter { own[$0.name] == nil }).filter { context.isAmount($0) }
    }
    let limits = entries(\.limits)
    self.limits = limits
    requests = entries(\.requests).filter { !context.exceeds($0, limits[$0.name]) }
    claims =
      [own, shared].lazy.compactMap { resources in
        resources.flatMap { $0.claims.isEmpty ? nil : $0.residue.node?.member("claims")?.key }
      }.first
  }

  var subject: String { "container '\(context.container)'" }

  func convert(into draft: inout ModuleDraft) {
    convertProcessors(into: &draft)
    convertMemory(into: &draft)
    for entry in limits { convertOther(entry, isLimit: true, into: &draft) }
    for entry in requests where limits[entry.name] == nil {
      convertOther(entry, isLimit: false, into: &draft)
    }
    if let claims { context.reportClaims(in: claims) }
  }

  // MARK: - Processors

  private func convertProcessors(into draft: inout ModuleDraft) {
    let limit = limits["cpu"].flatMap { $0.value.isZero ? nil : $0 }
    // Beside a limit, Kubernetes reads a request for nothing as none.
    if let request = requests["cpu"], limit == nil || !request.value.isZero {
      draft.body[path: "HostConfig", "CpuShares"] = .number(
        Self.shares(of: request.value), from: request.node)
    }
    guard let limit else { return }
    let milliCPUs = limit.value.milliValue
    if milliCPUs < Self.leastMilliCPUs {
      context.decoding.report(
        .lossCPULimitClamped,
        "\(subject): a limit of '\(limit.node?.text ?? "")' processors becomes "
          + "\(Self.leastMilliCPUs)m, the least the kernel can hold", at: limit.node,
        help: "write at least \(Self.leastMilliCPUs)m")
    }
    // No machine has so many that the number does not fit.
    let most = Int64.max / 1_000_000
    draft.body[path: "HostConfig", "NanoCpus"] = .number(
      min(max(milliCPUs, Self.leastMilliCPUs), most) * 1_000_000, from: limit.node)
  }

  /// The weight of a request: 1024 per processor, between 2 and 262144.
  private static func shares(of request: Quantity) -> Int64 {
    max(2, min(request.milliValue, 256_000) * 1024 / 1000)
  }

  // MARK: - Memory

  private func convertMemory(into draft: inout ModuleDraft) {
    var limit = limits["memory"].flatMap { $0.value.isZero ? nil : $0 }
    if let small = limit, small.value.wholeValue < Self.leastMemory {
      reportTooLittle(small.value.wholeValue, small)
      if mayLeaveOut(small) { limit = nil }
    }
    let bytes = limit?.value.wholeValue
    if let limit, let bytes {
      draft.body[path: "HostConfig", "Memory"] = .number(bytes, from: limit.node)
    }
    reserve(upTo: bytes, in: &draft)
    if let limit, let bytes { forbidSwap(beyond: bytes, limit, in: &draft) }
  }

  private func reserve(upTo limit: Int64?, in draft: inout ModuleDraft) {
    guard let request = requests["memory"], !request.value.isZero else { return }
    let bytes = request.value.wholeValue
    guard bytes >= Self.leastMemory, bytes != limit else {
      context.decoding.note(
        .lossMemoryRequestApproximated,
        "\(subject): the request for memory is left out, because "
          + (bytes == limit ? "it equals the limit" : "Docker reserves no less than 6 MiB"),
        at: request.node)
      return
    }
    context.decoding.report(
      .lossMemoryRequestApproximated,
      "\(subject): the request for memory becomes a soft limit; a device reserves nothing",
      at: request.node, help: "leave the request out, or accept the soft limit")
    draft.body[path: "HostConfig", "MemoryReservation"] = .number(bytes, from: request.node)
  }

  private func forbidSwap(
    beyond bytes: Int64, _ limit: Located<Quantity>, in draft: inout ModuleDraft
  ) {
    guard !context.options.pods.forbidsSwap else {
      draft.body[path: "HostConfig", "MemorySwap"] = .number(bytes, from: limit.node)
      return
    }
    context.decoding.note(
      .lossSwapDefaultDiffers,
      "\(subject): Docker lets it swap as much again as its memory, Kubernetes nothing",
      at: limit.node, help: "forbid it with --no-swap")
  }

  /// Whether a limit that Docker refuses may be left out: one that was meant, where losses are allowed.
  private func mayLeaveOut(_ limit: Located<Quantity>) -> Bool {
    context.options.pods.allowsLoss && !Self.isTiny(limit.value.wholeValue)
  }

  /// Whether nobody can have meant so few bytes.
  private static func isTiny(_ bytes: Int64) -> Bool { bytes < 1 << 20 }

  private func reportTooLittle(_ bytes: Int64, _ limit: Located<Quantity>) {
    let isLeftOut = mayLeaveOut(limit)
    context.reportMistake(
      .memoryBelowMinimum,
      "\(subject): a memory limit of \(bytes) \(bytes == 1 ? "byte" : "bytes") is below the minimum of "
        + "\(Self.leastMemory)"
        + (Self.isTiny(bytes) ? "; bytes, not megabytes?" : "")
        + (isLeftOut ? ", left out" : ""),
      at: limit.node, severity: isLeftOut ? .warning : nil,
      help: meant(by: limit) ?? "write at least 6Mi, or no limit")
  }

  /// A better spelling of an amount whose unit says less than was meant.
  private func meant(by amount: Located<Quantity>) -> String? {
    guard let text = amount.node?.text, let last = text.last else { return nil }
    if last == "m" {
      return "did you mean '\(text.dropLast())Mi'? 'm' counts thousandths of a byte"
    }
    return last.isNumber && amount.value < Quantity(1 << 20) && amount.value.isWhole
      ? "did you mean '\(text)Mi'?" : nil
  }
}

extension MappingContext {
  /// Whether there can be so much of something; less than nothing is reported.
  fileprivate func isAmount(_ entry: QuantityEntry) -> Bool {
    guard entry.value.value.isNegative else { return true }
    reportMistake(
      .schemaQuantity, "'\(entry.value.node?.text ?? "")' for '\(entry.name)' is less than nothing",
      at: entry.value.node, help: "write 0 or more")
    return false
  }

  /// Whether a request is above its limit, which is reported.
  fileprivate func exceeds(_ request: QuantityEntry, _ limit: Located<Quantity>?) -> Bool {
    guard let limit, limit.value.roundedToMilli < request.value.value.roundedToMilli else {
      return false
    }
    decoding.report(
      .requestExceedsLimit,
      "container '\(container)' requests more \(request.name) than its limit allows",
      at: request.value.node, labels: limit.range.map { [.init("the limit", at: $0)] } ?? [],
      help: "lower the request, or raise the limit")
    return true
  }
}
