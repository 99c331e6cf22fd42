import ArgumentParser
import EdgeTestSupport
import Testing

@testable import edgekit

/// What is read without the argument parser is what the parser reads.
@Suite struct PlainCommandLineTests {
  static let commands = CommandList.names.dropLast()

  @Test(arguments: commands)
  func slotsAndDeclarationsAreTheSame(_ name: String) throws {
    let command = try #require(CommandList.command(named: name))
    Self.checkSlots(of: command)
  }

  private static func checkSlots<Command: EdgekitCommand>(of command: Command.Type) {
    let slots = command.slots
    guard !slots.isEmpty else { return }
    let info = CommandInfo(command)
    func declared(_ argument: ArgumentInfo) -> String {
      argument.names.joined(separator: " ") + (argument.kind == .flag ? "" : " VALUE")
    }
    func slotted(_ slot: ArgumentSlot<Command>) -> String {
      slot.names.joined(separator: " ") + (slot.takesValue ? " VALUE" : "")
    }
    #expect(slots.map(slotted).sorted() == info.arguments.map(declared).sorted())
  }

  @Test func plainLinesReadAsTheParserReadsThem() throws {
    var plainLines = 0
    for seed in UInt64(0)..<400 where try Self.checkLine(of: ConvertCommand.self, seed: seed) {
      plainLines += 1
    }
    #expect(plainLines > 100)
  }

  /// - Returns: Whether the line is a plain one.
  private static func checkLine<Command: EdgekitCommand>(
    of command: Command.Type, seed: UInt64
  ) throws -> Bool {
    var random = RandomText(seed: seed)
    let names = command.slots.flatMap { slot in slot.names.map { ($0, slot.takesValue) } }
    var arguments: [String] = []
    for _ in 0..<random.below(7) {
      let value = random.one(of: ["a.yaml", "-", "", "x=y", "a b", "--", "-1", "é"])
      let (name, takesValue) = random.one(of: names)
      switch random.below(12) {
      case 0, 1: arguments += [value]
      case 2: arguments += ["\(name)=\(value)"]
      case 3: arguments += [name]
      default: arguments += takesValue ? [name, value] : [name]
      }
    }
    guard let plain = PlainCommandLine.read(command, arguments) else { return false }
    #expect(
      String(describing: plain) == String(describing: try command.parse(arguments)),
      "seed \(seed): \(arguments)")
    return true
  }

  @Test func ordinaryLinesAreRead() throws {
    let line = [
      "a.yaml", "-o", "out/", "--strict", "b.yaml", "-f", "c.yaml", "--chunk", "512", "-",
    ]
    let command = try #require(PlainCommandLine.read(ConvertCommand.self, line))
    #expect(command.inputs == ["a.yaml", "b.yaml", "-"])
    #expect(command.input.filenames == ["c.yaml"])
    #expect(command.shared.output == "out/")
    #expect(command.shared.isStrict)
    #expect(command.chunk == "512")
    #expect(!command.isCompact)
  }

  @Test(
    arguments: [
      ["--chunk=512"], ["-qn"], ["--", "a.yaml"], ["--nonsense"], ["-o"], ["-o", "--strict"],
      ["--priority", "-1"],
    ])
  func oddLinesAreTheParsers(_ line: [String]) {
    #expect(PlainCommandLine.read(ConvertCommand.self, line) == nil)
  }
}
