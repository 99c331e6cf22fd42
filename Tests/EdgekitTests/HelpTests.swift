import Foundation
import Testing

@testable import edgekit

/// Help, manual and completions say all that the declarations say.
@Suite struct HelpTests {
  static let commands = CommandList.names.dropLast()

  private func command(_ name: String) throws -> any EdgekitCommand.Type {
    try #require(CommandList.command(named: name))
  }

  @Test(arguments: commands)
  func everyOptionIsEverywhere(_ name: String) throws {
    let command = try command(name)
    let options = CommandInfo(command).options
    let help = HelpPage.page(of: command, width: 80)
    let manual = ManPage.page(of: command)
    let bash = CompletionCommand.script(for: .bash)
    let zsh = CompletionCommand.script(for: .zsh)
    let fish = CompletionCommand.script(for: .fish)
    #expect(options.contains { $0.names == ["-h", "--help"] })
    for option in options.flatMap(\.names) {
      #expect(help.contains(option), "help")
      #expect(manual.contains("\\fB\(Roff.escaped(option))\\fR"), "manual: \(option)")
      #expect(bash.contains(option), "bash: \(option)")
      #expect(zsh.contains(option), "zsh: \(option)")
      let long = option.drop { $0 == "-" }
      #expect(fish.contains("\(long)"), "fish: \(option)")
    }
  }

  @Test(arguments: commands)
  func everyWordOfAListIsEverywhere(_ name: String) throws {
    let command = try command(name)
    for argument in CommandInfo(command).arguments {
      for word in argument.values {
        #expect(HelpPage.page(of: command, width: 80).contains(word.filter { $0 != "=" }))
        for shell in Shell.allCases {
          #expect(CompletionCommand.script(for: shell).contains(word))
        }
      }
    }
  }

  @Test(arguments: commands)
  func pagesAreWhole(_ name: String) throws {
    let command = try command(name)
    let documentation = command.documentation
    let info = CommandInfo(command)
    #expect(!documentation.examples.isEmpty)
    #expect(!documentation.description.isEmpty)
    for option in documentation.commonOptions {
      #expect(info.options.contains { $0.isNamed(option) }, "\(option) is not declared")
    }
    for argument in info.arguments {
      #expect(!argument.summary.isEmpty, "\(argument.names) has no help")
      #expect(argument.summary.last != ".", "\(argument.names)")
    }
    let page = HelpPage.page(of: command, width: 80)
    let order = ["Usage:", "Examples:", "Common options:", "Exit status:", "Documentation:"]
    let places = order.map { page.range(of: $0)?.lowerBound }
    #expect(!places.contains(nil))
    #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted())
    for line in page.split(separator: "\n") where !line.hasPrefix("  $") {
      #expect(line.count <= 82, "\(line)")
    }
  }

  @Test func everyCommandTakesTheSharedOptions() throws {
    let shared = [
      "output", "strict", "fail-on", "exit-zero", "report", "runtime", "quiet", "verbose", "color",
      "no-color", "version", "help",
    ]
    for command in CommandList.all {
      let options = CommandInfo(command).options
      for name in shared {
        #expect(options.contains { $0.isNamed(name) }, "\(command.name) --\(name)")
      }
    }
  }

  @Test func overviewNamesEveryCommand() {
    for name in CommandList.names {
      #expect(HelpPage.overview(width: 80).contains("\n  \(name) "))
    }
    for command in CommandList.all {
      #expect(ManPage.overview().contains(Roff.escaped("edgekit-\(command.pageName)")))
    }
  }

  @Test func textIsWrapped() {
    let layout = TextColumns(width: 20)
    #expect(
      layout.paragraph("one two three four five", indent: 2) == "  one two three four\n  five\n")
    #expect(layout.entry("-x", "does x", column: 8) == "  -x    does x\n")
    #expect(layout.entry("--long-name", "does x", column: 8) == "  --long-name\n        does x\n")
  }

  @Test(arguments: [
    ("a-b", "a\\-b"), (".x", "\\&.x"), ("it's", "it\\(aqs"), ("a\\b", "a\\eb"), ("x.", "x."),
  ])
  func roffEscapes(text: String, expected: String) {
    #expect(Roff.escaped(text) == expected)
  }

  @Test(arguments: [
    (0, "0.0 KiB"), (51, "0.0 KiB"), (52, "0.1 KiB"), (1024, "1.0 KiB"), (5222, "5.1 KiB"),
    (32767, "32.0 KiB"),
  ])
  func sizes(bytes: Int, expected: String) {
    #expect(Words.kibibytes(bytes) == expected)
  }
}
