import Testing

@testable import EdgeModel

@Suite struct RouteLexerTests {
  private typealias Kind = RouteToken.Kind

  /// The kinds of a text's tokens, without the end, and their texts.
  private func lex(_ text: String) -> (kinds: [RouteToken.Kind], texts: [String]) {
    let bytes = Array(text.utf8)
    let tokens = RouteLexer.tokens(of: bytes).tokens.dropLast()
    return (tokens.map(\.kind), tokens.map { bytes.string($0.range) })
  }

  @Test(
    arguments: [
      ("SeLeCt", .select), ("from", .from), ("WHERE", .where), ("Into", .into), ("aNd", .and),
      ("or", .or), ("NOT", .not), ("true", .true), ("True", .identifier), ("false", .false),
      ("null", .null), ("NULL", .identifier), ("undefined", .undefined), ("nullable", .identifier),
      ("1", .integer), ("-1", .integer), ("+1", .identifier), ("--1", .identifier),
      ("1.", .identifier),
      (".5", .real), ("-.5", .real), ("1.5e-3", .real), ("1e5", .real), ("e5", .real),
      ("-E+5", .real),
      ("1e", .identifier), ("1.e5", .identifier), ("0x1F", .hexadecimal), ("0X", .identifier),
      ("-0x1", .identifier), ("0xG", .identifier), ("1st", .identifier),
      ("'a'", .string), ("\"a\"", .string), ("''", .string), ("'a\\'b'", .string),
      ("'\\u00e9'", .string), ("'it''s'", .identifier), ("'x'and", .identifier),
      ("'a", .unterminatedString),
      ("'a b", .unterminatedString), ("\"", .unterminatedString), ("'a[0]", .unterminatedString),
      ("'a'[0]", .queryPath),
      ("$x", .systemProperty), ("$", .identifier), ("$$", .systemProperty),
      ("$body['a']", .systemProperty), ("a[0]", .queryPath), ("[", .queryPath),
      ("!=", .notEqual), ("<>", .notEqual), ("<=", .lessOrEqual), (">=", .greaterOrEqual),
      ("=", .equal), ("<", .less), (">", .greater), ("||", .concatenate), ("|", .identifier),
      ("|||", .identifier), ("??", .coalesce), ("?", .unknown), ("+", .plus), ("-", .minus),
      ("*", .star), ("**", .identifier), ("/", .slash), ("%", .percent), ("@", .unknown),
      (";", .unknown), (":", .unknown), ("\\", .unknown), ("(", .leftParenthesis),
      (")", .rightParenthesis), ("{", .leftBrace), ("}", .rightBrace), (",", .comma),
      ("é", .identifier), ("a\u{A0}b", .identifier), ("a-1", .identifier), ("a||b", .identifier),
    ] as [(String, RouteToken.Kind)])
  func oneToken(_ text: String, _ kind: RouteToken.Kind) {
    let (kinds, texts) = lex(text)
    #expect(kinds == [kind])
    #expect(texts == [text])
  }

  @Test(arguments: [
    ("a!='x'", ["a!", "=", "'x'"]), ("a != 'x'", ["a", "!=", "'x'"]), ("3 -1", ["3", "-1"]),
    ("(4)*2", ["(", "4", ")", "*2"]), ("a/2=2", ["a", "/", "2", "=", "2"]),
    ("$body.t-1", ["$body.t-1"]), ("'c:\\temp'", ["'c:", "\\", "temp'"]),
    ("'\\u12'", ["'", "\\", "u12'"]), ("/messages/*INTO", ["/", "messages", "/", "*INTO"]),
    ("${NAME}", ["$", "{", "NAME", "}"]), ("a\tb\r\nc", ["a", "b", "c"]),
    ("$upstream,", ["$upstream", ","]),
    ("???", ["??", "?"]), ("<>=", ["<>", "="]), ("==", ["=", "="]), ("", []),
    ("'a' 'b", ["'a'", "'b"]),
  ])
  func severalTokens(_ text: String, _ tokens: [String]) {
    #expect(lex(text).texts == tokens)
  }

  @Test func commentsAreHidden() {
    let bytes = Array("a/* b */c /**/ /*/d/* */e/*".utf8)
    let lexed = RouteLexer.tokens(of: bytes)
    #expect(lexed.comments.map(bytes.string) == ["/* b */", "/**/", "/*/d/* */"])
    #expect(lexed.tokens.map { bytes.string($0.range) } == ["a", "c", "e", "/", "*", ""])
    #expect(lexed.tokens.last == RouteToken(kind: .end, range: bytes.count..<bytes.count))
  }

  /// A search for `*/` from each of these would take hours.
  @Test func unclosedCommentsAreSearchedOnce() {
    let text = Array(String(repeating: "/* ", count: 200_000).utf8)
    #expect(RouteLexer.tokens(of: text).tokens.count == 400_001)
  }
}
