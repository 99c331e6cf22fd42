/// A tree of what the JSON library read, including what JSON does not have.
enum NewtonsoftValue {
  case object([NewtonsoftMember])
  case array([NewtonsoftValue])
  /// `new Name(…)`, which began at this place in the text.
  case constructor(UTF16Text, [NewtonsoftValue], range: Range<Int>)
  case comment(UTF16Text)
  case null
  case undefined(range: Range<Int>)
  case boolean(Bool)
  case integer(String)
  case float(Double)
  case string(UTF16Text)
  case date(NewtonsoftDate)

  /// The value of a token that has no parts.
  init?(_ token: NewtonsoftToken, range: Range<Int>) {
    switch token {
    case .null: self = .null
    case .undefined: self = .undefined(range: range)
    case .boolean(let value): self = .boolean(value)
    case .integer(let text): self = .integer(text)
    case .float(let value): self = .float(value)
    case .string(let text): self = .string(text)
    case .date(let date): self = .date(date)
    case .comment(let text): self = .comment(text)
    default: return nil
    }
  }

  /// The first thing in the tree that cannot be said in JSON.
  var firstForeign: (word: String, range: Range<Int>)? {
    switch self {
    case .undefined(let range): return ("undefined", range)
    case .constructor(_, _, let range): return ("new", range)
    case .object(let members):
      for member in members {
        if let found = member.value.firstForeign { return found }
      }
      return nil
    case .array(let items):
      for item in items {
        if let found = item.firstForeign { return found }
      }
      return nil
    default: return nil
    }
  }

  /// `JToken.ToString()` of a value that has no parts; its JSON text otherwise.
  var text: UTF16Text {
    switch self {
    case .string(let text): return text
    case .null: return []
    default:
      var writer = NewtonsoftWriter()
      writer.write(self)
      return writer.text
    }
  }
}

/// A member of an object.
struct NewtonsoftMember {
  var name: UTF16Text
  var value: NewtonsoftValue
}
