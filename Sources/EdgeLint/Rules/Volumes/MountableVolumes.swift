internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// The volumes that containers of a pod can mount.
struct MountableVolumes {
  private var names: Set<String> = []
  /// The names of those that can be no block device.
  private var directories: Set<String> = []
  /// Whether no name is known only later.
  private var isComplete = true

  init(of pod: PodSubject) {
    for volume in pod.spec.volumes {
      add(volume.name)
      let isDevice = volume.sources.contains { source in
        switch source.kind {
        case .persistentVolumeClaim, .ephemeral: true
        default: false
        }
      }
      if !isDevice, let name = volume.name?.value { directories.insert(name) }
    }
    let written = pod.spec.residue.node?["volumes"]
    // Entries that could not be read have been reported.
    if let written, written.elements.reduce(0, { count, _ in count + 1 }) != pod.spec.volumes.count
    {
      isComplete = false
    }
    guard case .statefulSet(let set) = pod.object.resource, let spec = set.spec else { return }
    for claim in spec.volumeClaimTemplates { add(claim.metadata?.name) }
  }

  private mutating func add(_ name: Located<String>?) {
    guard let name, !name.isOpaque else {
      isComplete = false
      return
    }
    names.insert(name.value)
  }

  func isNoDevice(_ name: String) -> Bool { directories.contains(name) }

  func check(
    _ name: Located<String>?, _ residue: Residue, _ type: any ModelObject.Type, of title: String,
    _ context: RuleContext
  ) {
    guard let name else {
      if residue.plainlyLacks("name", of: type) {
        context.report(
          "\(type.objectName) of \(title) names no volume", at: residue.firstKey, help: "add 'name'"
        )
      }
      return
    }
    guard isComplete, !names.contains(name.value), !name.isOpaque else { return }
    context.report(
      "\(title) mounts volume '\(name.value)', which the pod does not have", at: name.node,
      help: Suggestion.question(for: name.value, among: names.sorted())
        ?? "add it to 'volumes' of the pod")
  }
}

extension String {
  /// Whether it is an absolute path of Windows.
  var hasDriveLetter: Bool {
    let start = Array(utf8.prefix(2))
    return start.count == 2 && 0x61...0x7A ~= start[0] | 0x20 && start[1] == UInt8(ascii: ":")
  }
}
