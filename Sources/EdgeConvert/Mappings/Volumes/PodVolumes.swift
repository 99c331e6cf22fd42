internal import EdgeModel
internal import EdgeSyntax

/// The volumes of a pod by name, and how often its containers mount them.
struct PodVolumes {
  /// How a volume is mounted by the containers of a pod together.
  struct Use {
    var mountCount = 0
    /// Whether every mount of it is read-only.
    var isReadOnly = true
  }

  private var volumes: [String: Volume] = [:]
  private var uses: [String: Use] = [:]
  /// The volumes that containers of any kind mount or use as devices.
  private var usedNames: Set<String> = []
  /// The names of the claims that a controller makes for each pod.
  private var claimTemplates: [String: Located<String>] = [:]

  /// - Parameter workload: What the pods belong to.
  init(_ pod: PodSpec?, of workload: EdgeWorkload) {
    guard let pod else { return }
    for volume in pod.volumes {
      if let name = volume.name, volumes[name.value] == nil { volumes[name.value] = volume }
    }
    for mount in pod.containers.flatMap(\.volumeMounts) {
      guard let name = mount.name?.value else { continue }
      uses[name, default: Use()].mountCount += 1
      if mount.readOnly?.value != true { uses[name]?.isReadOnly = false }
    }
    let mounts =
      (pod.containers + pod.initContainers).flatMap(\.volumeMounts)
      + pod.ephemeralContainers.flatMap(\.container.volumeMounts)
    let devices = (pod.containers + pod.initContainers).flatMap(\.volumeDevices)
    usedNames = Set((mounts.map(\.name) + devices.map(\.name)).compactMap { $0?.value })
    guard workload.kind == .statefulSet else { return }
    for template in workload.root["spec"]?["volumeClaimTemplates"].map({ Array($0.elements) }) ?? []
    {
      guard let name = template["metadata"]?["name"], name.isString else { continue }
      claimTemplates[name.text] = Located(name.text, at: name)
    }
  }

  subscript(name: String) -> Volume? { volumes[name] }

  /// How the containers mount a volume.
  func use(of name: String) -> Use { uses[name] ?? Use() }

  /// Whether any container has to do with a volume.
  func isUsed(_ name: String) -> Bool { usedNames.contains(name) }

  /// The template of a claim that pods mount like a volume.
  func claimTemplate(named name: String) -> Located<String>? { claimTemplates[name] }

  /// The names that containers can mount, sorted.
  var names: [String] { (Array(volumes.keys) + claimTemplates.keys).sorted() }
}
