extension CreateOptionsField {
  /// What becomes of values of a wrong type, in sentences: the agent converts some and rejects the whole
  /// deployment for others, the daemon and Docker convert nothing and refuse the module.
  ///
  /// Source: Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Docker/models, as
  /// JamesNK/Newtonsoft.Json reads them; edgelet/docker-rs/src/models; moby/moby
  /// daemon/internal/runconfig/config.go (loadJSON).
  package var strictness: [String] {
    var sentences: [String] = []
    if traits.contains(.agent) {
      sentences.append("The agent \(conversion).")
      if isNumberOrBoolean {
        sentences.append(
          traits.contains(.nullable)
            ? "null is as good as no key."
            : "null makes it reject the whole deployment.")
      }
    } else {
      sentences.append("The agent hands it on as it is.")
    }
    if traits.contains(.daemon) {
      sentences.append(
        "The daemon reads it, too: it converts nothing and knows this letter case only.")
    }
    if traits.contains(.strictEntries) { sentences.append("No entry may be null.") }
    sentences.append("Docker refuses the module for a value of another type.")
    return sentences
  }

  private var isNumberOrBoolean: Bool {
    switch type {
    case .integer, .boolean: true
    default: false
    }
  }

  /// What the agent does with values of another type.
  private var conversion: String {
    switch type {
    case .boolean:
      "takes \"true\", \"false\" and numbers for it, and rejects the whole deployment for anything else"
    case .integer:
      "takes digits in quotes for it and rounds fractions, and rejects the whole deployment for text such as \"512m\""
    case .string: "makes text of numbers"
    case .list(.string), .map(.string):
      "makes text of numbers in it, and rejects the whole deployment for anything but \(type.description)"
    case .empty, .list, .map, .object:
      "rejects the whole deployment for anything but \(type.description)"
    }
  }
}
