internal import EdgeModel
internal import EdgeSyntax

/// Finds the operations that make the new deployment of the old one: members of objects, elements of lists,
/// and createOptions as a whole where they are text.
struct PatchWriter {
  /// An operation of RFC 6902.
  struct Operation {
    enum Kind: String {
      case add, remove, replace
    }

    let kind: Kind
    let path: [String]
    /// Nil for a removal.
    let value: PatchValue?
  }

  private let deployment: DeploymentDiff
  private let target: PatchTarget
  /// Whether lists are replaced as a whole, and null means that nothing is there.
  private let isMerge: Bool
  private(set) var operations: [Operation] = []
  /// The way in the expanded form.
  private var path: [String] = []
  private var tooLong: [String]?

  static func operations(
    of deployment: DeploymentDiff, for form: PatchForm, isMerge: Bool
  ) throws(PatchFailure) -> [Operation] {
    guard let old = deployment.old, let new = deployment.new else { throw .notAManifest }
    var writer = PatchWriter(deployment, try PatchTarget(old, form), isMerge: isMerge)
    guard !deployment.changes.isEmpty else { return [] }
    writer.write(Value(old.root, .root), Value(new.root, .root), at: .configuration)
    if let path = writer.tooLong { throw .createOptionsTooLong(pointer: path.jsonPointer) }
    return writer.operations
  }

  private init(_ deployment: DeploymentDiff, _ target: PatchTarget, isMerge: Bool) {
    self.deployment = deployment
    self.target = target
    self.isMerge = isMerge
  }

  // MARK: - Operations

  private mutating func note(_ kind: Operation.Kind, _ value: PatchValue? = nil) {
    operations.append(Operation(kind: kind, path: target.path(path), value: value))
  }

  private mutating func at(_ step: String, _ body: (inout PatchWriter) -> Void) {
    path.append(step)
    body(&self)
    path.removeLast()
  }

  /// A value of the new side.
  private mutating func patchValue(_ value: Value, at place: Place) -> PatchValue {
    guard let node = value.node else { return PatchValue(json: "{}") }
    var result = PatchValue(
      json: "", isSecret: value.holdsSecret, hasNull: isMerge && value.hasNull(at: place))
    if case .raw = target.form {
      let (json, isTooLong) = RawValue.json(node, at: place)
      if isTooLong { tooLong = path }
      result.json = json
    } else {
      result.json = node.json
    }
    return result
  }

  // MARK: - Values

  private mutating func write(_ old: Value, _ new: Value, at place: Place) {
    if deployment.leaves(old, new, at: place) { return }
    if old.isMapping, new.isMapping {
      removeRepetitions(in: old, at: place)
      writeMembers(old, new, at: place)
    } else if old.isSequence, new.isSequence, isMerge {
      let text = AlignedText.json(old, new, at: place, of: deployment)
      note(.replace, PatchValue(json: text, isSecret: old.holdsSecret || new.holdsSecret))
    } else if old.isSequence, new.isSequence {
      writeElements(old, new, at: place)
    } else {
      note(.replace, patchValue(new, at: place))
    }
  }

  /// Of members that are one in several spellings only the last counts; the others go.
  private mutating func removeRepetitions(in old: Value, at place: Place) {
    let entries = old.entries
    let members = place.members(of: old)
    guard members.count < entries.count else { return }
    let counting = Set(members.map(\.writtenKey))
    for entry in entries where !counting.contains(entry.key) {
      at(entry.key.text) { $0.note(.remove) }
    }
  }

  private mutating func writeMembers(_ old: Value, _ new: Value, at place: Place) {
    let isRawSettings = if case (.settings, .raw) = (place, target.form) { true } else { false }
    for pair in MemberPair.pairs(place.members(of: old), place.members(of: new)) {
      let key = (pair.old ?? pair.either).writtenKey
      if isRawSettings, key.namesCreateOptions { continue }
      at(key.text) { $0.write(pair, in: place) }
    }
    if isRawSettings { writeCreateOptions(old, new) }
  }

  private mutating func write(_ pair: MemberPair, in place: Place) {
    switch (pair.old, pair.new) {
    case (let old?, let new?):
      if deployment.hides(old), deployment.hides(new) { return }
      write(old.value, new.value, at: old.field.place)
    case (let old?, nil):
      guard deployment.tells(old, isOld: true, in: place) else { return }
      if deployment.leavesSomeOut, case .object = old.field.absence, old.value.isMapping {
        write(old.value, .empty, at: old.field.place)
      } else {
        note(.remove)
      }
    case (nil, let new?):
      guard deployment.tells(new, isOld: false, in: place) else { return }
      if deployment.leavesSomeOut, case .object = new.field.absence, new.value.isMapping {
        note(.add, PatchValue(json: "{}"))
        write(.empty, new.value, at: new.field.place)
      } else {
        note(.add, patchValue(new.value, at: new.field.place))
      }
    case (nil, nil): break
    }
  }

