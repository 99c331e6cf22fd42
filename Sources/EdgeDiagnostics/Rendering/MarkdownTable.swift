/// A table in Markdown that fits into a number of bytes: detail is left out from the bottom up, then rows.
package struct MarkdownTable {
  /// A row, whole and without detail, each with its line end.
  package struct Row {
    package var whole: String
    package var brief: String

    package init(whole: String, brief: String) {
      self.whole = whole
      self.brief = brief
    }
  }

  private let head: String
  private let rows: [Row]
  private let more: (Int) -> String

  /// - Parameters:
  ///   - head: The heading and the line below it.
  ///   - more: The row that stands for a number of rows.
  package init(head: String, rows: [Row], more: @escaping (Int) -> String) {
    self.head = head
    self.rows = rows
    self.more = more
  }

  /// The table in at most so many bytes; empty where there is no row or not room for one.
  package func text(within limit: Int) -> String {
    let room = limit - head.utf8.count
    let kept = fit(into: room)
    return kept.isEmpty ? "" : head + kept
  }

  /// As many rows as there is room for, whole ones first.
  private func fit(into room: Int) -> String {
    var brief = rows.reduce(0) { $0 + $1.brief.utf8.count }
    if brief <= room {
      // Rows from the top are whole as long as the rest still fits without detail.
      var isFolding = false
      return rows.map { row in
        brief += row.whole.utf8.count - row.brief.utf8.count
        if brief > room { isFolding = true }
        return isFolding ? row.brief : row.whole
      }.joined()
    }
    var text = ""
    for (index, row) in rows.enumerated() {
      let rest = more(rows.count - index)
      let next = more(rows.count - index - 1)
      guard text.utf8.count + row.brief.utf8.count + next.utf8.count <= room else {
        return text.isEmpty || text.utf8.count + rest.utf8.count > room ? "" : text + rest
      }
      text += row.brief
    }
    return text
  }
}
