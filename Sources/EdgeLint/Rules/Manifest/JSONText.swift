internal import EdgeSyntax

/// What is wrong with the text of a manifest before anything is known of its meaning.
extension Rule {
  static let jsonSyntax = Rule(reading: .jsonSyntax) {
    [
      .flags(.file("deployment.json"), #"{"modulesContent": {"$edgeAgent": ⟦yes⟧}}"#),
      .flags(.file("deployment.json"), #"{"modulesContent": {"$edgeAgent": {}}} ⟦]⟧"#),
      .flags(.file("deployment.json"), #"⟦{⟧"modulesContent": {"$edgeAgent": {}}"#),
      .passes(.file("deployment.json"), #"{"modulesContent": {"$edgeAgent": {}}}"#),
      // A template is filled in before it is JSON.
      .flags(.file("deployment.json"), #"{"modulesContent": {}, "priority": ⟦${PRIORITY}⟧}"#),
      .passes(
        .file("deployment.template.json"), #"{"modulesContent": {}, "priority": ${PRIORITY}}"#),
      // Comments are another rule's.
      .passes(.file("deployment.json"), "{\"modulesContent\": {\"$edgeAgent\": {}}} // none"),
    ]
  }

  static let jsonLenient = Rule(reading: .jsonLenient) {
    [
      .flags(.agent, "{\"schemaVersion\": \"1.1\" ⟦/* the newest */⟧}"),
      .flags(.agent, #"{"schemaVersion": "1.1"⟦,⟧}"#),
      .flags(.twin, "{\"limit\": 30⟦,⟧}"),
      .passes(.agent, #"{"schemaVersion": "1.1"}"#),
      .passes(.file("deployment.template.json"), "{\"modulesContent\": {},} // filled in"),
      .passes(
        .file("deployment.json"), "{\"$schema-template\": \"4.0.0\", \"modulesContent\": {},}"),
    ]
  }

  static let jsonDuplicateKey = Rule(reading: .jsonDuplicateKey) {
    [
      .flags(.agent, #"{"schemaVersion": "1.0", ⟦"schemaVersion"⟧: "1.1"}"#),
      .flags(.twin, #"{"limit": {"high": 1, ⟦"high"⟧: 2}}"#),
      .passes(.agent, #"{"schemaVersion": "1.1", "runtime": {"type": "docker"}}"#),
      .passes(.twin, #"{"limit": 1, "Limit": 2, "other": {"limit": 3}}"#),
    ]
  }

  static let createOptionsChunkSurrogate = Rule(reading: .createOptionsChunkSurrogate) {
    [
      .flags(
        .file("deployment.json"),
        #"""
        {"modulesContent": {"$edgeAgent": {"properties.desired": {"modules": {"sensor": {
          "settings": {
            "createOptions": "{\"Labels\": {\"mood\": \"⟦\ud83d⟧",
            "createOptions01": "\ude42\"}}"
        }}}}}}}
        """#),
      .passes(
        .file("deployment.json"),
        #"""
        {"modulesContent": {"$edgeAgent": {"properties.desired": {"modules": {"sensor": {
          "settings": {
            "createOptions": "{\"Labels\": {\"mood\": \"\ud83d\ude42",
            "createOptions01": "\"}}"
        }}}}}}}
        """#),
      // Elsewhere it is only half of a character.
      .passes(.file("deployment.json"), #"{"modulesContent": {}, "mood": "\ud83d"}"#),
    ]
  }
}
