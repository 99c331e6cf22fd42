/// Random texts that are the same for the same seed on every machine.
package struct RandomText: RandomNumberGenerator {
  private var state: UInt64

  package init(seed: UInt64) {
    state = seed
  }

  /// SplitMix64.
  ///
  /// Source: Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, figure 17.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  /// A number below a limit.
  package mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }

  /// True once in so many times.
  package mutating func once(in times: Int) -> Bool { below(times) == 0 }

  /// One of several, all equally likely.
  package mutating func one<Element>(of elements: [Element]) -> Element {
    elements[below(elements.count)]
  }

  /// A JSON value with blanks between tokens; numbers, escapes and wide characters of all kinds.
  package mutating func json(depth: Int) -> String {
    switch below(depth > 0 ? 8 : 4) {
    case 0: one(of: ["true", "false", "null"])
    case 1: jsonNumber()
    case 2, 3: jsonString()
    case 4, 5: jsonObject(depth: depth - 1)
    default: jsonArray(depth: depth - 1)
    }
  }

  /// A JSON object in which no key occurs twice.
  package mutating func jsonObject(depth: Int) -> String {
    let members = (0..<below(5)).map { number in
      // jansson takes no NUL in a key.
      let key = jsonString().split(separator: "\\u0000").joined().dropLast() + "\(number)\""
      return blanks() + key + blanks() + ":" + blanks() + json(depth: depth)
    }
    return "{" + members.joined(separator: blanks() + ",") + blanks() + "}"
  }

  private mutating func jsonArray(depth: Int) -> String {
    let elements = (0..<below(5)).map { _ in blanks() + json(depth: depth) }
    return "[" + elements.joined(separator: blanks() + ",") + blanks() + "]"
  }

  private mutating func jsonNumber() -> String {
    one(of: [
      "0", "-0", "1.10", "1e3", "-1E-3", "9007199254740993", "1e400", "0.5", "\(below(1000))",
      String(repeating: "4", count: 400), "18446744073709551616",
    ])
  }

  /// A JSON string.
  package mutating func jsonString() -> String {
    var text = "\""
    for _ in 0..<below(8) {
      text += one(of: [
        "a", "b c", "  ", "é", "日本", "😀", "e\u{301}", "'", "''", "#", ": ", "- ", "{", "}", "[,]",
        "\\\"", "\\\\", "\\/", "\\n", "\\r\\n", "\\t", "\\u0041", "\\u00e9", "\\u2028",
        "\\ud83d\\ude00",
        "\\u0000", "%", "@", "`", "|", ">", "&x", "*x", "!t", "<<", "$upstream", "/*", "//",
      ])
    }
    return text + "\""
  }

  /// What may stand between two tokens of JSON.
  package mutating func blanks() -> String {
    once(in: 2) ? "" : one(of: [" ", "  ", "\n", "\n  ", "\n\n    ", " \n ", "\n\n"])
  }
}
