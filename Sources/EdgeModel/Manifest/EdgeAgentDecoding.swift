package import EdgeSyntax
internal import EdgeDiagnostics

extension EdgeAgent {
  /// Reads the desired properties of the agent.
  ///
  /// - Parameter desired: The object; anything else reads as an empty one.
  package init(desired: SyntaxNode, _ context: DecodingContext) {
    self.init()
    var reader = ObjectReader(desired, context)
    schemaVersion = reader.agentSchemaVersion()
    if let node = reader.mapping("runtime") { runtime = AgentRuntime(node, context) }
    if let node = reader.mapping("systemModules") {
      var systemModules = ObjectReader(node, context)
      edgeAgent = systemModules.module("edgeAgent")
      edgeHub = systemModules.module("edgeHub")
      systemModulesResidue = systemModules.residue
      systemModules.reportCaseVariants()
    }
    if let node = reader.mapping("modules") {
      modules = node.members.compactMap { member in
        Module(member: member, named: Located(member.key.text, at: member.key), context)
      }
    }
    residue = reader.residue
    reader.reportCaseVariants()
    if context.isJudging { TwinLimits.check(desired, of: .agent, context) }
  }
}

extension AgentRuntime {
  fileprivate init(_ node: SyntaxNode, _ context: DecodingContext) {
    self.init()
    var reader = ObjectReader(node, context)
    type = reader.string("type")
    if let type, type.value != "docker", type.node?.hasPlaceholder != true {
      context.report(
        .runtimeType, "unknown runtime type '\(type.value)'", at: type.node,
        help: "write \"docker\"")
    }
    if let node = reader.mapping("settings") {
      var settings = ObjectReader(node, context)
      minDockerVersion = settings.string("minDockerVersion")
      loggingOptions = settings.string("loggingOptions")
      if let credentials = settings.mapping("registryCredentials") {
        registryCredentials = credentials.members.compactMap {
          RegistryCredential(member: $0, context)
        }
      }
      settingsResidue = settings.residue
      settings.reportCaseVariants()
    }
    residue = reader.residue
    reader.reportCaseVariants()
  }
}

extension RegistryCredential {
  fileprivate init?(member: SyntaxNode.Member, _ context: DecodingContext) {
    self.init(name: Located(member.key.text, at: member.key))
    guard member.value.isMapping else {
      context.report(
        .registryCredentialIncomplete, "credential '\(name.value)' must be an object",
        at: member.value, severity: context.severityOfMistakes,
        help: "write an object with address, username and password")
      return nil
    }
    var reader = ObjectReader(member.value, context)
    address = Self.part("address", &reader)
    username = Self.part("username", &reader)
    password = Self.part("password", &reader)
    residue = reader.residue
    reader.reportCaseVariants()
    reportParts(of: member.value, context)
  }

  /// Reports parts that are missing or no text; those that are missing altogether are one mistake.
  private func reportParts(of written: SyntaxNode, _ context: DecodingContext) {
    var missing: [String] = []
    for (part, value) in [("address", address), ("username", username), ("password", password)]
    where value == nil {
      let member = written.members.first { $0.key.text.lowercased() == part }
      if let value = member?.value, !value.isNull {
        reportNoText(value, part, context)
      } else if let misspelt = residue.members.first(where: {
        Suggestion.nearest(to: $0.key.text, among: CollectionOfOne(part)) != nil
      }) {
        context.report(
          .registryCredentialIncomplete, "credential '\(name.value)' has no \(part)",
          at: misspelt.key, severity: context.severityOfMistakes, help: "did you mean '\(part)'?")
      } else {
        missing.append(part)
      }
    }
    guard let last = missing.popLast() else { return }
    let parts = missing.isEmpty ? last : missing.joined(separator: ", ") + " and \(last)"
    context.report(
      .registryCredentialIncomplete, "credential '\(name.value)' has no \(parts)", at: name.node,
      severity: context.severityOfMistakes,
      help: """
        add \(missing.isEmpty ? "it" : "them"), or remove the credential; the agent rejects the \
        deployment otherwise
        """)
  }

  private func reportNoText(_ value: SyntaxNode, _ part: String, _ context: DecodingContext) {
    let isBlank = value.isString
    let isMapping = value.isMapping || value.isSequence
    context.report(
      .registryCredentialIncomplete,
      "the \(part) of credential '\(name.value)' is \(isBlank ? "blank" : "no text")",
      at: value,
      // The agent makes text of a number.
      severity: context.isJudging && !isBlank && !isMapping
        ? .warning : context.severityOfMistakes,
      help: isBlank
        ? "write it, or remove the credential; the agent rejects the deployment otherwise"
        : isMapping ? "write a text" : "put it in quotes")
  }

  /// A text that is not blank. Its value never goes into a message: it may be a password.
  private static func part(
    _ name: StaticString, _ reader: inout ObjectReader
  ) -> Located<String>? {
    guard let value = reader.value(name), value.isString,
      value.utf8.contains(where: { $0 > 0x20 })
    else { return nil }
    return Located(value.text, at: value)
  }
}

extension ObjectReader {
  /// Claims the schema version and checks that the agent takes it.
  ///
  /// Source: Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.IoTHub/
  /// EdgeAgentConnection.cs (ExpectedSchemaVersion, ValidateSchemaVersion).
  fileprivate mutating func agentSchemaVersion() -> Located<String>? {
    guard let version = schemaVersion(accepted: ["1.0", "1.1"], rule: .agentSchemaVersion) else {
      return nil
    }
    guard version.node?.hasPlaceholder == true || AgentSchemaVersion.isAccepted(version.value)
    else {
      context.report(
        .agentSchemaVersion, "unknown schemaVersion '\(version.value)'", at: version.node,
        help: "use one of \"1.0\", \"1.1\"")
      return nil
    }
    return version
  }

  /// Claims a system module.
  fileprivate mutating func module(_ name: StaticString) -> Module? {
    guard let member = member(name), !member.value.isNull else { return nil }
    guard member.value.isMapping else {
      context.report(
        .schemaType, "'\(name)' must be an object, not \(member.value.kind.description)",
        at: member.value, help: "write {…}")
      return nil
    }
    return Module(Located(member.key.text, at: member.key), member.value, context)
  }
}

/// Which versions of the agent's schema there are.
private enum AgentSchemaVersion {
  /// Whether a text reads as a .NET version, two to four numbers, from 1.0 to 1.1.0.
  static func isAccepted(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { UInt32($0) }
    guard numbers.count == parts.count, 2...4 ~= numbers.count, numbers[0] == 1 else {
      return false
    }
    switch numbers[1] {
    case 0: return true
    // 1.1.0 is the bound, and a fourth number makes it larger.
    case 1: return numbers.count == 2 || numbers.count == 3 && numbers[2] == 0
    default: return false
    }
  }
}
