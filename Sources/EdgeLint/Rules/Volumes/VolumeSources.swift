internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let volumeMultipleSources = Rule(
    "vol-multiple-sources", .error, "volume with more than one source",
    explanation: """
      The files of a volume come from one place. Several places in one directory are a `projected` \
      volume.
      """,
    source: """
      kubernetes/kubernetes pkg/apis/core/validation/validation.go (validateVolumeSource)
      """,
    examples: {
      [
        .flags(
          .kubernetes,
          WorkloadSample.volumes("- {name: data, emptyDir: {}, ⟦hostPath⟧: {path: /data}}")),
        .passes(
          .kubernetes,
          WorkloadSample.volumes("- {name: data, emptyDir: null, hostPath: {path: /data}}")),
      ]
    },
    check: .pod { pod, context in
      for volume in pod.spec.volumes where volume.sources.count > 1 {
        let keys = volume.sources.map(\.key).sorted { $0.range.start < $1.range.start }
        context.report(
          "volume '\(volume.name?.value ?? "")' has a second source", at: keys[1],
          labels: [.init("the first one", at: keys[0].range)], help: "remove one of them")
      }
    })

  static let volumeNoSource = Rule(
    "vol-no-source", .warning, "volume without a source",
    explanation: """
      A volume that does not say where its files come from is an empty directory, silently. Write \
      `emptyDir: {}` if that is meant.
      """,
    source: "kubernetes/kubernetes pkg/apis/core/v1/defaults.go (SetDefaults_Volume)",
    examples: {
      [
        .flags(.kubernetes, WorkloadSample.volumes("- name: ⟦data⟧")),
        .flags(.kubernetes, WorkloadSample.volumes("- name: data\n  ⟦configMap⟧:")),
        // Nothing else can be meant.
        .passes(.kubernetes, WorkloadSample.volumes("- name: data\n  emptyDir:")),
        .passes(.kubernetes, WorkloadSample.volumes("- {name: data, hostpath: /data}")),
        .passes(.kubernetes, WorkloadSample.volumes("- {name: data, hostPath: /data}")),
      ]
    },
    check: .pod { pod, context in
      for volume in pod.spec.volumes where volume.sources.isEmpty && volume.residue.isEmpty {
        let others = volume.residue.node?.members.filter { !$0.key.hasText("name") } ?? []
        guard others.allSatisfy({ $0.value.isNull && !$0.key.hasText("emptyDir") }) else {
          continue
        }
        context.report(
          "volume '\(volume.name?.value ?? "")' has no source, so it is an empty directory",
          at: others.first?.key ?? volume.name?.node ?? volume.residue.firstKey,
          help: "add its source, or 'emptyDir: {}'")
      }
    })

  static let volumeRemovedType = Rule(
    "vol-removed-type", .warning, "kind of volume that does not work any more",
    explanation: """
      These kinds of volumes are still accepted, and no longer do anything: their drivers have \
      been removed from Kubernetes, or switched off. Use a CSI driver; in the place of `gitRepo`, \
      an init container and an empty directory.
      """,
    source: "kubernetes/kubernetes pkg/api/pod/warnings.go",
    examples: {
      [
        .flags(
          .kubernetes,
          WorkloadSample.volumes(
            """
            - {name: data, ⟦gitRepo⟧: {repository: "https://example.com/edge.git"}}
            - {name: more, ⟦glusterfs⟧: {endpoints: e, path: p}}
            """)),
        .passes(
          .kubernetes, WorkloadSample.volumes("- {name: data, nfs: {server: s, path: /p}}")),
      ]
    },
    check: .pod { pod, context in
      for source in pod.spec.volumes.lazy.flatMap(\.sources) {
        guard case .other(let record) = source.kind else { continue }
        switch "\(record.shape.name)" {
        case "gitRepo":
          context.report(
            "'gitRepo' is deprecated, and switched off since 1.33", at: source.key,
            help: "clone with an init container into an 'emptyDir'")
        case "cephfs", "flocker", "glusterfs", "photonPersistentDisk", "quobyte", "rbd", "scaleIO",
          "storageos":
          context.report(
            "'\(record.shape.name)' does not work any more", at: source.key,
            help: "use a CSI driver")
        default: continue
        }
      }
    })

  static let volumeHostPathType = Rule(
    "vol-hostpath-type", .error, "kind of host path that there is not",
    explanation: """
      `type` says what has to be at the path: `Directory`, `File`, `Socket`, `CharDevice` or \
      `BlockDevice`, or with `DirectoryOrCreate` and `FileOrCreate` what is made there. Letter \
      case counts; an empty text checks nothing.
      """,
    source: """
      kubernetes/kubernetes pkg/apis/core/validation/validation.go (validateHostPathType)
      """,
    examples: {
      [
        .flags(
          .kubernetes,
          WorkloadSample.volumes("- {name: data, hostPath: {path: /data, type: ⟦directory⟧}}")),
        .passes(
          .kubernetes,
          WorkloadSample.volumes("- {name: data, hostPath: {path: /data, type: Directory}}")),
        .passes(
          .kubernetes,
          WorkloadSample.volumes("- {name: data, hostPath: {path: /data, type: \"\"}}")),
        .passes(
          .kubernetes,
          WorkloadSample.volumes("- {name: data, hostPath: {path: /data, type: \"${TYPE}\"}}")),
      ]
    },
    check: .pod { pod, context in
      for source in pod.spec.volumes.lazy.flatMap(\.sources) {
        guard case .hostPath(let path) = source.kind, let type = path.type,
          case .unknown(let text) = type.value, !(type.node?.isOpaque ?? false)
        else { continue }
        let names = HostPathVolumeSource.PathType.allCases.map(\.rawValue).filter { !$0.isEmpty }
        context.report(
          "'\(text)' is no type of a host path", at: type.node,
          help: Suggestion.question(for: text, among: names)
            ?? "use one of " + names.map { "'\($0)'" }.joined(separator: ", "))
      }
    })
}
