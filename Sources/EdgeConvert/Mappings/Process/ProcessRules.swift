package import EdgeDiagnostics

extension RuleInfo {
  /// What gets lost of the processes of a container, or cannot be said of them.
  static let processMappingRules: [RuleInfo] = [
    .healthcheckNotActedOn, .lifecycleHookUnsupported, .lossActiveDeadlineUnsupported,
    .lossImagePullPolicyApproximated, .lossRestartRulesUnsupported,
    .lossRuntimeClassApproximated, .lossUserNamespaceUnsupported,
    .shareProcessNamespaceUnsupported, .stopSignalInvalid, .stopTimeoutDefaultDiffers,
    .workingDirRelative,
  ]

  private static let podmanSupport = "containers/podman docs/kubernetes_support.md"

  /// In createOptions it is told as advice.
  package static let healthcheckNotActedOn = RuleInfo(
    "healthcheck-not-acted-on", .info, "health check that nobody acts on",
    explanation: """
      Docker runs the check and shows the result, but IoT Edge does not look at it: no module is started \
      again, and no status changes, because of it. A module that hangs should end itself, so that its \
      restart policy counts.
      """,
    source: "Azure/iotedge edgelet/edgelet-docker/src/module.rs (runtime_state)")

  package static let lifecycleHookUnsupported = RuleInfo(
    "lifecycle-hook-unsupported", .error, "something to do after a start or before a stop",
    explanation: """
      The agent starts modules and stops them, and does nothing in between. What `postStart` and `preStop` \
      do belongs into the program: before its work begins, and when it gets the stop signal.
      """,
    source: podmanSupport)

  package static let lossActiveDeadlineUnsupported = RuleInfo(
    "loss-active-deadline-unsupported", .warning, "time after which a pod is ended",
    explanation: """
      The agent keeps modules running as long as the deployment applies. A program that shall end after \
      some time has to do so itself, with the restart policy Never.
      """,
    source: podmanSupport)

  package static let lossImagePullPolicyApproximated = RuleInfo(
    "loss-image-pull-policy-approximated", .warning, "image that is pulled although it is there",
    explanation: """
      The agent knows `on-create`, which pulls whenever a module is created, and `never`. A device that is \
      offline cannot create a module again under `on-create`, even if it has the image. Say in the \
      ConfigMap of the container which of the two is meant.
      """,
    source: "Azure/iotedge edgelet/edgelet-http-mgmt/src/module/mod.rs (pull_image)")

  package static let lossRestartRulesUnsupported = RuleInfo(
    "loss-restart-rules-unsupported", .warning, "restart that depends on an exit code",
    explanation: """
      The agent tells success from failure, nothing more. A restart policy of `OnFailure` and exit code 0 \
      say what can be said.
      """,
    source: "Azure/iotedge edge-agent/…/Agent.Core/RestartPolicyManager.cs")

  package static let lossRuntimeClassApproximated = RuleInfo(
    "loss-runtime-class-approximated", .warning, "runtime class whose handler is not known",
    explanation: """
      The handler of a runtime class stands in an object of the cluster and usually has the same name. On \
      the device the container engine must have a runtime of that name.
      """,
    source: "Mirantis/cri-dockerd core/sandbox_run.go")

  package static let lossUserNamespaceUnsupported = RuleInfo(
    "loss-user-namespace-unsupported", .warning, "pod with users of its own",
    explanation: """
      Docker maps users for all containers or for none: `userns-remap` in the configuration of the engine.
      """,
    source: "moby/moby api/types/container/hostconfig.go (UsernsMode.Valid)")

  package static let shareProcessNamespaceUnsupported = RuleInfo(
    "share-process-namespace-unsupported", .error, "containers that see each other's processes",
    explanation: """
      Each module has processes of its own. With --share-pid the modules of a pod join the first one's, and \
      fail to start as long as that one does not run.
      """,
    source: "Mirantis/cri-dockerd core/security_context.go (modifyContainerNamespaceOptions)")

  package static let stopSignalInvalid = RuleInfo(
    "stop-signal-invalid", .error, "stop signal that Linux does not have",
    explanation: """
      A stop signal is the name of a signal, with or without SIG, or its number as text. Docker refuses \
      others, so the module is not created.
      """,
    source: "moby/sys signal/signal.go (ParseSignal)")

  package static let stopTimeoutDefaultDiffers = RuleInfo(
    "stop-timeout-default-differs", .info, "time to stop that is shorter than in a cluster",
    explanation: """
      A pod has 30 seconds to stop and a container of Docker 10, unless somebody says otherwise. Write \
      `terminationGracePeriodSeconds`, or `StopTimeout` in createOptions.
      """,
    source: "moby/moby daemon/stop.go (containerStop)")

  package static let workingDirRelative = RuleInfo(
    "working-dir-relative", .error, "working directory that is not absolute",
    explanation: """
      Docker refuses a working directory that does not begin with '/', so the module is not created.
      """,
    source: "moby/moby daemon/container.go (translateWorkingDir)")
}
