/// A JSON value that a report or a list is made of, with its layout.
///
/// Objects and lists take a line for each member; a record stands on one line with all that is in it.
package enum ReportValue {
  package typealias Member = (name: String, value: ReportValue)

  case null
  case flag(Bool)
  case number(Int)
  case string(String)
  /// JSON on one line, as it is.
  case json(String)
  case list([ReportValue])
  case object([Member])
  case record([Member])

  /// A string, or null.
  package static func optional(_ text: String?) -> ReportValue { text.map { .string($0) } ?? .null }

  /// The value as the whole of a text.
  package var text: String {
    var bytes: [UInt8] = []
    append(to: &bytes, indentation: 0)
    bytes.append(UInt8(ascii: "\n"))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// - Parameter indentation: The blanks before the line that the value begins on; nil on one line.
  private func append(to output: inout [UInt8], indentation: Int?) {
    switch self {
    case .null: output += "null".utf8
    case .flag(let flag): output += "\(flag)".utf8
    case .number(let number): output += "\(number)".utf8
    case .string(let text): JSONText.append(text, to: &output)
    case .json(let text): output += text.utf8
    case .list(let items):
      Self.append(items, in: "[]", to: &output, indentation) { item, indentation, output in
        item.append(to: &output, indentation: indentation)
      }
    case .object(let members): Self.append(members, to: &output, indentation)
    case .record(let members): Self.append(members, to: &output, nil)
    }
  }

  private static func append(_ members: [Member], to output: inout [UInt8], _ indentation: Int?) {
    append(members, in: "{}", to: &output, indentation) { member, indentation, output in
      JSONText.append(member.name, to: &output)
      output += ": ".utf8
      member.value.append(to: &output, indentation: indentation)
    }
  }

  private static func append<Item>(
    _ items: [Item], in brackets: String, to output: inout [UInt8], _ indentation: Int?,
    _ appendItem: (Item, Int?, inout [UInt8]) -> Void
  ) {
    output += brackets.utf8.prefix(1)
    let inner = indentation.map { $0 + 2 }
    for (index, item) in items.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      appendBreak(inner, to: &output, isFirst: index == 0)
      appendItem(item, inner, &output)
    }
    if !items.isEmpty, let indentation { appendBreak(indentation, to: &output, isFirst: true) }
    output += brackets.utf8.suffix(1)
  }

  /// A new line, or the blank after a comma where everything stands on one.
  private static func appendBreak(_ indentation: Int?, to output: inout [UInt8], isFirst: Bool) {
    if let indentation {
      output.append(UInt8(ascii: "\n"))
      output += repeatElement(UInt8(ascii: " "), count: indentation)
    } else if !isFirst {
      output.append(UInt8(ascii: " "))
    }
  }
}
