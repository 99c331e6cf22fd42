internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// Lays the createOptions of a ConfigMap over what a container's fields became: the ConfigMap is the
/// author's last word, and what it does not speak of stays.
///
/// Names match in any letter case. What only the container says follows what the ConfigMap says, in ASCII
/// order, so that a ConfigMap that says everything keeps its order.
struct BodyMerge {
  private let context: DecodingContext
  private let refusesConflicts: Bool

  /// - Parameter refusesConflicts: Whether it is an error that both say different things.
  init(_ context: DecodingContext, refusesConflicts: Bool = false) {
    self.context = context
    self.refusesConflicts = refusesConflicts
  }

  /// - Parameters:
  ///   - base: What the container's fields became.
  ///   - overlay: What the ConfigMap says.
  func merge(_ base: BodyValue, under overlay: BodyValue) -> BodyValue {
    var base = base
    BodyMounts(of: overlay).remove(from: &base) { path, old, new in
      reportOverridden(
        "\(old.list): mount of \(old.summary) at '\(path)'", old.value.origin,
        by: new.summary, new.value.origin)
    }
    cleanUp(&base, under: overlay)
    return merge(base.sortedByKey(), under: overlay, .object(.container), path: [])
  }

  private func merge(
    _ base: BodyValue, under overlay: BodyValue, _ rule: BodyRule, path: [String]
  ) -> BodyValue {
    switch rule {
    case .object(let object)
    where base.isObject && overlay.isObject && Self.areOfOneKind(base, overlay, object):
      return mergeMembers(base, under: overlay, path: path) { name in
        let id = name.lowercased()
        return object[name].map { (id, $0.name, BodyRule($0)) } ?? (id, name, .replace)
      }
    case .map(let entry, let identity) where base.isObject && overlay.isObject:
      let rule = BodyRule(entry)
      return mergeMembers(base, under: overlay, path: path) { name in
        (identity.key(ofText: name), name, rule)
      }
    case .keyed(let identity) where base.isArray && overlay.isArray:
      return mergeEntries(base, under: overlay, path: path, key: identity.key)
    case .set(let identity) where base.isArray && overlay.isArray:
      return union(base, overlay, identity.key)
    default:
      if !base.means(overlay) { reportOverridden(base, by: overlay, path: path) }
      return overlay
    }
  }

  /// Whether the members of two objects have to do with each other.
  private static func areOfOneKind(
    _ base: BodyValue, _ overlay: BodyValue, _ object: CreateOptionsObject
  ) -> Bool {
    guard let kind = object.kindMember, !base.isEmpty else { return true }
    return base[kind]?.text == overlay[kind]?.text
  }

  /// - Parameter member: What a name stands for: the same for all spellings of it, the spelling to use,
  ///   and how values of it become one.
  private func mergeMembers(
    _ base: BodyValue, under overlay: BodyValue, path: [String],
    _ member: (String) -> (id: String, name: String, rule: BodyRule)
  ) -> BodyValue {
    var result = BodyValue(.object([]), from: overlay.origin ?? base.origin)
    var below: [String: BodyValue] = [:]
    for old in base.members { below[member(old.key).id] = old.value }
    // Of names that differ in letter case only, the agent takes the last.
    var lastIndices: [String: Int] = [:]
    for (index, new) in overlay.members.enumerated() { lastIndices[member(new.key).id] = index }
    for (index, new) in overlay.members.enumerated() {
      let (id, name, rule) = member(new.key)
      guard lastIndices[id] == index else { continue }
      let old = below[id]
      guard !new.value.isNull else {
        // Null takes away what the container says; where it says nothing, nothing is to be said.
        if let old { reportOverridden(old, by: new.value, path: path + [name]) }
        continue
      }
      var merged = new
      merged.key = name
      merged.value =
        old.map { merge($0, under: new.value, rule, path: path + [name]) }
        ?? alone(new.value, rule)
      result.members.append(merged)
    }
    result.members += base.members.filter { lastIndices[member($0.key).id] == nil }
    return result
  }

  /// What the ConfigMap says of something that the container does not speak of.
  private func alone(_ overlay: BodyValue, _ rule: BodyRule) -> BodyValue {
    switch rule {
    case .object, .map:
      guard overlay.isObject else { return overlay }
      return merge(.object(from: nil), under: overlay, rule, path: [])
    case .replace, .keyed, .set: return overlay
    }
  }

  /// The entries of the base in their order, those that the overlay has an entry for exchanged for all
  /// that it has, and behind them what only the overlay has.
  private func mergeEntries(
    _ base: BodyValue, under overlay: BodyValue, path: [String], key: (BodyValue) -> String?
  ) -> BodyValue {
    var result = BodyValue(.array([]), from: overlay.origin ?? base.origin)
    var news: [String: [BodyValue]] = [:]
    for entry in overlay.elements {
      if let name = key(entry) { news[name, default: []].append(entry) }
    }
    var placed: Set<String> = []
    for old in base.elements {
      guard let name = key(old), let new = news[name], let first = new.first else {
        result.elements.append(old)
        continue
      }
      if !new.contains(where: { $0.means(old) }) {
        // Values of variables may be secret.
        if path == ["Env"] {
          reportOverridden("variable '\(name)'", old.origin, by: "that", first.origin)
        } else {
          reportOverridden(old, by: first, path: path + [name])
        }
      }
      if placed.insert(name).inserted { result.elements += new }
    }
    for entry in overlay.elements {
      if let name = key(entry), placed.contains(name) { continue }
      result.elements.append(entry)
    }
    return result
  }

  private func union(
    _ base: BodyValue, _ overlay: BodyValue, _ identity: (BodyValue) -> String?
  ) -> BodyValue {
    var result = BodyValue(.array(base.elements), from: overlay.origin ?? base.origin)
    let known = Set(base.elements.compactMap(identity))
    result.elements += overlay.elements.filter { entry in
      identity(entry).map { !known.contains($0) } ?? true
    }
    return result
  }

  // MARK: - Reports

  /// Tells that the ConfigMap has another opinion than the container.
  func reportOverridden(_ old: BodyValue, by new: BodyValue, path: [String]) {
    let name = path.joined(separator: ".")
    // Values of variables may be secret, also where they were put into a command.
    if ["Env", "Cmd", "Entrypoint"].contains(path.first) {
      reportOverridden(name, old.origin, by: "that", new.origin)
    } else {
      reportOverridden("\(name) \(old.summary)", old.origin, by: new.summary, new.origin)
    }
  }

  private func reportOverridden(
    _ old: String, _ oldOrigin: SyntaxNode?, by new: String, _ newOrigin: SyntaxNode?
  ) {
    context.report(
      refusesConflicts ? .mergeConflict : .mergeOverridden,
      "\(old) of the container gives way to \(new) of the ConfigMap", at: oldOrigin ?? newOrigin,
      labels: newOrigin.map { [.init("this value is used", at: $0.range)] } ?? [],
      help: "remove one of the two; the ConfigMap wins")
  }
}
