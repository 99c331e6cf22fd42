import EdgeDiagnostics
import EdgeSyntax
import EdgeTestSupport
import Testing

/// What plain scalars mean to kubectl.
///
/// Each row was tried with kubectl; source: go-yaml/yaml v2, resolve.go and decode.go.
@Suite struct ScalarSchemaTests {
  /// The scalar that is the value of the only key.
  private func scalar(_ text: String) throws -> ResolvedScalar {
    try value(text).scalar
  }

  private func value(_ text: String) throws -> SyntaxNode {
    let read = ReadText("a: \(text)\n")
    #expect(read.report == "")
    return try #require(read.documents.first?["a"])
  }

  private static func integer(_ magnitude: UInt64, isNegative: Bool = false) -> ResolvedScalar {
    .integer(WideInteger(isNegative: isNegative, magnitude: magnitude))
  }

  @Test(arguments: [
    "y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON",
  ])
  func wordsForTrue(_ text: String) throws {
    #expect(try scalar(text) == .boolean(true))
  }

  @Test(arguments: [
    "n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF",
  ])
  func wordsForFalse(_ text: String) throws {
    #expect(try scalar(text) == .boolean(false))
  }

  @Test(arguments: ["", "~", "null", "Null", "NULL"])
  func wordsForNull(_ text: String) throws {
    #expect(try scalar(text) == .null)
  }

  @Test(arguments: [
    "yEs", "tRUE", "TRue", "oN", "nO", "nUll", "nULL", "NUll", "oFF", "yess", "nul", "ye", "of",
    "tru", "fals", "falsE", "x", "~~", "~a", "t", "f", "o", "T", "None", "nil", "yes.", "🙂", "é",
  ])
  func otherWordsAreStrings(_ text: String) throws {
    #expect(try scalar(text) == .string)
  }

  @Test func infinities() throws {
    for text in [".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"] {
      #expect(try scalar(text) == .float(.infinity), "\(text)")
    }
    for text in ["-.inf", "-.Inf", "-.INF"] {
      #expect(try scalar(text) == .float(-.infinity), "\(text)")
    }
    for text in [".nan", ".NaN", ".NAN"] {
      guard case .float(let value) = try scalar(text) else {
        Issue.record("\(text) is no float")
        continue
      }
      #expect(value.isNaN)
    }
    for text in [
      ".iNF", "-.nan", "+.nan", ".Nan", "inf", "-inf", "nan", "+inf", "Infinity", ".infx",
    ] {
      #expect(try scalar(text) == .string, "\(text)")
    }
  }

  @Test(
    arguments: [
      ("0", 0), ("7", 7), ("0777", 511), ("0644", 420), ("0o644", 420), ("0O17", 15), ("644", 644),
      ("010", 8), ("0x1F", 31), ("0X1f", 31), ("0b11", 3), ("0B11", 3), ("1_000", 1000), ("0_1", 1),
      ("1_", 1), ("1__0", 10), ("0x_1F", 31), ("+5", 5), ("+0x10", 16), ("00", 0), ("-0", 0),
      ("9223372036854775808", 9_223_372_036_854_775_808),
      ("18446744073709551615", 18_446_744_073_709_551_615),
    ] as [(String, UInt64)])
  func integers(_ text: String, _ magnitude: UInt64) throws {
    #expect(try scalar(text) == Self.integer(magnitude))
  }

  @Test(
    arguments: [
      ("-5", 5), ("-010", 8), ("-0x10", 16), ("-0b11", 3), ("-0o7", 7),
      ("-9223372036854775808", 9_223_372_036_854_775_808),
    ] as [(String, UInt64)])
  func negativeIntegers(_ text: String, _ magnitude: UInt64) throws {
    #expect(try scalar(text) == Self.integer(magnitude, isNegative: true))
  }

  @Test(arguments: [
    ("08", 8, "8"), ("089", 89, "89"), ("0080", 80, "80"), ("1e3", 1000, "1000"),
    ("12e03", 12_000, "12000"), ("1.0", 1, "1"), ("1.", 1, "1"), ("1.10", 1.1, "1.1"),
    ("18446744073709551616", 18_446_744_073_709_551_616, "18446744073709552000"),
    ("+18446744073709551615", 18_446_744_073_709_551_616, "18446744073709552000"),
    ("-9223372036854775809", -9_223_372_036_854_775_808, "-9223372036854776000"),
    (".5", 0.5, "0.5"), (".5e3", 500, "500"), (".1_0", 0.1, "0.1"), ("-.5", -0.5, "-0.5"),
    ("+.5", 0.5, "0.5"), ("1E-7", 1e-7, "1e-7"), ("1e21", 1e21, "1e+21"), ("1_0.5_0", 10.5, "10.5"),
    ("1e-400", 0, "0"), ("-0.0", -0.0, "-0"), ("1e20", 1e20, "100000000000000000000"),
    ("0.000001", 0.000001, "0.000001"), ("123456789.125", 123456789.125, "123456789.125"),
    ("1.5e-9", 1.5e-9, "1.5e-9"), ("-1.25e+30", -1.25e30, "-1.25e+30"),
    ("5e-324", .leastNonzeroMagnitude, "5e-324"),
    ("1.7976931348623157e308", .greatestFiniteMagnitude, "1.7976931348623157e+308"),
  ])
  func floats(_ text: String, _ expected: Double, _ json: String) throws {
    #expect(try scalar(text) == .float(expected))
    #expect(try value(text).jsonLiteral == json)
  }

