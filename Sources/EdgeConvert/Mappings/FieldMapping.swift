internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// One field on both sides: where it stands in a pod and in a module, and how it gets there and back.
///
/// The declaration is also the field's documentation. Mappings run in the order of the list; the only
/// thing that one may take from those before it is the variables of the container.
package struct FieldMapping: Sendable {
  /// Where the field stands.
  package enum Level: String, Sendable {
    case container
    /// In the pod spec: it counts for every module that is made of the pod.
    case pod
  }

  /// How much of the meaning gets over.
  package enum Fidelity: String, Sendable, CaseIterable {
    /// The effect is the same, and the way back restores the value.
    case exact
    /// The same for every practical purpose.
    case near
    /// Part of the meaning is lost, which is told.
    case lossy
    /// It means nothing on a device, and leaving it out changes nothing.
    case ignored
    /// It cannot be said.
    case impossible
  }

  package let level: Level
  /// The members of a container or of a pod spec that the mapping claims, for example `image`; none for
  /// what it takes from inside of members that others claim, or from annotations.
  package let fields: [String]
  /// The path in Kubernetes, for example `spec.containers[].image`.
  package var kubernetes: String {
    let path = level == .pod ? "spec." : "spec.containers[]."
    return (places + fields.map { path + $0 }).joined(separator: ", ")
  }
  /// Paths that it claims no field for.
  private let places: [String]
  /// The path in the manifest, for example `modules.*.settings.image`; empty where there is none.
  package let manifest: String
  package let fidelity: Fidelity
  /// What becomes of the value, in a sentence or two.
  package let summary: String
  /// What documentation says beyond the summary; made when somebody asks.
  private var documentationMaker: @Sendable () -> MappingDocumentation = { MappingDocumentation() }
  package var documentation: MappingDocumentation { documentationMaker() }
  /// Takes the fields into a module; called where at least one of them has a value, or for every
  /// container where there are none.
  let toManifest: @Sendable (ContainerSource, inout ModuleDraft, MappingContext) -> Void
  /// Takes out of a module what the fields can say for it, and sets them; does nothing where they say
  /// nothing that a module has.
  let toKubernetes: WayBack

  typealias WayBack =
    @Sendable (inout ModuleResidual, inout ContainerDraft, NativeContext) -> Void

  init(
    _ level: Level, _ fields: String..., manifest: String, fidelity: Fidelity,
    summary: String,
    toManifest: @escaping @Sendable (ContainerSource, inout ModuleDraft, MappingContext) -> Void,
    toKubernetes: @escaping WayBack = { _, _, _ in }
  ) {
    self.level = level
    self.fields = fields
    places = []
    self.manifest = manifest
    self.fidelity = fidelity
    self.summary = summary
    self.toManifest = toManifest
    self.toKubernetes = toKubernetes
  }

  /// Something that is put together from several levels or stands in annotations; it claims nothing.
  ///
  /// - Parameter places: The paths in Kubernetes.
  init(
    from places: String..., manifest: String, fidelity: Fidelity, summary: String,
    toManifest: @escaping @Sendable (ContainerSource, inout ModuleDraft, MappingContext) -> Void,
    toKubernetes: @escaping WayBack = { _, _, _ in }
  ) {
    level = .container
    fields = []
    self.places = places
    self.manifest = manifest
    self.fidelity = fidelity
    self.summary = summary
    self.toManifest = toManifest
    self.toKubernetes = toKubernetes
  }

  /// The same mapping with documentation.
  func documented(_ documentation: @escaping @Sendable () -> MappingDocumentation) -> FieldMapping {
    var mapping = self
    mapping.documentationMaker = documentation
    return mapping
  }

  /// The fields of a level that mean nothing on a device.
  static func ignoredFields(of level: Level) -> [String] {
    all.filter { $0.level == level && $0.fidelity == .ignored }
      .flatMap(\.fields)
  }

  /// A field that means nothing on a device.
  static func ignored(_ level: Level, _ field: String, _ summary: String) -> FieldMapping {
    FieldMapping(level, field, manifest: "", fidelity: .ignored, summary: summary) { _, _, _ in }
  }
}

/// A container and what is around it.
struct ContainerSource {
  let container: Container
  /// The containers that become modules and run at the same time, this one included.
  let siblings: [Container]
  let pod: PodSpec
  let podMetadata: ObjectMeta?
  let volumes: PodVolumes
  let workload: EdgeWorkload

  /// The mapping of the container.
  var node: SyntaxNode? { container.residue.node }

  /// Whether it is the first of the pod's containers: what is said of the pod as a whole is said once.
  var isFirst: Bool {
    guard let node, let first = siblings.first?.residue.node else { return true }
    return node == first
  }
}

/// A module that is being made of a container.
struct ModuleDraft {
  var module: Module
  /// createOptions that come from the container and its pod.
  var body = BodyValue.object(from: nil)
  /// Files that have to get to devices by other means.
  var configVolumes: [ConfigVolume] = []
  /// The variables of the container, for `$(NAME)`.
  var variables: [String: String] = [:]
}

/// What a mapping may look at and report to.
struct MappingContext {
  let decoding: DecodingContext
  let options: ConversionOptions
  /// The name of the container, for messages.
  let container: String
  /// The objects that the pod can refer to.
  let references: PodReferences

  /// Reports something that cannot be said in a manifest and is left out: an error, unless losses are
  /// allowed.
  func reportImpossible(
    _ rule: RuleInfo, _ message: String, at node: SyntaxNode?, help: String?
  ) {
    decoding.report(
      rule, message, at: node, severity: options.pods.severity(ofImpossible: rule), help: help)
  }

  /// Reports a mistake that createOptions then have, too, where whoever judges the input finds it.
  func reportMistake(
    _ rule: RuleInfo, _ message: String, at node: SyntaxNode?, severity: Severity? = nil,
    labels: [Diagnostic.Label] = [], help: String?
  ) {
    guard !options.isJudging else { return }
    decoding.report(rule, message, at: node, severity: severity, labels: labels, help: help)
  }

  /// Reports that a field does not get into the manifest.
  func reportDropped(_ field: String, at node: SyntaxNode?, help: String?) {
    decoding.report(
      .lossFieldDropped, "container '\(container)': \(field) is not converted, dropped", at: node,
      help: help)
  }
}
