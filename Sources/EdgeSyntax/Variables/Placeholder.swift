/// A place in a text that stands for the value of a variable.
struct Placeholder {
  enum Meaning: Equatable {
    /// `${NAME}`, `${NAME:-default}` or `${NAME:?message}`.
    case variable(String, fallback: Fallback)
    /// `$${`, which stands for `${`.
    case escape
    /// `$NAME`, where the syntax of old templates is on.
    case bare(String)
    /// `${…}` with something else than a name in it, such as `${MODULES.filter}`.
    case foreign(String)
  }

  /// What a placeholder says of a variable that is not set.
  enum Fallback: Equatable {
    case none
    case text(String)
    case message(String)
  }

  /// Bytes of the text.
  var range: Range<Int>
  var meaning: Meaning

  /// The placeholders of a text, in order.
  static func all(in text: [UInt8], syntax: PlaceholderSyntax) -> [Placeholder] {
    var found: [Placeholder] = []
    var position = 0
    while let dollar = text[position...].firstIndex(of: UInt8(ascii: "$")) {
      if let placeholder = Placeholder(in: text, at: dollar, syntax: syntax) {
        found.append(placeholder)
        position = placeholder.range.upperBound
      } else {
        position = dollar + 1
      }
    }
    return found
  }

  private init?(in text: [UInt8], at dollar: Int, syntax: PlaceholderSyntax) {
    let rest = text[(dollar + 1)...]
    if rest.starts(with: "${".utf8) {
      (range, meaning) = (dollar..<(dollar + 3), .escape)
    } else if rest.first == UInt8(ascii: "{"), let end = rest.firstIndex(of: UInt8(ascii: "}")) {
      range = dollar..<(end + 1)
      meaning = Self.meaning(of: String(decoding: text[(dollar + 2)..<end], as: UTF8.self))
    } else if syntax == .iotedgedev {
      let name = rest.prefix { Self.isNameByte($0) }
      guard let first = name.first, !(0x30...0x39).contains(first) else { return nil }
      range = dollar..<name.endIndex
      meaning = .bare(String(decoding: name, as: UTF8.self))
    } else {
      return nil
    }
  }

  private static func meaning(of content: String) -> Meaning {
    let name = content.prefix { $0.isASCII && $0.utf8.allSatisfy(isNameByte) }
    guard let first = name.utf8.first, !(0x30...0x39).contains(first) else {
      return .foreign(content)
    }
    let rest = content[name.endIndex...]
    switch rest.prefix(2) {
    case "": return .variable(String(name), fallback: .none)
    case ":-": return .variable(String(name), fallback: .text(String(rest.dropFirst(2))))
    case ":?": return .variable(String(name), fallback: .message(String(rest.dropFirst(2))))
    default: return .foreign(content)
    }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"): true
    default: false
    }
  }
}

/// How variables are written.
package enum PlaceholderSyntax: String, Sendable, CaseIterable {
  /// `${NAME}` alone: bare names such as `$upstream` are the runtime's own.
  case edgekit
  /// The same, `$NAME`, and `${MODULES.NAME}`, as in templates of iotedgedev.
  case iotedgedev
}
