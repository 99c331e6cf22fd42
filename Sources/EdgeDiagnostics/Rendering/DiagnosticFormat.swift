/// The ways to print a report.
///
/// A new format is a file with its renderer, and a case here.
package enum DiagnosticFormat: String, CaseIterable, Sendable {
  case text, pretty, json, sarif, github, gitlab, junit, checkstyle, azure, markdown

  private var renderer: any DiagnosticRenderer.Type {
    switch self {
    case .text: TextRenderer.self
    case .pretty: PrettyRenderer.self
    case .json: JSONRenderer.self
    case .sarif: SARIFRenderer.self
    case .github: GitHubRenderer.self
    case .gitlab: GitLabRenderer.self
    case .junit: JUnitRenderer.self
    case .checkstyle: CheckstyleRenderer.self
    case .azure: AzureRenderer.self
    case .markdown: MarkdownRenderer.self
    }
  }

  /// What it is good for, in one line.
  package var summary: String { renderer.summary }

  /// Whether it can count findings instead of listing them.
  package var countsFindings: Bool { renderer is any StatisticsRenderer.Type }

  /// The report as text that ends with a line end, or as nothing when there is nothing to say.
  fileprivate func render(_ report: ResolvedReport, _ options: RenderingOptions) -> String {
    let renderer = renderer.init(report, options)
    if options.showsStatistics, let renderer = renderer as? any StatisticsRenderer {
      return renderer.render(RuleStatistics(of: report))
    }
    return renderer.rendered
  }
}

/// One way to print a report.
protocol DiagnosticRenderer {
  /// What the format is good for, in one line, for help.
  static var summary: String { get }

  init(_ report: ResolvedReport, _ options: RenderingOptions)

  /// The whole output.
  var rendered: String { get }
}

/// A way to print a report that can also print how often each rule was broken.
protocol StatisticsRenderer: DiagnosticRenderer {
  func render(_ statistics: RuleStatistics) -> String
}

extension ResolvedReport {
  /// The report as text; equal reports give equal text.
  package func rendered(
    as format: DiagnosticFormat, options: RenderingOptions = RenderingOptions()
  ) -> String {
    format.render(limited(to: options.maxFindings), options)
  }
}

/// Puts a report in order and prints it.
package func render(
  _ report: DiagnosticReport, as format: DiagnosticFormat,
  options: RenderingOptions = RenderingOptions()
) -> String {
  ResolvedReport(report).rendered(as: format, options: options)
}
