/// Volumes of the pod and where the container mounts them.
extension MappingDocumentation {
  static var volumeMounts: MappingDocumentation {
    MappingDocumentation(
      rows: [
        .row(
          "volumeMounts[].mountPath", "HostConfig.Binds", .exact,
          "the target; mounted twice it is refused"),
        .row(
          "volumeMounts[].readOnly", "HostConfig.Binds", .exact, ":ro, or ReadOnly of a mount"),
        .row(
          "volumeMounts[].mountPropagation", "HostConfig.Mounts[].BindOptions.Propagation", .exact,
          "rslave for HostToContainer, rshared for Bidirectional; None is the default",
          back: .exact,
          "rslave becomes HostToContainer, rshared Bidirectional"),
        .row(
          "volumeMounts[].subPath", "HostConfig.Binds", .exact,
          "behind the path of a hostPath; a part of a Docker volume cannot be mounted"),
        .row("volumeMounts[].subPathExpr", "HostConfig.Binds", .exact, "expanded, then as subPath"),
        .row(
          "volumeMounts[].recursiveReadOnly", .impossible, "Docker's API has it from 1.44 on"),
        .row("volumeMounts[].bindMountOptions", .impossible, "no create option has them"),
      ],
      examples: [
        .pod(
          """
          containers:
          - name: app
            image: example.io/app:1
            volumeMounts: [{name: data, mountPath: /data, readOnly: true}]
          volumes: [{name: data, hostPath: {path: /var/lib/data}}]
          """,
          becomes: #"{"createOptions": {"HostConfig": {"Binds": ["/var/lib/data:/data:ro"]}}}"#),
        .pod(
          """
          containers:
          - name: app
            image: example.io/app:1
            volumeMounts: [{name: store, mountPath: /store}]
          volumes: [{name: store, persistentVolumeClaim: {claimName: store}}]
          """,
          becomes: """
            {"createOptions": {"HostConfig": {"Mounts": [{"Source": "store", "Target": "/store", \
            "Type": "volume"}]}}}
            """),
      ],
      source: "moby/moby daemon/volume/mounts/linux_parser.go (ParseMountRaw)")
  }

  static var volumeDevices: MappingDocumentation {
    MappingDocumentation(
      rows: [.row("volumeDevices", .impossible, "a block device that is claimed has no path")],
      source: "containers/podman docs/kubernetes_support.md")
  }

  static var volumes: MappingDocumentation {
    MappingDocumentation(
      rows: [
        .pod(
          "volumes[].hostPath.type=DirectoryOrCreate", "HostConfig.Binds", .exact,
          "PATH:TARGET, as without a type; one that is missing is made", back: .exact,
          "a hostPath without type, and a claim for a volume name; other options stay in the ConfigMap"
        ),
        .pod(
          "volumes[].hostPath.type=Directory", "HostConfig.Mounts", .near,
          "a mount of type bind, whose path must be there", back: .lossy,
          "a volume becomes a claim, a tmpfs an emptyDir; a bind only with --lossy"),
        .pod(
          "volumes[].hostPath.type=File", "HostConfig.Mounts", .near,
          "a mount of type bind, whose path must be there"),
        .pod(
          "volumes[].hostPath.type=Socket", "HostConfig.Mounts", .near,
          "a mount of type bind, whose path must be there"),
        .pod(
          "volumes[].hostPath.type=FileOrCreate", "HostConfig.Mounts", .lossy,
          "a mount of type bind; nobody makes the file"),
        .pod(
          "volumes[].hostPath.type=CharDevice", "HostConfig.Devices", .near,
          "a device with rwm, or r where it is read-only", back: .lossy,
          "stays in the ConfigMap: in a cluster only privileged containers may use it"),
        .pod(
          "volumes[].hostPath.type=BlockDevice", "HostConfig.Devices", .near,
          "a device with rwm, or r where it is read-only"),
        .pod(
          "volumes[].emptyDir", "HostConfig.Mounts", .lossy,
          "a volume of the name WORKLOAD-VOLUME, which outlives the module"),
        .pod(
          "volumes[].emptyDir", "Volumes", .lossy,
          "with --empty-dir=anonymous a volume without a name",
          back: .near, "an emptyDir for each path"),
        .pod(
          "volumes[].emptyDir.medium=Memory", "HostConfig.Tmpfs", .lossy,
          "a tmpfs, in one container only; emptied when the module stops", back: .near,
          "an emptyDir in memory, where only rw, exec, mode and size are said"),
        .pod(
          "volumes[].emptyDir.sizeLimit", "HostConfig.ShmSize", .exact,
          "in bytes, where memory is mounted at /dev/shm only", back: .exact,
          "an emptyDir in memory at /dev/shm"),
        .pod(
          "volumes[].emptyDir.medium=HugePages", .impossible, "no create option has huge pages"),
        .pod(
          "volumes[].configMap", "HostConfig.Binds", .impossible,
          "with --config-volumes read-only from a folder that somebody copies to the device"),
        .pod(
          "volumes[].secret", "HostConfig.Binds", .impossible,
          "with --config-volumes read-only from a folder that somebody copies to the device"),
        .pod(
          "volumes[].projected", "HostConfig.Binds", .impossible,
          "with --config-volumes as configMap and secret; tokens and certificates never"),
        .pod(
          "volumes[].downwardAPI", "HostConfig.Binds", .impossible,
          "with --config-volumes fields that are known beforehand"),
        .pod(
          "volumes[].persistentVolumeClaim", "HostConfig.Mounts", .lossy,
          "a Docker volume of the name of the claim; size, class and access modes are lost"),
        .pod(
          "volumes[].nfs", "HostConfig.Mounts[].VolumeOptions.DriverConfig", .near,
          "a Docker volume of the driver local with type nfs", back: .near,
          "type nfs of the driver local becomes nfs; others stay in the ConfigMap"),
        .pod(
          "volumes[].ephemeral", "HostConfig.Mounts", .lossy, "as emptyDir; the template is lost"),
        .pod("volumes[].image", .impossible, "Docker's API has it from 1.48 on"),
        .pod("volumes[].csi", .impossible, "a device has no storage of a cluster"),
      ],
      examples: [
        .pod(
          """
          containers:
          - name: app
            image: example.io/app:1
            volumeMounts: [{name: camera, mountPath: /dev/video0}]
          volumes: [{name: camera, hostPath: {path: /dev/video0, type: CharDevice}}]
          """,
          becomes: """
            {"createOptions": {"HostConfig": {"Devices": [{"CgroupPermissions": "rwm", \
            "PathInContainer": "/dev/video0", "PathOnHost": "/dev/video0"}]}}}
            """),
        .pod(
          """
          containers:
          - name: app
            image: example.io/app:1
            volumeMounts: [{name: shm, mountPath: /dev/shm}]
          volumes: [{name: shm, emptyDir: {medium: Memory, sizeLimit: 256Mi}}]
          """,
          becomes: #"{"createOptions": {"HostConfig": {"ShmSize": 268435456}}}"#),
        .pod(
          """
          containers:
          - name: app
            image: example.io/app:1
            volumeMounts: [{name: store, mountPath: /store}]
          volumes: [{name: store, csi: {driver: disk.csi.example.com}}]
          """,
          isRefusedBy: "volume-kind-unsupported"),
      ],
      source: "kubernetes/api core/v1/types.go (VolumeSource)")
  }
}
