import EdgeConvert
import Testing

/// Where the provider's exceptions point, in UTF-8 bytes, and what they say.
struct ProviderFailureTests {
  @Test(
    "createOptions",
    arguments: [
      (#"{"é" 1}"#, 6..<7, "expected ':' after the member name"),
      (#"{"😀":x}"#, 8..<9, "expected a value"), (#"{"é":😀}"#, 6..<10, "expected a value"),
      (#"{"a":1 "b":2}"#, 7..<8, "expected ',' or the end of what is open"),
      (#"{"a":1]"#, 6..<7, "nothing is open that this could close"),
      ("{} {}", 3..<4, "unexpected text after the value"),
      (#"{"é":"x"#, 8..<8, "the text ends early, in a string"),
      (#"{"é":"\x"}"#, 7..<9, "unknown escape sequence"),
      (#"{"é":"\u00g0"}"#, 11..<12, "expected four hexadecimal digits after '\\u'"),
      (#"{"é":08}"#, 6..<8, "this is no number the provider can read"),
      (#"{"é":1z}"#, 7..<8, "unexpected text in a number"),
      (#"{"é":tru}"#, 9..<10, "expected 'true'"),
      (#"{"é":nullx}"#, 10..<11, "unexpected text after 'null'"),
      (#"{"é":/*1}"#, 6..<8, "the comment is not closed"),
      (#"{"é":"/Date(99999999999999999)/"}"#, 6..<33, "the date is outside the years 1 to 9999"),
      (#"{"é":new Date("x")}"#, 15..<18, "expected a whole number in 'new Date(…)'"),
      (#"{"é":new ()}"#, 6..<11, "a constructor needs a name"),
      (#"{"$ref":"1","é":1}"#, 12..<16, "expected nothing beside '$ref'"),
      ("[{é:/*c*/1}]", 10..<11, "unexpected comment before this value"),
    ])
  func createOptions(text: String, range: Range<Int>, message: String) throws {
    let failure = try failure(answer(configMap("m", ["createOptions": text])))
    #expect(failure.place == .value(configMap: "m", key: "createOptions", range: range))
    #expect(
      failure.message == "the provider cannot read 'createOptions' of ConfigMap 'm': \(message)")
  }

  @Test(
    "edgehub",
    arguments: [
      (#"{"routes":{"é":{"route":"x"}}}"#, 16..<17, "expected a string, number, boolean or null"),
      (#"{"routes":[]}"#, 10..<11, "expected a JSON object"),
      (
        #"{"storeAndForwardConfiguration":{"timeToLiveSecs":7200.5}}"#, 50..<56,
        "expected a whole number from -2147483648 to 2147483647"
      ),
    ])
  func edgehub(text: String, range: Range<Int>, message: String) throws {
    let failure = try failure(answer(configMap("edgehub", ["desiredProperties": text])))
    #expect(failure.place == .value(configMap: "edgehub", key: "desiredProperties", range: range))
    #expect(
      failure.message
        == "the provider cannot read 'desiredProperties' of ConfigMap 'edgehub': \(message)")
  }

  @Test("createOptions of the hub that skip a number point at the settings")
  func chunks() throws {
    let text = #"{"systemModules":{"edgeHub":{"settings":{"createOptions01":""}}}}"#
    let failure = try failure(answer(configMap("edgeagent", ["desiredProperties": text])))
    #expect(
      failure.place == .value(configMap: "edgeagent", key: "desiredProperties", range: 40..<62))
  }

  @Test("no message shows a credential")
  func secrets() throws {
    for value in [#""s3cret" x"#, "s3cret", #""s3cret"#, "1s3cret", #"{"s3cret":1}"#] {
      let text = #"{"runtime":{"settings":{"registryCredentials":{"a":{"password":\#(value)}}}}}"#
      let failure = try failure(answer(configMap("edgeagent", ["desiredProperties": text])))
      #expect(!failure.message.contains("s3cret"))
    }
  }
}
