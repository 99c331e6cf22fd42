package import EdgeDiagnostics

/// How differences are printed; one line for each form.
package enum DiffFormat: String, CaseIterable, Sendable {
  case text, unified, json
  case markdown, paths, stat

  /// What a form is for, in a few words.
  package var summary: String {
    switch self {
    case .text: "groups of changes for people, what was and what is beside each other"
    case .unified: "a unified diff of both sides as edgekit show prints them"
    case .json: "one JSON object for programs, versioned"
    case .markdown: "a table for job summaries and comments"
    case .paths: "where the changes are, one pointer a line"
    case .stat: "how many changes there are in what"
    }
  }

  /// Whether people read it, so that standard error may have remarks.
  package var isForPeople: Bool { self == .text || self == .stat }
}

/// What a form needs to know besides the differences.
package struct DiffRendering: Sendable {
  package var style = TerminalStyle()
  /// How many bytes the Markdown may have.
  package var maxBytes: Int?

  package init(style: TerminalStyle = TerminalStyle(), maxBytes: Int? = nil) {
    self.style = style
    self.maxBytes = maxBytes
  }
}

extension DiffReport {
  /// The differences in a form; empty where there are none, but for objects.
  package func rendered(
    as format: DiffFormat, _ options: DiffRendering = DiffRendering()
  ) -> String {
    switch format {
    case .text: TextReport(self, options).rendered
    case .unified: UnifiedReport(self).rendered
    case .json: JSONReport(self).rendered
    case .markdown: MarkdownReport(self, options).rendered
    case .paths: PathsReport(self).rendered
    case .stat: StatReport(self, options).rendered
    }
  }
}
