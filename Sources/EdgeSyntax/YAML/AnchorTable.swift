/// The anchors of one document, and how much its aliases expand to.
struct AnchorTable {
  private struct Anchor {
    var name: String
    var index: UInt32
    /// Values in it, aliases expanded; nil while it is open.
    var size: Int?
    /// The count of values when it was opened.
    var countBefore: Int
  }

  private var anchors: [Anchor] = []
  /// All values of the document so far, aliases expanded.
  var count = 0
  private var aliasCount = 0

  mutating func removeAll() {
    anchors.removeAll()
    count = 0
    aliasCount = 0
  }

  /// The names in the order of definition.
  var names: [String] { anchors.map(\.name) }

  mutating func define(_ name: String, index: UInt32, size: Int) {
    anchors.append(Anchor(name: name, index: index, size: size, countBefore: count))
  }

  /// Defines an anchor whose value is a collection that starts here.
  mutating func open(_ name: String, index: UInt32) {
    anchors.append(Anchor(name: name, index: index, size: nil, countBefore: count))
  }

  /// Says that the collection at an index is complete.
  mutating func close(index: UInt32) {
    guard !anchors.isEmpty,
      let position = anchors.lastIndex(where: { $0.index == index && $0.size == nil })
    else { return }
    anchors[position].size = count - anchors[position].countBefore
  }

  enum Target {
    case node(UInt32), open, unknown
  }

  /// What an alias stands for; the latest definition of a name counts.
  mutating func use(_ name: String) -> Target {
    guard let anchor = anchors.last(where: { $0.name == name }) else { return .unknown }
    guard let size = anchor.size else { return .open }
    count += size
    aliasCount += size
    return .node(anchor.index)
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
