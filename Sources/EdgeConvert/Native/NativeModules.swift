internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// The modules of a deployment as containers of pods, and what is left of each.
struct NativeModules {
  /// The pods: one, or one for each module.
  private(set) var pods: [NativePod] = []
  /// What is left of each module, by its name.
  private(set) var residuals: [String: ModuleResidual] = [:]

  /// - Parameter containerName: The name of a module's container.
  init(
    _ modules: [Module], options: KubernetesOptions, _ decoding: DecodingContext,
    containerName: (Module) -> String
  ) {
    let context = NativeContext(decoding: decoding, options: options)
    let parts = modules.map { module in
      decoding.with(subject: "module \(module.name.value)") {
        Self.part(of: module, named: containerName(module), context)
      }
    }
    let claimNames = ClaimNames(
      parts.flatMap(\.draft.mounts).compactMap(\.volume.claim))
    // Without any module there is a pod all the same, which says what it is for.
    let groups = options.splitsModules && !parts.isEmpty ? parts.map { [$0] } : [parts]
    for group in groups {
      var group = group
      pods.append(NativePod(&group, claimNames: claimNames, decoding))
      for part in group { residuals[part.residual.module.name.value] = part.residual }
    }
  }

  typealias Part = (residual: ModuleResidual, draft: ContainerDraft)

  private static func part(
    of module: Module, named name: String, _ context: NativeContext
  ) -> Part {
    var residual = ModuleResidual(module)
    var draft = ContainerDraft(name: name)
    // Of createOptions that say a thing twice nothing is taken.
    let body = residual.body
    let isAmbiguous = residual.isAmbiguous
    if isAmbiguous { residual.body = .object(from: nil) }
    ExperimentalSection.convert(&residual, &draft, context)
    for mapping in FieldMapping.all { mapping.toKubernetes(&residual, &draft, context) }
    if isAmbiguous { residual.body = body }
    if context.options.emitsServices {
      draft.service = ServicePorts.spec(of: module, &residual)
    }
    return (residual, draft)
  }
}
