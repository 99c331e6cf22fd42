/// Reads `2020-01-01T00:00:00.000Z` and its relatives.
///
/// It keeps the library's oddities: two digits too many behind the fraction are taken for minutes
/// of an offset that is then ignored. Source: JamesNK/Newtonsoft.Json 11.0.2,
/// `Utilities/DateTimeParser.cs` and `DateTimeUtils.cs` TryParseDateTimeIso.
struct ISODateParser {
  private enum Zone {
    case none, utc, west, east
  }

  private let text: UTF16Text
  private var position = 0
  private var ticks: Int64 = 0
  private var isHour24 = false
  private var zone = Zone.none
  private var zoneMinutes: Int64 = 0

  /// Starts at the first unit of a string without its quotes.
  init(_ text: UTF16Text) {
    self.text = text
  }

  /// The date; nil where the text is none.
  mutating func parse() -> NewtonsoftDate.Reading? {
    guard parseDay(), skip("T"), parseTime() else { return nil }
    parseZone()
    guard position == text.count else { return nil }
    if isHour24 { ticks += NewtonsoftDate.ticksPerDay }
    guard ticks <= NewtonsoftDate.maximumTicks else { return .outOfRange }
    let offset = zoneMinutes * 60 * NewtonsoftDate.ticksPerSecond
    switch zone {
    case .none: return .date(NewtonsoftDate(ticks: ticks, kind: .unspecified))
    case .utc: return .date(NewtonsoftDate(ticks: ticks, kind: .utc))
    case .west:
      let local = min(ticks + offset, NewtonsoftDate.maximumTicks)
      return .date(NewtonsoftDate(ticks: local, kind: .local))
    case .east: return .date(NewtonsoftDate(ticks: max(ticks - offset, 0), kind: .local))
    }
  }

  private mutating func parseDay() -> Bool {
    guard let year = parseDigits(4), year >= 1, skip("-"), let month = parseDigits(2),
      (1...12).contains(month), skip("-"), let day = parseDigits(2), day >= 1
    else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths: [Int64] = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard day <= lengths[Int(month) - 1] else { return false }
    let earlier = year - 1
    let days = earlier * 365 + earlier / 4 - earlier / 100 + earlier / 400
    ticks =
      (days + lengths[..<(Int(month) - 1)].reduce(0, +) + day - 1) * NewtonsoftDate.ticksPerDay
    return true
  }

  private mutating func parseTime() -> Bool {
    guard let hour = parseDigits(2), hour <= 24, skip(":"), let minute = parseDigits(2),
      minute < 60, skip(":"), let second = parseDigits(2), second < 60,
      hour < 24 || (minute == 0 && second == 0)
    else { return false }
    isHour24 = hour == 24
    ticks += ((isHour24 ? 0 : hour) * 3600 + minute * 60 + second) * NewtonsoftDate.ticksPerSecond
    guard skip(".") else { return true }
    var fraction: Int64 = 0
    var digits = 0
    while digits < 7, let digit = parseDigits(1) {
      fraction = fraction * 10 + digit
      digits += 1
    }
    guard digits > 0 else { return false }
    for _ in digits..<7 { fraction *= 10 }
    ticks += fraction
    return !isHour24 || fraction == 0
  }

  private mutating func parseZone() {
    if skip("Z") || skip("z") {
      zone = .utc
      return
    }
    if position + 2 < text.count, let hour = digits(at: position + 1) {
      // The hour counts only behind a sign, as otherwise no direction is set.
      zoneMinutes = hour * 60
      if skip("-") {
        zone = .west
        position += 2
      } else if skip("+") {
        zone = .east
        position += 2
      }
    }
    guard position < text.count else { return }
    _ = skip(":")
    if let minute = digits(at: position) {
      zoneMinutes += minute
      position += 2
    }
  }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard position < text.count, text[position] == UInt16(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func parseDigits(_ count: Int) -> Int64? {
    guard position + count <= text.count else { return nil }
    var value: Int64 = 0
    for unit in text[position..<(position + count)] {
      guard unit.isDigit else { return nil }
      value = value * 10 + Int64(unit - 0x30)
    }
    position += count
    return value
  }

  private func digits(at index: Int) -> Int64? {
    var parser = self
    parser.position = index
    return parser.parseDigits(2)
  }
}
