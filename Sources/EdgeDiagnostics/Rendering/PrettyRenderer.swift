/// A picture of each diagnostic for people: the lines in question with marks under them.
struct PrettyRenderer: StatisticsRenderer {
  static let summary = "findings with the lines in question, for people"

  private let report: ResolvedReport
  private let options: RenderingOptions

  init(_ report: ResolvedReport, _ options: RenderingOptions) {
    self.report = report
    self.options = options
  }

  var rendered: String {
    var explained: Set<String> = []
    var pictures = report.findings.map { finding in
      // Once is enough for a rule that is broken in fifty places.
      let isNew = explained.insert(finding.rule).inserted
      let picture = DiagnosticPicture(
        finding, report.sources, options, namesExplainCommand: isNew && options.namesExplainCommand)
      return picture.lines.map { $0 + "\n" }.joined()
    }
    if options.showsSummary { pictures.append(report.summary.line + "\n") }
    return pictures.joined(separator: "\n")
  }

  func render(_ statistics: RuleStatistics) -> String {
    let parts = [
      statistics.table(options.style), options.showsSummary ? report.summary.line + "\n" : "",
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }
}

/// The picture of one diagnostic.
private struct DiagnosticPicture {
  private let diagnostic: ResolvedDiagnostic
  private let options: RenderingOptions
  private let namesExplainCommand: Bool
  private let gutter: Int
  /// The columns there are for text.
  private let width: Int
  private let snippets: [(place: ResolvedPlace, snippet: Snippet)]

  private var style: TerminalStyle { options.style }

  init(
    _ diagnostic: ResolvedDiagnostic, _ sources: SourceManager, _ options: RenderingOptions,
    namesExplainCommand: Bool
  ) {
    self.diagnostic = diagnostic
    self.options = options
    self.namesExplainCommand = namesExplainCommand
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
    var lines = header
    for (index, (place, snippet)) in snippets.enumerated() {
      lines += location(of: place, subject: index == 0 ? diagnostic.subject : nil)
      if let breadcrumb = Breadcrumb(
        place, pointer: index == 0 ? diagnostic.pointer : nil, style: style)
      {
        lines += wrapped("in \(breadcrumb.text)", after: 0, indent: 3).map { "\(bar()) \($0)" }
      }
      lines += picture(of: snippet)
    }
    if snippets.isEmpty, let subject = diagnostic.subject { lines += footer("for", subject) }
    if let origin = diagnostic.origin { lines += footer("origin", origin) }
    if let help { lines += footer("help", help) }
    if namesExplainCommand { lines += footer("more", "edgekit explain \(diagnostic.rule)") }
    return lines
  }

  // MARK: - Words

  /// What to do, and whether a program can do it.
  private var help: String? {
    guard options.namesFixOption, let fix = diagnostic.fix else { return diagnostic.help }
    let option = fix.applicability == .safe ? "--fix" : "--fix --unsafe-fixes"
    return "\(diagnostic.help ?? fix.title) (fixable with \(option))"
  }

  private var header: [String] {
    let name = "\(diagnostic.severity.rawValue)[\(diagnostic.rule)]:"
    let lines = wrapped(
      diagnostic.message.visible, after: name.count + 1, indent: 2, within: width + gutter + 2)
    let start = style.painted(String(name.dropLast()), diagnostic.severity.paint)
    return lines.enumerated().map { index, line in
      index > 0
        ? style.painted(line, .bold)
        : start + style.painted(line.isEmpty ? ":" : ": \(line)", .bold)
    }
  }

  private func footer(_ word: String, _ text: String) -> [String] {
    let sign = style.painted(blanks(gutter) + "=", .blue)
    let lines = wrapped(text.visible, after: word.count + 2, indent: word.count + 2)
    return lines.enumerated().map { index, line in
      index > 0
        ? blanks(gutter + 2) + line : "\(sign) \(style.painted("\(word):", .bold)) \(line)"
    }
  }

  /// Text in lines that fit a terminal, broken between words; one line where there is none.
  ///
  /// - Parameters:
  ///   - column: The columns that the first line has taken already.
  ///   - indent: The blanks before each further line.
  ///   - width: The columns of a line; nil for those beside the bar.
  private func wrapped(
    _ text: String, after column: Int, indent: Int, within width: Int? = nil
  ) -> [String] {
    guard options.width != nil else { return [text] }
    let width = width ?? self.width
    var lines: [String] = []
    var (line, used, isEmpty) = ("", column, true)
    func breakLine() {
      lines.append(line)
      (line, used, isEmpty) = (blanks(indent), indent, true)
    }
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      let columns = DisplayWidth.columns(of: String(word))
      if !isEmpty, used + 1 + columns > width { breakLine() }
      // Not even the first word fits behind what stands there.
      if isEmpty, lines.isEmpty, column > indent, column + columns > width { breakLine() }
      line += isEmpty ? String(word) : " \(word)"
      used += columns + (isEmpty ? 0 : 1)
      isEmpty = false
    }
    return lines + [line]
  }

  // MARK: - Lines

  private func location(of place: ResolvedPlace, subject: String?) -> [String] {
    let corner = style.usesBoxCharacters ? blanks(gutter) + "┌" : blanks(gutter - 1) + "-->"
    let location = "\(style.painted(corner, .blue)) \(place.location)"
    guard let subject = subject?.visible else { return [location] }
    let columns = DisplayWidth.columns(of: place.location + subject) + 3
    if options.width != nil, columns > width { return [location, "\(bar()) \(subject)"] }
    return ["\(location) \(style.glyph("·", ascii: "-")) \(subject)"]
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
