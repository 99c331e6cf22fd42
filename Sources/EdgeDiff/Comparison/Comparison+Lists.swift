/// Lists: entries that are the same are compared, the others were added or removed.
extension Comparison {
  mutating func compareLists(_ old: Value, _ new: Value, at place: Place) {
    let (olds, news) = (old.elements, new.elements)
    for pair in ListPair.pairs(olds, news, at: place, showsDefaults: options.showsDefaults) {
      let (oldElement, newElement) = (pair.old.map { olds[$0] }, pair.new.map { news[$0] })
      guard let index = pair.old ?? pair.new, let element = oldElement ?? newElement else {
        continue
      }
      let (step, isShown) = place.step(to: element, at: index)
      descend(step, isShown: isShown) { comparison in
        guard let oldElement, let newElement else {
          return comparison.note(oldElement, newElement)
        }
        // Members of a set that are one are the same.
        if place.entryText(oldElement) == nil {
          comparison.compare(oldElement, newElement, at: place.element)
        }
      }
    }
  }
}

extension Place {
  /// What people see of the way to an element of a list here.
  fileprivate func step(
    to element: Value, at index: Int
  ) -> (PathLabel.Step, isShown: Bool) {
    guard case .docker(_, let rule, _) = self else { return (.index(index), true) }
    switch rule {
    case .set: return (.index(index), false)
    case .keyed(let key): return (key(element).map { .entry($0) } ?? .index(index), true)
    default: return (.index(index), true)
    }
  }
}
