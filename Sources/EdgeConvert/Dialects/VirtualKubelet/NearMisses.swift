internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// Finds members of the system ConfigMaps whose names are almost those of known ones.
///
/// Members that nobody knows go into the manifest as they are. One that was meant to be another would
/// go there, too, and do nothing.
enum NearMisses {
  static func report(_ hub: EdgeHub, _ context: DecodingContext) {
    report(
      hub.residue, .hubUnknownField,
      known: [
        "schemaVersion", "routes", "storeAndForwardConfiguration", "mqttBroker", "integrity",
      ],
      context)
    if let storeAndForward = hub.storeAndForward {
      report(
        storeAndForward.residue, .hubUnknownField, known: ["timeToLiveSecs", "storeLimits"], context
      )
    }
  }

  static func report(_ agent: EdgeAgent, _ context: DecodingContext) {
    report(
      agent.residue, .agentUnknownField,
      known: ["schemaVersion", "runtime", "systemModules", "modules", "integrity"], context)
    report(agent.runtime.residue, .agentUnknownField, known: ["type", "settings"], context)
    report(
      agent.runtime.settingsResidue, .agentUnknownField,
      known: ["minDockerVersion", "loggingOptions", "registryCredentials"], context)
    for credential in agent.runtime.registryCredentials where context.isJudging {
      report(
        credential.residue, .agentUnknownField, known: ["address", "username", "password"], context)
    }
    report(
      agent.systemModulesResidue,
      context.isJudging ? .agentSystemModuleUnknown : .agentUnknownField,
      known: ["edgeAgent", "edgeHub"], context)
  }

  private static func report(
    _ residue: Residue, _ rule: RuleInfo, known: [String], _ context: DecodingContext
  ) {
    for member in residue.members {
      let name = member.key.text
      let suggestion = Suggestion.nearest(to: name, among: known)
      // Another letter case has been reported when the object was decoded.
      guard !known.contains(name), suggestion?.lowercased() != name.lowercased(),
        !context.isJudging || !context.hasReport(at: member.key)
      else { continue }
      if let suggestion {
        context.report(
          rule, "unknown field '\(name)'", at: member.key,
          severity: context.severityOfMistakes ?? .error, help: "did you mean '\(suggestion)'?")
      } else {
        reportIgnored(member.key, rule, known, context)
      }
    }
  }

  /// Tells of a member that has no effect, where the input is judged.
  private static func reportIgnored(
    _ key: SyntaxNode, _ rule: RuleInfo, _ known: [String], _ context: DecodingContext
  ) {
    // What is known of the hub's fields is judged with its other rules, and the service's own keys too.
    guard context.isJudging, rule.name != RuleInfo.hubUnknownField.name, !key.hasPlaceholder,
      !key.hasText("$metadata"), !key.hasText("$version")
    else { return }
    let isModule = rule.name == RuleInfo.agentSystemModuleUnknown.name
    context.report(
      rule,
      isModule
        ? "'\(key.text)' is no system module; the agent ignores it"
        : "the agent ignores '\(key.text)'", at: key,
      help: isModule
        ? "move it to 'modules', or remove it"
        : "remove it; known are \(known.map { "'\($0)'" }.joined(separator: ", "))")
  }
}
