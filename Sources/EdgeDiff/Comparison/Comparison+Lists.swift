internal import EdgeDiagnostics
internal import EdgeSyntax

/// Lists: entries that are the same are compared, the others were added or removed.
extension Comparison {
  /// How many unequal elements of a list are matched in the best way.
  private static let effort = 64

  mutating func compareLists(_ old: Value, _ new: Value, at place: Place) {
    guard case .docker(_, let rule, _) = place else {
      return compareOrdered(old, new, at: place)
    }
    switch rule {
    case .ordered, .keys, .portBindings: compareOrdered(old, new, at: place)
    case .set, .keyed, .bindings: compareByKey(old, new, at: place, rule)
    }
  }

  // MARK: - By key

  private mutating func compareByKey(
    _ old: Value, _ new: Value, at place: Place, _ rule: ListRule
  ) {
    let (olds, news) = (old.elements, new.elements)
    let oldKeys = olds.map { key(of: $0, in: place) }
    var (pairs, added) = Self.pairs(oldKeys, news.map { key(of: $0, in: place) })
    if case .bindings = rule {
      // A binding that is like none is the one that changed.
      for index in pairs.indices where pairs[index] == nil && !added.isEmpty {
        pairs[index] = added.removeFirst()
      }
    }
    for (index, element) in olds.enumerated() {
      descend(element, oldKeys[index], index, rule) { comparison in
        guard let partner = pairs[index] else {
          return comparison.note(element, nil, at: place.element)
        }
        if case .set = rule { return }
        comparison.compare(element, news[partner], at: place.element)
      }
    }
    for index in added {
      descend(news[index], key(of: news[index], in: place), index, rule) {
        $0.note(nil, news[index], at: place.element)
      }
    }
  }

  private func key(of element: Value, in place: Place) -> [UInt8] {
    place.entryKey(
      element, text: place.entryText(element) ?? text(element, at: place.element))
  }

  private mutating func descend(
    _ element: Value, _ key: [UInt8], _ index: Int, _ rule: ListRule,
    _ body: (inout Comparison) -> Void
  ) {
    switch rule {
    case .set: descend(.index(index), isShown: false, body)
    case .keyed where !key.isEmpty: descend(.entry(key[...].text), body)
    default: descend(.index(index), body)
    }
  }

  /// For each old key the position of the new one, the first with the first and so on, and the new ones
  /// that are left.
  private static func pairs(_ old: [[UInt8]], _ new: [[UInt8]]) -> ([Int?], added: [Int]) {
    var positions: [[UInt8]: [Int]] = [:]
    for (index, key) in new.enumerated().reversed() { positions[key, default: []].append(index) }
    let pairs = old.map { positions[$0]?.popLast() }
    let taken = Set(pairs.compactMap { $0 })
    return (pairs, new.indices.filter { !taken.contains($0) })
  }

  // MARK: - In order

  private mutating func compareOrdered(_ old: Value, _ new: Value, at place: Place) {
    let (olds, news) = (old.elements, new.elements)
    let element = place.element
    var start = 0
    while start < min(olds.count, news.count), means(olds[start], news[start], at: element) {
      start += 1
    }
    var tail = 0
    while tail < min(olds.count, news.count) - start,
      means(olds[olds.count - 1 - tail], news[news.count - 1 - tail], at: element)
    {
      tail += 1
    }
    let (oldRest, newRest) = (start..<(olds.count - tail), start..<(news.count - tail))
    guard oldRest.count > 1 || newRest.count > 1, !oldRest.isEmpty, !newRest.isEmpty else {
      return compareGap(olds, oldRest, news, newRest, at: element)
    }
    let changes = SequenceAlignment.changes(
      from: oldRest.map { text(olds[$0], at: element) },
      to: newRest.map { text(news[$0], at: element) }, effort: Self.effort)
    for change in changes {
      compareGap(
        olds, change.old.lowerBound + start..<change.old.upperBound + start, news,
        change.new.lowerBound + start..<change.new.upperBound + start, at: element)
    }
  }

  /// Compares what is between equal elements by position.
  private mutating func compareGap(
    _ olds: [Value], _ oldRange: Range<Int>, _ news: [Value], _ newRange: Range<Int>,
    at place: Place
  ) {
    for (old, new) in zip(oldRange, newRange) {
      descend(.index(old)) { $0.compare(olds[old], news[new], at: place) }
    }
    for index in oldRange.dropFirst(newRange.count) {
      descend(.index(index)) { $0.note(olds[index], nil, at: place) }
    }
    for index in newRange.dropFirst(oldRange.count) {
      descend(.index(index)) { $0.note(nil, news[index], at: place) }
    }
  }
}
