internal import EdgeModel
internal import EdgeSyntax

/// Walks through two values at once and notes where they differ in meaning.
///
/// Goes down as far as both sides have something, so that a change is never larger than what changed.
struct Comparison {
  let options: DiffOptions
  private(set) var changes: [Change] = []
  private(set) var subject = Subject.deployment
  private var labels: [PathLabel] = []
  /// The first label below the subject.
  private var shownFrom = 0
  /// How many labels lead to the createOptions that the walk is in.
  private var createOptionsDepth: Int?
  /// What is known of the modules besides their definitions.
  var twins = TwinPairs()

  init(_ options: DiffOptions) {
    self.options = options
  }

  // MARK: - The way

  /// Does something below a step, and for a subject of its own if there is one.
  mutating func descend(
    _ step: PathLabel.Step, isShown: Bool = true, to newSubject: Subject? = nil,
    _ body: (inout Comparison) -> Void
  ) {
    let (oldSubject, oldStart) = (subject, shownFrom)
    labels.append(PathLabel(step: step, isShown: isShown))
    if let newSubject {
      subject = newSubject
      shownFrom = labels.count
    }
    body(&self)
    labels.removeLast()
    (subject, shownFrom) = (oldSubject, oldStart)
  }

  /// Does something for a subject that is no step away.
  mutating func about(_ newSubject: Subject, _ body: (inout Comparison) -> Void) {
    let (oldSubject, oldStart) = (subject, shownFrom)
    (subject, shownFrom) = (newSubject, labels.count)
    body(&self)
    (subject, shownFrom) = (oldSubject, oldStart)
  }

  // MARK: - Changes

  /// Notes a change.
  mutating func note(
    _ old: Value?, _ new: Value?, at place: Place, as operation: Change.Operation? = nil,
    words: (old: String, new: String)? = nil
  ) {
    let names = names(at: place)
    let depth = createOptionsDepth.map { labels.count - $0 }
    let side = { (value: Value, word: String?) in
      Change.Side(value: value, names: names, stepsInCreateOptions: depth, word: word)
    }
    let isSecret = words == nil && [old, new].contains { $0?.isSecret(under: names) == true }
    changes.append(
      Change(
        operation: operation ?? (old == nil ? .add : new == nil ? .remove : .replace),
        subject: subject, path: PathLabel.text(of: labels[shownFrom...]),
        old: old.map { side($0, words?.old) }, new: new.map { side($0, words?.new) },
        isSecret: isSecret))
  }

  /// The keys that tell whether a value here is a secret: its own, and that of the variable whose
  /// value it is.
  private func names(at place: Place) -> [ArraySlice<UInt8>] {
    switch place {
    case .route, .routeText: return []
    default:
      let keys = labels.suffix(2).compactMap(\.key)
      guard let last = keys.last else { return [] }
      return last.isText("value") ? keys : [last]
    }
  }

  // MARK: - Values

  mutating func compare(_ old: Value, _ new: Value, at place: Place) {
    if old.isWrittenLike(new) { return }
    let (old, new) = (place.opened(old), place.opened(new))
    if place.isCreateOptions {
      compareCreateOptions(old, new, at: place)
    } else {
      compareOpened(old, new, at: place)
    }
  }

  private mutating func compareOpened(_ old: Value, _ new: Value, at place: Place) {
    if place.readsTextAsObject || old.isMapping && new.isMapping {
      compareMembers(old, new, at: place)
    } else if old.isSequence, new.isSequence {
      compareLists(old, new, at: place)
    } else if let oldNode = old.node, let newNode = new.node, oldNode.isPlain, newNode.isPlain {
      guard PlainMeaning(oldNode, at: place) != PlainMeaning(newNode, at: place) else { return }
      note(old, new, at: place)
    } else {
      note(old, new, at: place)
    }
  }

  private mutating func compareCreateOptions(_ old: Value, _ new: Value, at place: Place) {
    guard !options.isRaw else {
      if !means(old, new, at: place) { note(old, new, at: place) }
      return
    }
    createOptionsDepth = labels.count
    compareOpened(old, new, at: place)
    createOptionsDepth = nil
  }

  /// Whether two values mean the same.
  func means(_ old: Value, _ new: Value, at place: Place) -> Bool {
    old.isWrittenLike(new) || text(old, at: place) == text(new, at: place)
  }

