internal import EdgeDiagnostics
internal import EdgeModel

extension Rule {
  static let volumeReferenceMissing = Rule(
    "vol-ref-missing", .warning, "volume from an object that is not in the input",
    explanation: """
      A pod does not start while a ConfigMap, Secret or claim that a volume is made of is missing, \
      or has no entry of the name, unless the reference is `optional`. Only the input is known \
      here: the cluster may have the object.
      """,
    source: "kubernetes/kubernetes pkg/volume/configmap/configmap.go, pkg/volume/secret/secret.go",
    examples: {
      [
        .flags(
          .kubernetes,
          WorkloadSample.volumes(
            """
            - {name: a, configMap: {name: settings, items: [{key: ⟦b⟧, path: b}]}}
            - {name: b, secret: {secretName: ⟦password⟧}}
            - {name: c, persistentVolumeClaim: {claimName: ⟦disk⟧}}
            - {name: d, projected: {sources: [{configMap: {name: ⟦settins⟧}}]}}
            """) + "\n---\n" + WorkloadSample.data("ConfigMap", "data: {a: x}")),
        .passes(
          .kubernetes,
          WorkloadSample.volumes(
            """
            - {name: a, configMap: {name: settings, items: [{key: a, path: b}]}}
            - {name: b, secret: {secretName: password, optional: true}}
            - {name: c, persistentVolumeClaim: {claimName: "${CLAIM}"}}
            """) + "\n---\n" + WorkloadSample.data("ConfigMap", "data: {a: x}")),
        .passes(
          .kubernetes,
          WorkloadSample.object(
            "apps/v1", "StatefulSet",
            spec: """
              volumeClaimTemplates: [{metadata: {name: data}}]
              template:
                spec:
                  volumes:
                  - {name: data, persistentVolumeClaim: {claimName: data}}
              """)),
      ]
    },
    check: .pod { pod, context in
      let input = InputReference(from: pod, context)
      let replaced = pod.volumesOfClaimTemplates
      for volume in pod.spec.volumes where !replaced.contains(volume.name?.value ?? "") {
        for source in volume.sources {
          input.check(source) { "volume '\(volume.name?.value ?? "")'" }
        }
      }
    })
}

extension PodSubject {
  /// The names of the volumes that a StatefulSet makes of its claim templates, in the place of those
  /// that its pod template has under the same names.
  ///
  /// Source: kubernetes/kubernetes pkg/controller/statefulset/stateful_set_utils.go (updateStorage).
  fileprivate var volumesOfClaimTemplates: Set<String> {
    guard case .statefulSet(let set) = object.resource else { return [] }
    return Set(set.spec?.volumeClaimTemplates.compactMap { $0.metadata?.name?.value } ?? [])
  }
}

extension InputReference {
  fileprivate func check(_ source: VolumeSource, reader: () -> String) {
    switch source.kind {
    case .configMap(let map):
      check("ConfigMap", named: map.name, items: map.items, optional: map.optional, reader)
    case .secret(let secret):
      check(
        "Secret", named: secret.secretName, items: secret.items, optional: secret.optional, reader)
    case .persistentVolumeClaim(let claim):
      check(
        "PersistentVolumeClaim", named: claim.claimName, items: [], optional: nil, reader)
    case .projected(let projected):
      for source in projected.sources {
        if let map = source.configMap {
          check("ConfigMap", named: map.name, items: map.items, optional: map.optional, reader)
        }
        if let secret = source.secret {
          check(
            "Secret", named: secret.name, items: secret.items, optional: secret.optional, reader)
        }
      }
    default: return
    }
  }

  private func check(
    _ kind: String, named name: Located<String>?, items: [KeyToPath], optional: Located<Bool>?,
    _ reader: () -> String
  ) {
    guard !items.isEmpty else {
      return check(kind, named: name, optional: optional, reader: reader())
    }
    for item in items {
      check(kind, named: name, key: item.key, optional: optional, reader: reader())
    }
  }
}
