/// Puts numbers and lists into words.
enum Words {
  /// A number and its noun: `1 module`, `2 modules`, `2 losses`.
  static func count(_ number: Int, _ noun: String) -> String {
    guard number != 1 else { return "1 \(noun)" }
    return noun.hasSuffix("s") ? "\(number) \(noun)es" : "\(number) \(noun)s"
  }

  /// `a`, `a or b`, `a, b or c`.
  static func list(_ words: [String], joinedBy conjunction: String) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(conjunction) \(last)"
  }

  /// A size in KiB with one decimal, rounded to the nearest.
  static func kibibytes(_ bytes: Int) -> String {
    let tenths = (bytes * 10 + 512) / 1024
    return "\(tenths / 10).\(tenths % 10) KiB"
  }
}
