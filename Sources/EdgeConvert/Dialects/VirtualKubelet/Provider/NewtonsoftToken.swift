/// Text as .NET holds it: UTF-16 code units, in which a surrogate may stand alone.
typealias UTF16Text = [UInt16]

/// One step of `NewtonsoftReader`.
enum NewtonsoftToken: Equatable {
  /// Before the first token and after the last.
  case none
  case startObject
  case startArray
  case startConstructor(UTF16Text)
  case propertyName(UTF16Text)
  case comment(UTF16Text)
  /// A whole number of any size in its shortest decimal form.
  case integer(String)
  case float(Double)
  case string(UTF16Text)
  case boolean(Bool)
  case null
  case undefined
  case date(NewtonsoftDate)
  case endObject
  case endArray
  case endConstructor

  var isStart: Bool {
    switch self {
    case .startObject, .startArray, .startConstructor: true
    default: false
    }
  }

  var isEnd: Bool { self == .endObject || self == .endArray || self == .endConstructor }
}

/// An exception of the JSON library, at the place where it happened.
struct NewtonsoftFailure: Error {
  /// What was wrong, in words that fit behind a colon.
  var message: String
  /// The text at fault in UTF-16 units; empty at the end of the text.
  var range: Range<Int>
}

extension UInt16 {
  /// The code unit of an ASCII character.
  init(ascii scalar: Unicode.Scalar) {
    self = UInt16(UInt8(ascii: scalar))
  }

  /// What `char.IsWhiteSpace` accepts.
  var isWhiteSpace: Bool {
    switch self {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default: false
    }
  }

  /// What may stand in a member name without quotes: `char.IsLetterOrDigit`, `_` and `$`.
  var isIdentifier: Bool {
    self == UInt16(ascii: "_") || self == UInt16(ascii: "$") || isLetterOrDigit
  }

  /// What `char.IsLetterOrDigit` accepts; a surrogate is neither.
  var isLetterOrDigit: Bool {
    guard let scalar = Unicode.Scalar(self) else { return false }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber:
      return true
    default: return false
    }
  }

  var isDigit: Bool { (0x30...0x39).contains(self) }

  /// The value of a hexadecimal digit.
  var hexDigit: UInt16? {
    switch self {
    case 0x30...0x39: self - 0x30
    case 0x41...0x46: self - 0x41 + 10
    case 0x61...0x66: self - 0x61 + 10
    default: nil
    }
  }
}
