internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let claimRules = Rule(
    "pvc-rules", .error, "claim of storage that the API server refuses",
    explanation: """
      A claim has at least one access mode and asks for storage above 0. `ReadWriteOncePod` stands \
      alone. The same holds for the claims of a StatefulSet and of ephemeral volumes.
      """,
    source: """
      kubernetes/kubernetes pkg/apis/core/validation/validation.go \
      (ValidatePersistentVolumeClaimSpec)
      """,
    examples: {
      [
        .flags(.kubernetes, whole("⟦spec⟧: {}")),
        .flags(
          .kubernetes,
          claim("accessModes: [ReadWriteOnce]\nresources: {requests: {storage: ⟦0⟧}}")),
        .flags(
          .kubernetes,
          claim(
            """
            accessModes: [⟦ReadWriteOncePod⟧, ReadWriteOnce]
            ⟦resources⟧: {limits: {storage: 1Gi}}
            storageClassName: ⟦A_⟧
            selector: {matchExpressions: [{key: a, operator: ⟦In⟧}]}
            """)),
        .flags(
          .kubernetes,
          WorkloadSample.object(
            "apps/v1", "StatefulSet",
            spec: """
              volumeClaimTemplates:
              - metadata: {name: data}
                spec: {⟦accessModes⟧: [], resources: {requests: {storage: 1Gi}}}
              """)),
        .passes(
          .kubernetes,
          claim(
            """
            accessModes: [ReadWriteOnce]
            resources: {requests: {storage: 1Gi}}
            storageClassName: ""
            """)),
        // Another rule says that the mode is none.
        .passes(
          .kubernetes, claim("accessModes: [RWO]\nresources: {requests: {storage: 10GB}}")),
      ]
    },
    check: .object { object, context in
      switch object.resource {
      case .persistentVolumeClaim(let claim):
        if let spec = claim.spec {
          checkClaim(spec, "\(object.title)", at: object.node.member("spec")?.key, context)
        } else if claim.residue.lacks("spec", of: PersistentVolumeClaim.self) {
          context.report("\(object.title) asks for nothing", at: object.place, help: "add 'spec'")
        }
      case .statefulSet(let set):
        for claim in set.spec?.volumeClaimTemplates ?? [] {
          guard let spec = claim.spec else { continue }
          checkClaim(
            spec, "claim '\(claim.metadata?.name?.value ?? "")'", at: claim.residue.key("spec"),
            context)
        }
      default: break
      }
      guard let pod = object.resource.workload?.podTemplate?.spec else { return }
      for volume in pod.volumes {
        for source in volume.sources {
          guard case .ephemeral(let ephemeral) = source.kind,
            let template = ephemeral.volumeClaimTemplate, let spec = template.spec
          else { continue }
          checkClaim(
            spec, "the claim of volume '\(volume.name?.value ?? "")'",
            at: template.residue.key("spec"), context)
        }
      }
    })

  static let disruptionBudgetBoth = Rule(
    "pdb-both", .error, "disruption budget with both numbers",
    explanation: """
      A PodDisruptionBudget says how many pods have to stay, or how many may go; not both.
      """,
    source: """
      kubernetes/kubernetes pkg/apis/policy/validation/validation.go \
      (ValidatePodDisruptionBudgetSpec)
      """,
    examples: {
      [
        .flags(
          .kubernetes,
          WorkloadSample.object(
            "policy/v1", "PodDisruptionBudget",
            spec: "minAvailable: 1\n⟦maxUnavailable⟧: 1\nselector: {matchLabels: {app: sensor}}")),
        .passes(
          .kubernetes,
          WorkloadSample.object(
            "policy/v1", "PodDisruptionBudget", spec: "minAvailable: 1\nmaxUnavailable: null")),
      ]
    },
    check: .object { object, context in
      guard object.header.kindNode?.hasText("PodDisruptionBudget") == true,
        object.header.group == "policy", let spec = object.node["spec"],
        let minimum = spec.member("minAvailable"), !minimum.value.isNull,
        let maximum = spec.member("maxUnavailable"), !maximum.value.isNull
      else { return }
      let keys = [minimum.key, maximum.key].sorted { $0.range.start < $1.range.start }
      context.report(
        "\(object.title) has both 'minAvailable' and 'maxUnavailable'", at: keys[1],
        labels: [.init("the other one", at: keys[0].range)], help: "remove one of the two")
    })
}

private func checkClaim(
  _ spec: PersistentVolumeClaimSpec, _ title: String, at place: SyntaxNode?,
  _ context: RuleContext
) {
  checkModes(of: spec, title, at: place, context)
  let type = PersistentVolumeClaimSpec.self
  if let resources = spec.resources {
    if let storage = resources.requests["storage"] {
      if storage.value.isZero || storage.value.isNegative {
        context.report(
          "\(title) asks for no storage", at: storage.node, help: "write an amount above 0")
      }
    } else {
      let requests = resources.residue.node?["requests"]
      // An amount that could not be read has been reported.
      if requests?["storage"] == nil, requests.map({ $0.isMapping || $0.isNull }) ?? true,
        resources.residue.isEmpty
      {
        context.report(
          "\(title) does not say how much storage it asks for", at: spec.residue.key("resources"),
          help: "add 'requests.storage'")
      }
    }
  } else if spec.residue.lacks("resources", of: type), !spec.accessModes.isEmpty {
    // Without access modes either, one finding is enough.
    context.report(
      "\(title) does not say how much storage it asks for", at: place,
      help: "add 'resources.requests.storage'")
  }
  if let name = spec.storageClassName, !name.value.isEmpty, !name.isOpaque,
    let problem = APINameForm.subdomain.problem(of: name.value)
  {
    context.report(
      "storage class '\(name.value)' \(problem)", at: name.node,
      help: APINameForm.subdomain.help(for: name.value))
  }
  spec.selector?.reportMistakes(context)
}

private func checkModes(
  of spec: PersistentVolumeClaimSpec, _ title: String, at place: SyntaxNode?,
  _ context: RuleContext
) {
  guard !spec.accessModes.isEmpty else {
    let written = spec.residue.node?.member("accessModes")
    let isEmpty = written?.value.elements.first { _ in true } == nil
    guard
      written.map({ $0.value.isNull || $0.value.isSequence && isEmpty })
        ?? spec.residue.lacks("accessModes", of: PersistentVolumeClaimSpec.self)
    else { return }
    return context.report(
      "\(title) has no access mode", at: written?.key ?? place,
      help: "add 'accessModes', for example [ReadWriteOnce]")
  }
  guard spec.accessModes.count > 1,
    let alone = spec.accessModes.first(where: { $0.value == .readWriteOncePod })
  else { return }
  context.report(
    "'ReadWriteOncePod' does not go with other access modes", at: alone.node,
    help: "remove it, or the others")
}

/// A claim with these lines in its spec.
private func claim(_ spec: String) -> String {
  WorkloadSample.object("v1", "PersistentVolumeClaim", name: "disk", spec: spec)
}

/// A claim with these lines beside its metadata.
private func whole(_ lines: String) -> String {
  WorkloadSample.data("PersistentVolumeClaim", name: "disk", lines)
}
