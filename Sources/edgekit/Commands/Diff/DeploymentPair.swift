internal import EdgeModel

/// A deployment of each side that are the same one, or one that has no partner.
struct DeploymentPair: Sendable {
  let name: String
  let old: ExpandedDeployment?
  let new: ExpandedDeployment?

  /// Pairs deployments by their names, which are their ids; one on each side belong together whatever they
  /// are called.
  static func pairs(
    _ old: [ExpandedDeployment], _ new: [ExpandedDeployment]
  ) -> [DeploymentPair] {
    if old.count == 1, new.count == 1 {
      return [DeploymentPair(name: old[0].name, old: old[0], new: new[0])]
    }
    var positions: [String: [Int]] = [:]
    for (index, deployment) in new.enumerated().reversed() {
      positions[deployment.name, default: []].append(index)
    }
    var isTaken = [Bool](repeating: false, count: new.count)
    var pairs = old.map { deployment in
      let partner = positions[deployment.name]?.popLast()
      if let partner { isTaken[partner] = true }
      return DeploymentPair(
        name: deployment.name, old: deployment, new: partner.map { new[$0] })
    }
    for (index, deployment) in new.enumerated() where !isTaken[index] {
      pairs.append(DeploymentPair(name: deployment.name, old: nil, new: deployment))
    }
    return pairs
  }
}
