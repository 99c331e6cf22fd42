/// The order in which diagnostics are told: by file, line, column, rule and message; what concerns the whole
/// run comes last.
///
/// Works on places alone: a diagnostic is large, and sorting moves what it sorts.
struct DiagnosticOrder {
  /// Where a diagnostic is told.
  struct Place {
    /// The rank of the file's name; of what has no place, a rank behind all files.
    var file: Int
    /// The range in the file, in bytes.
    var start: UInt32
    var end: UInt32
    /// Which diagnostic it is.
    var index: Int

    func begins(with other: Place) -> Bool { file == other.file && start == other.start }
  }

  /// In order.
  let places: [Place]

  init(_ diagnostics: [Diagnostic], in sources: SourceManager) {
    let ranges = diagnostics.map { $0.place(in: sources) }
    let files = Dictionary(
      ranges.lazy.compactMap(\.self).map { ($0.source, ()) },
      uniquingKeysWith: { first, _ in first }
    ).keys.map { (source: $0, name: sources[$0].name) }
    let names = Set(files.map(\.name)).sorted { $0.isBytewise(before: $1) }
    let positions = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    let ranks = Dictionary(
      uniqueKeysWithValues: files.map { ($0.source, positions[$0.name] ?? names.count) })
    places = zip(diagnostics.indices, ranges)
      .map { index, range in
        Place(
          file: range.flatMap { ranks[$0.source] } ?? names.count, start: range?.start ?? 0,
          end: range?.end ?? 0, index: index)
      }
      .sorted { left, right in
        if left.file != right.file { return left.file < right.file }
        if left.start != right.start { return left.start < right.start }
        return diagnostics[left.index].isWorded(
          before: diagnostics[right.index], isShorter: left.end < right.end)
      }
  }
}

extension Diagnostic {
  /// Whether it comes before another one that begins at the same place.
  ///
  /// - Parameter isShorter: Whether its range ends before the other's, which counts last.
  fileprivate func isWorded(before other: Diagnostic, isShorter: Bool) -> Bool {
    if rule.name != other.rule.name { return rule.name.isBytewise(before: other.rule.name) }
    if message != other.message { return message.isBytewise(before: other.message) }
    if pointer != other.pointer {
      return (pointer ?? "").isBytewise(before: other.pointer ?? "")
    }
    if subject != other.subject {
      return (subject ?? "").isBytewise(before: other.subject ?? "")
    }
    return isShorter
  }

  /// Whether it has the same words as another one.
  func hasWords(of other: Diagnostic) -> Bool {
    rule.name == other.rule.name && message == other.message && pointer == other.pointer
      && subject == other.subject
  }
}

extension String {
  /// By bytes, which is the same everywhere.
  fileprivate func isBytewise(before other: String) -> Bool {
    utf8.lexicographicallyPrecedes(other.utf8)
  }
}
