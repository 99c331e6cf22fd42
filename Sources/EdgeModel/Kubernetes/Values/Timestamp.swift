/// Instants such as `2026-01-31T12:00:00Z`.
///
/// Source: kubernetes/apimachinery pkg/apis/meta/v1/time.go (UnmarshalJSON); RFC 3339.
package enum Timestamp {
  /// Whether a text is an instant; days are checked against 31, not against the month.
  package static func isValid(_ text: some Collection<UInt8>) -> Bool {
    let bytes = Array(text)
    guard bytes.count >= 20, hasForm(bytes[..<19], "0000-00-00T00:00:00"),
      (1...12).contains(number(bytes[5..<7])), (1...31).contains(number(bytes[8..<10])),
      number(bytes[11..<13]) < 24, number(bytes[14..<16]) < 60, number(bytes[17..<19]) < 60
    else { return false }
    var rest = bytes[19...]
    if rest.first == UInt8(ascii: ".") {
      let digits = rest.dropFirst().prefix(while: isDigit)
      guard !digits.isEmpty else { return false }
      rest = rest.dropFirst(1 + digits.count)
    }
    return rest.elementsEqual("Z".utf8) || hasForm(rest, "+00:00") || hasForm(rest, "-00:00")
  }

  /// Whether a text has a digit wherever the form has `0`, and the form's own byte elsewhere.
  private static func hasForm(_ text: ArraySlice<UInt8>, _ form: String) -> Bool {
    text.elementsEqual(form.utf8) { $1 == UInt8(ascii: "0") ? isDigit($0) : $0 == $1 }
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int {
    digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
  }
}
