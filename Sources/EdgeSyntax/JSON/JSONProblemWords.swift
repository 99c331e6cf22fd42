/// jansson's words in words that people who write JSON know.
///
/// Source: akheron/jansson src/load.c, the texts given to error_set.
struct JSONProblemWords {
  let message: String
  let help: String

  /// - Parameter token: The text that could not be used.
  init(_ problem: JSONGrammar.Problem, token: String) {
    let what = problem.text
    (message, help) =
      switch true {
      case problem.cause == .nulCharacter: ("a NUL character cannot stand in a key", "remove it")
      case token.hasPrefix("/*"): ("this comment is never closed", "add '*/' at its end")
      case what.hasPrefix("invalid token"), Self.isHalfRead(token, what): Self.noValue(token)
      case what.hasPrefix("unexpected token"): ("expected a value before '\(token)'", "add a value")
      case what.hasPrefix("'}' expected"):
        ("expected ',' or '}' before this", "add the missing comma, or close the object")
      case what.hasPrefix("']' expected"):
        ("expected ',' or ']' before this", "add the missing comma, or close the array")
      case what.hasPrefix("string or '}' expected"), what.hasPrefix("string expected"):
        Self.noKey(token)
      case what.hasPrefix("':' expected"): ("expected ':' after the key", "add ':' and a value")
      case what.hasPrefix("end of file expected"):
        ("text after the end of the JSON value", "remove it")
      case what.hasPrefix("unexpected newline"):
        ("a line break inside a JSON string", "write it as \\n, or close the quotes")
      default: (String(what.prefix { $0 != "(" }), "write strict JSON")
      }
  }

  /// Whether jansson took the digits that begin a word for a number, and stumbled over the rest of it,
  /// as in `0x1F` or `017`.
  private static func isHalfRead(_ token: String, _ problem: String) -> Bool {
    guard let first = token.first, first.isNumber || first == "-" else { return false }
    return !problem.hasSuffix("near '\(token)'")
  }

  private static func noKey(_ token: String) -> (String, String) {
    switch token {
    case ",": ("expected a key before ','", "remove the comma")
    case _ where token.hasPrefix("\\"):
      ("expected a key in double quotes", "write the quotes without backslashes")
    case "}", "]", ":":
      ("expected a key before '\(token)'", "add one, or remove the comma before it")
    default: ("expected a key in double quotes", "put the key in double quotes")
    }
  }

  private static func noValue(_ token: String) -> (String, String) {
    if token.hasPrefix("$") {
      return ("a placeholder is no JSON value", "fill it in, or put it in double quotes")
    }
    let short = token.count > 30 ? token.prefix(29) + "…" : token[...]
    return ("'\(short)' is not a JSON value", help(forValue: token))
  }

  private static func help(forValue token: String) -> String {
    switch token.lowercased() {
    case "true", "yes", "on": return "write true"
    case "false", "no", "off": return "write false"
    case "null", "none", "nil", "undefined", "nan", "infinity", "-infinity": return "write null"
    default: break
    }
    guard let first = token.first else { return "text is written in double quotes" }
    if first == "'" || first == "`" { return "write double quotes" }
    if first.isNumber || first == "+" || first == "-" || first == "." {
      return "write a decimal number without leading zeros or '+', or put it in double quotes"
    }
    return "text is written in double quotes"
  }
}
