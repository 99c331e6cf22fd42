/// When output is coloured.
enum ColorChoice: String, CaseIterable, Sendable {
  case auto, always, never
}

/// What the environment says about colour.
struct ColorEnvironment: Equatable {
  /// `EDGEKIT_COLOR`.
  var choice: ColorChoice?
  /// `NO_COLOR`, set and not empty.
  var forbidsColor = false
  /// `CLICOLOR_FORCE` or `FORCE_COLOR`, set and not `0`.
  var forcesColor = false
  /// `TERM=dumb`.
  var isDumbTerminal = false

  /// Reads the variables through a function, so that tests need no process environment.
  init(reading variable: (String) -> String?) {
    choice = variable("EDGEKIT_COLOR").flatMap(ColorChoice.init(rawValue:))
    forbidsColor = variable("NO_COLOR").map { !$0.isEmpty } ?? false
    forcesColor = ["CLICOLOR_FORCE", "FORCE_COLOR"].contains { name in
      variable(name).map { $0 != "0" } ?? false
    }
    isDumbTerminal = variable("TERM") == "dumb"
  }

  /// Whether a stream is coloured: the option first, then the variables, then what the stream is.
  ///
  /// An option of `auto` sets `EDGEKIT_COLOR` aside and leaves the rest to decide.
  func isColored(option: ColorChoice?, isTerminal: Bool) -> Bool {
    switch option ?? choice ?? .auto {
    case .always: return true
    case .never: return false
    case .auto:
      if forbidsColor { return false }
      if forcesColor { return true }
      return isTerminal && !isDumbTerminal
    }
  }
}
