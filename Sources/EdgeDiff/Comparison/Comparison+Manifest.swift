internal import EdgeModel

/// Whole manifests: what surrounds the content, and the twins in it.
extension Comparison {
  mutating func compare(_ old: ExpandedContent, _ new: ExpandedContent) {
    // A bare manifest has no place for what surrounds others.
    if old.hasMetadata, new.hasMetadata {
      let pairs = MemberPair.pairs(
        Place.configuration.members(of: old.root).filter(\.isMetadata),
        Place.configuration.members(of: new.root).filter(\.isMetadata))
      for pair in pairs {
        about(pair.either.isTargeting ? .targeting : .deployment) {
          $0.compare(pair, in: .configuration)
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
    let owner = TwinOwner(name)
    descend(.key(name), to: owner.subject(name)) { comparison in
      switch (comparison.twins.old[name], comparison.twins.new[name]) {
      case (let old?, let new?): comparison.compareTwins(old, new, of: owner)
      case (let old?, nil):
        guard !comparison.twins.renamed.old.contains(name) else { return }
        comparison.compareTwin(old, withNothing: owner, isOld: true)
      case (nil, let new?):
        guard !comparison.twins.renamed.new.contains(name) else { return }
        comparison.compareTwin(new, withNothing: owner, isOld: false)
      case (nil, nil): break
      }
    }
  }

  private mutating func compareTwins(_ old: Twin, _ new: Twin, of owner: TwinOwner) {
    if old.isWhole != new.isWhole {
      descend(.key(Array(DesiredPath.whole.utf8)[...])) {
        $0.note(
          old.value, new.value,
          words: (old.isWhole ? "whole" : "in parts", new.isWhole ? "whole" : "in parts"))
      }
    }
    compare(old.desired, new.desired, at: owner.desired)
    for pair in MemberPair.pairs(old.others, new.others) { compare(pair, in: .json) }
  }

  /// Compares a twin with none at all, which would leave the properties on the device as they are.
  private mutating func compareTwin(_ twin: Twin, withNothing owner: TwinOwner, isOld: Bool) {
    if case .module = owner {
      return note(isOld ? twin.value : nil, isOld ? nil : twin.value)
    }
    let count = changes.count
    compare(isOld ? twin.desired : .empty, isOld ? .empty : twin.desired, at: owner.desired)
    for member in twin.others {
      compare(MemberPair(old: isOld ? member : nil, new: isOld ? nil : member), in: .json)
    }
    if changes.count == count {
      note(isOld ? twin.value : nil, isOld ? nil : twin.value)
    }
  }

  // MARK: - Modules

  /// Compares user modules; one that was renamed has the same twin under the new name.
  mutating func compareModules(_ pairs: [MemberPair]) {
    compareNamed(pairs, Subject.module) { comparison, member in
      let twin = comparison.twins.old[member.key] ?? comparison.twins.new[member.key]
      let twinText = twin.map { comparison.text($0.value, at: .json) } ?? []
      return comparison.text(member.value, at: .module(.user)) + [0] + twinText
    }
    for change in changes where change.operation == .rename {
      guard case .module(let old) = change.subject, let new = change.new?.word else { continue }
      twins.renamed.old.insert(Array(old.utf8)[...])
      twins.renamed.new.insert(Array(new.utf8)[...])
    }
  }
}

extension TwinOwner {
  /// What changes of the desired properties are about.
  fileprivate func subject(_ name: ArraySlice<UInt8>) -> Subject {
    switch self {
    case .agent: .agent
    case .hub: .hub
    case .module: .twin(name.text)
    }
  }
}

extension NormalMember {
  /// Whether it surrounds the content and is no part of it.
  var isMetadata: Bool {
    !key.isText("content") && !key.isText("modulesContent") && !key.isText("moduleContent")
  }

  fileprivate var isTargeting: Bool { key.isText("targetCondition") || key.isText("priority") }
}
