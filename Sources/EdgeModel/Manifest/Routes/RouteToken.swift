/// A word, sign or literal of the route language, as a kind and a place.
package struct RouteToken: Sendable, Hashable {
  package let kind: Kind
  /// Byte offsets in the route text.
  package let range: Range<Int>

  /// What a token is; one case per rule of the lexer.
  ///
  /// Source: Azure/iotedge,
  /// edge-hub/core/src/Microsoft.Azure.Devices.Routing.Core/grammar/GrammarLexer.g4.
  package enum Kind: Sendable, Hashable {
    case select, from, `where`, into
    case string
    /// A text whose quote is never closed, or that an invalid escape cuts short.
    case unterminatedString
    case integer, hexadecimal, real
    case `true`, `false`, null, undefined
    case leftParenthesis, rightParenthesis, leftBrace, rightBrace, comma
    case plus, minus, star, slash, percent
    case and, or, not
    case equal, notEqual, lessOrEqual, greaterOrEqual, greater, less
    case concatenate, coalesce
    /// A name that begins with `$`.
    case systemProperty
    case identifier
    /// A name with `[` or `]` and without `$`; no rule of the grammar takes one.
    case queryPath
    /// A character that begins nothing else.
    case unknown
    /// The end of the text; its range is empty.
    case end
  }
}

extension RouteToken.Kind {
  /// Whether it is one of `SELECT`, `FROM`, `WHERE`, `INTO`, `AND`, `OR`, `NOT`, in any case.
  package var isKeyword: Bool {
    switch self {
    case .select, .from, .where, .into, .and, .or, .not: true
    default: false
    }
  }

  var isNumber: Bool { self == .integer || self == .hexadecimal || self == .real }

  /// Whether it is `true`, `false`, `null` or `undefined`, in lower case.
  var isWordLiteral: Bool {
    switch self {
    case .true, .false, .null, .undefined: true
    default: false
    }
  }

  /// Whether an operand of a condition can begin with it.
  var startsOperand: Bool {
    switch self {
    case .string, .unterminatedString, .systemProperty, .identifier, .leftBrace,
      .leftParenthesis, .minus, .not, .unknown:
      true
    default: isNumber || isWordLiteral
    }
  }
}
