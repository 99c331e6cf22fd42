/// The lines of one file that a diagnostic speaks of, with marks under them, cut to a width.
struct Snippet {
  /// A range in the file that gets a mark.
  struct Mark {
    var place: ResolvedPlace
    var text: String?
    var isPrimary: Bool
  }

  /// A line of the file, or a part of it, with the marks under it in order.
  struct Row {
    /// 1-based.
    var line: Int
    var text: String
    var underlines: [Underline]
  }

  /// A mark under a row.
  struct Underline {
    /// 0-based, in columns of the row.
    var column: Int
    /// 0 is a place between two characters.
    var width: Int
    var text: String?
    var isPrimary: Bool
  }

  let rows: [Row]

  /// - Parameters:
  ///   - marks: All in one file.
  ///   - width: The columns there are for text.
  init(_ marks: [Mark], in sources: SourceManager, width: Int, style: TerminalStyle) {
    guard let source = marks.first?.place.range.source else {
      rows = []
      return
    }
    let bytes = sources[source].bytes
    let table = sources.lineTable(of: source)
    let secrets = SecretText(bytes)
    let parts = marks.flatMap { LinePart.parts(of: $0, table, bytes) }
    let lines = Set(parts.map(\.line)).sorted().map { line in
      let parts = parts.filter { $0.line == line }.sorted {
        ($0.bytes.lowerBound, $1.isPrimary ? 1 : 0) < ($1.bytes.lowerBound, $0.isPrimary ? 1 : 0)
      }
      let range = table.range(ofLine: line, in: bytes)
      return MarkedLine(parts, bytes, range, hiding: secrets, width, style)
    }
    // What all lines are indented by says nothing, unless it is what is wrong.
    let indentation = lines.map(\.indentation).min() ?? 0
    rows = lines.flatMap { $0.rows(from: indentation) }
  }
}

/// The part of a mark that lies on one line.
private struct LinePart {
  var line: Int
  var bytes: Range<Int>
  var text: String?
  var isPrimary: Bool

  /// A mark over more than four lines is drawn on its first and its last.
  static func parts(of mark: Snippet.Mark, _ table: LineTable, _ bytes: [UInt8]) -> [LinePart] {
    let (start, end) = (mark.place.start, mark.place.end)
    var last = end.line
    // A range that ends with a line end does not reach into the next line.
    if last > start.line, end.column == 1 { last -= 1 }
    let lines = last - start.line < 4 ? Array(start.line...last) : [start.line, last]
    var parts: [LinePart] = []
    for line in lines {
      let text = table.range(ofLine: line, in: bytes)
      let indentation = bytes[text].prefix { $0 == UInt8(ascii: " ") || $0 == 0x09 }.count
      let lower = line == start.line ? start.offset : text.lowerBound + indentation
      let upper = line == end.line ? end.offset : text.upperBound
      guard line == start.line || lower < upper else { continue }
      parts.append(
        LinePart(line: line, bytes: lower..<max(lower, upper), isPrimary: mark.isPrimary))
    }
    parts[parts.count - 1].text = mark.text
    return parts
  }
}

/// One line with everything that is marked on it.
private struct MarkedLine {
  /// Marks that fit into the width together, and the part of the line around them.
  private struct Group {
    var parts: [LinePart]
    var layout: LineLayout
    /// Whether the layout leaves out what the line begins or ends with.
    var isCut: (before: Bool, after: Bool)

    /// The columns from the first mark to the last.
    var marked: Range<Int> {
      let columns = parts.map { layout.columns(of: $0.bytes) }
      let lower = columns.map(\.lowerBound).min() ?? 0
      return lower..<(columns.map(\.upperBound).max() ?? lower)
    }
  }

  private let line: Int
  private let groups: [Group]
  private let width: Int
  private let style: TerminalStyle

  init(
    _ parts: [LinePart], _ bytes: [UInt8], _ range: Range<Int>, hiding secrets: SecretText,
    _ width: Int, _ style: TerminalStyle
  ) {
    line = parts.first?.line ?? 1
    self.width = width
    self.style = style
    var groups: [Group] = []
    for part in parts {
      let window = Self.window(around: part.bytes, in: range, bytes, reach: 4 * width)
      if var group = groups.last {
        group.parts.append(part)
        if window == Self.window(around: group.parts[0].bytes, in: range, bytes, reach: 4 * width),
          group.marked.count <= width - 2 * style.ellipsis.count
        {
          groups[groups.count - 1] = group
          continue
        }
      }
      groups.append(
        Group(
          parts: [part],
          layout: LineLayout(
            bytes, window, hiding: secrets.ranges(in: window), style: style),
          isCut: (window.lowerBound > range.lowerBound, window.upperBound < range.upperBound)))
    }
    self.groups = groups
  }

  /// The part of a line that is laid out: all of it, unless it is so long that laying it out for each
  /// diagnostic would take its toll.
  private static func window(
    around part: Range<Int>, in line: Range<Int>, _ bytes: [UInt8], reach: Int
  ) -> Range<Int> {
    guard line.count > 2 * reach else { return line }
    var lower = max(line.lowerBound, min(part.lowerBound, line.upperBound) - reach)
    var upper = min(line.upperBound, part.lowerBound + reach)
    while lower > line.lowerBound, bytes[lower] & 0xC0 == 0x80 { lower -= 1 }
    while upper > lower, upper < line.upperBound, bytes[upper] & 0xC0 == 0x80 { upper -= 1 }
    return lower..<max(lower, upper)
  }

  /// The columns at the beginning that may be left out.
  var indentation: Int {
    groups.map { group in
      group.isCut.before ? .max : min(group.layout.indentation, group.marked.lowerBound)
    }.min() ?? 0
  }

  func rows(from indentation: Int) -> [Snippet.Row] {
    groups.map { group in
      let columns = visibleColumns(of: group, from: group.isCut.before ? 0 : indentation)
      let isCutBefore = group.isCut.before || columns.lowerBound > indentation
      let isCutAfter = group.isCut.after || columns.upperBound < group.layout.width
      let (text, start) = group.layout.text(in: columns)
      let lead = isCutBefore ? style.ellipsis : ""
      let underlines = group.parts.map { part in
        let marked = group.layout.columns(of: part.bytes).clamped(to: start..<columns.upperBound)
        return Snippet.Underline(
          column: lead.count + marked.lowerBound - start, width: marked.count, text: part.text,
          isPrimary: part.isPrimary)
      }
      return Snippet.Row(
        line: line, text: lead + text + (isCutAfter ? style.ellipsis : ""), underlines: underlines)
    }
  }

  /// The columns to show: all if they fit, else those around the marks.
  private func visibleColumns(of group: Group, from first: Int) -> Range<Int> {
    let total = group.layout.width
    let ellipsis = style.ellipsis.count
    let marked = group.marked
    if !group.isCut.before {
      if total - first <= width, !group.isCut.after { return min(first, total)..<total }
      if marked.upperBound - first <= width - ellipsis {
        return first..<min(total, first + width - ellipsis)
      }
    }
    let room = width - 2 * ellipsis
    let before = marked.count < room ? (room - marked.count) / 2 : 4
    let lower = max(first, min(marked.lowerBound - before, total - room))
    return lower..<min(total, lower + room)
  }
}

extension TerminalStyle {
  /// What stands for text that is left out.
  var ellipsis: String { glyph("…", ascii: "...") }
}
