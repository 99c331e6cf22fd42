internal import EdgeModel

extension FieldMapping {
  static let volumeMounts = FieldMapping(
    .container, "volumeMounts",
    manifest: """
      createOptions.HostConfig.Binds, createOptions.HostConfig.Mounts, createOptions.HostConfig.Tmpfs, \
      createOptions.HostConfig.Devices, createOptions.HostConfig.ShmSize, createOptions.Volumes
      """,
    fidelity: .lossy,
    summary: """
      A path of the device becomes a bind, a mount where it has to exist, or a device; an emptyDir, a claim \
      and nfs become Docker volumes with names; memory becomes a tmpfs or the size of /dev/shm. Files of \
      ConfigMaps and Secrets are bound from a folder that somebody has to copy to the device.
      """
  ) { source, draft, context in
    var writer = MountWriter(source, draft, context)
    for mount in source.container.volumeMounts { writer.add(mount) }
    draft = writer.draft
  } toKubernetes: { residual, draft, context in
    ContainerMounts.take(from: &residual, into: &draft, context)
  }

  static let volumeDevices = FieldMapping(
    .container, "volumeDevices", manifest: "", fidelity: .impossible,
    summary: "A block device that is claimed has no path on a device."
  ) { source, _, context in
    for device in source.container.volumeDevices {
      context.reportImpossible(
        .volumeDeviceUnsupported,
        "container '\(context.container)' uses volume '\(device.name?.value ?? "")' as a block device, which has no path on a device",
        at: device.name?.node ?? device.residue.node,
        help: "mount a 'hostPath' of type BlockDevice")
    }
  }

  /// A volume counts where it is mounted; here is only what nobody mounts.
  static let volumes = FieldMapping(
    .pod, "volumes", manifest: "createOptions.HostConfig, where they are mounted",
    fidelity: .lossy, summary: "Nothing becomes of a volume that no container mounts."
  ) { source, _, context in
    guard source.isFirst else { return }
    for volume in source.pod.volumes {
      guard let name = volume.name, !source.volumes.isUsed(name.value) else { continue }
      context.decoding.report(
        .volUnused, "no container mounts volume '\(name.value)'", at: name.node,
        help: "mount it, or remove it")
    }
  }
}
