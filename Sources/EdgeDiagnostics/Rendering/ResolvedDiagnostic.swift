/// A diagnostic as it is printed: every place in a file, with lines and columns.
struct ResolvedDiagnostic: Equatable, Sendable {
  var rule: String
  var severity: Severity
  var message: String
  var help: String?
  /// Nil for something about the whole run.
  var place: ResolvedPlace?
  var pointer: String?
  var subject: String?
  var related: [Related]
  /// The template or file that a renderer made the document from.
  var origin: String?
  /// What stays the same when lines are added above; 12 hexadecimal digits.
  var fingerprint: String
  var fix: ResolvedFix?
  var suppression: Suppression?

  /// A further place, with a few words.
  struct Related: Equatable, Sendable {
    var message: String
    var place: ResolvedPlace
  }

  init(_ diagnostic: Diagnostic, in sources: SourceManager) {
    rule = diagnostic.rule.name
    severity = diagnostic.severity
    message = diagnostic.message
    help = diagnostic.help
    place = diagnostic.range.map { ResolvedPlace($0, in: sources) }
    pointer = diagnostic.pointer
    subject = diagnostic.subject
    related = diagnostic.labels.map {
      Related(message: $0.message, place: ResolvedPlace($0.range, in: sources))
    }
    fingerprint = Fingerprint(of: diagnostic, in: sources).text
    fix = diagnostic.fix.flatMap { ResolvedFix($0, in: sources) }
    suppression = diagnostic.suppression
  }
}

/// A fix as edits of one file.
struct ResolvedFix: Equatable, Sendable {
  var title: String
  var applicability: Fix.Applicability
  /// The name of the file.
  var file: String
  /// In the order of the file.
  var edits: [Edit]

  /// Text between two positions of the file that another takes the place of.
  struct Edit: Equatable, Sendable {
    var start: SourcePosition
    /// Exclusive.
    var end: SourcePosition
    var replacement: String
  }

  /// Nil for a fix that cannot be made in the file, and for one of several files.
  init?(_ fix: Fix, in sources: SourceManager) {
    guard let edits = sources.physicalEdits(of: fix), let source = edits.first?.range.source,
      edits.allSatisfy({ $0.range.source == source })
    else { return nil }
    title = fix.title
    applicability = fix.applicability
    file = sources[source].name
    self.edits = edits.sorted { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
      .map { edit in
        Edit(
          start: sources.position(of: edit.range.start, in: source),
          end: sources.position(of: edit.range.end, in: source), replacement: edit.replacement)
      }
  }
}

/// A range in a file, as people count.
struct ResolvedPlace: Equatable, Sendable {
  /// The name of the file.
  var file: String
  /// The range in the file.
  var range: SourceRange
  var start: SourcePosition
  /// Exclusive.
  var end: SourcePosition
  /// The names of the texts inside each other that hold the place, outermost first; empty for a
  /// place in the file's own text.
  var embedding: [String]

  /// The file, line and column as GNU tools write them.
  var location: String { "\(file.visible):\(start.line):\(start.column)" }

  init(_ range: SourceRange, in sources: SourceManager) {
    let physical = sources.physical(range)
    file = sources[physical.source].name
    self.range = physical
    start = sources.position(of: physical.start, in: physical.source)
    end = sources.position(of: physical.end, in: physical.source)
    embedding = sources.embeddingNames(of: range.source)
  }
}

// MARK: - Order

extension ResolvedDiagnostic {
  /// By rule, message, pointer and subject, of diagnostics that begin at one place.
  static func isBefore(_ left: Self, _ right: Self) -> Bool {
    if left.rule != right.rule { return left.rule.isBytewise(before: right.rule) }
    if left.message != right.message { return left.message.isBytewise(before: right.message) }
    if left.pointer != right.pointer {
      return (left.pointer ?? "").isBytewise(before: right.pointer ?? "")
    }
    if left.subject != right.subject {
      return (left.subject ?? "").isBytewise(before: right.subject ?? "")
    }
    return (left.place?.range.end ?? 0) < (right.place?.range.end ?? 0)
  }
}

extension String {
  /// By bytes, which is the same everywhere.
  func isBytewise(before other: String) -> Bool {
    utf8.lexicographicallyPrecedes(other.utf8)
  }
}
