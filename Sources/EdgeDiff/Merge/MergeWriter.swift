/// Writes the merge of two sides as edits of our text: what theirs did not change stays byte for byte.
struct MergeWriter {
  /// Whether a comment inside createOptions is not where it should be.
  private(set) var losesComments = false

  /// Writes a value of ours with the changes that theirs made to it.
  ///
  /// - Parameter base: What both started from, of the same kind as both; nil where both are new.
  mutating func write(
    base: MergeElement?, ours: MergeElement, theirs: MergeElement, to output: inout MergedText
  ) {
    guard !ours.means(theirs), base.map({ !$0.means(theirs) }) ?? true else {
      return output.append(ours.written)
    }
    let opensLines = !ours.text.isOneLine && theirs.written.contains(UInt8(ascii: "\n"))
    let layout = ContainerLayout(of: ours, mayOpen: opensLines)
    let plan = ContainerPlan(base: base, ours: ours, theirs: theirs, layout: layout)
    output.append(ours.written.prefix(1))
    let sides = Sides(
      base: base, ours: ours, theirs: theirs,
      theirLayout: ContainerLayout(of: theirs, mayOpen: false))
    write(plan.slots, sides, layout, to: &output)
    output.append(ours.written.suffix(1))
  }

  /// The containers that are being merged.
  private struct Sides {
    let base: MergeElement?
    let ours: MergeElement
    let theirs: MergeElement
    let theirLayout: ContainerLayout
  }

  /// Something for each side.
  private struct Readings<Value> {
    var ours: Value
    var base: Value
    var theirs: Value
  }

  // MARK: - Entries and commas

  private mutating func write(
    _ slots: [ContainerPlan.Slot], _ sides: Sides, _ layout: ContainerLayout,
    to output: inout MergedText
  ) {
    let commas = Self.commas(of: slots, hasTrailing: layout.hasTrailingComma)
    var isBehindComment = false
    for (index, (slot, comma)) in zip(slots, commas).enumerated() {
      let (lead, trail) = Self.surroundings(
        of: slot, isFirst: index == 0, isBehindComment: isBehindComment, sides, layout)
      isBehindComment = !trail.isEmpty
      if case .conflict(_, let base, let ours, let theirs) = slot {
        let texts = Readings(
          ours: text(of: ours, in: sides.ours, layout),
          base: text(of: base, in: sides.base, layout),
          theirs: text(of: theirs, in: sides.theirs, layout))
        let pointer = (ours ?? theirs)?.pointer ?? ""
        Self.write(texts, about: pointer, lead, comma, trail, to: &output)
        continue
      }
      output.append(lead)
      write(slot, sides, layout, to: &output)
      if let entry = slot.entry {
        output.append(layout.text.bytes[layout.surroundings[entry].beforeComma])
      }
      output.append(ours: comma.ours, base: comma.base, theirs: comma.theirs)
      output.append(trail)
    }
    output.append(layout.closing(isEmpty: slots.isEmpty, isBehindComment: isBehindComment))
  }

  /// What stands before a slot, and the comment behind it.
  ///
  /// - Parameter isBehindComment: Whether a comment stands before it, which ends with its line.
  private static func surroundings(
    of slot: ContainerPlan.Slot, isFirst: Bool, isBehindComment: Bool, _ sides: Sides,
    _ layout: ContainerLayout
  ) -> (lead: [UInt8], trail: [UInt8]) {
    var lead = layout.lead(of: slot.entry, isFirst: isFirst)
    if isBehindComment, !lead.contains(UInt8(ascii: "\n")) {
      lead = layout.newLine + lead.drop(while: MergeText.isSpace)
    }
    if let entry = slot.entry {
      return (lead, Array(layout.text.bytes[layout.surroundings[entry].trail]))
    }
    guard case .inserted(let child) = slot else { return (lead, []) }
    let comments = PlacedText(in: layout).comments(around: child, in: sides.theirLayout)
    if !comments.before.isEmpty { lead += comments.before + layout.newLine }
    return (lead, comments.behind)
  }

