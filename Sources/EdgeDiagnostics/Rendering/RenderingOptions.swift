/// How a report for people is laid out; machine formats ignore all of it.
package struct RenderingOptions: Sendable {
  package var style: TerminalStyle
  /// The columns of the terminal; nil when there is none, so that only very long lines are cut.
  package var width: Int?
  /// `text`: whether notes and indented help follow the line of a diagnostic.
  package var showsHelp: Bool
  /// Whether the counts follow the diagnostics.
  package var showsSummary: Bool
  /// `pretty`: whether to name the command that explains a rule.
  package var namesExplainCommand: Bool

  package init(
    style: TerminalStyle = TerminalStyle(), width: Int? = nil, showsHelp: Bool = false,
    showsSummary: Bool = false, namesExplainCommand: Bool = false
  ) {
    self.style = style
    self.width = width
    self.showsHelp = showsHelp
    self.showsSummary = showsSummary
    self.namesExplainCommand = namesExplainCommand
  }
}
