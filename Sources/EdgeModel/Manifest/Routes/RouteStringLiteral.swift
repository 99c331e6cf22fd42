/// Decodes the escapes of a text literal in a condition.
enum RouteStringLiteral {
  /// The value of what stands between the quotes.
  ///
  /// In two passes, as edgeHub does it: first `\uXXXX` anywhere, then a backslash before a quote
  /// or backslash. So `\\u0041` becomes `\A`.
  ///
  /// Source: Azure/iotedge,
  /// edge-hub/core/src/Microsoft.Azure.Devices.Routing.Core/query/ConditionVisitor.cs, Unescape.
  static func decode(_ text: ArraySlice<UInt8>) -> String {
    guard text.contains(UInt8(ascii: "\\")) else { return String(decoding: text, as: UTF8.self) }
    let units = Array(String(decoding: text, as: UTF8.self).utf16)
    return String(decoding: withoutBackslashes(withoutCodes(units)), as: UTF16.self)
  }

  private static func withoutCodes(_ units: [UInt16]) -> [UInt16] {
    var result: [UInt16] = []
    var index = 0
    while index < units.count {
      if let code = code(units, at: index) {
        result.append(code)
        index += 6
      } else {
        result.append(units[index])
        index += 1
      }
    }
    return result
  }

  private static func code(_ units: [UInt16], at index: Int) -> UInt16? {
    guard index + 5 < units.count, units[index] == backslash,
      units[index + 1] | 0x20 == UInt16(UInt8(ascii: "u"))
    else { return nil }
    var value: UInt16 = 0
    for unit in units[index + 2..<index + 6] {
      guard unit < 0x80, RouteWord.isHexDigit(UInt8(unit)) else { return nil }
      let digit = RouteWord.isDigit(UInt8(unit)) ? unit - 0x30 : (unit | 0x20) - 0x57
      value = value << 4 | digit
    }
    return value
  }

  private static func withoutBackslashes(_ units: [UInt16]) -> [UInt16] {
    var result: [UInt16] = []
    var index = 0
    while index < units.count {
      if units[index] == backslash, index + 1 < units.count,
        units[index + 1] == backslash || units[index + 1] == quote
          || units[index + 1] == apostrophe
      {
        index += 1
      }
      result.append(units[index])
      index += 1
    }
    return result
  }

  private static let backslash = UInt16(UInt8(ascii: "\\"))
  private static let quote = UInt16(UInt8(ascii: "\""))
  private static let apostrophe = UInt16(UInt8(ascii: "'"))
}
