internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

private let source =
  "kubernetes/kubernetes pkg/apis/core/validation/validation.go (ValidateVolumes)"

extension Rule {
  static let volumeName = Rule(
    "vol-name", .error, "volume name that is missing or malformed",
    explanation: """
      Mounts refer to a volume by its name: up to 63 lower-case letters, digits and inner `-`.
      """,
    source: source,
    examples: {
      [
        .flags(
          .kubernetes,
          WorkloadSample.volumes(
            """
            - {name: ⟦My_Data⟧, emptyDir: {}}
            - {name: ⟦a.b⟧, emptyDir: {}}
            - {name: ⟦""⟧, emptyDir: {}}
            - ⟦emptyDir⟧: {}
            """)),
        .passes(
          .kubernetes,
          WorkloadSample.volumes("- {name: data, emptyDir: {}}\n- {name: \"${NAME}\"}")),
      ]
    },
    check: .pod { pod, context in
      for volume in pod.spec.volumes {
        guard let name = volume.name else {
          if volume.residue.lacks("name", of: Volume.self) {
            context.report(
              "a volume has no name", at: volume.residue.firstKey, help: "add 'name'")
          }
          continue
        }
        guard !name.isOpaque, let problem = APINameForm.label.problem(of: name.value) else {
          continue
        }
        context.report(
          name.value.isEmpty
            ? "the name of a volume is empty" : "volume name '\(name.value)' \(problem)",
          at: name.node, help: APINameForm.label.help(for: name.value))
      }
    })

  static let volumeDuplicate = Rule(
    "vol-duplicate", .error, "volume name that is given twice",
    explanation:
      "Mounts refer to a volume by its name, so each volume of a pod has one of its own.",
    source: source,
    examples: {
      [
        .flags(
          .kubernetes,
          WorkloadSample.volumes("- {name: data, emptyDir: {}}\n- {name: ⟦data⟧, emptyDir: {}}")),
        .passes(
          .kubernetes,
          WorkloadSample.volumes("- {name: data, emptyDir: {}}\n- {name: cache, emptyDir: {}}")),
      ]
    },
    check: .pod { pod, context in
      guard pod.spec.volumes.count > 1 else { return }
      var first: [String: SyntaxNode] = [:]
      for volume in pod.spec.volumes {
        guard let name = volume.name, let node = name.node, !name.value.isEmpty else { continue }
        guard let earlier = first[name.value] else {
          first[name.value] = node
          continue
        }
        context.report(
          "volume '\(name.value)' is given twice", at: node,
          labels: [.init("first given here", at: earlier.range)],
          help: "give one of them another name")
      }
    })

  static let volumeUnused = Rule(
    "vol-unused", .info, "volume that no container mounts",
    explanation: """
      The volume is made for the pod, and no container sees it. Mount it, or remove it.
      """,
    source: "kubernetes/api core/v1/types.go (PodSpec.Volumes, Container.VolumeMounts)",
    examples: {
      [
        .flags(
          .kubernetes,
          WorkloadSample.volumes("- {name: data, emptyDir: {}}\n- {name: ⟦cache⟧, emptyDir: {}}")),
        .passes(.kubernetes, WorkloadSample.volumes("- {name: data, emptyDir: {}}")),
        .passes(
          .kubernetes,
          WorkloadSample.pod(
            """
            containers:
            - {name: sensor, volumeDevices: [{name: disk, devicePath: /dev/sdb}]}
            volumes:
            - {name: disk, persistentVolumeClaim: {claimName: disk}}
            """)),
      ]
    },
    check: .pod { pod, context in
      guard !pod.spec.volumes.isEmpty else { return }
      let containers =
        pod.spec.containers + pod.spec.initContainers
        + pod.spec.ephemeralContainers.map(\.container)
      var used: Set<String> = []
      for container in containers {
        used.formUnion(container.volumeMounts.compactMap(\.name?.value))
        used.formUnion(container.volumeDevices.compactMap(\.name?.value))
        used.formUnion(container.env.compactMap(\.valueFrom?.fileKeyRef?.volumeName?.value))
      }
      // A name that is filled in later may be that of any volume.
      guard !used.contains(where: { $0.contains("${") }) else { return }
      for volume in pod.spec.volumes {
        guard let name = volume.name, !name.isOpaque, !name.value.isEmpty,
          !used.contains(name.value)
        else { continue }
        context.report(
          "no container mounts volume '\(name.value)'", at: name.node,
          help: "mount it with 'volumeMounts', or remove it")
      }
    })
}
