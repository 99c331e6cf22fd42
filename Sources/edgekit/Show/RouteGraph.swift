internal import EdgeModel

/// The routes of deployments as arrows between those who send and those who receive.
struct RouteGraph {
  /// One who sends or receives messages.
  struct Node {
    enum Kind {
      case module
      /// Many senders at once, such as all modules.
      case senders
      case upstream
    }

    var label: String
    var kind: Kind
  }

  /// A route from one node to another, by their positions.
  struct Edge {
    var from: Int
    var to: Int
    /// The route's name, and below it what it picks.
    var lines: [String]
  }

  /// The nodes and routes of one deployment.
  struct Cluster {
    var name: String
    var nodes: Range<Int>
  }

  private(set) var nodes: [Node] = []
  private(set) var edges: [Edge] = []
  private(set) var clusters: [Cluster] = []
  /// The nodes of the deployment that is being added, by their labels.
  private var known: [String: Int] = [:]

  init(_ views: [RouteView]) {
    for view in views {
      let start = nodes.count
      known = [:]
      for row in view.rows { add(row) }
      clusters.append(Cluster(name: view.shown.name, nodes: start..<nodes.count))
    }
  }

  /// Adds a route; one that cannot be read leads nowhere.
  private mutating func add(_ row: RouteView.Row) {
    guard let syntax = row.syntax else { return }
    let (sender, output) = Self.sender(of: syntax.source, path: row.source)
    let from = position(of: sender)
    let to: Int
    var lines = [row.route.name]
    switch syntax.sink {
    case .upstream:
      to = position(of: Node(label: "$upstream", kind: .upstream))
      if let output { lines.append("from \(output)") }
    case .input(let input):
      to = position(of: Node(label: input.module.text, kind: .module))
      lines.append((output.map { "from \($0) " } ?? "") + "into \(input.input.text)")
    }
    if let condition = row.condition { lines.append("where \(condition)") }
    if let priority = row.priority { lines.append("priority \(priority)") }
    edges.append(Edge(from: from, to: to, lines: lines))
  }

  private mutating func position(of node: Node) -> Int {
    let key = "\(node.kind) \(node.label)"
    if let position = known[key] { return position }
    nodes.append(node)
    known[key] = nodes.count - 1
    return nodes.count - 1
  }

  /// Who sends what a source picks, and by which output.
  private static func sender(
    of source: RouteSource, path: String
  ) -> (node: Node, output: String?) {
    switch source.scope {
    case .everything: (Node(label: "all messages and twin changes", kind: .senders), nil)
    case .telemetry: (Node(label: "all modules and devices", kind: .senders), nil)
    case .modules: (Node(label: "all modules", kind: .senders), nil)
    case .module(let name): (Node(label: name, kind: .module), nil)
    case .namedOutputs(let name): (Node(label: name, kind: .module), "named outputs")
    case .output(let output, let name): (Node(label: name, kind: .module), output)
    case .twinChanges: (Node(label: "twin changes", kind: .senders), nil)
    case .never: (Node(label: "nobody: \(path)", kind: .senders), nil)
    }
  }
}
