internal import EdgeModel
internal import EdgeSyntax

/// Writes the new side of a comparison as the old one is written, wherever both mean the same.
struct AlignedText {
  private let deployment: DeploymentDiff
  private var json = JSONWriter(indent: 2)

  /// Both sides; a side that is not there is empty.
  static func texts(of deployment: DeploymentDiff) -> (old: [UInt8], new: [UInt8]) {
    let old = deployment.old.map { ExpandedText.text(of: $0.root) } ?? []
    guard let oldRoot = deployment.old?.root, let newRoot = deployment.new?.root else {
      return (old, deployment.new.map { ExpandedText.text(of: $0.root) } ?? [])
    }
    var text = AlignedText(deployment: deployment)
    text.write(Value(oldRoot, .root), Value(newRoot, .root), at: .configuration)
    text.json.endDocument()
    return (old, text.json.bytes)
  }

  private init(deployment: DeploymentDiff) {
    self.deployment = deployment
  }

  // MARK: - Values

  /// Writes a member as it is after the changes that are told of.
  private mutating func write(_ pair: MemberPair, in place: Place) {
    switch (pair.old, pair.new) {
    case (let old?, let new?):
      json.key(utf8: old.writtenKey)
      write(old.value, new.value, at: old.field.place)
    case (let old?, nil):
      let isKept =
        isUncompared(old, in: place)
        || !deployment.options.showsDefaults && old.field.means(nothing: old.value)
        || deployment.leftOut.contains(ChangeKey(old.value, nil))
      guard isKept else { return }
      json.key(utf8: old.writtenKey)
      ValueText.write(old.value, to: &json)
    case (nil, let new?):
      let isLeftOut =
        isUncompared(new, in: place)
        || !deployment.options.showsDefaults && new.field.means(nothing: new.value)
        || deployment.leftOut.contains(ChangeKey(nil, new.value))
      guard !isLeftOut else { return }
      json.key(utf8: new.writtenKey)
      ValueText.write(new.value, to: &json)
    case (nil, nil): break
    }
  }

  /// Whether it surrounds the content, and the other side has no place for that.
  private func isUncompared(_ member: NormalMember, in place: Place) -> Bool {
    guard case .configuration = place else { return false }
    return deployment.ignoresMetadata && member.isMetadata
  }

  private mutating func write(_ old: Value, _ new: Value, at place: Place) {
    let showsDefaults = deployment.options.showsDefaults
    if deployment.leftOut.contains(ChangeKey(old, new)) || old.isWrittenLike(new)
      || MeaningText.text(of: old, at: place, showsDefaults: showsDefaults)
        == MeaningText.text(of: new, at: place, showsDefaults: showsDefaults)
    {
      ValueText.write(old, to: &json)
    } else if old.isMapping, new.isMapping {
      json.beginObject()
      for pair in MemberPair.merged(place.members(of: old), place.members(of: new)) {
        write(pair, in: place)
      }
      json.endObject()
    } else if old.isSequence, new.isSequence {
      writeLists(old, new, at: place)
    } else {
      writeChanged(old, new)
    }
  }

  private mutating func writeLists(_ old: Value, _ new: Value, at place: Place) {
    let (olds, news) = (old.elements, new.elements)
    json.beginArray()
    for pair in ListPair.pairs(
      olds, news, at: place, showsDefaults: deployment.options.showsDefaults)
    {
      switch (pair.old.map { olds[$0] }, pair.new.map { news[$0] }) {
      case (let old?, let new?):
        // Members of a set that are one are the same, however they are spelled.
        let isMember = place.entryText(old) != nil
        write(old, isMember ? old : new, at: place.element)
      case (let old?, nil):
        if deployment.leftOut.contains(ChangeKey(old, nil)) { ValueText.write(old, to: &json) }
      case (nil, let new?):
        if !deployment.leftOut.contains(ChangeKey(nil, new)) { ValueText.write(new, to: &json) }
      case (nil, nil): break
      }
    }
    json.endArray()
  }

  /// Writes a value that another takes the place of; of a secret, only that it changed.
  private mutating func writeChanged(_ old: Value, _ new: Value) {
    guard let oldNode = old.node, let newNode = new.node, new.isSecret,
      let redacted = new.secrecy.redacted(newNode), redacted == old.secrecy.redacted(oldNode)
    else { return ValueText.write(new, to: &json) }
    json.string(redacted.replacing(Secrecy.standIn, with: ValueText.hiddenChange))
  }
}
