internal import EdgeDiagnostics
internal import EdgeLint

/// Which rules are enabled, from the words of `--select` and `--ignore`.
struct RuleSelection {
  let rules: [Rule]

  /// - Parameters:
  ///   - select: Lists with commas of names, patterns with `*`, groups, `default` and `all`; empty for
  ///     `default`.
  ///   - ignore: What is taken away again, written in the same way.
  init(select: [String], ignore: [String]) throws(UsageError) {
    let selected = try Self.words(in: select, of: "--select")
    let ignored = try Self.words(in: ignore, of: "--ignore")
    rules = Rule.all.filter { rule in
      (selected.isEmpty ? !rule.info.isOffByDefault : selected.contains { $0.matches(rule) })
        && !ignored.contains { $0.matches(rule) }
    }
  }

  /// One word of a list.
  private struct Word {
    var text: String
    var pattern: Glob

    func matches(_ rule: Rule) -> Bool {
      switch text {
      case "all": true
      case "default": !rule.info.isOffByDefault
      default: rule.name == text || rule.info.group == text || pattern.matches(rule.name)
      }
    }
  }

  private static func words(
    in lists: [String], of option: String
  ) throws(UsageError) -> [Word] {
    var words: [Word] = []
    for text in lists.flatMap({ $0.split(separator: ",").map(String.init) }) {
      let word = Word(text: text, pattern: Glob(text))
      guard text == "all" || text == "default" || Rule.all.contains(where: word.matches) else {
        throw UsageError.unknownValue(text, of: option, among: Rule.all.map(\.name))
      }
      words.append(word)
    }
    return words
  }
}
