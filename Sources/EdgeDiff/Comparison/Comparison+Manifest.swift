internal import EdgeModel
internal import EdgeSyntax

/// Whole manifests: what surrounds the content, and the twins in it.
extension Comparison {
  mutating func compare(_ old: ExpandedContent, _ new: ExpandedContent) {
    // A bare manifest has no place for what surrounds others.
    if old.hasMetadata, new.hasMetadata {
      let pairs = MemberPair.pairs(
        Place.metadata.members(of: Value(old.root)).filter(\.isMetadata),
        Place.metadata.members(of: Value(new.root)).filter(\.isMetadata))
      for pair in pairs {
        about(pair.either.isTargeting ? .targeting : .deployment) {
          $0.compare(pair, in: .metadata)
        }
      }
    }
    twins = TwinPairs(old: old.twins, new: new.twins)
    // Renamed modules take their twins along.
    for name in twins.names where name.isText("$edgeAgent") { compareTwin(name) }
    for name in twins.names where !name.isText("$edgeAgent") { compareTwin(name) }
  }

  // MARK: - Twins

  private mutating func compareTwin(_ name: ArraySlice<UInt8>) {
    let subject: Subject =
      name.isText("$edgeAgent") ? .agent : name.isText("$edgeHub") ? .hub : .twin(name.text)
    descend(.key(name), to: subject) { comparison in
      switch (comparison.twins.old[name], comparison.twins.new[name]) {
      case (let old?, let new?): comparison.compareTwins(old, new, of: subject)
      case (let old?, nil):
        guard comparison.twins.renamed[name] == nil else { return }
        comparison.compareTwin(old, withNothing: subject, isOld: true)
      case (nil, let new?):
        guard !comparison.twins.renamed.values.contains(name) else { return }
        comparison.compareTwin(new, withNothing: subject, isOld: false)
      case (nil, nil): break
      }
    }
  }

  private mutating func compareTwins(_ old: Twin, _ new: Twin, of subject: Subject) {
    if old.isWhole != new.isWhole {
      descend(.key(Array(DesiredPath.whole.utf8)[...])) {
        $0.note(
          Value(old.node), Value(new.node), at: .json,
          words: (old.isWhole ? "whole" : "in parts", new.isWhole ? "whole" : "in parts"))
      }
    }
    compare(old.desired, new.desired, at: Self.place(of: subject, old.desired, new.desired))
    for pair in MemberPair.pairs(old.others, new.others) { compare(pair, in: .json) }
  }

  /// Compares a twin with none at all, which would leave the properties on the device as they are.
  private mutating func compareTwin(_ twin: Twin, withNothing subject: Subject, isOld: Bool) {
    if case .twin = subject {
      return note(isOld ? Value(twin.node) : nil, isOld ? nil : Value(twin.node), at: .json)
    }
    let count = changes.count
    let place = Self.place(of: subject, twin.desired, twin.desired)
    compare(isOld ? twin.desired : .empty, isOld ? .empty : twin.desired, at: place)
    for member in twin.others {
      compare(MemberPair(old: isOld ? member : nil, new: isOld ? nil : member), in: .json)
    }
    if changes.count == count {
      note(isOld ? Value(twin.node) : nil, isOld ? nil : Value(twin.node), at: .json)
    }
  }

  private static func place(of subject: Subject, _ old: Value, _ new: Value) -> Place {
    switch subject {
    case .agent: .agent
    case .hub: .hub(isFirstSchema: old.isFirstSchema && new.isFirstSchema)
    default: .json
    }
  }

  // MARK: - Modules

  /// Compares user modules; one that was renamed has the same twin under the new name.
  mutating func compareModules(_ pairs: [MemberPair]) {
    compareNamed(pairs, Subject.module) { comparison, member in
      let twin = comparison.twins.old[member.key] ?? comparison.twins.new[member.key]
      let twinText = twin.map { comparison.text(Value($0.node), at: .json) } ?? []
      return comparison.text(member.value, at: .module(.user)) + [0] + twinText
    }
    for change in changes where change.operation == .rename {
      guard case .module(let old) = change.subject, let new = change.new?.word else { continue }
      twins.renamed[Array(old.utf8)[...]] = Array(new.utf8)[...]
    }
  }
}

extension Value {
  /// Whether the desired properties of `$edgeHub` are of schema 1.0, which needs no routes.
  fileprivate var isFirstSchema: Bool {
    guard let version = self["schemaVersion"]?.string else { return false }
    return version.elementsEqual("1.0".utf8) || version.starts(with: "1.0.".utf8)
  }
}

extension NormalMember {
  /// Whether it surrounds the content and is no part of it.
  fileprivate var isMetadata: Bool {
    !key.isText("content") && !key.isText("modulesContent") && !key.isText("moduleContent")
  }

  fileprivate var isTargeting: Bool { key.isText("targetCondition") || key.isText("priority") }
}
