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
    report(
      agent.systemModulesResidue, .agentUnknownField, known: ["edgeAgent", "edgeHub"], context)
  }

  private static func report(
    _ residue: Residue, _ rule: RuleInfo, known: [String], _ context: DecodingContext
  ) {
    for member in residue.members {
      let name = member.key.text
      // Another letter case has been reported when the object was decoded.
      guard !known.contains(name), let suggestion = Suggestion.nearest(to: name, among: known),
        suggestion.lowercased() != name.lowercased()
      else { continue }
      context.report(
        rule, "unknown field '\(name)'", at: member.key,
        severity: context.severityOfMistakes ?? .error,
        help: "did you mean '\(suggestion)'?")
    }
  }
}
