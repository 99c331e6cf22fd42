/// The path to a value in a JSON message body, as in `$body.readings[0].value`.
package struct RouteBodyPath: Sendable, Hashable {
  package let steps: [Step]

  /// A member and, where it holds an array, which element of it.
  package struct Step: Sendable, Hashable {
    package let name: String
    /// 0-based.
    package let index: Int?
    /// In bytes of the route text, brackets included.
    package let range: Range<Int>
  }

  /// Why a path cannot be read, and the place that shows it.
  struct Failure: Error {
    var message: String
    var range: Range<Int>
    var help: String?
  }

  /// Reads what follows `$body.`.
  ///
  /// Source: Azure/iotedge,
  /// edge-hub/core/src/Microsoft.Azure.Devices.Routing.Core/query/jsonpath/JsonPath.g4.
  ///
  /// - Parameter range: The path in the route text.
  init(_ text: [UInt8], in range: Range<Int>) throws(Failure) {
    var steps: [Step] = []
    var position = range.lowerBound
    repeat {
      let step = try Self.step(text, position..<range.upperBound)
      steps.append(step)
      position = step.range.upperBound
      if position < range.upperBound {
        guard text[position] == UInt8(ascii: ".") else {
          throw Failure(
            message: "expected '.' after '\(text.string(step.range))' in a body path",
            range: position..<range.upperBound,
            help: "a member can have one index, a number in brackets")
        }
        position += 1
        if position == range.upperBound {
          throw Failure(
            message: "a member name is missing at the end of the body path",
            range: position - 1..<position)
        }
      }
    } while position < range.upperBound
    self.steps = steps
  }

  private static func step(_ text: [UInt8], _ range: Range<Int>) throws(Failure) -> Step {
    let rest = text[range]
    let name = rest.prefix { $0 != UInt8(ascii: ".") && RouteWord.isNameByte($0) }
    let nameRange = name.startIndex..<name.endIndex
    guard !name.isEmpty else {
      let end = min(range.lowerBound + 1, range.upperBound)
      throw Failure(
        message: "a member name is missing before '\(text.string(range.lowerBound..<end))'",
        range: range.lowerBound..<end)
    }
    if name.allSatisfy(RouteWord.isDigit) {
      throw Failure(
        message: "'\(text.string(nameRange))' is a number, not a member name", range: nameRange,
        help: "write an index in brackets: 'name[\(text.string(nameRange))]'")
    }
    guard nameRange.upperBound < range.upperBound, text[nameRange.upperBound] == UInt8(ascii: "[")
    else { return Step(name: text.string(nameRange), index: nil, range: nameRange) }
    let (index, end) = try index(text, nameRange.upperBound..<range.upperBound)
    return Step(
      name: text.string(nameRange), index: index, range: nameRange.lowerBound..<end)
  }

  private static func index(
    _ text: [UInt8], _ range: Range<Int>
  ) throws(Failure) -> (index: Int, end: Int) {
    let close = text[range].firstIndex(of: UInt8(ascii: "]"))
    let inside = text[range.lowerBound + 1..<(close ?? range.upperBound)]
    let shown = range.lowerBound..<(close.map { $0 + 1 } ?? range.upperBound)
    guard close != nil else {
      throw Failure(message: "the index is never closed", range: shown, help: "add ']'")
    }
    guard inside.allSatisfy(RouteWord.isDigit),
      let index = Int32(String(decoding: inside, as: UTF8.self))
    else {
      throw Failure(
        message: inside.isEmpty
          ? "the index is empty" : "'\(text.string(shown))' is not an index",
        range: shown,
        help: "an index is a number from 0 in brackets; wildcards and quoted names do not exist")
    }
    return (Int(index), shown.upperBound)
  }
}
