internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension ResourceConversion {
  static let gpu = "nvidia.com/gpu"

  /// Takes what is neither processors nor memory: GPUs of NVIDIA, and nothing else.
  func convertOther(
    _ entry: QuantityEntry, isLimit: Bool, into draft: inout ModuleDraft
  ) {
    guard !entry.value.value.isZero else { return }
    switch entry.name {
    case "cpu", "memory": break
    case Self.gpu where isLimit && entry.value.value.isWhole: requestGPUs(entry, in: &draft)
    case "ephemeral-storage":
      context.reportImpossible(
        .lossEphemeralStorageUnsupported,
        "\(subject): createOptions cannot limit the space that a module writes to", at: entry.key,
        help: "if the storage driver of the devices can, set HostConfig.StorageOpt in createOptions"
      )
    case _ where entry.name.hasPrefix("hugepages-"):
      context.reportImpossible(
        .lossHugepagesUnsupported, "\(subject): createOptions cannot limit huge pages",
        at: entry.key, help: "set huge pages up on the device")
    default: reportExtended(entry, isLimit: isLimit)
    }
  }

  /// Asks for the first so many GPUs.
  ///
  /// Source: moby/moby daemon/devices_nvidia_linux.go (countToDevices).
  private func requestGPUs(_ entry: QuantityEntry, in draft: inout ModuleDraft) {
    let node = entry.value.node
    context.decoding.report(
      .lossGPUNotExclusive,
      "\(subject): the module gets the first GPUs of the device, and other modules may use them, too",
      at: entry.key, help: "choose them by DeviceIDs in HostConfig.DeviceRequests of createOptions")
    draft.body[path: "HostConfig", "DeviceRequests"] = .array(
      [
        .object(
          [
            "Capabilities": .array(
              [.array([.string("gpu", from: entry.key)], from: entry.key)], from: entry.key),
            "Count": .number(entry.value.value.wholeValue, from: node),
            "Driver": .string("nvidia", from: entry.key),
          ], from: node)
      ], from: node)
  }

  private func reportExtended(_ entry: QuantityEntry, isLimit: Bool) {
    let message: String
    let help: String
    switch entry.name {
    case Self.gpu where isLimit:
      message = "a part of '\(entry.name)' cannot be asked for"
      help = "write a whole number"
    case Self.gpu:
      message = "'\(entry.name)' is requested without a limit"
      help = "write it under 'limits'"
    case "amd.com/gpu":
      message = "'\(entry.name)' cannot be asked for on every device"
      help = """
        set HostConfig.DeviceRequests with Driver 'amd', or HostConfig.Devices with /dev/kfd and \
        /dev/dri, in createOptions of ConfigMap '\(context.container)'
        """
    default:
      message = "nobody on a device hands out '\(entry.name)'"
      help =
        Suggestion.question(
          for: entry.name, among: ["cpu", "memory", "ephemeral-storage", Self.gpu])
        ?? "set HostConfig.Devices in createOptions of ConfigMap '\(context.container)'"
    }
    context.reportImpossible(
      .extendedResourceUnsupported, "\(subject): \(message)", at: entry.key, help: help)
  }
}
