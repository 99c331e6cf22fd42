/// A moment as .NET's `DateTime` holds it.
struct NewtonsoftDate: Equatable {
  /// What the text said of the time zone.
  enum Kind {
    case unspecified, utc, local
  }

  /// Ticks of 100 nanoseconds since the start of year 1.
  var ticks: Int64
  var kind: Kind

  /// What a string is when it is looked at as a date.
  enum Reading {
    case date(NewtonsoftDate)
    /// A date beyond what `DateTime` holds, which is an exception.
    case outOfRange
  }

  static let ticksPerSecond: Int64 = 10_000_000
  static let ticksPerDay: Int64 = 86_400 * ticksPerSecond
  /// The last tick of year 9999.
  static let maximumTicks: Int64 = 3_155_378_975_999_999_999
  /// The start of 1970.
  static let epochTicks: Int64 = 621_355_968_000_000_000

  /// The date a string stands for; nil where it stays a string.
  ///
  /// Source: JamesNK/Newtonsoft.Json 11.0.2, `Utilities/DateTimeUtils.cs` TryParseDateTime.
  ///
  /// - Parameter offset: the string's place in the text, or 0 if it had escapes.
  static func reading(_ text: UTF16Text, at offset: Int) -> Reading? {
    if text.first == UInt16(ascii: "/") {
      return text.count >= 9 && text.starts(with: "/Date(".utf16) && text.hasSuffix(")/")
        ? milliseconds(in: text, at: offset) : nil
    }
    guard text.count >= 19, text.count <= 40, text[10] == UInt16(ascii: "T") else { return nil }
    var parser = ISODateParser(text)
    return parser.parse()
  }

  /// The date of a number of milliseconds since 1970, which wraps around like the library's
  /// multiplication; nil out of range.
  static func date(milliseconds: Int64, kind: Kind = .utc) -> NewtonsoftDate? {
    let ticks = milliseconds &* 10_000 &+ epochTicks
    return ticks >= 0 && ticks <= maximumTicks ? NewtonsoftDate(ticks: ticks, kind: kind) : nil
  }

  /// Reads `/Date(123)/` or `/Date(123+0200)/`, whose offset only makes the date a local one.
  private static func milliseconds(in text: UTF16Text, at offset: Int) -> Reading? {
    let inside = text[7..<(text.count - 1)]
    var end = text.count - 2
    var kind = Kind.utc
    if let sign = inside.firstIndex(of: UInt16(ascii: "+"))
      ?? inside.firstIndex(of: UInt16(ascii: "-"))
    {
      kind = .local
      end = sign
      guard isNumber(text, from: sign + 1) else { return nil }
      // The library mixes up two ways of counting here: behind the first few characters of a text
      // it never looks at the minutes.
      if text.count - sign - offset > 5, !isNumber(text, from: sign + 3) { return nil }
    }
    let number = String(decoding: text[6..<end], as: UTF16.self)
    guard let milliseconds = NewtonsoftNumber.int64(number) else { return nil }
    return date(milliseconds: milliseconds, kind: kind).map { .date($0) } ?? .outOfRange
  }

  /// Whether two units are a number, which may be a sign and a digit.
  private static func isNumber(_ text: UTF16Text, from index: Int) -> Bool {
    guard index + 1 < text.count else { return false }
    return (text[index].isDigit || text[index] == UInt16(ascii: "-")) && text[index + 1].isDigit
  }

  /// The ISO text; trailing zeros of the fraction go, and a local date has UTC's offset, because
  /// the provider runs in a container without a time zone.
  var json: String {
    let (year, month, day) = civilDate
    let second = ticks % Self.ticksPerDay / Self.ticksPerSecond
    var text = padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2) + "T"
    text += padded(second / 3600, 2) + ":" + padded(second / 60 % 60, 2) + ":"
    text += padded(second % 60, 2)
    var fraction = padded(ticks % Self.ticksPerSecond, 7)[...]
    while fraction.last == "0" { fraction.removeLast() }
    if !fraction.isEmpty { text += "." + fraction }
    switch kind {
    case .unspecified: return text
    case .utc: return text + "Z"
    case .local: return text + "+00:00"
    }
  }

  private func padded(_ number: Int64, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(width - digits.utf8.count, 0)) + digits
  }

  /// Year, month and day, by the usual arithmetic of a calendar whose years begin in March.
  private var civilDate: (year: Int64, month: Int64, day: Int64) {
    let days = ticks / Self.ticksPerDay + 306
    let era = days / 146_097
    let dayOfEra = days % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    let isNextYear = month >= 10
    return (era * 400 + yearOfEra + (isNextYear ? 1 : 0), month + (isNextYear ? -9 : 3), day)
  }
}

extension UTF16Text {
  fileprivate func hasSuffix(_ suffix: String) -> Bool {
    count >= suffix.utf16.count && self.suffix(suffix.utf16.count).elementsEqual(suffix.utf16)
  }
}
