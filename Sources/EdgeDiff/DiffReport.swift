package import EdgeDiagnostics
package import EdgeModel
internal import EdgeSyntax

/// What is to be reported: the differences of one deployment or of several.
package struct DiffReport: Sendable {
  package var deployments: [DeploymentDiff]
  package var sources: SourceManager
  /// What the files are called that the two sides come from.
  package var names: (old: String, new: String)

  package init(
    deployments: [DeploymentDiff], sources: SourceManager, names: (old: String, new: String)
  ) {
    self.deployments = deployments
    self.sources = sources
    self.names = names
  }

  /// Whether deployments have to be told apart by their names.
  var hasSeveral: Bool { deployments.count > 1 }

  package var changes: [Change] { deployments.flatMap(\.changes) }

  package var isEqual: Bool { deployments.allSatisfy(\.changes.isEmpty) }

  /// How many changes there are of each kind, in one line.
  package var totals: String {
    let changes = changes
    let count = { (operation: Change.Operation) in changes.count { $0.operation == operation } }
    let renamed = count(.rename)
    return "\(changes.count) \(changes.count == 1 ? "change" : "changes"): "
      + "\(count(.add)) added, \(count(.remove)) removed, \(count(.replace)) changed"
      + (renamed == 0 ? "" : ", \(renamed) renamed")
  }
}

/// The differences of one deployment that is on both sides, or on one.
package struct DeploymentDiff: Sendable {
  package let name: String
  /// Nil for one that was added.
  package let old: ExpandedDeployment?
  /// Nil for one that was removed.
  package let new: ExpandedDeployment?
  /// What is told of, in the order of its subjects.
  package private(set) var changes: [Change]
  /// What was left out of them.
  private(set) var leftOut: Set<ChangeKey> = []
  /// Whether one side says whom it is for and the other has no place for that.
  package let ignoresMetadata: Bool
  package let options: DiffOptions

  /// Compares two deployments; with one alone, it was added or removed as a whole.
  package init(
    name: String, from old: ExpandedDeployment?, to new: ExpandedDeployment?,
    options: DiffOptions = DiffOptions()
  ) {
    self.name = name
    self.old = old
    self.new = new
    self.options = options
    var comparison = Comparison(options)
    let (oldContent, newContent) = (
      old.map { ExpandedContent($0) }, new.map { ExpandedContent($0) }
    )
    if let oldContent, let newContent {
      comparison.compare(oldContent, newContent)
      ignoresMetadata = oldContent.hasMetadata != newContent.hasMetadata
    } else {
      comparison.note(oldContent?.root, newContent?.root)
      ignoresMetadata = false
    }
    changes = Self.grouped(comparison.changes)
  }

  /// Leaves out the changes that a filter does not let through.
  package mutating func keep(_ isKept: (Change) -> Bool) {
    let dropped = changes.filter { !isKept($0) }.map { ChangeKey($0) }
    leftOut.formUnion(dropped)
    changes.removeAll { leftOut.contains(ChangeKey($0)) }
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

/// What finds a change again: where its values are.
struct ChangeKey: Hashable, Sendable {
  private let old: SourceRange?
  private let new: SourceRange?

  init(_ change: Change) {
    self.init(change.old?.value, change.new?.value)
  }

  init(_ old: Value?, _ new: Value?) {
    self.old = old?.place?.range
    self.new = new?.place?.range
  }
}
