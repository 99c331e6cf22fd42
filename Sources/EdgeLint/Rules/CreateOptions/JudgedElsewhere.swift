internal import EdgeModel

/// What rules of their own say about a member of createOptions, so that the rules about all members keep
/// quiet: one mistake gives one finding.
///
/// Asked only where something is wrong, so that clean createOptions pay nothing for it.
struct JudgedElsewhere: OptionSet {
  let rawValue: UInt8

  /// Values that the agent converts.
  static let conversion = JudgedElsewhere(rawValue: 1 << 0)
  /// Values that are refused.
  static let mistake = JudgedElsewhere(rawValue: 1 << 1)
  /// Text that is refused.
  static let text = JudgedElsewhere(rawValue: 1 << 2)
  /// Numbers with a fraction.
  static let fraction = JudgedElsewhere(rawValue: 1 << 3)
  /// Entries that the agent converts.
  static let entryConversion = JudgedElsewhere(rawValue: 1 << 4)
  /// Entries that are refused, null included.
  static let entryMistake = JudgedElsewhere(rawValue: 1 << 5)

  /// - Parameter object: The object that has the member.
  init(_ field: CreateOptionsField, of object: CreateOptionsObject) {
    self = Self.known.first { $0.object == object && $0.name == field.name }?.judged ?? []
  }

  init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  private static let known: [(object: CreateOptionsObject, name: String, judged: JudgedElsewhere)] =
    [
      (.container, "Cmd", .mistake),
      (.container, "Entrypoint", .mistake),
      (.container, "Env", .mistake),
      (.container, "ExposedPorts", .mistake),
      (.container, "Labels", [.mistake, .entryConversion, .entryMistake]),
      (.container, "StopTimeout", .mistake),
      (.container, "User", .mistake),
      (.container, "Volumes", .mistake),
      (.hostConfig, "Devices", .entryMistake),
      (.hostConfig, "ExtraHosts", [.mistake, .entryMistake]),
      (.hostConfig, "GroupAdd", .entryConversion),
      (.hostConfig, "Memory", [.text, .fraction]),
      (.hostConfig, "MemoryReservation", [.text, .fraction]),
      (.hostConfig, "MemorySwap", [.text, .fraction]),
      (.hostConfig, "PortBindings", .entryMistake),
      (.hostConfig, "Privileged", [.conversion, .mistake]),
      (.hostConfig, "ShmSize", .text),
      (.hostConfig, "Sysctls", .entryConversion),
      (.hostConfig, "Tmpfs", .mistake),
      (.hostConfig, "Ulimits", .entryMistake),
      (.networkingConfig, "EndpointsConfig", .entryMistake),
      (.healthcheck, "Interval", .text),
      (.healthcheck, "StartInterval", .text),
      (.healthcheck, "StartPeriod", .text),
      (.healthcheck, "Test", .text),
      (.healthcheck, "Timeout", .text),
      (.logConfig, "Config", .entryConversion),
      (.portBinding, "HostPort", .conversion),
      (.mount, "ReadOnly", .conversion),
      (.deviceRequest, "Capabilities", [.mistake, .entryMistake]),
    ]
}
