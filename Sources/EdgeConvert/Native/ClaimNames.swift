internal import EdgeModel

/// The claims that stand for volumes of Docker, whose names may hold capitals and `_`.
///
/// Two volumes never become one claim.
struct ClaimNames {
  private var names: [String: String] = [:]

  init(_ volumes: [String]) {
    let volumes = Set(volumes).sorted()
    var taken = Set(volumes.filter(PodNetwork.isSubdomain))
    for volume in volumes where !taken.contains(volume) {
      let stem =
        KubernetesName.sanitised(volume.replacing("_", with: "-"), limit: KubernetesName.limit - 7)
        ?? "volume"
      let name =
        taken.insert(stem).inserted ? stem : stem + "-" + SHA256.hexDigits(of: volume, count: 6)
      taken.insert(name)
      names[volume] = name
    }
  }

  /// The claim of a volume.
  subscript(volume: String) -> String { names[volume] ?? volume }
}
