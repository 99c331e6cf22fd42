/// What stands above the pod, and what a manifest has beside createOptions: no mapping of a field, because
/// it concerns a whole deployment.
extension MappingDocumentation {
  /// The fields of workloads and of other objects, and the keys of modules and of a deployment.
  package static var objects: MappingDocumentation {
    MappingDocumentation(
      rows: above + annotations + moduleKeys, source: "Azure/iot-edge-virtual-kubelet-provider")
  }

  private static var above: [Row] {
    [
      .object(
        "spec.replicas=0", "modules.*.status", .near,
        "stopped, unless the ConfigMap says something else", back: .exact,
        "the key status of the ConfigMap, where it is not running"),
      .object(
        "spec.replicas", "", .lossy, "one deployment, whatever the number: the hub has the devices"),
      .object("spec.strategy", "", .ignored, "the hub rolls out"),
      .object("spec.selector", "", .ignored, "the hub knows its modules by name"),
      .object("spec.minReadySeconds", "", .ignored, "the hub rolls out"),
      .object("spec.revisionHistoryLimit", "", .ignored, "the hub keeps no revisions"),
      .object("spec.progressDeadlineSeconds", "", .ignored, "the hub waits for no one"),
      .object("spec.paused", "", .ignored, "the hub rolls out"),
      .object(
        "Service", "", .lossy, "a module is reached by its own name; ports of nodes are lost"),
      .object(
        "PersistentVolumeClaim", "", .lossy,
        "its name is that of a Docker volume; size, class and access modes are lost"),
      .object("DaemonSet", "modules", .lossy, controllers),
      .object("StatefulSet", "modules", .lossy, controllers),
      .object("ReplicaSet", "modules", .exact, "modules of its pods, as a Deployment"),
      .object("Job", "modules", .lossy, controllers),
      .object("CronJob", "modules", .lossy, controllers),
    ]
  }

  private static let controllers = "modules of its pods; what the controller does is lost"

  private static var annotations: [Row] {
    [
      .object(
        "spec.template.metadata.labels", "", .exact, "the labels of the configuration"),
      .object(
        "spec.template.metadata.annotations.isEdgeDeployment", "", .exact,
        "\"true\" makes it an edge deployment"),
      .object(
        "spec.template.metadata.annotations.targetCondition", "", .exact,
        "the target condition of the configuration"),
      .object(
        "spec.template.metadata.annotations.priority", "", .exact,
        "the priority of the configuration"),
      .object(
        "spec.template.metadata.annotations.loggingOptions", "runtime.settings.loggingOptions",
        .exact, "the options of logging of the runtime", back: .exact, "the annotation"),
      .object(
        "spec.template.metadata.annotations", "", .ignored, "others are not copied to modules"),
    ]
  }

  /// What the ConfigMap of a module's name says of it.
  private static var moduleKeys: [Row] {
    [
      .key("modules.*.type", back: .exact, "always docker"),
      .key("modules.*.version", back: .exact, "the key version of the ConfigMap"),
      .key(
        "modules.*.settings.createOptions", back: .exact,
        "fields of the container, and the key createOptions of the ConfigMap"),
      .key(
        "modules.*.desired", back: .exact, "the key desiredProperties of the ConfigMap"),
      .key("routes", back: .exact, "desiredProperties of the ConfigMap edgehub"),
      .key(
        "storeAndForwardConfiguration", back: .exact, "desiredProperties of the ConfigMap edgehub"),
    ]
  }

  /// Keys of createOptions that Kubernetes has no field for, and why: they stay in the ConfigMap.
  package static let residual: [(key: String, reason: String)] = [
    ("ArgsEscaped", "Windows only"),
    ("AttachStderr", "nobody is attached to a module"),
    ("AttachStdin", "nobody is attached to a module"),
    ("AttachStdout", "nobody is attached to a module"),
    ("MacAddress", "a pod has no address of its own choice"),
    ("NetworkDisabled", "every pod has a network"),
    ("OnBuild", "it is about images"),
    ("Shell", "a container has no shell of its own"),
    ("HostConfig.Annotations", "they are of the OCI runtime"),
    ("HostConfig.AutoRemove", "a cluster removes pods itself"),
    ("HostConfig.BlkioDeviceReadBps", "Kubernetes limits no block devices"),
    ("HostConfig.BlkioDeviceReadIOps", "Kubernetes limits no block devices"),
    ("HostConfig.BlkioDeviceWriteBps", "Kubernetes limits no block devices"),
    ("HostConfig.BlkioDeviceWriteIOps", "Kubernetes limits no block devices"),
    ("HostConfig.BlkioWeight", "Kubernetes limits no block devices"),
    ("HostConfig.BlkioWeightDevice", "Kubernetes limits no block devices"),
    ("HostConfig.Capabilities", "no engine takes it any more"),
    ("HostConfig.Cgroup", "the kubelet makes cgroups"),
    ("HostConfig.CgroupParent", "the kubelet makes cgroups"),
    ("HostConfig.CgroupnsMode", "the kubelet makes cgroups"),
    ("HostConfig.ConsoleSize", "a terminal has the size of whoever looks at it"),
    ("HostConfig.ContainerIDFile", "it is about clients"),
    ("HostConfig.CpuCount", "Windows only"),
    ("HostConfig.CpuPercent", "Windows only"),
    ("HostConfig.CpuRealtimePeriod", "Kubernetes has no real-time limits"),
    ("HostConfig.CpuRealtimeRuntime", "Kubernetes has no real-time limits"),
    ("HostConfig.CpusetCpus", "the kubelet chooses processors"),
    ("HostConfig.CpusetMems", "the kubelet chooses memory nodes"),
    ("HostConfig.DeviceCgroupRules", "devices are a matter of plugins"),
    ("HostConfig.DiskQuota", "no engine takes it any more"),
    ("HostConfig.IOMaximumBandwidth", "Windows only"),
    ("HostConfig.IOMaximumIOps", "Windows only"),
    ("HostConfig.Init", "a pod has its own init process"),
    ("HostConfig.InitPath", "no engine takes it"),
    ("HostConfig.Isolation", "Windows only"),
    ("HostConfig.KernelMemory", "no engine takes it any more"),
    ("HostConfig.KernelMemoryTCP", "no engine takes it any more"),
    ("HostConfig.Links", "containers of a pod share localhost"),
    ("HostConfig.LogConfig", "logs are a matter of the node"),
    ("HostConfig.MemorySwappiness", "Kubernetes has no swap of containers"),
    ("HostConfig.OomKillDisable", "Kubernetes decides by its own classes"),
    ("HostConfig.OomScoreAdj", "Kubernetes decides by its own classes"),
    ("HostConfig.PidsLimit", "a limit of the node"),
    ("HostConfig.PublishAllPorts", "ports are published one by one"),
    ("HostConfig.RestartPolicy", "it competes with the agent; the module has one"),
    ("HostConfig.StorageOpt", "it is about the storage driver"),
    ("HostConfig.UTSMode", "it belongs to the network of the host"),
    ("HostConfig.Ulimits", "Kubernetes has no limits of processes"),
    ("HostConfig.VolumeDriver", "it is about volumes of Docker"),
    ("HostConfig.VolumesFrom", "volumes belong to the pod"),
  ]
}
