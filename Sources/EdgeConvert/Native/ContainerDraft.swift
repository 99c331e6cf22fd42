internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// A container that is being made of a module, and what it asks of its pod.
struct ContainerDraft {
  /// The name of the container.
  let name: String
  /// The members of the container.
  var fields = JSONValue.emptyObject
  /// What the fields do not say of where they come from.
  var spec = ModuleSpec()
  /// What is mounted, in order.
  var mounts: [MountDraft] = []
  /// Volumes of the pod that are given as a whole, with their names.
  var givenVolumes: [JSONValue] = []
  /// Fields that the pod gets where all its modules ask for the same.
  var proposals: [PodProposal] = []
  /// Whether a field of the container counts only in a pod that is said to be for Linux.
  var needsLinux = false
  /// What makes a Service of the container's ports; nil where that was not asked for.
  var service: JSONValue?
}

/// A place in a container where a volume is mounted.
struct MountDraft {
  var path: String
  var isReadOnly = false
  /// The word of Kubernetes for whether mounts made later are seen on the other side; nil for not.
  var propagation: String?
  var volume: VolumeDraft
}

/// A volume that the pod is to have.
struct VolumeDraft {
  enum Name {
    /// What the name is made of, and how it ends.
    case made(of: String, ending: String)
    /// `tmpfs-0`, `tmpfs-1` and so on.
    case memory
  }

  var name: Name
  /// The source with its kind, for example `hostPath`.
  var source: JSONValue
  /// Whether containers that mount the same source share it.
  var isShared: Bool

  /// The volume of Docker that a claim stands for; nil for other sources.
  var claim: String? { source["persistentVolumeClaim"]?["claimName"]?.text }
}

/// A field of a pod that one of its modules asks for.
///
/// A pod has it once for all its containers, so it is set only where each of its modules asks for the
/// same; else each module keeps it.
struct PodProposal {
  /// The setting of the module, for messages, for example `HostConfig.Dns`.
  let setting: String
  /// Members of the pod's spec, with their paths.
  var members: [(path: [String], value: JSONValue)] = []
  /// Annotations of the pod.
  var annotations: [JSONValue.Member] = []
  /// How a controller replaces the pod; nil for the usual.
  var strategy: JSONValue?
  /// Where the setting stands.
  let place: SyntaxNode?
  /// Takes out of the module what the pod says for it.
  let take: (inout ModuleResidual) -> Void

  /// - Parameter path: The setting of createOptions, which is taken out as a whole.
  init(
    _ path: String..., sets field: String..., to value: JSONValue, in residual: ModuleResidual
  ) {
    setting = path.joined(separator: ".")
    place = residual.body[path: path]?.origin
    members = [(field, value)]
    take = { $0.replace(path, with: nil) }
  }

  init(
    _ setting: String, at place: SyntaxNode?,
    members: [(path: [String], value: JSONValue)] = [], annotations: [JSONValue.Member] = [],
    strategy: JSONValue? = nil,
    take: @escaping (inout ModuleResidual) -> Void
  ) {
    self.setting = setting
    self.place = place
    self.members = members
    self.annotations = annotations
    self.strategy = strategy
    self.take = take
  }

  /// Whether both ask for the same.
  func agrees(with other: PodProposal) -> Bool {
    setting == other.setting && annotations == other.annotations
      && strategy == other.strategy && members.count == other.members.count
      && zip(members, other.members).allSatisfy { $0.path == $1.path && $0.value == $1.value }
  }
}

/// What the way from a module to a container may look at and report to.
struct NativeContext {
  let decoding: DecodingContext
  let options: KubernetesOptions

  var isLossy: Bool { options.isLossy }

  /// Reports that a setting means less, or something else, in a cluster.
  func reportLoss(_ rule: RuleInfo, _ message: String, at node: SyntaxNode?, help: String) {
    decoding.report(rule, message, at: node, help: help)
  }
}
