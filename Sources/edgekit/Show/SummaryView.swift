internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// What a deployment runs and for whom, at a glance.
struct SummaryView {
  /// What the view says of a module.
  struct Row {
    var name: String
    var isSystem: Bool
    var image: String?
    var version: String?
    var status: String?
    var restartPolicy: String?
    var startupOrder: String?
    var ports: [String]
    var mounts: [String]
    var privileges: [String]
  }

  let shown: ShownDeployment
  private let rows: [Row]

  init(_ shown: ShownDeployment) {
    self.shown = shown
    rows = shown.expanded.modules.map { Row($0) }
  }

  private var root: SyntaxNode { shown.expanded.root }

  /// The names of the modules whose desired properties are set.
  private var twins: [String] {
    (shown.expanded.modulesContent.map { Array($0.members) } ?? []).map(\.key.text)
      .filter { $0 != "$edgeAgent" && $0 != "$edgeHub" }
  }

  private var registries: [String] {
    shown.expanded.registries.map { $0.value["address"]?.shownText ?? $0.key.text }
  }

  private var labels: [String] {
    (root["labels"].map { Array($0.members) } ?? []).map {
      "\($0.key.text)=\($0.value.shownText)"
    }
  }

  // MARK: - Text

  func text(_ style: TerminalStyle, width: Int?) -> String {
    var text = shown.heading(style)
    let facts = [
      ("target condition", root["targetCondition"]?.shownText ?? ""),
      ("priority", root["priority"]?.shownText ?? ""),
      ("labels", labels.joined(separator: ", ")),
      ("registries", registries.joined(separator: ", ")),
      ("routes", String(shown.expanded.routes.count)),
      ("module twins", twins.joined(separator: ", ")),
    ].filter { !$0.1.isEmpty }
    let column = facts.map(\.0.count).max() ?? 0
    for (name, value) in facts {
      let gap = String(repeating: " ", count: column - name.count + 2)
      text += "  \(name)\(gap)\(value.visible)\n"
    }
    guard !rows.isEmpty else { return text }
    return text + "\n" + table.text(style, width: width, indent: 2)
  }

  private var table: TextTable {
    var table = TextTable([
      .init(title: "MODULE"), .init(title: "IMAGE"), .init(title: "STATUS"),
      .init(title: "RESTART"), .init(title: "START", isNumeric: true), .init(title: "PORTS"),
      .init(title: "MOUNTS"), .init(title: "PRIVILEGES"),
    ])
    for row in rows {
      table.add(
        [
          row.name, row.image ?? "-", row.status ?? "-", row.restartPolicy ?? "-",
          row.startupOrder ?? "-", row.ports.joined(separator: ", "),
          row.mounts.joined(separator: ", "), row.privileges.joined(separator: ", "),
        ], paints: row.privileges.isEmpty ? [:] : [7: .yellow])
    }
    return table
  }

  // MARK: - JSON

  var json: ReportValue {
    .object(
      shown.members + [
        ("targetCondition", .optional(root["targetCondition"]?.shownText)),
        ("priority", .optional(root["priority"]?.shownText)),
        ("labels", .list(labels.map { .string($0) })),
        ("registries", .list(registries.map { .string($0) })),
        ("routes", .number(shown.expanded.routes.count)),
        ("moduleTwins", .list(twins.map { .string($0) })),
        ("modules", .list(rows.map(\.json))),
      ])
  }
}

extension SummaryView.Row {
  init(_ module: ExpandedModule) {
    let node = module.node
    let privileges = ModulePrivileges(module)
    self.init(
      name: module.name, isSystem: module.isSystem,
      image: module.settings?["image"]?.shownText, version: node["version"]?.shownText,
      status: node["status"]?.shownText, restartPolicy: node["restartPolicy"]?.shownText,
      startupOrder: node["startupOrder"]?.shownText, ports: ModulePorts(module).list,
      mounts: ModuleMounts(module).list, privileges: privileges.list)
  }

  fileprivate var json: ReportValue {
    let list = { (texts: [String]) in ReportValue.list(texts.map { .string($0) }) }
    return .object([
      ("name", .string(name)), ("system", .flag(isSystem)), ("image", .optional(image)),
      ("version", .optional(version)), ("status", .optional(status)),
      ("restartPolicy", .optional(restartPolicy)), ("startupOrder", .optional(startupOrder)),
      ("ports", list(ports)), ("mounts", list(mounts)), ("privileges", list(privileges)),
    ])
  }
}
