internal import EdgeDiagnostics

/// The positions of two elements that are one entry; one of them may be missing.
struct ListPair: Sendable {
  let old: Int?
  let new: Int?

  /// How many unequal elements of an ordered list are matched in the best way.
  private static let effort = 64

  /// The entries of two lists at a place: where order counts, those of both in their order, else the old
  /// ones and then those that are new.
  static func pairs(
    _ olds: [Value], _ news: [Value], at place: Place, showsDefaults: Bool
  ) -> [ListPair] {
    let text = { (value: Value) in
      MeaningText.text(of: value, at: place.element, showsDefaults: showsDefaults)
    }
    guard case .docker(_, let rule, _) = place else { return ordered(olds, news, text) }
    let key = { (value: Value) in
      place.entryKey(value, text: place.entryText(value) ?? text(value))
    }
    switch rule {
    case .ordered, .keys, .portBindings: return ordered(olds, news, text)
    case .set, .keyed: return byKey(olds.map(key), news.map(key), pairsRest: false)
    // A binding that is like none is the one that changed.
    case .bindings: return byKey(olds.map(key), news.map(key), pairsRest: true)
    }
  }

  // MARK: - By key

  /// Pairs the first old with the first new element of a key, and so on.
  ///
  /// - Parameter pairsRest: Whether elements that find none of their key are paired by position.
  private static func byKey(
    _ old: [[UInt8]], _ new: [[UInt8]], pairsRest: Bool
  ) -> [ListPair] {
    var positions: [[UInt8]: [Int]] = [:]
    for (index, key) in new.enumerated().reversed() { positions[key, default: []].append(index) }
    var partners = old.map { positions[$0]?.popLast() }
    let taken = Set(partners.compactMap { $0 })
    var rest = new.indices.filter { !taken.contains($0) }[...]
    if pairsRest {
      for index in partners.indices where partners[index] == nil {
        partners[index] = rest.popFirst()
      }
    }
    return partners.enumerated().map { ListPair(old: $0, new: $1) }
      + rest.map { ListPair(old: nil, new: $0) }
  }

  // MARK: - In order

  private static func ordered(
    _ olds: [Value], _ news: [Value], _ text: (Value) -> [UInt8]
  ) -> [ListPair] {
    func isSame(_ old: Value, _ new: Value) -> Bool {
      old.isWrittenLike(new) || text(old) == text(new)
    }
    let shorter = min(olds.count, news.count)
    var start = 0
    while start < shorter, isSame(olds[start], news[start]) { start += 1 }
    var tail = 0
    while tail < shorter - start,
      isSame(olds[olds.count - 1 - tail], news[news.count - 1 - tail])
    {
      tail += 1
    }
    let (oldRest, newRest) = (start..<(olds.count - tail), start..<(news.count - tail))
    var pairs = (0..<start).map { ListPair(old: $0, new: $0) }
    if oldRest.count == 1 && newRest.count == 1 || oldRest.isEmpty || newRest.isEmpty {
      pairs += gap(oldRest, newRest)
    } else {
      var (old, new) = (start, start)
      let changes = SequenceAlignment.changes(
        from: oldRest.map { text(olds[$0]) }, to: newRest.map { text(news[$0]) }, effort: effort)
      for change in changes {
        let (oldGap, newGap) = (change.old.shifted(by: start), change.new.shifted(by: start))
        pairs += zip(old..<oldGap.lowerBound, new..<newGap.lowerBound)
          .map { ListPair(old: $0, new: $1) }
        pairs += gap(oldGap, newGap)
        (old, new) = (oldGap.upperBound, newGap.upperBound)
      }
      pairs += zip(old..<oldRest.upperBound, new..<newRest.upperBound)
        .map { ListPair(old: $0, new: $1) }
    }
    return pairs
      + (0..<tail).map {
        ListPair(old: oldRest.upperBound + $0, new: newRest.upperBound + $0)
      }
  }

  /// Pairs what is between equal elements by position.
  private static func gap(_ old: Range<Int>, _ new: Range<Int>) -> [ListPair] {
    zip(old, new).map { ListPair(old: $0, new: $1) }
      + old.dropFirst(new.count).map { ListPair(old: $0, new: nil) }
      + new.dropFirst(old.count).map { ListPair(old: nil, new: $0) }
  }
}

extension Range<Int> {
  fileprivate func shifted(by offset: Int) -> Range<Int> {
    (lowerBound + offset)..<(upperBound + offset)
  }
}
