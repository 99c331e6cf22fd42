import EdgeConvert
import Testing

/// The table of target-dialects.md 3.4, cell by cell. U: createOptions, T: edgehub, W: module twin.
struct ProviderNormalisationTests {
  /// The createOptions of one piece as they stand in the request.
  static func piece(_ text: String) -> Outcome {
    let quoted = text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
    return .sent(#""createOptions":"\#(quoted)""#)
  }

  @Test(
    "comments, single quotes, unquoted names, trailing comma",
    arguments: ["{/*c*/'a':1}", "{a:1}", "{\"a\":1,}", "// c\n{a:/*d*/1}//e ", "{\u{0}a\u{0}:1}"])
  func lenient(text: String) {
    #expect(untyped(text) == Self.piece(#"{"a":1}"#))
    #expect(twin(text) == .sent(#"{"a":1}"#))
    #expect(hub("{'routes':\(text)\n,}").between(#""routes":"#, ",") == .sent(#"{"a":"1"}"#))
  }

  @Test(
    "text after the value, byte-order mark, truncated text",
    arguments: [
      "{} x", "{}{}", "{},", "\u{FEFF}{}", "{", #"{"a""#, #"{"a":"#, #"{"a":1"#, #"{"a":""#,
    ])
  func broken(text: String) {
    #expect(untyped(text) == .threw)
    #expect(twin(text) == .threw)
    #expect(hub(text) == .threw)
  }

  @Test("a truncated array is accepted by U alone, as the library does")
  func truncatedArray() {
    #expect(untyped("[1") == Self.piece("[1]"))
    #expect(untyped("[") == Self.piece("[]"))
    #expect(untyped("[1,") == .threw)
    #expect(untyped(#"[{"a":1"#) == Self.piece(#"[{"a":1}]"#))
  }

  @Test("duplicate members: U moves to the end, T and W keep the place")
  func duplicates() {
    let text = #"{"a":1,"b":2,"a":3}"#
    #expect(untyped(text) == Self.piece(#"{"b":2,"a":3}"#))
    #expect(untyped(#"{"x":\#(text)}"#) == Self.piece(#"{"x":{"b":2,"a":3}}"#))
    #expect(twin(text) == .sent(#"{"a":3,"b":2}"#))
    #expect(
      hub(#"{"routes":\#(text)}"#).between(#""routes":"#, #","store"#)
        == .sent(#"{"a":"3","b":"2"}"#))
  }

  @Test(
    "dates",
    arguments: [
      (#""2020-01-01T00:00:00.000Z""#, #""2020-01-01T00:00:00Z""#),
      (#""2020-01-01T00:00:00.1230000Z""#, #""2020-01-01T00:00:00.123Z""#),
      (#""2020-01-01T00:00:00z""#, #""2020-01-01T00:00:00Z""#),
      (#""2020-01-01T00:00:00.50""#, #""2020-01-01T00:00:00.5""#),
      (#""2020-01-01T00:00:00+02:00""#, #""2019-12-31T22:00:00+00:00""#),
      (#""2020-01-01T10:00:00.5-0330""#, #""2020-01-01T13:30:00.5+00:00""#),
      (#""2020-01-01T24:00:00Z""#, #""2020-01-02T00:00:00Z""#),
      (#""2020-02-29T00:00:00Z""#, #""2020-02-29T00:00:00Z""#),
      (#""0001-01-01T00:00:00+05:00""#, #""0001-01-01T00:00:00+00:00""#),
      (#""9999-12-31T23:59:59-05:00""#, #""9999-12-31T23:59:59.9999999+00:00""#),
      (#""2020-01-01""#, #""2020-01-01""#),
      (#""2020-01-01 00:00:00Z""#, #""2020-01-01 00:00:00Z""#),
      (#""2020-01-01T00:00:00.12345678Z""#, #""2020-01-01T00:00:00.12345678Z""#),
      (#""2020-01-01T00:00:00.123456789""#, #""2020-01-01T00:00:00.1234567""#),
      (#""2019-02-29T00:00:00Z""#, #""2019-02-29T00:00:00Z""#),
      (#""2020-01-01T24:00:01Z""#, #""2020-01-01T24:00:01Z""#),
      (#""2020-01-01T00:00:00.Z""#, #""2020-01-01T00:00:00.Z""#),
      (#""\/Date(1198908717056)\/""#, #""2007-12-29T06:11:57.056Z""#),
      (#""/Date(1198908717056+0200)/""#, #""2007-12-29T06:11:57.056+00:00""#),
      (#""/Date(-5)/""#, #""1969-12-31T23:59:59.995Z""#),
      (#""/Date(x)/""#, #""/Date(x)/""#),
    ])
  func dates(value: String, expected: String) {
    #expect(untyped(#"{"a":\#(value)}"#) == Self.piece(#"{"a":\#(expected)}"#))
    #expect(twin(#"{"a":\#(value)}"#) == .sent(#"{"a":\#(expected)}"#))
    // T keeps text, but the hub's twin is read once more (row 42).
    #expect(
      hub(#"{"routes":{"a":\#(value)}}"#).between(#""routes":"#, #","store"#)
        == .sent(#"{"a":\#(expected)}"#))
  }

  @Test("a date as member name is unchanged")
  func dateName() {
    let text = #"{"2020-01-01T00:00:00.000Z":1}"#
    #expect(untyped(text) == Self.piece(text))
    #expect(twin(text) == .sent(text))
    #expect(
      hub(#"{"routes":\#(text)}"#).between(#""routes":"#, #","store"#)
        == .sent(#"{"2020-01-01T00:00:00.000Z":"1"}"#))
  }

  @Test(
    "a date outside the years 1 to 9999 fails",
    arguments: [#""/Date(99999999999999999)/""#, #""9999-12-31T24:00:00""#])
  func dateOutOfRange(value: String) {
    #expect(untyped(value) == .threw)
    #expect(twin(#"{"a":\#(value)}"#) == .threw)
    #expect(hub(#"{"routes":{"a":\#(value)}}"#) == .threw)
  }

  @Test("new Date(1234): U a date, T fails, W is no JSON")
  func dateConstructor() throws {
    #expect(untyped(#"{"a":new Date(1234)}"#) == Self.piece(#"{"a":"1970-01-01T00:00:01.234Z"}"#))
    #expect(untyped(#"{"a":new Date(1,2)}"#) == .threw)
    #expect(untyped(#"{"a":new Foo(1,"x",)}"#) == Self.piece(#"{"a":new Foo(1,"x")}"#))
    #expect(untyped(#"{"a":new Foo(1,"x")}"#) == Self.piece(#"{"a":new Foo(1,"x")}"#))
    #expect(hub(#"{"routes":{"a":new Date(1234)}}"#) == .threw)
    let failure = try failure(
      answer(configMap("m", ["desiredProperties": #"{"a":new Date(1234)}"#])))
    #expect(
      failure
        == ProviderFailure(
          .value(configMap: "m", key: "desiredProperties", range: 5..<14),
          "the provider sends 'new' as it stands, and then the request is not JSON"))
  }

  @Test(
    "numbers",
    arguments: [
      ("1.0", "1.0"), ("1.10", "1.1"), ("1e3", "1000.0"), ("1E-7", "1E-07"),
      ("123456789.123456789", "123456789.12345679"), ("0.1", "0.1"), (".5", "0.5"), ("5.", "5.0"),
      ("1e14", "100000000000000.0"), ("1e15", "1E+15"), ("1e16", "1E+16"), ("-1e22", "-1E+22"),
      ("0.0001", "0.0001"), ("0.00001", "1E-05"), ("3.141592653589793", "3.1415926535897931"),
      ("5e-324", "4.94065645841247E-324"), ("1.7976931348623157e308", "1.7976931348623157E+308"),
      ("1234567890123456.7", "1234567890123456.8"), ("1e-400", "0.0"), ("0e99999", "0.0"),
      ("7", "7"), ("99999999999999999999999", "99999999999999999999999"),
      ("-99999999999999999999", "-99999999999999999999"), ("-00000000000000000000005", "-5"),
      ("0x1F", "31"), ("017", "15"), ("0XfF", "255"), ("0xFFFFFFFFFFFFFFFF", "-1"), ("-017", "-17"),
      ("-0", "0"), ("-0.0", "0.0"), ("NaN", #""NaN""#), ("Infinity", #""Infinity""#),
      ("-Infinity", #""-Infinity""#),
    ])
  func numbers(value: String, expected: String) {
    #expect(untyped("[\(value)]") == Self.piece("[\(expected)]"))
    #expect(twin(#"{"a":\#(value)}"#) == .sent(#"{"a":\#(expected)}"#))
  }

  @Test(
    "numbers that fail",
    arguments: [
      "1e400", "-1e400", "1e99999999999", "08", "0x", "0xG", "-0x1", "1e", "1.2.3", "--1", "-", ".",
      "1_0", "+1", "0x10000000000000000", String(repeating: "9", count: 381),
    ])
  func badNumbers(value: String) {
    #expect(untyped("[\(value)]") == .threw)
    #expect(twin(#"{"a":\#(value)}"#) == .threw)
  }

  @Test("undefined and missing items: U null, W no JSON")
  func undefined() throws {
    #expect(untyped(#"{"a":undefined}"#) == Self.piece(#"{"a":null}"#))
    #expect(untyped("[1,,2]") == Self.piece("[1,null,2]"))
    #expect(untyped("[1,]") == Self.piece("[1]"))
    for (text, range) in [(#"{"é":undefined}"#, 6..<15), (#"{"a":[1,,2]}"#, 8..<8)] {
      #expect(
        try failure(answer(configMap("m", ["desiredProperties": text])))
          == ProviderFailure(
            .value(configMap: "m", key: "desiredProperties", range: range),
            "the provider sends 'undefined' as it stands, and then the request is not JSON"))
    }
    #expect(twin(#"{"a":undefined,"a":1}"#) == .sent(#"{"a":1}"#))
  }

  @Test("raw line breaks, escapes and what is not escaped")
  func strings() {
    let text =
      "{\"a\":\"x\ny\\/\u{1}\u{7F}<>&'é😀\u{85}\u{2028}\u{2029}\\u0041\\ud83d\\ude00\\ud83d\"}"
    let sent =
      #"{"a":"x\ny/\u0001"# + "\u{7F}<>&'é😀" + #"\u0085\u2028\u2029A😀"# + "\u{FFFD}" + #""}"#
    #expect(twin(text) == .sent(sent))
    #expect(untyped(text) == Self.piece(sent))
    #expect(
      hub(#"{"routes":\#(text)}"#).between(#""routes":"#, #","store"#) == .sent(sent))
  }

  @Test("bad escapes fail", arguments: [#""\x""#, #""\u12G4""#, #""\u12"#, "\"\\", "\"\\\n\""])
  func badEscapes(text: String) {
    #expect(untyped(text) == .threw)
    #expect(twin("{\"a\":\(text)}") == .threw)
  }

  @Test(
    "$type, $id, $ref: U only where they open the outermost object",
    arguments: [
      (#"{"$type":"x","a":1}"#, #"{"a":1}"#), (#"{"$id":5,"$type":"x","a":1}"#, #"{"a":1}"#),
      (#"{"a":1,"$type":"x"}"#, #"{"a":1,"$type":"x"}"#),
      (#"{"a":{"$type":"x"}}"#, #"{"a":{"$type":"x"}}"#),
      (#"{/*c*/"$type":"x"}"#, #"{"$type":"x"}"#), (#"{"$ref":"1"}"#, "null"),
      (#"{"$ref":null,"a":1}"#, #"{"a":1}"#), (#"{"a":{"$ref":"1"}}"#, #"{"a":{"$ref":"1"}}"#),
      (#"{"$values":[1]}"#, "[1]"), (#"{"$other":1}"#, #"{"$other":1}"#),
    ])
  func metadata(text: String, expected: String) {
    #expect(untyped(text) == Self.piece(expected))
  }

  @Test(
    "$type, $id, $ref that fail in U",
    arguments: [
      #"{"$type":null}"#, #"{"$ref":"1","a":1}"#, #"{"$ref":5}"#, #"{"$id":{"a":1}}"#,
      #"{"$values":[1],"a":2}"#,
    ])
  func badMetadata(text: String) {
    #expect(untyped(text) == .threw)
  }

  @Test("$type, $id, $ref are kept in W and dropped in T")
  func metadataElsewhere() {
    let text = #"{"$type":"x","$id":"1","$ref":"1"}"#
    #expect(twin(text) == .sent(text))
    #expect(
      hub(#"{"routes":{"$type":"x","$id":"1","a":"b"}}"#).between(#""routes":"#, #","store"#)
        == .sent(#"{"a":"b"}"#))
  }

  @Test(
    "rows 35, 36: createOptions may be blank or any value",
    arguments: [
      ("", "null"), ("  \n", "null"), ("// c\n", "null"), ("null", "null"), ("[]", "[]"),
      ("5", "5"),
      (#""x""#, #""x""#), ("true", "true"), ("NaN", #""NaN""#),
    ])
  func rows35And36(text: String, expected: String) {
    #expect(untyped(text) == Self.piece(expected))
  }

  @Test("comments in an outermost array stay in createOptions")
  func keptComments() {
    #expect(untyped("[1/*c*/,// d\n2]") == Self.piece("[1/*c*//* d*/,2]"))
    #expect(untyped("[new A(/*c*/1)]") == Self.piece("[new A(/*c*/,1)]"))
    #expect(untyped("[{/*c*/a:1/*d*/}]") == Self.piece(#"[{"a":1}]"#))
    for value in ["1", "{}", "undefined", "new Date(1)"] {
      #expect(untyped("[{a:/*c*/\(value)}]") == .threw)
    }
  }

  @Test("row 33: 100 pieces of 512 are kept, the rest is lost and told")
  func row33() {
    for (length, pieces, isTruncated) in [
      (512, 1, false), (51_200, 100, false), (51_201, 100, true),
    ] {
      let text = "\"" + String(repeating: "x", count: length - 2) + "\""
      let answer = answer(configMap("m", ["createOptions": text]))
      guard case .sent(let body) = Outcome(answer) else {
        Issue.record("the provider failed")
        return
      }
      let last = pieces == 1 ? #""createOptions""# : #""createOptions99""#
      #expect(body.contains(last + ":\""))
      #expect(body.split(separator: "createOptions").count == pieces + 3)
      #expect(body.count(where: { $0 == "x" }) == min(length, 51_200) - (isTruncated ? 1 : 2))
      #expect(dropped(answer) == (isTruncated ? ["createOptions"] : []))
    }
  }

  @Test("row 34: a cut may split a surrogate pair, whose halves are sent as U+FFFD")
  func row34() {
    let text = "\"" + String(repeating: "x", count: 510) + "😀\""
    #expect(
      untyped(text)
        == .sent(
          #""createOptions":"\""# + String(repeating: "x", count: 510)
            + "\u{FFFD}\",\"createOptions01\":\"\u{FFFD}\\\"\""))
  }

  @Test("nesting ends at 512 levels")
  func depth() throws {
    let text = { String(repeating: "[", count: $0) + String(repeating: "]", count: $0) }
    #expect(
      untyped(text(512))
        == .sent(
          #""createOptions":""# + String(repeating: "[", count: 512) + #"","createOptions01":""#
            + String(repeating: "]", count: 512) + #"""#))
    let failure = try failure(answer(configMap("m", ["createOptions": text(513)])))
    #expect(
      failure
        == ProviderFailure(
          .value(configMap: "m", key: "createOptions", range: 512..<513),
          "the provider cannot read 'createOptions' of ConfigMap 'm': nested more than 512 levels deep"
        ))
  }
}
