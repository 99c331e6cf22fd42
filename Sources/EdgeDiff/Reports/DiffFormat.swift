package import EdgeDiagnostics

/// How differences are printed; one line for each form.
package enum DiffFormat: String, CaseIterable, Sendable {
  case text, unified, json
  case jsonPatch = "json-patch"
  case mergePatch = "merge-patch"
  case markdown, paths, stat

  /// What a form is for, in a few words.
  package var summary: String {
    switch self {
    case .text: "groups of changes for people, what was and what is beside each other"
    case .unified: "a unified diff of both sides as edgekit show prints them"
    case .json: "one JSON object for programs, versioned"
    case .jsonPatch: "a JSON Patch (RFC 6902) that makes the new deployment of the old file"
    case .mergePatch: "a JSON Merge Patch (RFC 7386) that does the same"
    case .markdown: "a table for job summaries and comments"
    case .paths: "where the changes are, one pointer a line"
    case .stat: "how many changes there are in what"
    }
  }

  /// Whether people read it, so that standard error may have remarks.
  package var isForPeople: Bool { self == .text || self == .stat }

  /// Whether it is a document to apply, made for one deployment.
  package var isPatch: Bool { self == .jsonPatch || self == .mergePatch }

  /// Whether it has a place for what devices do.
  package var tellsImpact: Bool { self == .text || self == .json || self == .markdown }
}

/// What a form needs to know besides the differences.
package struct DiffRendering: Sendable {
  package var style = TerminalStyle()
  /// How many bytes the Markdown may have.
  package var maxBytes: Int?
  /// Whether what devices do is listed.
  package var showsImpacts = false
  /// What a patch is for.
  package var patchForm = PatchForm.raw
  /// Whether a patch may hold secrets.
  package var includesSecrets = false

  package init(style: TerminalStyle = TerminalStyle(), maxBytes: Int? = nil) {
    self.style = style
    self.maxBytes = maxBytes
  }
}

extension DiffReport {
  /// The differences in a form; empty where there are none, but for objects.
  ///
  /// - Throws: For a patch alone, which is made of one deployment, the first.
  package func rendered(
    as format: DiffFormat, _ options: DiffRendering = DiffRendering()
  ) throws(PatchFailure) -> String {
    switch format {
    case .text: TextReport(self, options).rendered
    case .unified: UnifiedReport(self).rendered
    case .json: JSONReport(self, options).rendered
    case .markdown: MarkdownReport(self, options).rendered
    case .paths: PathsReport(self).rendered
    case .stat: StatReport(self, options).rendered
    case .jsonPatch:
      try deployments.first?.jsonPatch(
        for: options.patchForm, includesSecrets: options.includesSecrets) ?? "[]\n"
    case .mergePatch:
      try deployments.first?.mergePatch(
        for: options.patchForm, includesSecrets: options.includesSecrets) ?? "{}\n"
    }
  }
}
