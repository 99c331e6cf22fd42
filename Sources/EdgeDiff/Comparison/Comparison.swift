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
    _ old: Value?, _ new: Value?, at place: Place = .json,
    as operation: Change.Operation? = nil, words: (old: String, new: String)? = nil
  ) {
    let depth = createOptionsDepth.map { labels.count - $0 }
    let side = { (value: Value, word: String?) in
      Change.Side(value: value, stepsInCreateOptions: depth, word: word)
    }
    let isSecret = words == nil && [old, new].contains { $0?.isSecret == true }
    changes.append(
      Change(
        operation: operation ?? (old == nil ? .add : new == nil ? .remove : .replace),
        subject: subject, path: PathLabel.text(of: labels[shownFrom...]),
        old: old.map { side($0, words?.old) }, new: new.map { side($0, words?.new) },
        form: Change.Form(place), isSecret: isSecret))
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
    } else if !isSame(old, new, at: place) {
      note(old, new, at: place)
    }
  }

  /// Whether two values are plain and the same.
  private func isSame(_ old: Value, _ new: Value, at place: Place) -> Bool {
    guard let old = old.node, let new = new.node, old.isPlain, new.isPlain else { return false }
    return PlainMeaning(old, at: place) == PlainMeaning(new, at: place)
  }

  private mutating func compareCreateOptions(_ old: Value, _ new: Value, at place: Place) {
    guard !options.isRaw else {
      if !means(old, new, at: place) { note(old, new) }
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
      switch (comparison.effective(pair.old), comparison.effective(pair.new)) {
      case (let old?, let new?):
        comparison.compare(old.value, new.value, at: old.field.place)
      case (let old?, nil): comparison.compareWithNothing(old, isOld: true)
      case (nil, let new?): comparison.compareWithNothing(new, isOld: false)
      case (nil, nil): break
      }
    }
  }

  /// A member, unless it says nothing and so may as well be missing.
  private func effective(_ member: NormalMember?) -> NormalMember? {
    guard let member, !options.showsDefaults, member.field.hidesNothing else { return member }
    return member.field.isNothing(member.value) ? nil : member
  }

  /// Compares a member of one side with its absence on the other.
  private mutating func compareWithNothing(_ member: NormalMember, isOld: Bool) {
    let field = member.field
    if !options.showsDefaults, field.isNothing(member.value) { return }
    let value = field.place.opened(member.value)
    let isEmpty = value.entries.isEmpty
    if value.isMapping, field.tellsMembers(emptyCounts: options.showsDefaults, isEmpty: isEmpty) {
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
    let newNames = Set(renamings.values.map(\.key))
    for pair in pairs where pair.old != nil || !newNames.contains(pair.either.key) {
      let member = pair.either
      descend(.key(member.key), to: subject(member.key.text)) { comparison in
        if let old = pair.old, let new = pair.new {
          comparison.compare(old.value, new.value, at: old.field.place)
        } else if let new = renamings[member.key] {
          comparison.note(
            member.value, new.value, at: member.field.place, as: .rename,
            words: (member.key.text, new.key.text))
        } else {
          comparison.note(pair.old?.value, pair.new?.value, at: member.field.place)
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

extension Field {
  /// Whether an object with nothing on the other side is told of member by member.
  fileprivate func tellsMembers(emptyCounts: Bool, isEmpty: Bool) -> Bool {
    switch absence {
    case .object: !(emptyCounts && isEmpty)
    case .listed: !isEmpty
    default: false
    }
  }
}

extension Place {
  fileprivate var isCreateOptions: Bool {
    guard case .docker(.object(let object), _, _) = self else { return false }
    return object == .container
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