  /// First what changed inside of elements, then removals from the end, then what is new.
  private mutating func writeElements(_ old: Value, _ new: Value, at place: Place) {
    let (olds, news) = (old.elements, new.elements)
    let pairs = ListPair.pairs(
      olds, news, at: place, showsDefaults: deployment.options.showsDefaults)
    for pair in pairs {
      guard let oldIndex = pair.old, let newIndex = pair.new,
        place.entryText(olds[oldIndex]) == nil
      else { continue }
      at("\(oldIndex)") { $0.write(olds[oldIndex], news[newIndex], at: place.element) }
    }
    for index in pairs.filter({ $0.new == nil }).compactMap(\.old).sorted(by: >)
    where !deployment.leftOut.contains(ChangeKey(olds[index], nil)) {
      at("\(index)") { $0.note(.remove) }
    }
    let isAtPlace = place.isOrdered && !deployment.leavesSomeOut
    for index in pairs.filter({ $0.old == nil }).compactMap(\.new).sorted()
    where !deployment.leftOut.contains(ChangeKey(nil, news[index])) {
      at(isAtPlace ? "\(index)" : "-") {
        $0.note(.add, $0.patchValue(news[index], at: place.element))
      }
    }
  }

  // MARK: - createOptions as text

  /// Replaces the pieces of createOptions in settings.
  private mutating func writeCreateOptions(_ old: Value, _ new: Value) {
    let oldKeys =
      target.object(at: target.path(path))?.createOptionsMembers ?? []
    guard let pieces = newPieces(old, new, isObject: oldKeys.first?.value.isMapping == true) else {
      return
    }
    let names = pieces.enumerated().map { index, piece in
      piece.key
        ?? (index < oldKeys.count ? oldKeys[index].key.text : CreateOptionsChunks.key(index))
    }
    for member in oldKeys where !names.contains(member.key.text) {
      at(member.key.text) { $0.note(.remove) }
    }
    for (name, piece) in zip(names, pieces) {
      let isThere = oldKeys.contains { $0.key.text == name }
      at(name) { $0.note(isThere ? .replace : .add, piece.value) }
    }
  }

  /// The new pieces with their keys, nil for the usual ones; nil where nothing is to be done.
  private mutating func newPieces(
    _ old: Value, _ new: Value, isObject: Bool
  ) -> [(key: String?, value: PatchValue)]? {
    let (oldOptions, newOptions) = (old["createOptions"], new["createOptions"])
    let isOpened = [oldOptions, newOptions].allSatisfy { $0?.isMapping ?? true }
    guard isOpened else {
      let texts = [old, new].map { side in
        side.entries.filter { $0.key.namesCreateOptions }
          .map { (key: Optional($0.key.text), value: $0.value) }
      }
      let isEqual = texts[0].elementsEqual(texts[1]) {
        $0.key == $1.key && deployment.leaves($0.value, $1.value, at: .createOptions)
      }
      return isEqual ? nil : texts[1].map { ($0.key, patchValue($0.value, at: .settings)) }
    }
    let (oldBody, newBody) = (oldOptions ?? .empty, newOptions ?? .empty)
    if deployment.leaves(oldBody, newBody, at: .createOptions) { return nil }
    let text = AlignedText.json(oldBody, newBody, at: .createOptions, of: deployment)
    let isSecret = oldBody.holdsSecret || newBody.holdsSecret
    if isObject { return [(nil, PatchValue(json: text, isSecret: isSecret))] }
    if newOptions == nil, !deployment.leavesSomeOut { return [] }
    guard let pieces = RawValue.pieces(of: Array(text.utf8)) else {
      tooLong = path
      return nil
    }
    return pieces.map { (nil, PatchValue(json: $0, isSecret: isSecret)) }
  }
}

extension DeploymentDiff {
  /// Whether any change is not told of.
  var leavesSomeOut: Bool { !leftOut.isEmpty }

  /// Whether nothing is to be done about two values.
  func leaves(_ old: Value, _ new: Value, at place: Place) -> Bool {
    leftOut.contains(ChangeKey(old, new)) || old.isWrittenLike(new)
      || MeaningText.text(of: old, at: place, showsDefaults: options.showsDefaults)
        == MeaningText.text(of: new, at: place, showsDefaults: options.showsDefaults)
  }

  /// Whether a member says nothing and may as well be missing.
  func hides(_ member: NormalMember) -> Bool {
    !options.showsDefaults && member.field.hidesNothing && member.field.isNothing(member.value)
  }

  /// Whether a member that is on one side only is a change that is told of.
  func tells(_ member: NormalMember, isOld: Bool, in place: Place) -> Bool {
    if case .configuration = place, ignoresMetadata, member.isMetadata { return false }
    if !options.showsDefaults, member.field.means(nothing: member.value) { return false }
    return !leftOut.contains(
      isOld ? ChangeKey(member.value, nil) : ChangeKey(nil, member.value))
  }
}

extension Place {
  /// Whether the elements of a list here have an order that counts.
  var isOrdered: Bool {
    guard case .docker(_, let rule, _) = self else { return true }
    switch rule {
    case .ordered, .keys, .portBindings: return true
    case .set, .keyed, .bindings: return false
    }
  }
}

extension Value {
  /// Whether a merge patch would take something in it for nothing: null, but for what means nothing
  /// anyway.
  func hasNull(at place: Place) -> Bool {
    guard let node, !node.isSequence else { return false }
    guard node.isMapping else { return node.isNull }
    return place.members(of: self).contains { member in
      !member.field.isNothing(member.value) && member.value.hasNull(at: member.field.place)
    }
  }

  /// Whether there is a secret in it.
  var holdsSecret: Bool {
    isSecret || entries.contains { $0.value.holdsSecret } || elements.contains { $0.holdsSecret }
  }
}

extension SyntaxNode {
  /// The value as JSON in one line.
  var json: String {
    var writer = JSONWriter()
    writer.value(self)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

extension [String] {
  /// The keys as an RFC 6901 pointer.
  var jsonPointer: String { map { "/" + $0.jsonPointerToken }.joined() }
}
