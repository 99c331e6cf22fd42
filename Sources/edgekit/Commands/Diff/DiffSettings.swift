internal import EdgeDiagnostics
internal import EdgeDiff

/// What a run of `diff` was asked for, options and configuration taken together.
struct DiffSettings {
  var format = DiffFormat.text
  var options = DiffOptions()
  /// Patterns of what is told; everything where there are none.
  var kept: [PointerPattern] = []
  /// Patterns of what is not told.
  var excluded: [PointerPattern] = []
  /// The name of the one deployment that is wanted; nil for all.
  var selection: String?
  /// How many bytes the Markdown may have.
  var maxBytes: Int?
  /// Whether finding nothing is fine.
  var mayBeEmpty = false
  /// Whether differences leave the exit status 0.
  var neverFails = false

  /// Whether a change is told.
  func isKept(_ change: Change) -> Bool {
    guard !kept.isEmpty || !excluded.isEmpty else { return true }
    let pointer = change.pointer
    return (kept.isEmpty || kept.contains { $0.covers(pointer) })
      && !excluded.contains { $0.covers(pointer) }
  }
}
