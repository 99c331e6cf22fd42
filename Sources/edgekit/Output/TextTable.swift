internal import EdgeDiagnostics

/// Rows of cells under headings: columns side by side, or one below the other where a line is too short
/// for all of them.
struct TextTable {
  struct Column {
    var title: String
    /// Whether numbers stand in it, which end in one column.
    var isNumeric = false
  }

  private let columns: [Column]
  private var rows: [[String]] = []
  /// The looks of cells that are not plain, by row and column.
  private var paints: [[Int: TerminalStyle.Paint]] = []

  init(_ columns: [Column]) {
    self.columns = columns
  }

  /// Adds a row with a text for each column; control characters are shown as escapes.
  mutating func add(_ cells: [String], paints: [Int: TerminalStyle.Paint] = [:]) {
    rows.append(cells.map(\.visible))
    self.paints.append(paints)
  }

  /// The table; columns in which nothing stands are left out.
  ///
  /// - Parameter width: The columns of a line; nil for as many as are needed.
  func text(_ style: TerminalStyle, width: Int?, indent: Int = 0) -> String {
    let shown = columns.indices.filter { column in rows.contains { !$0[column].isEmpty } }
    let widths = columns.indices.map { column in
      rows.reduce(DisplayWidth.columns(of: columns[column].title)) {
        max($0, DisplayWidth.columns(of: $1[column]))
      }
    }
    let total = shown.reduce(indent) { $0 + widths[$1] + 2 } - 2
    if let width, total > width { return stacked(shown, style, indent: indent) }
    let margin = String(repeating: " ", count: indent)
    let head = shown.map { columns[$0].title }
    var text = margin + line(head, shown, widths) { style.painted($1, .bold) }
    for (row, paints) in zip(rows, paints) {
      text += margin
      text += line(shown.map { row[$0] }, shown, widths) { column, cell in
        paints[column].map { style.painted(cell, $0) } ?? cell
      }
    }
    return text
  }

  private func line(
    _ cells: [String], _ shown: [Int], _ widths: [Int], _ paint: (Int, String) -> String
  ) -> String {
    var text = ""
    for (position, column) in shown.enumerated() {
      let cell = cells[position]
      let gap = String(repeating: " ", count: widths[column] - DisplayWidth.columns(of: cell))
      let isLast = position == shown.count - 1
      if columns[column].isNumeric {
        text += gap + paint(column, cell)
      } else {
        text += paint(column, cell) + (isLast ? "" : gap)
      }
      if !isLast { text += "  " }
    }
    // Nothing stands at the end of a line whose last cell is empty.
    while text.last == " " { text.removeLast() }
    return text + "\n"
  }

  /// A block for each row: the first cell, and below it the others with their titles.
  private func stacked(_ shown: [Int], _ style: TerminalStyle, indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    let titles = shown.dropFirst().map { columns[$0].title.lowercased() }
    let width = titles.map { DisplayWidth.columns(of: $0) }.max() ?? 0
    return zip(rows, paints).map { row, paints in
      var text = margin + style.painted(shown.first.map { row[$0] } ?? "", .bold) + "\n"
      for (column, title) in zip(shown.dropFirst(), titles) where !row[column].isEmpty {
        let gap = String(repeating: " ", count: width - DisplayWidth.columns(of: title) + 2)
        let cell = paints[column].map { style.painted(row[column], $0) } ?? row[column]
        text += "\(margin)  \(title)\(gap)\(cell)\n"
      }
      return text
    }.joined()
  }
}
