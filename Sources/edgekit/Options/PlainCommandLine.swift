internal import ArgumentParser

/// An option, a flag or the positional arguments of a command, as ``PlainCommandLine`` sets them.
struct ArgumentSlot<Target> {
  /// With their dashes; empty for the positional arguments.
  var names: [String]
  var takesValue: Bool
  /// Sets what was given: the values in order, or the names of a flag as often as it stood there.
  ///
  /// Nothing given sets the default.
  var set: (inout Target, [String]) -> Void

  /// A flag.
  static func flag(
    _ names: String..., set: @escaping (inout Target, Bool) -> Void
  ) -> ArgumentSlot {
    ArgumentSlot(names: names, takesValue: false) { set(&$0, !$1.isEmpty) }
  }

  /// An option of which the last value counts.
  static func option(
    _ names: String..., set: @escaping (inout Target, String?) -> Void
  ) -> ArgumentSlot {
    ArgumentSlot(names: names, takesValue: true) { set(&$0, $1.last) }
  }

  /// An option of which all values count, or the positional arguments when it has no names.
  static func list(
    _ names: String..., set: @escaping (inout Target, [String]) -> Void
  ) -> ArgumentSlot {
    ArgumentSlot(names: names, takesValue: true, set: set)
  }

  /// The slot of a group of options as one of the command that holds the group.
  func lifted<Command>(
    set: @escaping (inout Command, [String]) -> Void
  ) -> ArgumentSlot<Command> {
    ArgumentSlot<Command>(names: names, takesValue: takesValue, set: set)
  }
}

/// A command line in which nothing is odd, read without the argument parser.
///
/// The parser finds its options by reflection, which is three quarters of all instructions of a run
/// on a small file. What is refused here, and what only looks odd, goes to the parser, which alone
/// decides what is an error. A test holds every command's slots to its declarations, and what is read
/// here to what the parser reads.
enum PlainCommandLine {
  /// - Returns: The command with everything set; nil when the parser must read the line.
  static func read<Command: EdgekitCommand>(
    _ command: Command.Type, _ arguments: [String]
  ) -> Command? {
    let slots = command.slots
    guard !slots.isEmpty, let given = assign(arguments, to: slots) else { return nil }
    var result = Command()
    result.prepareGroups()
    for (slot, words) in zip(slots, given) { slot.set(&result, words) }
    return result
  }

  /// The words for each slot.
  private static func assign<Command>(
    _ arguments: [String], to slots: [ArgumentSlot<Command>]
  ) -> [[String]]? {
    var given = [[String]](repeating: [], count: slots.count)
    var rest = arguments[...]
    while let word = rest.popFirst() {
      guard isOption(word) else {
        guard let slot = slots.firstIndex(where: \.names.isEmpty) else { return nil }
        given[slot].append(word)
        continue
      }
      guard let slot = slots.firstIndex(where: { $0.names.contains(word) }) else { return nil }
      if slots[slot].takesValue {
        guard let value = rest.popFirst(), !isOption(value) else { return nil }
        given[slot].append(value)
      } else {
        given[slot].append(word)
      }
    }
    return given
  }

  /// A lone dash is standard input or output.
  private static func isOption(_ word: String) -> Bool {
    word.hasPrefix("-") && word != "-"
  }
}
