internal import EdgeDiagnostics

/// What devices do, as the reports for people show it.
enum ImpactText {
  /// A line for each module: its name, what happens to it, and why.
  static func lines(_ impacts: [ModuleImpact]) -> [String] {
    let width = impacts.map { DisplayWidth.columns(of: $0.module.visible) }.max() ?? 0
    let actionWidth = ModuleImpact.Action.allCases.map(\.rawValue.count).max() ?? 0
    return impacts.map { impact in
      let name = impact.module.visible
      let blanks = String(repeating: " ", count: width - DisplayWidth.columns(of: name) + 2)
      let action = impact.action.rawValue
      let gap = String(repeating: " ", count: actionWidth - action.count + 2)
      return name + blanks + action + gap + impact.why.visible
    }
  }
}

extension DiffReport {
  /// What happens although it must not, in sentences.
  package var violations: [String] {
    deployments.flatMap { deployment in
      deployment.forbiddenImpacts.map { impact in
        let place = hasSeveral ? " of '\(deployment.name)'" : ""
        return "module '\(impact.module)'\(place) would be \(impact.action.participle) "
          + "(\(impact.why))"
      }
    }
  }
}
