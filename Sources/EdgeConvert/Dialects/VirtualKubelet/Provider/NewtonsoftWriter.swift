/// Writes JSON without white space as the library writes it.
///
/// Escapes what JSON demands and U+0085, U+2028, U+2029; `/`, `<`, `>`, `&`, `'` and other
/// characters stay. Source: JamesNK/Newtonsoft.Json 11.0.2, `JsonTextWriter.cs`,
/// `Utilities/JavaScriptUtils.cs`.
struct NewtonsoftWriter {
  private(set) var text: UTF16Text = []
  /// Whether the next item of each open container needs a comma before it.
  private var needsComma: [Bool] = []

  /// The text in UTF-8, where half a surrogate pair becomes U+FFFD as in .NET's encoder.
  var utf8: [UInt8] { Array(String(decoding: text, as: UTF16.self).utf8) }

  /// Writes an object around what is written inside.
  mutating func object(_ members: (inout NewtonsoftWriter) -> Void) {
    open("{")
    members(&self)
    close("}")
  }

  /// Writes a member name and its colon; the value must follow.
  mutating func name(_ name: UTF16Text) {
    separate()
    quote(name)
    raw(":")
    // The value of the member needs no comma.
    if let top = needsComma.indices.last { needsComma[top] = false }
  }

  /// Writes a member name of well-formed text.
  mutating func name(_ name: String) {
    self.name(UTF16Text(name.utf16))
  }

  /// Writes a string, or `null` for nil.
  mutating func string(_ value: UTF16Text?) {
    separate()
    guard let value else { return raw("null") }
    quote(value)
  }

  /// Writes a string of well-formed text.
  mutating func string(_ value: String) {
    string(UTF16Text(value.utf16))
  }

  /// Writes text that is JSON already.
  mutating func literal(_ json: UTF16Text) {
    separate()
    text += json
  }

  /// Writes a number, a keyword or other JSON.
  mutating func literal(_ json: String) {
    separate()
    raw(json)
  }

  /// Writes a tree, foreign parts included.
  mutating func write(_ value: NewtonsoftValue) {
    switch value {
    case .object(let members):
      open("{")
      for member in members {
        name(member.name)
        write(member.value)
      }
      close("}")
    case .array(let items):
      open("[")
      for item in items { write(item) }
      close("]")
    case .constructor(let name, let arguments, _):
      separate()
      raw("new ")
      text += name
      openBehind("(")
      for argument in arguments {
        write(argument)
        // In a constructor, other than in an array, a comment counts as an argument.
        if case .comment = argument { separateNext() }
      }
      close(")")
    case .comment(let comment):
      raw("/*")
      text += comment
      raw("*/")
    case .null: literal("null")
    case .undefined: literal("undefined")
    case .boolean(let value): literal(value ? "true" : "false")
    case .integer(let digits): literal(digits)
    case .float(let value): literal(DotNetDouble.json(value))
    case .string(let value): string(value)
    case .date(let date): string(date.json)
    }
  }

  private mutating func open(_ bracket: String) {
    separate()
    openBehind(bracket)
  }

  private mutating func openBehind(_ bracket: String) {
    raw(bracket)
    needsComma.append(false)
  }

  private mutating func close(_ bracket: String) {
    needsComma.removeLast()
    raw(bracket)
  }

  private mutating func separate() {
    if needsComma.last == true { raw(",") }
    separateNext()
  }

  private mutating func separateNext() {
    if let top = needsComma.indices.last { needsComma[top] = true }
  }

  private mutating func raw(_ ascii: String) {
    text += ascii.utf16
  }

  private mutating func quote(_ value: UTF16Text) {
    raw("\"")
    for unit in value {
      switch unit {
      case UInt16(ascii: "\""): raw("\\\"")
      case UInt16(ascii: "\\"): raw("\\\\")
      case 0x08: raw("\\b")
      case 0x09: raw("\\t")
      case 0x0A: raw("\\n")
      case 0x0C: raw("\\f")
      case 0x0D: raw("\\r")
      case 0..<0x20, 0x85, 0x2028, 0x2029:
        let digits = String(unit, radix: 16)
        raw("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits)
      default: text.append(unit)
      }
    }
    raw("\"")
  }
}