  @Test(
    arguments: [
      "1:30", "22:22", "2024-01-02", "2001-1-1", "2024-01-02T03:04:05Z", "1.2.3", "10.0.0.1", "0%",
      "25%", "1Gi", "500m", "_1", "1,000", "0x1p3", "=", "0x", "0b2", "0o8", "+", "-1-", "+-1",
      "--1",
      "1E400", "-1e400", ".", "..", "._1", ".1_", ".e3", ".1__0", "1e", "1e+", "e1", "1.5.",
      "0x1.5",
      "0b", "0xg", "++1", "1 2", "<<x",
    ])
  func strings(_ text: String) throws {
    #expect(try scalar(text) == .string)
    #expect(try value(text).text == text)
  }

  @Test(arguments: ["'1'", "\"true\"", "'~'", "|\n  1", ">-\n  null", "\"\"", "''"])
  func quotedAndBlockScalarsAreStrings(_ text: String) throws {
    #expect(try scalar(text) == .string)
  }

  @Test func tagsDecide() throws {
    #expect(try scalar("!!str 1") == .string)
    #expect(try scalar("!!str") == .string)
    #expect(try scalar("!!float 1") == .float(1))
    #expect(try scalar("!!int 0x10") == Self.integer(16))
    #expect(try scalar("!!int \"7\"") == Self.integer(7))
    #expect(try scalar("!!bool yes") == .boolean(true))
    #expect(try scalar("!!null ~") == .null)
    #expect(try scalar("! 1") == .string)
    #expect(try scalar("!foo 1") == .string)
    #expect(try scalar("!<tag:yaml.org,2002:int> 1") == Self.integer(1))
  }

  @Test func binaryIsDecoded() throws {
    #expect(try value("!!binary aMOp").text == "hé")
    #expect(try value("!!binary |\n  aGVs\n  bG8=").text == "hello")
    #expect(try value("!!binary ''").text == "")
  }

  @Test(arguments: [
    ("!!int abc", "'abc' is not an integer"), ("!!int 1.0", "'1.0' is not an integer"),
    ("!!bool 1", "'1' is not a boolean"), ("!!null x", "'x' is not null"),
    ("!!float abc", "'abc' is not a number"), ("!!binary a", "'a' is not base64"),
  ])
  func tagsThatContradictAreErrors(_ text: String, _ message: String) {
    let read = ReadText("a: \(text)\n")
    #expect(read.sink.diagnostics.map(\.message) == [message])
    #expect(read.rules == ["yaml-tag-value"])
    #expect(read.sink.diagnostics.first?.range.map { read.text($0) } == text)
  }

  @Test func tagsOnCollectionsAreIgnored() {
    #expect(ReadText("a: !foo {b: 1}\nc: !!seq [1]\n").json == [#"{"a":{"b":1},"c":[1]}"#])
  }

  @Test func integersFitTheirWidths() throws {
    let wide = WideInteger(isNegative: true, magnitude: 1 << 63)
    #expect(wide.exactly(Int64.self) == .min)
    #expect(wide.exactly(UInt64.self) == nil)
    #expect(wide.exactly(Int32.self) == nil)
    #expect(wide.text == "-9223372036854775808")
    #expect(WideInteger(isNegative: true, magnitude: 0).text == "0")
    #expect(WideInteger(isNegative: true, magnitude: 0).exactly(UInt8.self) == 0)
    #expect(WideInteger(isNegative: false, magnitude: 255).exactly(UInt8.self) == 255)
    #expect(WideInteger(isNegative: false, magnitude: 256).exactly(UInt8.self) == nil)
    #expect(WideInteger(isNegative: true, magnitude: 128).exactly(Int8.self) == -128)
    #expect(WideInteger(isNegative: true, magnitude: 129).exactly(Int8.self) == nil)
    #expect(WideInteger(isNegative: true, magnitude: 1).exactly(UInt8.self) == nil)
  }
}
