internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// Lays the createOptions of a ConfigMap over what a container's fields became: the ConfigMap is the
/// author's last word, and what it does not speak of stays.
///
/// Keys match in any letter case. What only the container says follows what the ConfigMap says, in ASCII
/// order, so that a ConfigMap that says everything is written as it stands.
struct BodyMerge {
  private let context: DecodingContext

  init(_ context: DecodingContext) {
    self.context = context
  }

  /// How a member of both is put together.
  private enum Rule {
    case replace
    /// An object whose members are put together one by one.
    case recurse
    /// An array whose entries are told apart by a key.
    case keyed(@Sendable (BodyValue) -> String?)
    /// An array of which each entry is there once.
    case set
  }

  /// - Parameters:
  ///   - base: What the container's fields became.
  ///   - overlay: What the ConfigMap says.
  func merge(_ base: BodyValue, under overlay: BodyValue) -> BodyValue {
    var base = base
    removeMounts(of: overlay, from: &base)
    cleanUp(&base, under: overlay)
    return mergeObjects(base, under: overlay, path: [])
  }

  private func mergeObjects(
    _ base: BodyValue, under overlay: BodyValue, path: [String]
  ) -> BodyValue {
    var result = BodyValue(.object([]), from: overlay.origin ?? base.origin)
    for member in overlay.members {
      guard let below = base[member.key] else {
        // Null takes away what the container says; where it says nothing, nothing is to be said.
        if !member.value.isNull { result.members.append(member) }
        continue
      }
      guard !member.value.isNull else {
        reportOverridden(below, by: member.value, path: path + [member.key])
        continue
      }
      var merged = member
      merged.value = merge(below, under: member.value, path: path + [member.key])
      result.members.append(merged)
    }
    let added = base.members.filter { overlay[$0.key] == nil }
    result.members += added.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    return result
  }

  private func merge(
    _ base: BodyValue, under overlay: BodyValue, path: [String]
  ) -> BodyValue {
    switch Self.rule(path) {
    case .recurse where base.isObject && overlay.isObject:
      if path.last?.lowercased() == "logconfig", let type = overlay["Type"], let old = base["Type"],
        !type.means(old)
      {
        break
      }
      return mergeObjects(base, under: overlay, path: path)
    case .keyed(let key) where base.isArray && overlay.isArray:
      return mergeKeyed(base, under: overlay, path: path, key: key)
    case .set where base.isArray && overlay.isArray:
      var result = base
      for entry in overlay.elements where !result.elements.contains(where: { $0.means(entry) }) {
        result.elements.append(entry)
      }
      return result
    default: break
    }
    if !base.means(overlay) { reportOverridden(base, by: overlay, path: path) }
    return overlay
  }

  private func mergeKeyed(
    _ base: BodyValue, under overlay: BodyValue, path: [String], key: (BodyValue) -> String?
  ) -> BodyValue {
    var result = base
    for entry in overlay.elements {
      let name = key(entry)
      if let name, let index = result.elements.firstIndex(where: { key($0) == name }) {
        let old = result.elements[index]
        if !old.means(entry) { reportOverridden(old, by: entry, path: path + [name]) }
        result.elements[index] = entry
      } else if !result.elements.contains(where: { $0.means(entry) }) {
        result.elements.append(entry)
      }
    }
    return result
  }

  // MARK: - Rules by key

  private static func rule(_ path: [String]) -> Rule {
    let names = path.map { $0.lowercased() }
    switch names.last ?? "" {
    case "env" where names.count == 1: return .keyed { $0.text.map { name(in: $0, before: "=") } }
    case "extrahosts": return .keyed { $0.text.map { name(in: $0, before: ":") } }
    case "devices": return .keyed { $0["PathInContainer"]?.text }
    case "ulimits": return .keyed { $0["Name"]?.text }
    case "securityopt": return .keyed { $0.text.map(securityKind) }
    // Whatever is mounted twice at one place has been taken out of the base.
    case "binds", "mounts", "capadd", "capdrop", "groupadd": return .set
    default: break
    }
    // The value of a port is one array, whatever is in it.
    return names.dropLast().last == "portbindings" ? .replace : .recurse
  }

  private static func name(in text: String, before separator: Character) -> String {
    String(text.prefix { $0 != separator })
  }

  /// The word before `=` or `:`; of labels, the kind of label, too.
  private static func securityKind(_ text: String) -> String {
    let word = String(text.prefix { $0 != "=" && $0 != ":" })
    guard word == "label" else { return word }
    return word + "=" + text.dropFirst(word.count + 1).prefix { $0 != ":" }
  }

  // MARK: - What one part of the ConfigMap drives out

