internal import EdgeDiagnostics
internal import EdgeModel

extension Rule {
  static let createOptionsNotString = Rule(reading: .createOptionsNotString, fix: .safe) {
    [
      .flags(
        .module, settings(#"⟦{"HostConfig": {}}⟧"#),
        fixed: settings(#""{\"HostConfig\":{}}""#)),
      .flags(.module, settings("⟦[]⟧")),
      .passes(.module, settings(#""{}""#)),
      .passes(
        .file("deployment.template.json"),
        #"{"modulesContent": {"$edgeAgent": {"properties.desired": {"modules": {"a": "#
          + settings("{}") + "}}}}}"),
    ]
  }

  static let createOptionsInvalidJSON = Rule(reading: .createOptionsInvalidJSON) {
    [
      .flags(.module, settings(#""⟦{⟧\"Env\":""#)),
      .flags(.module, settings(#""{\"Tty\": ⟦yes⟧}""#)),
      .passes(.createOptions, #"{"Env": ["A=1"]}"#),
      // Something is filled in there before anybody reads it.
      .passes(.module, settings(#""{\"HostConfig\": {\"Memory\": ${MEMORY}}}""#)),
      .flags(.module, settings(#""{\"HostConfig\": {\"Memory\": ⟦<memory>⟧}}""#)),
      .passes(
        .file("deployment.template.json"),
        #"{"modulesContent": {"$edgeAgent": {"properties.desired": {"modules": {"a": "#
          + settings(#""{\"HostConfig\": {\"Memory\": <memory>}}""#) + "}}}}}"),
      .passes(.module, settings(#""""#)),
    ]
  }

  static let createOptionsLenientJSON = Rule(reading: .createOptionsLenientJSON, fix: .safe) {
    [
      .flags(
        .module, settings(#""{\"Env\": [\"A=1\"⟦,⟧]}""#),
        fixed: settings(#""{\"Env\": [\"A=1\"]}""#)),
      .flags(.module, settings(#""{⟦/* none */⟧}""#)),
      .passes(.createOptions, #"{"Env": ["A=1"]}"#),
    ]
  }

  static let createOptionsNotObject = Rule(reading: .createOptionsNotObject) {
    [
      .flags(.module, settings(#""⟦[\"A=1\"]⟧""#)),
      .flags(.module, settings(#""⟦7⟧""#)),
      .passes(.createOptions, "{}"),
      .passes(.module, settings(#""null""#)),
    ]
  }

  static let createOptionsDoubleEncoded = Rule(reading: .createOptionsDoubleEncoded, fix: .safe) {
    [
      .flags(
        .module, settings(#""⟦\"{\\\"Env\\\": []}\"⟧""#), fixed: settings(#""{\"Env\": []}""#)),
      .passes(.module, settings(#""{\"Env\": []}""#)),
    ]
  }

  static let createOptionsChunkGap = Rule(reading: .createOptionsChunkGap) {
    [
      .flags(.module, settings(#""{", ⟦"createOptions02"⟧: "}""#)),
      .flags(.module, settings(#""{}", ⟦"createOptionsNote"⟧: "x""#)),
      .flags(
        .module,
        #"{"type": "docker", "settings": {"image": "a:1", ⟦"createOptions01"⟧: "{}"}}"#),
      .passes(.module, settings(#""{", "createOptions01": "}""#)),
      .passes(.module, settings(#""{", "createOptions1": "}""#)),
    ]
  }

  /// A module with something for its createOptions.
  private static func settings(_ createOptions: String) -> String {
    #"{"type": "docker", "settings": {"image": "a:1", "createOptions": "# + createOptions + "}}"
  }
}
