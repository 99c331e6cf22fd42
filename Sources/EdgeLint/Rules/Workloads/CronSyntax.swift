/// The syntax of schedules.
enum CronSchedule {
  struct Problem {
    var message: String
    /// Bytes of the text; nil for the whole.
    var part: Range<Int>?
    var help: String
  }

  private static let descriptors = [
    "@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly",
  ]
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
  private static let days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]

  static func problems(in text: [UInt8]) -> [Problem] {
    if text.first == UInt8(ascii: "@") { return problems(inDescriptor: text) }
    let fields = text.indices.split { text[$0] == 0x20 || 0x09...0x0D ~= text[$0] }
    if let zone = fields.first.map({ $0.startIndex..<$0.endIndex }), isZone(text[zone]) {
      return [
        Problem(
          message: "a schedule cannot name a time zone", part: zone,
          help: "remove it, and write the zone in 'timeZone'")
      ]
    }
    guard fields.count == 5 else {
      return [
        Problem(
          message: "a schedule has 5 fields, not \(fields.count)", part: nil,
          help: "write minute, hour, day, month and weekday, for example \"0 3 * * *\"")
      ]
    }
    let bounds = [
      CronField("minute", 0...59), CronField("hour", 0...23), CronField("day", 1...31),
      CronField("month", 1...12, names: months), CronField("weekday", 0...6, names: days),
    ]
    return zip(fields, bounds).flatMap { $1.problems(in: text[$0.startIndex..<$0.endIndex]) }
  }

  private static func isZone(_ field: ArraySlice<UInt8>) -> Bool {
    field.starts(with: "TZ=".utf8) || field.starts(with: "CRON_TZ=".utf8)
  }

  private static func problems(inDescriptor text: [UInt8]) -> [Problem] {
    let every = "@every "
    if text.starts(with: every.utf8) {
      let duration = text[every.utf8.count...]
      guard !GoDuration.isValid(duration) else { return [] }
      return [
        Problem(
          message: "'\(String(decoding: duration, as: UTF8.self))' is no duration",
          part: duration.isEmpty ? nil : duration.startIndex..<duration.endIndex,
          help: "write hours, minutes and seconds, for example '1h30m'")
      ]
    }
    let name = String(decoding: text, as: UTF8.self)
    guard !descriptors.contains(name) else { return [] }
    return [
      Problem(
        message: "'\(name)' is no schedule", part: nil,
        help: "use one of " + descriptors.map { "'\($0)'" }.joined(separator: ", ")
          + ", '@every 1h'")
    ]
  }
}

/// One of the five fields.
private struct CronField {
  private let name: String
  private let bounds: ClosedRange<Int>
  private let names: [String]

  init(_ name: String, _ bounds: ClosedRange<Int>, names: [String] = []) {
    self.name = name
    self.bounds = bounds
    self.names = names
  }

  func problems(in field: ArraySlice<UInt8>) -> [CronSchedule.Problem] {
    field.split(separator: UInt8(ascii: ",")).compactMap(problem)
  }

  /// `*`, a number or a range, perhaps with a step behind a `/`.
  private func problem(in entry: ArraySlice<UInt8>) -> CronSchedule.Problem? {
    let parts = entry.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let ends = parts[0].split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    if parts.count > 2 { return problem(entry, "has more than one '/'") }
    let isStar = ends[0].elementsEqual("*".utf8) || ends[0].elementsEqual("?".utf8)
    if !isStar {
      if ends.count > 2 { return problem(entry, "has more than one '-'") }
      var values: [Int] = []
      for end in ends {
        guard let value = value(of: end) else {
          return problem(end.isEmpty ? entry : end, "is no \(name)")
        }
        guard bounds.contains(value) else {
          return problem(end, "is not from \(bounds.lowerBound) to \(bounds.upperBound)")
        }
        values.append(value)
      }
      if let first = values.first, let last = values.last, first > last {
        return problem(entry, "ends before it begins")
      }
    }
    guard parts.count == 2 else { return nil }
    guard let step = Int(String(decoding: parts[1], as: UTF8.self)), step > 0 else {
      return problem(parts[1].isEmpty ? entry : parts[1], "is no step")
    }
    return nil
  }

  private func value(of text: ArraySlice<UInt8>) -> Int? {
    let word = String(decoding: text, as: UTF8.self)
    if let index = names.firstIndex(of: word.lowercased()) { return index + bounds.lowerBound }
    return word.isDigits ? Int(word) : nil
  }

  private func problem(_ part: ArraySlice<UInt8>, _ words: String) -> CronSchedule.Problem {
    let example = names.isEmpty ? "" : ", or names such as '\(names[1])'"
    return CronSchedule.Problem(
      message: "'\(String(decoding: part, as: UTF8.self))' \(words)",
      part: part.startIndex..<part.endIndex,
      help:
        "the \(name) is '*', or numbers from \(bounds.lowerBound) to \(bounds.upperBound)\(example)"
    )
  }
}

// Source: golang/go src/time/format.go (ParseDuration).
extension GoDuration {
  private static let units = ["ns", "us", "µs", "μs", "ms", "s", "m", "h"]

  /// Whether a text is a duration, signed or not.
  fileprivate static func isValid(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    if rest.elementsEqual("0".utf8) { return true }
    guard !rest.isEmpty else { return false }
    let isDigit: (UInt8) -> Bool = { 0x30...0x39 ~= $0 }
    while !rest.isEmpty {
      let whole = rest.prefix(while: isDigit).count
      rest = rest.dropFirst(whole)
      var fraction = 0
      if rest.first == UInt8(ascii: ".") {
        rest = rest.dropFirst()
        fraction = rest.prefix(while: isDigit).count
        rest = rest.dropFirst(fraction)
      }
      let unit = rest.prefix { !isDigit($0) && $0 != UInt8(ascii: ".") }
      guard whole + fraction > 0, units.contains(String(decoding: unit, as: UTF8.self)) else {
        return false
      }
      rest = rest.dropFirst(unit.count)
    }
    return true
  }
}
