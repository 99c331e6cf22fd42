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
      reportsOthers: context.isJudging, context)
    if let storeAndForward = hub.storeAndForward {
      report(
        storeAndForward.residue, .hubUnknownField, known: ["timeToLiveSecs", "storeLimits"],
        reportsOthers: context.isJudging, context)
    }
  }

  static func report(_ agent: EdgeAgent, _ context: DecodingContext) {
    report(
      agent.residue, .agentUnknownField,
      known: ["schemaVersion", "runtime", "systemModules", "modules", "integrity"],
      reportsOthers: context.isJudging, context)
    report(
      agent.runtime.residue, .agentUnknownField, known: ["type", "settings"],
      reportsOthers: context.isJudging, context)
    report(
      agent.runtime.settingsResidue, .agentUnknownField,
      known: ["minDockerVersion", "loggingOptions", "registryCredentials"],
      reportsOthers: context.isJudging, context)
    report(
      agent.systemModulesResidue,
      context.isJudging ? .agentSystemModuleUnknown : .agentUnknownField,
      known: ["edgeAgent", "edgeHub"], reportsOthers: context.isJudging, context)
    guard context.isJudging else { return }
    for credential in agent.runtime.registryCredentials {
      // A part under a wrong name has been reported as missing, at that name.
      let others = credential.residue.members.filter { !context.hasReport(at: $0.key) }
      report(
        Residue(others), .agentUnknownField, known: ["address", "username", "password"],
        reportsOthers: true, context)
    }
  }

  /// - Parameter reportsOthers: Whether a name that is near to none is reported, too.
  private static func report(
    _ residue: Residue, _ rule: RuleInfo, known: [String], reportsOthers: Bool = false,
    _ context: DecodingContext
  ) {
    for member in residue.members {
      let name = member.key.text
      // Another letter case has been reported when the object was decoded, and names with a dollar are
      // the service's own.
      guard !known.contains(name), !name.hasPrefix("$") else { continue }
      // Names that begin with `_` are comments.
      guard !name.hasPrefix("_") || !context.isJudging,
        let suggestion = Suggestion.nearest(to: name, among: known)
      else {
        guard reportsOthers else { continue }
        context.report(
          rule, "unknown field '\(name)' is ignored", at: member.key,
          help: "remove it; the fields are \(known.map { "'\($0)'" }.joined(separator: ", "))")
        continue
      }
      guard suggestion.lowercased() != name.lowercased() else { continue }
      context.report(
        rule, "unknown field '\(name)'", at: member.key,
        severity: context.severityOfMistakes ?? .error,
        help: "did you mean '\(suggestion)'?")
    }
  }
}
