/// A picture of each diagnostic for people: the lines in question with marks under them.
struct PrettyRenderer: DiagnosticRenderer {
  static let summary = "findings with the lines in question, for people"

  private let report: ResolvedReport
  private let options: RenderingOptions

  init(_ report: ResolvedReport, _ options: RenderingOptions) {
    self.report = report
    self.options = options
  }

  var rendered: String {
    var pictures = report.diagnostics.map { diagnostic in
      DiagnosticPicture(diagnostic, report.sources, options).lines.map { $0 + "\n" }.joined()
    }
    if options.showsSummary { pictures.append(report.summary.line + "\n") }
    return pictures.joined(separator: "\n")
  }
}

/// The picture of one diagnostic.
private struct DiagnosticPicture {
  private let diagnostic: ResolvedDiagnostic
  private let options: RenderingOptions
  private let gutter: Int
  /// The columns there are for text.
  private let width: Int
  private let snippets: [(place: ResolvedPlace, snippet: Snippet)]

  private var style: TerminalStyle { options.style }

  init(_ diagnostic: ResolvedDiagnostic, _ sources: SourceManager, _ options: RenderingOptions) {
    self.diagnostic = diagnostic
    self.options = options
    let marks = Self.marks(of: diagnostic)
    let lastLine = marks.map(\.place.end.line).max() ?? 1
    let space = options.style.usesBoxCharacters ? 0 : 1
    let gutter = max(String(lastLine).count, 2) + space
    self.gutter = gutter
    // Without a terminal, 400 columns show all but what a program wrote in one line.
    let width = max((options.width ?? 400) - gutter - 2, 20)
    self.width = width
    var files: [String] = []
    for mark in marks where !files.contains(mark.place.file) { files.append(mark.place.file) }
    snippets = files.compactMap { file in
      let marks = marks.filter { $0.place.file == file }
      guard let place = marks.first?.place else { return nil }
      return (place, Snippet(marks, in: sources, width: width, style: options.style))
    }
  }

  /// The place itself, and the labels; a label at the very place is the text of its mark.
  private static func marks(of diagnostic: ResolvedDiagnostic) -> [Snippet.Mark] {
    guard let place = diagnostic.place else { return [] }
    var primary = Snippet.Mark(place: place, isPrimary: true)
    var others: [Snippet.Mark] = []
    for related in diagnostic.related {
      if related.place.range == place.range, primary.text == nil {
        primary.text = related.message.visible
      } else {
        others.append(
          Snippet.Mark(place: related.place, text: related.message.visible, isPrimary: false))
      }
    }
    return [primary] + others
  }

  var lines: [String] {
    var lines = [header]
    for (index, (place, snippet)) in snippets.enumerated() {
      lines.append(location(of: place, subject: index == 0 ? diagnostic.subject : nil))
      if let breadcrumb = Breadcrumb(
        place, pointer: index == 0 ? diagnostic.pointer : nil, style: style)
      {
        lines.append(bar() + " in " + breadcrumb.text)
      }
      lines += picture(of: snippet)
    }
    if snippets.isEmpty, let subject = diagnostic.subject {
      lines.append(footer("for", subject))
    }
    if let origin = diagnostic.origin { lines.append(footer("origin", origin)) }
    if let help = diagnostic.help { lines.append(footer("help", help)) }
    if options.namesExplainCommand {
      lines.append(footer("more", "edgekit explain \(diagnostic.rule)"))
    }
    return lines
  }

  // MARK: - Lines

  private var header: String {
    let name = style.painted(
      "\(diagnostic.severity.rawValue)[\(diagnostic.rule)]", diagnostic.severity.paint)
    return name + style.painted(": \(diagnostic.message.visible)", .bold)
  }

  private func location(of place: ResolvedPlace, subject: String?) -> String {
    let corner = style.usesBoxCharacters ? blanks(gutter) + "┌" : blanks(gutter - 1) + "-->"
    let location =
      "\(style.painted(corner, .blue)) \(place.file.visible):\(place.start.line):\(place.start.column)"
    guard let subject else { return location }
    return "\(location) \(style.glyph("·", ascii: "-")) \(subject.visible)"
  }

  private func picture(of snippet: Snippet) -> [String] {
    var lines: [String] = []
    var previous: Int?
    for row in snippet.rows {
      if let previous, row.line > previous + 1 {
        lines.append(style.painted(blanks(gutter) + style.glyph("⋮", ascii: ":"), .blue))
      }
      previous = row.line
      lines.append(row.text.isEmpty ? bar(row.line) : "\(bar(row.line)) \(row.text)")
      for underline in row.underlines { lines += marks(underline).map { bar() + " " + $0 } }
    }
    return lines
  }

  /// The mark with its text behind it, or below it where there is no room.
  private func marks(_ underline: Snippet.Underline) -> [String] {
    let mark = String(repeating: underline.isPrimary ? "^" : "-", count: max(1, underline.width))
    let paint = underline.isPrimary ? diagnostic.severity.paint : .blue
    let line = { column, text in blanks(column) + style.painted(text, paint) }
    guard let text = underline.text else { return [line(underline.column, mark)] }
    let room = width - DisplayWidth.columns(of: text)
    if underline.column + mark.count + 1 <= room {
      return [line(underline.column, "\(mark) \(text)")]
    }
    return [line(underline.column, mark), line(max(0, min(underline.column, room)), text)]
  }

  private func footer(_ word: String, _ text: String) -> String {
    let sign = style.painted(blanks(gutter) + "=", .blue)
    return "\(sign) \(style.painted("\(word):", .bold)) \(text.visible)"
  }

  /// The bar between line numbers and text.
  private func bar(_ line: Int? = nil) -> String {
    let number = line.map { String($0) } ?? ""
    let space = style.usesBoxCharacters ? "" : " "
    let padded = blanks(gutter - space.count - number.count) + number + space
    return style.painted(padded + style.glyph("│", ascii: "|"), .blue)
  }

  private func blanks(_ count: Int) -> String {
    String(repeating: " ", count: max(0, count))
  }
}
