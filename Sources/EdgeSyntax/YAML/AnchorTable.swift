/// The anchors of one document, and how much and how deep its aliases expand.
struct AnchorTable {
  private struct Anchor {
    var name: String
    var index: UInt32
    /// Values in it, aliases expanded; nil while it is open.
    var size: Int?
    /// Levels of collections in it, itself and aliases included.
    var height = 0
  }

  /// A collection with an anchor that is not complete yet.
  private struct OpenCollection {
    var anchor: Int
    /// The count of values when it was opened.
    var countBefore: Int
    /// The levels around it.
    var depth: Int
    /// The levels at its deepest place, the ones around it included.
    var deepest: Int
  }

  private var anchors: [Anchor] = []
  /// The latest anchor of each name.
  private var latest: [String: Int] = [:]
  private var open: [OpenCollection] = []
  /// All values of the document so far, aliases expanded.
  private(set) var count = 0
  private var aliasCount = 0

  mutating func removeAll() {
    count = 0
    aliasCount = 0
    guard !anchors.isEmpty else { return }
    anchors.removeAll()
    latest.removeAll()
    open.removeAll()
  }

  /// The names in the order of definition.
  var names: [String] { anchors.map(\.name) }

  /// Counts a value that is written out.
  mutating func addValue() { count += 1 }

  /// Defines an anchor whose value is a scalar.
  mutating func define(_ name: String, index: UInt32) {
    latest[name] = anchors.count
    anchors.append(Anchor(name: name, index: index, size: 1))
  }

  /// Defines an anchor whose value is a collection that starts here.
  ///
  /// - Parameter depth: The levels of collections around it.
  mutating func open(_ name: String, index: UInt32, depth: Int) {
    open.append(
      OpenCollection(anchor: anchors.count, countBefore: count, depth: depth, deepest: depth))
    latest[name] = anchors.count
    anchors.append(Anchor(name: name, index: index))
  }

  /// Says that so many levels of collections are open.
  mutating func reach(depth: Int) {
    guard let last = open.last, last.deepest < depth else { return }
    open[open.count - 1].deepest = depth
  }

  /// Says that the collection at an index is complete.
  mutating func close(index: UInt32) {
    guard let last = open.last, anchors[last.anchor].index == index else { return }
    open.removeLast()
    anchors[last.anchor].size = count - last.countBefore
    anchors[last.anchor].height = last.deepest - last.depth
    reach(depth: last.deepest)
  }

  enum Target {
    /// The node and the levels of collections in it.
    case node(UInt32, height: Int)
    case open, unknown
  }

  /// What an alias stands for; the latest definition of a name counts.
  ///
  /// - Parameter depth: The levels of collections around the alias.
  mutating func use(_ name: String, depth: Int) -> Target {
    guard let position = latest[name] else { return .unknown }
    guard let size = anchors[position].size else { return .open }
    count += size
    aliasCount += size
    reach(depth: depth + anchors[position].height)
    return .node(anchors[position].index, height: anchors[position].height)
  }

  /// Whether aliases make up more of the document than go-yaml allows.
  ///
  /// Source: go-yaml/yaml v2 decode.go (allowedAliasRatio, unmarshal).
  var isBomb: Bool {
    guard aliasCount > 100, count > 1000 else { return false }
    return Double(aliasCount) / Double(count) > allowedRatio
  }

  private var allowedRatio: Double {
    let (low, high) = (400_000.0, 4_000_000.0)
    if Double(count) <= low { return 0.99 }
    if Double(count) >= high { return 0.10 }
    return 0.99 - 0.89 * (Double(count) - low) / (high - low)
  }
}
