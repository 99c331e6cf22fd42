import EdgeDiagnostics
import EdgeModel
import EdgeSyntax
import Testing

/// What of a deployment is hidden in views, and what is not.
@Suite struct SecrecyTests {
  private func shown(_ json: String) throws -> String {
    let root = try #require(
      JSONReader.root(of: Array(json.utf8), named: "", in: SourceManager()), "\(json)")
    return String(decoding: ExpandedText.text(of: root, indent: nil).dropLast(), as: UTF8.self)
  }

  private func inModule(_ module: String) -> String {
    #"{"content":{"modulesContent":{"$edgeAgent":{"properties.desired":{"modules":{"m":\#(module)}}}}}}"#
  }

  private func inTwin(_ twin: String) -> String {
    #"{"content":{"modulesContent":{"m":{"properties.desired":\#(twin)}}}}"#
  }

  @Test(arguments: [
    (#"{"env":{"TOKEN":{"value":"s3cret"}}}"#, #"{"env":{"TOKEN":{"value":"(hidden)"}}}"#),
    (#"{"env":{"API_KEY":{"value":"/s3cret="}}}"#, #"{"env":{"API_KEY":{"value":"(hidden)"}}}"#),
    (#"{"env":{"API_KEY":{"value":"12345678"}}}"#, #"{"env":{"API_KEY":{"value":"(hidden)"}}}"#),
    (#"{"env":{"DB_PASSWORD":{"value":1234}}}"#, #"{"env":{"DB_PASSWORD":{"value":"(hidden)"}}}"#),
    (
      #"{"env":{"storageKey":{"value":"s3cret"}}}"#, #"{"env":{"storageKey":{"value":"(hidden)"}}}"#
    ),
    (
      #"{"settings":{"createOptions":{"Env":["A=s3cret","PASSWORD=s3;s3&s3 \"s3"]}}}"#,
      #"{"settings":{"createOptions":{"Env":["A=s3cret","PASSWORD=(hidden)"]}}}"#
    ),
    (
      #"{"settings":{"createOptions":{"Cmd":["--api_key=s3cret","x"]}}}"#,
      #"{"settings":{"createOptions":{"Cmd":["--api_key=(hidden)","x"]}}}"#
    ),
    (
      #"{"settings":{"createOptions":"{\"Env\":[\"A_TOKEN=s3cret\"]"}}"#,
      #"{"settings":{"createOptions":"{\"Env\":[\"A_TOKEN=(hidden)\"]"}}"#
    ),
  ])
  func ofModulesIsHidden(_ module: String, _ expected: String) throws {
    #expect(try shown(inModule(module)) == inModule(expected))
  }

  @Test(arguments: [
    (#"{"password":"s3cret"}"#, #"{"password":"(hidden)"}"#),
    (#"{"db":{"connectionString":"s3cret"}}"#, #"{"db":{"connectionString":"(hidden)"}}"#),
    (
      #"{"secrets":["s3cret"],"secret":["s3cret"]}"#,
      #"{"secrets":["s3cret"],"secret":["(hidden)"]}"#
    ),
    (
      #"{"c":"HostName=h;SharedAccessKeyName=n;SharedAccessKey=s3cret="}"#,
      #"{"c":"HostName=h;SharedAccessKeyName=n;SharedAccessKey=(hidden)"}"#
    ),
    (#"{"u":"amqp://me:s3cret@h:1/x"}"#, #"{"u":"amqp://me:(hidden)@h:1/x"}"#),
    (
      #"{"u":"https://h/?sv=1&sig=s3cret&se=2"}"#, #"{"u":"https://h/?sv=1&sig=(hidden)&se=2"}"#
    ),
    (
      #"{"k":"-----BEGIN RSA PRIVATE KEY-----\ns3cret\n-----END RSA PRIVATE KEY-----"}"#,
      #"{"k":"-----BEGIN RSA PRIVATE KEY-----(hidden)-----END RSA PRIVATE KEY-----"}"#
    ),
  ])
  func ofTwinsIsHidden(_ twin: String, _ expected: String) throws {
    #expect(try shown(inTwin(twin)) == inTwin(expected))
  }

  @Test func passwordsOfRegistriesAreHidden() throws {
    let text = try shown(
      #"{"content":{"modulesContent":{"$edgeAgent":{"properties.desired":{"runtime":{"settings":{"registryCredentials":{"secret":{"address":"a","username":"u","password":"s3cret"}}}}}}}}}"#
    )
    #expect(text.contains(#""secret":{"address":"a","username":"u","password":"(hidden)"}"#))
  }

  @Test(arguments: [
    #"{"env":{"TOKEN":{"value":"${TOKEN}"},"PASSWORD":{"value":"$PASSWORD"},"KEY":{"value":""}}}"#,
    #"{"env":{"SSL_KEY":{"value":"/certs/key.pem"},"REQUIRE_TOKEN":{"value":true},"TOKEN_TTL":{"value":3600}}}"#,
    #"{"env":{"MONKEY":{"value":"abc"}},"settings":{"image":"a:5000/b@sha256:0"}}"#,
    #"{"settings":{"createOptions":{"Env":["PASSWORD=$(PASSWORD)","TOKEN=","KEYBOARD=de"]}}}"#,
  ])
  func isShown(_ module: String) throws {
    #expect(try shown(inModule(module)) == inModule(module))
  }

  @Test func namesOfThingsAreNoNamesOfSecrets() throws {
    let text =
      #"{"targetCondition":"tags.apikey='x'","content":{"modulesContent":{"$edgeAgent":{"properties.desired":{"modules":{"my-secret":{"status":"running"}}}},"$edgeHub":{"properties.desired":{"routes":{"r":"FROM /* WHERE signature = 'x' INTO $upstream"}}}}}}"#
    #expect(try shown(text) == text)
  }

  @Test func partOfAPlaceholderHidesNothingElse() throws {
    let text = try shown(inModule(#"{"env":{"PASSWORD":{"value":"${USER}:s3cret"}}}"#))
    #expect(!text.contains("s3cret"))
  }
}