  /// The comma behind each slot, empty where nothing follows.
  private static func commas(
    of slots: [ContainerPlan.Slot], hasTrailing: Bool
  ) -> [Readings<[UInt8]>] {
    var follows = Readings(ours: hasTrailing, base: hasTrailing, theirs: hasTrailing)
    var commas: [Readings<[UInt8]>] = []
    func comma(_ isThere: Bool) -> [UInt8] { isThere ? [UInt8(ascii: ",")] : [] }
    for slot in slots.reversed() {
      commas.append(
        Readings(
          ours: comma(follows.ours && slot.isPresent(for: .ours)),
          base: comma(follows.base && slot.isPresent(for: .base)),
          theirs: comma(follows.theirs && slot.isPresent(for: .theirs))))
      follows.ours = follows.ours || slot.isPresent(for: .ours)
      follows.base = follows.base || slot.isPresent(for: .base)
      follows.theirs = follows.theirs || slot.isPresent(for: .theirs)
    }
    return commas.reversed()
  }

  /// Writes a conflict; a side that has nothing here has neither lead nor comma.
  private static func write(
    _ texts: Readings<[UInt8]?>, about pointer: String, _ lead: [UInt8],
    _ comma: Readings<[UInt8]>, _ trail: [UInt8], to output: inout MergedText
  ) {
    let isShared = texts.ours != nil && texts.theirs != nil
    func reading(_ text: [UInt8]?, _ comma: [UInt8]) -> [UInt8] {
      text.map { (isShared ? [] : lead) + $0 + comma + (isShared ? [] : trail) } ?? []
    }
    if isShared { output.append(lead) }
    output.append(
      ours: reading(texts.ours, comma.ours), base: reading(texts.base, comma.base),
      theirs: reading(texts.theirs, comma.theirs), about: [pointer])
    if isShared { output.append(trail) }
  }

  // MARK: - One entry

  private mutating func write(
    _ slot: ContainerPlan.Slot, _ sides: Sides, _ layout: ContainerLayout,
    to output: inout MergedText
  ) {
    switch slot {
    case .kept(let index):
      output.append(layout.text.bytes[layout.entries[index].byteRange])
    case .inserted(let child):
      output.append(PlacedText(in: layout).text(of: child, in: sides.theirs.text))
    case .replaced(_, let ours, let theirs):
      guard ours.entries.count == 1, theirs.entries.count == 1 else {
        output.append(PlacedText(in: layout).text(of: theirs, in: sides.theirs.text))
        return
      }
      output.append(Self.keyAndColon(of: ours.entries[0], in: layout.text))
      output.append(
        PlacedText(in: layout).text(of: theirs.entries[0].value, in: sides.theirs.text))
    case .merged(_, let base, let ours, let theirs):
      guard ours.isEmbedded else {
        output.append(Self.keyAndColon(of: ours.entries[0], in: layout.text))
        return write(base: base, ours: ours.value, theirs: theirs.value, to: &output)
      }
      writeEmbedded(base: base, ours: ours, theirs: theirs, layout, to: &output)
    case .conflict: preconditionFailure("a conflict is written with the comma behind it")
    }
  }

  private func text(
    of child: MergeChild?, in side: MergeElement?, _ layout: ContainerLayout
  ) -> [UInt8]? {
    guard let child, let side else { return nil }
    guard side.text === layout.text, child.entries.count == 1 else {
      return PlacedText(in: layout).text(of: child, in: side.text)
    }
    return Array(side.text.bytes[child.entries[0].byteRange])
  }

  private static func keyAndColon(
    of entry: MergeChild.Entry, in text: MergeText
  ) -> ArraySlice<UInt8> {
    text.bytes[entry.byteRange.lowerBound..<entry.value.byteRange.lowerBound]
  }

  /// Writes createOptions that are text in strings: merged inside, and written as ours are.
  private mutating func writeEmbedded(
    base: MergeElement?, ours: MergeChild, theirs: MergeChild, _ layout: ContainerLayout,
    to output: inout MergedText
  ) {
    var inside = MergedText()
    let (bytes, range) = (ours.value.text.bytes, ours.value.node.byteRange)
    inside.append(bytes[..<range.lowerBound])
    write(base: base, ours: ours.value, theirs: theirs.value, to: &inside)
    inside.append(bytes[range.upperBound...])
    let comments = CommentMerge(
      base: base?.text, ours: ours.value.text, theirs: theirs.value.text)
    if !comments.areKept(in: inside) { losesComments = true }
    let written = CreateOptionsText(of: ours, in: layout)
    output.append(
      ours: written.text(of: inside.reading(.ours)), base: written.text(of: inside.reading(.base)),
      theirs: written.text(of: inside.reading(.theirs)), about: inside.pointers)
  }
}