  /// Takes mounts out of the base whose place in the container the overlay mounts something at.
  private func removeMounts(of overlay: BodyValue, from base: inout BodyValue) {
    let targets = Self.mountTargets(of: overlay)
    guard !targets.isEmpty else { return }
    for (path, target) in Self.mountLists {
      guard var list = base[path: path.0, path.1] else { continue }
      list.elements.removeAll { entry in
        guard let place = target(entry), let other = targets[place] else { return false }
        if !entry.means(other) { reportOverridden(entry, by: other, path: [path.0, path.1]) }
        return true
      }
      base[path: path.0, path.1] = list.isEmpty ? nil : list
    }
    for path in [["HostConfig", "Tmpfs"], ["Volumes"]] {
      let outer = path.count > 1 ? base[path[0]] : base
      guard var map = outer?[path[path.count - 1]], map.isObject else { continue }
      map.members.removeAll { member in
        guard let other = targets[member.key] else { return false }
        reportOverridden(member.value, by: other, path: path + [member.key])
        return true
      }
      let left = map.isEmpty ? nil : map
      if path.count > 1 { base[path: path[0], path[1]] = left } else { base[path[0]] = left }
    }
    if base["HostConfig"]?.isEmpty == true { base["HostConfig"] = nil }
  }

  private static let mountLists: [((String, String), @Sendable (BodyValue) -> String?)] = [
    (("HostConfig", "Binds"), { $0.text.flatMap(bindTarget) }),
    (("HostConfig", "Mounts"), { $0["Target"]?.text }),
  ]

  /// What is mounted at each place in the container.
  private static func mountTargets(of body: BodyValue) -> [String: BodyValue] {
    var targets: [String: BodyValue] = [:]
    for (path, target) in mountLists {
      for entry in body[path: path.0, path.1]?.elements ?? [] {
        if let place = target(entry) { targets[place] = entry }
      }
    }
    for member in (body[path: "HostConfig", "Tmpfs"]?.members ?? [])
      + (body["Volumes"]?.members ?? [])
    {
      targets[member.key] = member.value
    }
    return targets
  }

  /// The place in the container of `source:target[:options]`.
  private static func bindTarget(_ text: String) -> String? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count > 1 ? String(parts[1]) : nil
  }

  /// Takes out of the base what contradicts a choice of the overlay.
  private func cleanUp(_ base: inout BodyValue, under overlay: BodyValue) {
    guard let host = overlay["HostConfig"] else {
      if overlay[path: "Healthcheck", "Test"]?.elements.first?.text == "NONE" {
        base["Healthcheck"] = nil
      }
      return
    }
    if overlay[path: "Healthcheck", "Test"]?.elements.first?.text == "NONE" {
      base["Healthcheck"] = nil
    }
    if host["CpuQuota"] != nil || host["CpuPeriod"] != nil {
      drop("NanoCpus", from: &base, for: host["CpuQuota"] ?? host["CpuPeriod"])
    }
    if host["NanoCpus"] != nil {
      drop("CpuQuota", from: &base, for: host["NanoCpus"])
      drop("CpuPeriod", from: &base, for: host["NanoCpus"])
    }
    if let limit = host["Memory"].flatMap(Self.integer),
      let reserved = base[path: "HostConfig", "MemoryReservation"].flatMap(Self.integer),
      limit < reserved
    {
      drop("MemoryReservation", from: &base, for: host["Memory"])
    }
    cleanUpNetwork(&base, under: overlay, host)
  }

  private func cleanUpNetwork(
    _ base: inout BodyValue, under overlay: BodyValue, _ host: BodyValue
  ) {
    let endpoints = overlay[path: "NetworkingConfig", "EndpointsConfig"]
    let mode = host["NetworkMode"]
    if let mode, mode.text == "host" {
      drop("PortBindings", from: &base, for: mode)
      base["ExposedPorts"] = nil
    } else if mode != nil || endpoints.map({ $0["host"] == nil }) ?? false {
      if base[path: "HostConfig", "NetworkMode"]?.text == "host" {
        drop("NetworkMode", from: &base, for: mode ?? endpoints)
      }
      base[path: "NetworkingConfig", "EndpointsConfig", "host"] = nil
      if base[path: "NetworkingConfig", "EndpointsConfig"]?.isEmpty ?? true {
        base["NetworkingConfig"] = nil
      }
    }
  }

  private func drop(_ key: String, from base: inout BodyValue, for reason: BodyValue?) {
    guard let old = base[path: "HostConfig", key], let reason else { return }
    reportOverridden(old, by: reason, path: ["HostConfig", key])
    base[path: "HostConfig", key] = nil
  }

  private static func integer(_ value: BodyValue) -> Int64? {
    guard case .literal(let text) = value.content else { return nil }
    return Int64(text)
  }

  // MARK: - Reports

  /// Tells that the ConfigMap has another opinion than the container.
  private func reportOverridden(_ old: BodyValue, by new: BodyValue, path: [String]) {
    context.report(
      .mergeOverridden,
      "\(path.joined(separator: ".")) \(old.summary) of the container gives way to "
        + "\(new.summary) of the ConfigMap", at: old.origin ?? new.origin,
      labels: new.origin.map { [.init("this value is used", at: $0.range)] } ?? [],
      help: "remove one of the two; the ConfigMap wins")
  }
}