  /// A text that is the same for values that mean the same.
  func text(_ value: Value, at place: Place) -> [UInt8] {
    MeaningText.text(of: value, at: place, showsDefaults: options.showsDefaults)
  }

  // MARK: - Objects

  private mutating func compareMembers(_ old: Value, _ new: Value, at place: Place) {
    let pairs = MemberPair.pairs(place.members(of: old), place.members(of: new))
    if case .modules = place {
      compareModules(pairs)
    } else if case .routes = place {
      compareNamed(pairs, Subject.route) { comparison, member in
        comparison.text(member.value, at: .route)
      }
    } else {
      for pair in pairs { compare(pair, in: place) }
    }
  }

  mutating func compare(_ pair: MemberPair, in place: Place) {
    let member = pair.either
    descend(
      .key(member.writtenKey), isShown: member.field.isShown,
      to: place.subject(of: member.key)
    ) { comparison in
      switch (pair.old, pair.new) {
      case (let old?, let new?):
        comparison.compare(old.value, new.value, at: old.field.place)
      case (let old?, nil): comparison.compareWithNothing(old, isOld: true)
      case (nil, let new?): comparison.compareWithNothing(new, isOld: false)
      case (nil, nil): break
      }
    }
  }

  /// Compares a member of one side with its absence on the other.
  private mutating func compareWithNothing(_ member: NormalMember, isOld: Bool) {
    let field = member.field
    if !options.showsDefaults, field.isNothing(member.value) { return }
    let value = field.place.opened(member.value)
    if case .object = field.absence, value.isMapping,
      !(options.showsDefaults && value.entries.isEmpty)
    {
      compare(isOld ? value : .empty, isOld ? .empty : value, at: field.place)
    } else {
      note(isOld ? member.value : nil, isOld ? nil : member.value, at: field.place)
    }
  }

  /// Compares what has names, and finds what only has another name: of one removed and one added thing
  /// with the same content each, one is the other renamed.
  mutating func compareNamed(
    _ pairs: [MemberPair], _ subject: (String) -> Subject,
    content: (Comparison, NormalMember) -> [UInt8]
  ) {
    let renamings = renamings(among: pairs, content: content)
    for pair in pairs {
      let member = pair.either
      let newSubject = subject(member.key.text)
      if pair.new == nil, let new = renamings[member.key] {
        descend(.key(member.key), to: newSubject) {
          $0.note(
            member.value, new.value, at: member.field.place, as: .rename,
            words: (member.key.text, new.key.text))
        }
      } else if pair.old == nil, renamings.values.contains(where: { $0.key == member.key }) {
        continue
      } else {
        descend(.key(member.key), to: newSubject) { comparison in
          guard let old = pair.old, let new = pair.new else {
            return comparison.note(pair.old?.value, pair.new?.value, at: member.field.place)
          }
          comparison.compare(old.value, new.value, at: old.field.place)
        }
      }
    }
  }

  /// The new members of those that were renamed, by their old names.
  private func renamings(
    among pairs: [MemberPair], content: (Comparison, NormalMember) -> [UInt8]
  ) -> [ArraySlice<UInt8>: NormalMember] {
    let removed = pairs.filter { $0.new == nil }.compactMap(\.old)
    let added = pairs.filter { $0.old == nil }.compactMap(\.new)
    guard !removed.isEmpty, !added.isEmpty else { return [:] }
    let oldByContent = Dictionary(grouping: removed) { content(self, $0) }
    let newByContent = Dictionary(grouping: added) { content(self, $0) }
    var renamings: [ArraySlice<UInt8>: NormalMember] = [:]
    for (content, old) in oldByContent {
      guard old.count == 1, let new = newByContent[content], new.count == 1 else { continue }
      renamings[old[0].key] = new[0]
    }
    return renamings
  }
}

extension SyntaxNode {
  /// Whether it is no object and no list.
  fileprivate var isPlain: Bool { !isMapping && !isSequence }
}

extension Place {
  fileprivate var isCreateOptions: Bool {
    guard case .docker(.object(let object), _, _) = self else { return false }
    return object.title == DockerObject.container.title
  }

  /// The subject that a member here is, when it is one of its own.
  fileprivate func subject(of key: ArraySlice<UInt8>) -> Subject? {
    switch self {
    case .systemModules: .module(key.text)
    case .credentials: .credential(key.text)
    case .agent where key.isText("runtime"): .runtime
    default: nil
    }
  }
}
