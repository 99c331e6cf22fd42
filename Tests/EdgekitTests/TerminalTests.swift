import Testing

@testable import edgekit

@Suite struct TerminalTests {
  private func environment(_ variables: [String: String]) -> ColorEnvironment {
    ColorEnvironment { variables[$0] }
  }

  @Test(
    arguments: [
      (ColorChoice?.none, [:], true, true),
      (nil, [:], false, false),
      (.always, ["NO_COLOR": "1"], false, true),
      (.never, ["FORCE_COLOR": "1"], true, false),
      (nil, ["EDGEKIT_COLOR": "always", "NO_COLOR": "1"], false, true),
      (nil, ["EDGEKIT_COLOR": "never", "FORCE_COLOR": "1"], true, false),
      (.auto, ["EDGEKIT_COLOR": "always"], false, false),
      (.auto, ["EDGEKIT_COLOR": "never"], true, true),
      (nil, ["NO_COLOR": "1", "FORCE_COLOR": "1"], true, false),
      (nil, ["NO_COLOR": ""], true, true),
      (nil, ["CLICOLOR_FORCE": "1"], false, true),
      (nil, ["CLICOLOR_FORCE": "0"], false, false),
      (nil, ["FORCE_COLOR": "1", "TERM": "dumb"], false, true),
      (nil, ["TERM": "dumb"], true, false),
      (nil, ["TERM": "xterm"], true, true),
    ] as [(ColorChoice?, [String: String], Bool, Bool)])
  func color(option: ColorChoice?, variables: [String: String], isTerminal: Bool, expected: Bool) {
    let decided = environment(variables).isColored(option: option, isTerminal: isTerminal)
    #expect(decided == expected)
  }

  @Test(
    arguments: [
      ([:], false),
      (["LANG": "de_DE.UTF-8"], true),
      (["LANG": "de_DE.utf8"], true),
      (["LANG": "de_DE.UTF-8", "LC_ALL": "C"], false),
      (["LC_ALL": "", "LC_CTYPE": "C.UTF-8", "LANG": "C"], true),
    ] as [([String: String], Bool)])
  func locale(variables: [String: String], expected: Bool) {
    #expect(Terminal.isUTF8 { variables[$0] } == expected)
  }
}
