/// The ways to print a report.
///
/// A new format is a file with its renderer, and a case here.
package enum DiagnosticFormat: String, CaseIterable, Sendable {
  case text, pretty, json

  private var renderer: any DiagnosticRenderer.Type {
    switch self {
    case .text: TextRenderer.self
    case .pretty: PrettyRenderer.self
    case .json: JSONRenderer.self
    }
  }

  /// What it is good for, in one line.
  package var summary: String { renderer.summary }

  /// The report as text that ends with a line end, or as nothing when there is nothing to say.
  fileprivate func render(_ report: ResolvedReport, _ options: RenderingOptions) -> String {
    renderer.init(report, options).rendered
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

/// Puts a report in order and prints it; equal reports give equal text.
package func render(
  _ report: DiagnosticReport, as format: DiagnosticFormat,
  options: RenderingOptions = RenderingOptions()
) -> String {
  format.render(ResolvedReport(report), options)
}
