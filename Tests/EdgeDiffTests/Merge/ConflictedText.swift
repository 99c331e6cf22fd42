/// A text with conflict markers, as a person reads it.
struct ConflictedText {
  private enum Part {
    case line(String)
    case conflict(ours: [String], theirs: [String])
  }

  private var parts: [Part] = []

  init(_ text: String) {
    var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)[...]
    while let line = lines.popFirst() {
      guard line.hasPrefix("<<<<<<< ours") else {
        parts.append(.line(line))
        continue
      }
      var sides: [[String]] = [[]]
      while let line = lines.popFirst(), !line.hasPrefix(">>>>>>> theirs") {
        if line.hasPrefix("||||||| base") || line.hasPrefix("=======") {
          sides.append([])
        } else {
          sides[sides.count - 1].append(line)
        }
      }
      parts.append(.conflict(ours: sides[0], theirs: sides[sides.count - 1]))
    }
  }

  /// How many conflicts there are.
  var count: Int {
    parts.count { part in if case .conflict = part { true } else { false } }
  }

  /// The text with one side chosen for each conflict.
  func decided(_ choose: (Int) -> String) -> String {
    var lines: [String] = []
    for (index, part) in parts.enumerated() {
      switch part {
      case .line(let line): lines.append(line)
      case .conflict(let ours, let theirs): lines += choose(index) == "ours" ? ours : theirs
      }
    }
    return lines.joined(separator: "\n")
  }
}
