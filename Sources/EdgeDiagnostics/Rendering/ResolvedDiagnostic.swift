/// A diagnostic as it is printed: every place in a file, with lines and columns.
struct ResolvedDiagnostic: Hashable, Sendable {
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
  struct Related: Hashable, Sendable {
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

  /// Few differ in anything else, and texts take long.
  func hash(into hasher: inout Hasher) {
    hasher.combine(fingerprint)
    hasher.combine(place?.range)
  }
}

/// A fix as edits of one file.
struct ResolvedFix: Hashable, Sendable {
  var title: String
  var applicability: Fix.Applicability
  /// The name of the file.
  var file: String
  /// In the order of the file.
  var edits: [Edit]

  /// Text between two positions of the file that another takes the place of.
  struct Edit: Hashable, Sendable {
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
struct ResolvedPlace: Hashable, Sendable {
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
  /// By file, line, column, rule and message; what concerns the whole run comes last.
  static func isBefore(_ left: Self, _ right: Self) -> Bool {
    guard let leftPlace = left.place, let rightPlace = right.place else {
      if (left.place == nil) != (right.place == nil) { return left.place != nil }
      return left.words.lexicographicallyPrecedes(right.words, by: isBefore)
    }
    if leftPlace.file != rightPlace.file { return isBefore(leftPlace.file, rightPlace.file) }
    if leftPlace.start != rightPlace.start { return leftPlace.start < rightPlace.start }
    if left.words != right.words {
      return left.words.lexicographicallyPrecedes(right.words, by: isBefore)
    }
    return leftPlace.end < rightPlace.end
  }

  private var words: [String] { [rule, message, pointer ?? "", subject ?? ""] }

  /// By bytes, which is the same everywhere.
  private static func isBefore(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }
}
