internal import EdgeSyntax

/// What makes one deployment differ from another in meaning.
package struct ManifestDiff: Sendable {
  /// By subject: modules, routes, `$edgeHub`, registries, twins, targeting.
  package let changes: [Change]
  /// Whether one side says whom it is for and the other has no place for that, so that it was not
  /// compared.
  package let ignoresMetadata: Bool

  package init(
    from old: ExpandedContent, to new: ExpandedContent, options: DiffOptions = DiffOptions()
  ) {
    var comparison = Comparison(options)
    comparison.compare(old, new)
    changes = Self.grouped(comparison.changes)
    ignoresMetadata = old.hasMetadata != new.hasMetadata
  }

  /// Groups in the order of their kinds and then of their first changes, each in the order of the walk.
  private static func grouped(_ changes: [Change]) -> [Change] {
    var groups: [String: Int] = [:]
    for change in changes where groups[change.subject.group] == nil {
      groups[change.subject.group] = groups.count
    }
    let keyed = changes.enumerated().map { index, change in
      (rank: change.subject.rank, group: groups[change.subject.group] ?? 0, index: index)
    }
    return keyed.sorted { ($0.rank, $0.group, $0.index) < ($1.rank, $1.group, $1.index) }
      .map { changes[$0.index] }
  }
}
