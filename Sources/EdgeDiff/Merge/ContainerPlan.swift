/// What becomes of each entry of an object or a list of ours, and what comes in from theirs.
struct ContainerPlan {
  /// What stands at one place of the merged container.
  enum Slot {
    /// An entry of ours as it is, by its position in the layout.
    case kept(Int)
    /// A value in which both made changes, or only theirs did; merged inside.
    case merged(Int, base: MergeElement?, ours: MergeChild, theirs: MergeChild)
    /// Theirs in the place of ours, which is as it was.
    case replaced(Int, ours: MergeChild, theirs: MergeChild)
    /// What only theirs has.
    case inserted(MergeChild)
    case conflict(Int?, base: MergeChild?, ours: MergeChild?, theirs: MergeChild?)

    /// The entry of ours that stands here.
    var entry: Int? {
      switch self {
      case .kept(let entry), .merged(let entry, _, _, _), .replaced(let entry, _, _): entry
      case .inserted: nil
      case .conflict(let entry, _, _, _): entry
      }
    }

    /// Whether something stands here for a side.
    func isPresent(for side: MergedText.Side) -> Bool {
      guard case .conflict(_, let base, let ours, let theirs) = self else { return true }
      switch side {
      case .ours: return ours != nil
      case .base: return base != nil
      case .theirs: return theirs != nil
      }
    }
  }

  private(set) var slots: [Slot] = []

  private let base: MergeElement?
  private let ours: MergeElement
  private let theirs: MergeElement

  /// - Parameters:
  ///   - base: A container of the same kind; nil where both sides are new.
  ///   - layout: That of ours.
  init(base: MergeElement?, ours: MergeElement, theirs: MergeElement, layout: ContainerLayout) {
    (self.base, self.ours, self.theirs) = (base, ours, theirs)
    var arrivals = arrivals()
    slots = arrivals.removeValue(forKey: Self.start) ?? []
    var owners: [Int: (child: Int, isFirst: Bool, isLast: Bool)] = [:]
    for (number, child) in ours.children.enumerated() {
      let starts = child.entries.map(\.byteRange.lowerBound)
      for start in starts {
        owners[start] = (number, start == starts.min(), start == starts.max())
      }
    }
    for (index, entry) in layout.entries.enumerated() {
      guard let owner = owners[entry.byteRange.lowerBound] else { continue }
      if let slot = slot(at: index, of: ours.children[owner.child], isFirst: owner.isFirst) {
        slots.append(slot)
      }
      if owner.isLast { slots += arrivals.removeValue(forKey: owner.child) ?? [] }
    }
  }

  // MARK: - What ours has

  private func slot(at index: Int, of child: MergeChild, isFirst: Bool) -> Slot? {
    let old = base?.child(child.name)
    guard let new = theirs.child(child.name) else {
      guard let old else { return .kept(index) }
      if old.value.means(child.value) { return nil }
      return isFirst ? .conflict(index, base: old, ours: child, theirs: nil) : nil
    }
    if child.value.means(new.value) || old?.value.means(new.value) == true { return .kept(index) }
    // All pieces of createOptions are written where the first is.
    guard isFirst else { return nil }
    if Self.canMerge(old?.value, child.value, new.value) {
      return .merged(index, base: old?.value, ours: child, theirs: new)
    }
    if let old, old.value.means(child.value) {
      return .replaced(index, ours: child, theirs: new)
    }
    return .conflict(index, base: old, ours: child, theirs: new)
  }

  /// Whether values are merged member by member; others are taken or left whole.
  private static func canMerge(
    _ base: MergeElement?, _ ours: MergeElement, _ theirs: MergeElement
  ) -> Bool {
    switch (ours.kind, theirs.kind) {
    case (.object, .object), (.keyed, .keyed): break
    default: return false
    }
    guard let base else { return !ours.place.isEntry }
    switch (base.kind, ours.kind) {
    case (.object, .object), (.keyed, .keyed), (.nothing, .object): return true
    default: return false
    }
  }

  // MARK: - What theirs has and ours does not

  /// Stands for the place before all of ours.
  private static let start = -1

  /// What comes in, by the child of ours that it stands behind: the one that it stands behind in theirs,
  /// and what ours added there.
  private func arrivals() -> [Int: [Slot]] {
    var arrivals: [Int: [Slot]] = [:]
    var anchor = Self.start
    var behindAdditions: [Int: Int] = [:]
    for child in theirs.children {
      if let position = ours.position(of: child.name) {
        anchor = position
        continue
      }
      let old = base?.child(child.name)
      if let old, old.value.means(child.value) { continue }
      let place = behindAdditions[anchor] ?? skippingAdditions(of: ours, behind: anchor)
      behindAdditions[anchor] = place
      arrivals[place, default: []].append(
        old.map { .conflict(nil, base: $0, ours: nil, theirs: child) } ?? .inserted(child))
    }
    return arrivals
  }

  private func skippingAdditions(of ours: MergeElement, behind anchor: Int) -> Int {
    var place = anchor
    while place + 1 < ours.children.count {
      let name = ours.children[place + 1].name
      guard theirs.position(of: name) == nil, base?.position(of: name) == nil else { break }
      place += 1
    }
    return place
  }
}
