internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension FieldMapping {
  static let podRestartPolicy = FieldMapping(
    .pod, "restartPolicy", manifest: "modules.*.restartPolicy", fidelity: .near,
    summary: """
      Always, OnFailure and Never become always, on-failure and never. The agent gives up after 20 failures \
      in a row.
      """
  ) { source, draft, _ in
    guard let policy = source.pod.restartPolicy?.map(\.text) else { return }
    draft.module.restartPolicy = moduleRestartPolicy(policy) ?? draft.module.restartPolicy
  } toKubernetes: { residual, draft, _ in
    // A Deployment takes no other policy.
    // Source: kubernetes/kubernetes pkg/apis/apps/validation/validation.go
    // (ValidatePodTemplateSpecForReplicaSet).
    guard let policy = residual.module.restartPolicy,
      policy.value == ModuleRestartPolicy.always.rawValue
    else { return }
    draft.proposals.append(
      PodProposal(
        "restartPolicy", at: policy.node, members: [(["restartPolicy"], .string("Always"))]
      ) { $0.module.restartPolicy = nil })
  }

  /// After that of the pod, which it overrides.
  static let containerRestartPolicy = FieldMapping(
    .container, "restartPolicy", manifest: "modules.*.restartPolicy", fidelity: .exact,
    summary: "As that of the pod, which it overrides."
  ) { source, draft, _ in
    guard let policy = source.container.restartPolicy?.map(\.text) else { return }
    draft.module.restartPolicy = moduleRestartPolicy(policy) ?? draft.module.restartPolicy
  }

  /// The word of a manifest for a restart policy; nil for an unknown one, which has been reported.
  private static func moduleRestartPolicy(_ policy: Located<String>) -> Located<String>? {
    let words: [String: ModuleRestartPolicy] = [
      "Always": .always, "OnFailure": .onFailure, "Never": .never,
    ]
    return words[policy.value].map { Located($0.rawValue, at: policy.node) }
  }

  static let restartPolicyRules = FieldMapping(
    .container, "restartPolicyRules", manifest: "", fidelity: .impossible,
    summary: "The agent does not look at exit codes beyond success and failure."
  ) { source, _, context in
    guard !source.container.restartPolicyRules.isEmpty else { return }
    context.reportImpossible(
      .lossRestartRulesUnsupported,
      "container '\(context.container)': the agent has no rules for exit codes, dropped",
      at: source.key("restartPolicyRules"),
      help: "let the program end with 0 when it shall not be started again")
  }

  static let imagePullPolicy = FieldMapping(
    .container, "imagePullPolicy", manifest: "modules.*.imagePullPolicy", fidelity: .lossy,
    summary: """
      Always becomes on-create and Never becomes never. IfNotPresent becomes on-create, too: a device that \
      is offline cannot create the module again.
      """
  ) { source, draft, context in
    guard let policy = source.container.imagePullPolicy, let known = policy.value.recognized else {
      return
    }
    let word: ModuleImagePullPolicy = known == .never ? .never : .onCreate
    draft.module.imagePullPolicy = Located(word.rawValue, at: policy.node)
    guard known == .ifNotPresent, !context.configMapStates("imagePullPolicy", of: source) else {
      return
    }
    context.decoding.report(
      .lossImagePullPolicyApproximated,
      "container '\(context.container)': the agent pulls the image whenever it creates the module",
      at: policy.node,
      help:
        "state imagePullPolicy in ConfigMap '\(source.container.name?.value ?? "")': on-create or never"
    )
  } toKubernetes: { residual, draft, _ in
    switch residual.module.imagePullPolicy?.value {
    case ModuleImagePullPolicy.onCreate.rawValue:
      draft.fields["imagePullPolicy"] = .string("Always")
    case ModuleImagePullPolicy.never.rawValue: draft.fields["imagePullPolicy"] = .string("Never")
    default: return
    }
    residual.module.imagePullPolicy = nil
  }
}

extension MappingContext {
  /// Whether the ConfigMap of a container says something that wins over the container.
  fileprivate func configMapStates(_ key: StaticString, of source: ContainerSource) -> Bool {
    guard let name = source.container.name else { return false }
    return references.configMap(named: name.value)?["data"]?[key] != nil
  }
}

extension ContainerSource {
  /// The key of a field of the container.
  func key(_ field: StaticString) -> SyntaxNode? { node?.member(field)?.key }

  /// The key of a field of the pod.
  func podKey(_ field: StaticString) -> SyntaxNode? { pod.residue.node?.member(field)?.key }
}
