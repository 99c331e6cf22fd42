/// How a report is laid out.
///
/// Formats for programs heed only what they are named at.
package struct RenderingOptions: Sendable {
  package var style: TerminalStyle
  /// The columns of the terminal; nil when there is none, so that only very long lines are cut.
  package var width: Int?
  /// `text`: whether notes and indented help follow the line of a diagnostic.
  package var showsHelp: Bool
  /// `text` and `pretty`: whether the counts follow the diagnostics.
  package var showsSummary: Bool
  /// `pretty`: whether to name the command that explains a rule.
  package var namesExplainCommand: Bool
  /// `pretty`: whether to name the option that repairs what can be repaired.
  package var namesFixOption: Bool
  /// Whether to count the findings of each rule instead of listing them, in formats that can.
  package var showsStatistics: Bool
  /// How many findings are listed at most; the counts speak of all. JUnit ignores it, because a
  /// case whose findings were left out would pass.
  package var maxFindings: Int?
  /// `markdown`: how many bytes of UTF-8 the text has at most; the counts are always there.
  package var maxBytes: Int?

  package init(
    style: TerminalStyle = TerminalStyle(), width: Int? = nil, showsHelp: Bool = false,
    showsSummary: Bool = false, namesExplainCommand: Bool = false, namesFixOption: Bool = false,
    showsStatistics: Bool = false, maxFindings: Int? = nil, maxBytes: Int? = nil
  ) {
    self.style = style
    self.width = width
    self.showsHelp = showsHelp
    self.showsSummary = showsSummary
    self.namesExplainCommand = namesExplainCommand
    self.namesFixOption = namesFixOption
    self.showsStatistics = showsStatistics
    self.maxFindings = maxFindings
    self.maxBytes = maxBytes
  }
}
