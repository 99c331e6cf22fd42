internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// The routes of a deployment: where messages come from, which ones, and where they go.
struct RouteView {
  /// A route as it is shown.
  struct Row {
    let route: ExpandedRoute
    /// As it is written; of a route that cannot be read, nil.
    let syntax: RouteSyntax?
    /// Why it cannot be read.
    let problem: String?
    private let text: [UInt8]

    init(_ route: ExpandedRoute) {
      self.route = route
      guard let node = route.text else {
        (syntax, problem, text) = (nil, "it has no text", [])
        return
      }
      text = Array(node.utf8)
      let (syntax, problems) = RouteSyntax.parse(text)
      self.syntax = syntax
      problem = syntax == nil ? problems.first { $0.stage == .parse }?.message : nil
    }

    /// The path after FROM; the whole text of a route that cannot be read.
    var source: String {
      syntax.map { part($0.source.range) } ?? String(decoding: text, as: UTF8.self)
    }

    var condition: String? { (syntax?.condition?.range).map(part) }

    /// `$upstream`, or module and input.
    var sink: String {
      switch syntax?.sink {
      case .upstream: "$upstream"
      case .input(let input): "\(input.module.text)/\(input.input.text)"
      case nil: ""
      }
    }

    var priority: String? { member("priority") }

    /// Seconds.
    var timeToLive: String? { member("timeToLiveSecs") }

    private func member(_ name: StaticString) -> String? {
      route.node.isMapping ? route.node[name]?.shownText : nil
    }

    private func part(_ range: Range<Int>) -> String {
      String(decoding: text[range], as: UTF8.self)
    }
  }

  let shown: ShownDeployment
  let rows: [Row]

  init(_ shown: ShownDeployment) {
    self.shown = shown
    rows = shown.expanded.routes.map { Row($0) }
  }

  // MARK: - Text

  func text(_ style: TerminalStyle, width: Int?) -> String {
    let head = shown.heading(style)
    guard !rows.isEmpty else { return head + "  no routes\n" }
    var table = TextTable([
      .init(title: "ROUTE"), .init(title: "FROM"), .init(title: "WHERE"), .init(title: "INTO"),
      .init(title: "PRIORITY", isNumeric: true), .init(title: "TTL", isNumeric: true),
    ])
    for row in rows {
      table.add([
        row.route.name, row.source, row.condition ?? "", row.sink, row.priority ?? "",
        row.timeToLive ?? "",
      ])
    }
    let problems = rows.compactMap { row in
      row.problem.map { "  route '\(row.route.name.visible)' cannot be read: \($0.visible)\n" }
    }
    return head + table.text(style, width: width, indent: 2)
      + (problems.isEmpty ? "" : "\n" + problems.joined())
  }

  // MARK: - JSON

  var json: ReportValue {
    .object(
      shown.members + [
        (
          "routes",
          .list(
            rows.map { row in
              .object([
                ("name", .string(row.route.name)), ("text", .optional(row.route.text?.text)),
                ("source", .optional(row.syntax == nil ? nil : row.source)),
                ("condition", .optional(row.condition)),
                ("sink", .optional(row.syntax == nil ? nil : row.sink)),
                ("priority", .optional(row.priority)),
                ("timeToLiveSecs", .optional(row.timeToLive)), ("problem", .optional(row.problem)),
              ])
            })
        )
      ])
  }
}
