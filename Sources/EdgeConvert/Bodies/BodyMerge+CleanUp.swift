internal import EdgeModel

extension BodyMerge {
  /// Takes out of the base what contradicts a choice of the overlay.
  ///
  /// Source: moby/moby daemon/daemon_unix.go (verifyPlatformContainerResources).
  func cleanUp(_ base: inout BodyValue, under overlay: BodyValue) {
    let host = overlay["HostConfig"]
    if let test = overlay[path: "Healthcheck", "Test"], test.elements.first?.text == "NONE" {
      drop(["Healthcheck"], from: &base, for: test)
    }
    if let reason = host?.given("CpuQuota") ?? host?.given("CpuPeriod") {
      drop(["HostConfig", "NanoCpus"], from: &base, for: reason)
    }
    if let reason = host?.given("NanoCpus") {
      drop(["HostConfig", "CpuQuota"], from: &base, for: reason)
      drop(["HostConfig", "CpuPeriod"], from: &base, for: reason)
    }
    if let limit = host?.given("Memory"), let bytes = limit.number, bytes > 0,
      let reserved = base[path: "HostConfig", "MemoryReservation"]?.number, bytes < reserved
    {
      drop(["HostConfig", "MemoryReservation"], from: &base, for: limit)
    }
    cleanUpCapabilities(&base, under: host)
    cleanUpNetwork(&base, under: overlay)
  }

  /// A capability that one side adds and the other drops is the overlay's to decide.
  private func cleanUpCapabilities(_ base: inout BodyValue, under host: BodyValue?) {
    for (chosen, other) in [("CapAdd", "CapDrop"), ("CapDrop", "CapAdd")] {
      var reasons: [String: BodyValue] = [:]
      for entry in host?[chosen]?.elements ?? [] {
        if let name = entry.text { reasons[LinuxCapability.canonical(name)] = entry }
      }
      guard !reasons.isEmpty, var list = base[path: "HostConfig", other] else { continue }
      list.elements.removeAll { entry in
        guard let name = entry.text, let reason = reasons[LinuxCapability.canonical(name)]
        else { return false }
        reportOverridden(entry, by: reason, path: ["HostConfig", other])
        return true
      }
      base[path: "HostConfig", other] = list.isEmpty ? nil : list
    }
    if base["HostConfig"]?.isEmpty == true { base["HostConfig"] = nil }
  }

  /// The network of the device and networks of its own exclude each other; ports are published only in the
  /// latter.
  private func cleanUpNetwork(_ base: inout BodyValue, under overlay: BodyValue) {
    let mode = overlay[path: "HostConfig", "NetworkMode"]
    let endpoints = overlay[path: "NetworkingConfig", "EndpointsConfig"]
    if let mode, mode.text == "host" {
      drop(["HostConfig", "PortBindings"], from: &base, for: mode)
      drop(["ExposedPorts"], from: &base, for: mode)
    } else if let reason = mode ?? endpoints.flatMap({ $0["host"] == nil ? $0 : nil }) {
      // A mode that the overlay has, too, is told when the two are put together.
      if mode == nil, base[path: "HostConfig", "NetworkMode"]?.text == "host" {
        drop(["HostConfig", "NetworkMode"], from: &base, for: reason)
      }
      base[path: "NetworkingConfig", "EndpointsConfig", "host"] = nil
      if base[path: "NetworkingConfig", "EndpointsConfig"]?.isEmpty ?? true {
        base["NetworkingConfig"] = nil
      }
    }
  }

  private func drop(_ path: [String], from base: inout BodyValue, for reason: BodyValue) {
    guard let old = base[path: path] else { return }
    reportOverridden(old, by: reason, path: path)
    base[path: path] = nil
    if base["HostConfig"]?.isEmpty == true { base["HostConfig"] = nil }
  }
}

extension BodyValue {
  /// The value of a member that says something.
  fileprivate func given(_ key: String) -> BodyValue? {
    self[key].flatMap { $0.isNull ? nil : $0 }
  }

  /// The number, which the agent also reads from text.
  fileprivate var number: Double? {
    switch content {
    case .literal(let text), .string(let text): Double(text)
    case .object, .array: nil
    }
  }
}
