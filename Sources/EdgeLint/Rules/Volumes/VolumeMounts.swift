internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

private let source = """
  kubernetes/kubernetes pkg/apis/core/validation/validation.go (ValidateVolumeMounts, \
  ValidateVolumeDevices)
  """

extension Rule {
  static let volumeMountUnknown = Rule(
    "vol-mount-unknown", .error, "mount of a volume that the pod does not have",
    explanation: """
      A mount names a volume of the pod; in a StatefulSet also one of `volumeClaimTemplates`. A \
      block device is a claim, and is not mounted at the same time.
      """,
    source: source,
    examples: {
      [
        .flags(
          .kubernetes,
          WorkloadSample.pod(
            """
            containers:
            - name: sensor
              volumeMounts: [{name: ⟦dta⟧, mountPath: /data}, {⟦mountPath⟧: /more}]
            volumes: [{name: data, emptyDir: {}}]
            """)),
        .flags(
          .kubernetes,
          WorkloadSample.volumes("- {name: other, emptyDir: {}}")
            .replacing("name: data", with: "name: ⟦data⟧")),
        .flags(
          .kubernetes,
          WorkloadSample.pod(
            """
            containers:
            - name: sensor
              volumeDevices: [{name: ⟦data⟧, devicePath: /dev/sdb}, {name: disk, devicePath: \
              /dev/c}]
              volumeMounts: [{name: ⟦disk⟧, mountPath: /disk}]
            volumes:
            - {name: data, emptyDir: {}}
            - {name: disk, persistentVolumeClaim: {claimName: disk}}
            """)),
        .passes(.kubernetes, WorkloadSample.volumes("- {name: data, emptyDir: {}}")),
        .passes(.kubernetes, WorkloadSample.volumes("- {name: \"${VOLUME}\", emptyDir: {}}")),
        .passes(
          .kubernetes,
          WorkloadSample.object(
            "apps/v1", "StatefulSet",
            spec: """
              template:
                spec:
                  containers:
                  - {name: db, volumeMounts: [{name: data, mountPath: /data}]}
              volumeClaimTemplates: [{metadata: {name: data}}]
              """)),
      ]
    },
    check: .pod { pod, context in
      let volumes = MountableVolumes(of: pod)
      for (container, role) in pod.allContainers {
        for mount in container.volumeMounts {
          volumes.check(
            mount.name, mount.residue, VolumeMount.self, of: container.title(role), context)
        }
        guard !container.volumeDevices.isEmpty else { continue }
        for device in container.volumeDevices {
          volumes.check(
            device.name, device.residue, VolumeDevice.self, of: container.title(role), context)
          if let name = device.name, volumes.isNoDevice(name.value) {
            context.report(
              "volume '\(name.value)' is no block device", at: name.node,
              help: "use a 'persistentVolumeClaim', or mount the volume")
          }
        }
        let devices = container.volumeDevices.compactMap(\.name?.value)
        for mount in container.volumeMounts {
          guard let name = mount.name, devices.contains(name.value), !name.value.isEmpty else {
            continue
          }
          context.report(
            "volume '\(name.value)' is a block device of the same container", at: name.node,
            help: "remove the mount or the device")
        }
      }
    })

  static let volumeMountPath = Rule(
    "vol-mount-path", .error, "mount without a place of its own",
    explanation: """
      Each mount has a path, and each path of a container is there once. Paths of block devices \
      are, too. `recursiveReadOnly` has a meaning only for a mount that is `readOnly`.
      """,
    source: source,
    examples: {
      [
        .flags(
          .kubernetes,
          WorkloadSample.container(
            """
            volumeMounts:
            - {name: data, mountPath: /data}
            - {name: more, mountPath: ⟦/data⟧}
            - name: ⟦third⟧
            - {name: fourth, mountPath: ⟦""⟧}
            - {name: fifth, mountPath: /fifth, recursiveReadOnly: ⟦Enabled⟧}
            volumeDevices:
            - {name: a, devicePath: /dev/a}
            - {name: b, devicePath: ⟦/dev/a⟧}
            """)),
        .passes(
          .kubernetes,
          WorkloadSample.container(
            """
            volumeMounts:
            - {name: data, mountPath: /data}
            - {name: more, mountPath: /data/}
            - {name: third, mountpath: /third}
            - {name: fourth, mountPath: /fourth, readOnly: true, recursiveReadOnly: Enabled}
            """)),
      ]
    },
    check: .container { container, context in
      guard !container.container.volumeMounts.isEmpty || !container.container.volumeDevices.isEmpty
      else { return }
      var first: [String: SyntaxNode] = [:]
      for mount in container.container.volumeMounts {
        checkPath(
          mount.mountPath, "mountPath", of: VolumeMount.self, mount.name, mount.residue, &first,
          context)
        if let recursive = mount.recursiveReadOnly, recursive.value.recognized != nil,
          recursive.value != .disabled, mount.readOnly?.value != true
        {
          context.report(
            "'recursiveReadOnly' of a mount that is not read-only", at: recursive.node,
            help: "add 'readOnly: true', or remove it")
        }
      }
      for device in container.container.volumeDevices {
        checkPath(
          device.devicePath, "devicePath", of: VolumeDevice.self, device.name, device.residue,
          &first,
          context)
      }
    })

  static let volumeMountRelative = Rule(
    "vol-mount-relative", .warning, "mount path that is not absolute",
    explanation: """
      The API server accepts a relative path, and the runtime reads it from the root of the \
      container, or refuses it. Write the path with a `/` at the start.
      """,
    source: """
      kubernetes/kubernetes pkg/kubelet/kubelet_pods.go (makeMounts); opencontainers/runtime-spec \
      config.md (Mounts)
      """,
    examples: {
      [
        .flags(
          .kubernetes,
          WorkloadSample.container("volumeMounts: [{name: data, mountPath: ⟦data⟧}]")),
        .passes(
          .kubernetes,
          WorkloadSample.container(
            #"volumeMounts: [{name: a, mountPath: /a}, {name: c, mountPath: 'C:\c'}]"#)),
        .passes(
          .kubernetes,
          WorkloadSample.container("volumeMounts: [{name: data, mountPath: \"${DATA}\"}]")),
      ]
    },
    check: .container { container, context in
      for mount in container.container.volumeMounts {
        guard let path = mount.mountPath, !path.value.isEmpty, !path.value.hasPrefix("/"),
          !path.value.hasDriveLetter, !path.isOpaque
        else { continue }
        context.report(
          "mount path '\(path.value)' is not absolute", at: path.node,
          help: "write '/\(path.value)'")
      }
    })
}

private func checkPath(
  _ path: Located<String>?, _ field: StaticString, of type: any ModelObject.Type,
  _ name: Located<String>?, _ residue: Residue, _ first: inout [String: SyntaxNode],
  _ context: RuleContext
) {
  guard let path, let node = path.node else {
    if residue.plainlyLacks(field, of: type) {
      context.report(
        "volume '\(name?.value ?? "")' has no '\(field)'", at: name?.node ?? residue.firstKey,
        help: "add '\(field)'")
    }
    return
  }
  if path.value.isEmpty {
    context.report("'\(field)' is empty", at: node, help: "write an absolute path")
  } else if let earlier = first[path.value] {
    context.report(
      "path '\(path.value)' is taken twice", at: node,
      labels: [.init("first taken here", at: earlier.range)], help: "use another path")
  } else {
    first[path.value] = node
  }
}
