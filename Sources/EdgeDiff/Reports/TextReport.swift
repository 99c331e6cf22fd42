internal import EdgeDiagnostics

/// Changes in groups for people, one a line: a mark, the way from the subject, and what was and is.
struct TextReport {
  private let report: DiffReport
  private let style: TerminalStyle
  private var text = ""
  /// The blanks before each line.
  private var margin = ""

  /// The columns that the shortest paths take, and those that others are aligned up to.
  private static let widths = 12...32

  init(_ report: DiffReport, _ options: DiffRendering) {
    self.report = report
    style = options.style
  }

  var rendered: String {
    var writer = self
    for deployment in report.deployments where !deployment.changes.isEmpty {
      if report.hasSeveral, !deployment.isWhole {
        writer.text += style.painted("deployment \(deployment.name.visible)", .bold) + "\n"
        writer.margin = "  "
      }
      writer.append(deployment)
      writer.margin = ""
    }
    guard !report.isEqual else { return "" }
    return writer.text + report.totals + "\n"
  }

  private mutating func append(_ deployment: DeploymentDiff) {
    var rest = deployment.changes[...]
    while let first = rest.first {
      let group = rest.prefix { $0.subject.group == first.subject.group }
      rest = rest.dropFirst(group.count)
      append(Array(group), of: deployment)
    }
  }

  private mutating func append(_ group: [Change], of deployment: DeploymentDiff) {
    let title = deployment.isWhole ? "deployment \(deployment.name)" : group[0].subject.group
    let items = group.filter { !$0.shownPath.isEmpty }
    for change in group where change.shownPath.isEmpty {
      text += margin + mark(change) + " "
      if deployment.isWhole {
        text += style.painted(title.visible, .bold) + "\n"
      } else {
        let width = change.operation == .rename ? 0 : Self.widths.lowerBound
        text += padded(title.visible, to: width, .bold) + values(of: change) + "\n"
      }
    }
    guard !items.isEmpty else { return }
    if items.count == group.count {
      text += margin + style.painted(title.visible, .bold) + "\n"
    }
    let widths = items.map { DisplayWidth.columns(of: $0.shownPath.visible) }
    let width = widths.filter { $0 <= Self.widths.upperBound }.max() ?? 0
    for change in items {
      let path = padded(change.shownPath.visible, to: max(width, Self.widths.lowerBound), nil)
      text += margin + "  \(mark(change)) \(path)\(values(of: change))\n"
    }
  }

  /// A text, and blanks up to where values begin.
  private func padded(_ text: String, to width: Int, _ paint: TerminalStyle.Paint?) -> String {
    let blanks = max(0, width - DisplayWidth.columns(of: text)) + (width == 0 ? 1 : 3)
    return (paint.map { style.painted(text, $0) } ?? text) + String(repeating: " ", count: blanks)
  }

  private func mark(_ change: Change) -> String {
    switch change.operation {
    case .add: style.painted("+", .green)
    case .remove: style.painted("-", .red)
    case .replace: style.painted("~", .yellow)
    case .rename: style.painted(">", .cyan)
    }
  }

  private func values(of change: Change) -> String {
    if change.isSecret, change.operation == .replace { return ValueText.hiddenChange }
    let arrow = style.glyph("→", ascii: "->")
    let texts = ValueText.texts(of: change, ellipsis: style.glyph("…", ascii: "..."))
    if change.operation == .rename {
      return "\(arrow) " + style.painted(texts.new ?? "", .green)
    }
    let old = texts.old.map { style.painted($0, .red) }
    let new = texts.new.map { style.painted($0, .green) }
    return [old, new].compactMap { $0 }.joined(separator: " \(arrow) ")
  }
}

extension Change {
  /// The way from the heading of its group.
  var shownPath: String {
    guard case .route(let name) = subject else { return path }
    return path.isEmpty || path.hasPrefix("[") ? name + path : name + "." + path
  }
}

extension DeploymentDiff {
  /// Whether it is on one side only.
  var isWhole: Bool { old == nil || new == nil }
}
