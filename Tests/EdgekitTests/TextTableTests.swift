import EdgeDiagnostics
import Testing

@testable import edgekit

@Suite struct TextTableTests {
  private var table: TextTable {
    var table = TextTable([
      .init(title: "NAME"), .init(title: "SIZE", isNumeric: true), .init(title: "NONE"),
      .init(title: "NOTE"),
    ])
    table.add(["a", "5", "", "first"])
    table.add(["温度センサー", "12345", "", ""])
    table.add(["x\ny\u{1B}[31m", "70", "", "last"], paints: [3: .red])
    return table
  }

  @Test func columnsAreAligned() {
    #expect(
      table.text(TerminalStyle(), width: nil, indent: 1) == """
         NAME             SIZE  NOTE
         a                   5  first
         温度センサー    12345
         x\\ny\\u001b[31m     70  last

        """)
  }

  @Test func aNarrowTerminalGetsBlocks() {
    #expect(
      table.text(TerminalStyle(), width: 20) == """
        a
          size  5
          note  first
        温度センサー
          size  12345
        x\\ny\\u001b[31m
          size  70
          note  last

        """)
  }

  @Test func paintDoesNotMoveColumns() {
    let plain = table.text(TerminalStyle(), width: nil)
    let painted = table.text(TerminalStyle(usesColor: true), width: nil)
    #expect(painted.contains("\u{1B}[1;31mlast\u{1B}[0m"))
    #expect(painted.replacing(#/\u{1B}\[[0-9;]*m/#, with: "") == plain)
  }

  @Test func itFitsExactly() {
    let width = 29
    #expect(table.text(TerminalStyle(), width: width - 2).hasPrefix("a\n"))
    #expect(table.text(TerminalStyle(), width: width).hasPrefix("NAME"))
  }
}
