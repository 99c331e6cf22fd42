internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension FieldMapping {
  static let lifecycle = FieldMapping(
    .container, "lifecycle", manifest: "createOptions.StopSignal", fidelity: .lossy,
    summary: """
      stopSignal is taken as it is. postStart and preStop cannot be said: nobody on a device does anything \
      after a module starts or before it stops.
      """
  ) { source, draft, context in
    guard let lifecycle = source.container.lifecycle else { return }
    let node = lifecycle.residue.node
    if lifecycle.postStart != nil {
      context.reportHook(
        node?.member("postStart")?.key, "does nothing after a module starts",
        help: "do it in the program before its work begins, or in a script that starts it")
    }
    if lifecycle.preStop != nil {
      context.reportHook(
        node?.member("preStop")?.key, "does nothing before a module stops",
        help: "do it in the program when it gets the stop signal")
    }
    guard let signal = lifecycle.stopSignal, !signal.value.isEmpty else { return }
    draft.body["StopSignal"] = .string(signal.value, from: signal.node)
    // Whoever judges the input judges createOptions, too.
    guard !LinuxSignal.isKnown(signal.value), !context.options.isJudging else { return }
    context.decoding.report(
      .stopSignalInvalid, "unknown signal '\(signal.value)'", at: signal.node,
      help: LinuxSignal.question(for: signal.value)
        ?? "write a signal such as SIGTERM")
  } toKubernetes: { residual, draft, _ in
    guard let name = residual.body["StopSignal"]?.text.flatMap(LinuxSignal.kubernetesName) else {
      return
    }
    draft.fields[path: "lifecycle", "stopSignal"] = .string(name)
    draft.needsLinux = true
    residual.remove("StopSignal")
  }

  static let gracePeriod = FieldMapping(
    .pod, "terminationGracePeriodSeconds", manifest: "createOptions.StopTimeout", fidelity: .exact,
    summary: """
      The same number of seconds, 0 included; less than 0 is 1, as in a cluster. Without it a module has \
      10 seconds, a pod 30.
      """
  ) { source, draft, _ in
    guard let seconds = source.pod.terminationGracePeriodSeconds else { return }
    // Docker would wait for ever, the API server makes it 1.
    // Source: kubernetes/kubernetes pkg/apis/core/v1/conversion.go.
    draft.body["StopTimeout"] = .number(
      seconds.value < 0 ? 1 : seconds.value, from: seconds.node)
  } toKubernetes: { residual, draft, _ in
    guard let seconds = residual.body["StopTimeout"]?.integer, seconds >= 0 else { return }
    draft.proposals.append(
      PodProposal(
        "StopTimeout", sets: "terminationGracePeriodSeconds", to: .number(seconds), in: residual))
  }

  static let activeDeadline = FieldMapping(
    .pod, "activeDeadlineSeconds", manifest: "", fidelity: .impossible,
    summary: "Nobody on a device ends a module after some time."
  ) { source, _, context in
    guard let seconds = source.pod.activeDeadlineSeconds else { return }
    context.reportImpossible(
      .lossActiveDeadlineUnsupported,
      "\(source.workload.subject): nobody ends a module after \(seconds.value) seconds",
      at: source.podKey("activeDeadlineSeconds"), help: "let the program end itself")
  }
}

extension MappingContext {
  fileprivate func reportHook(_ key: SyntaxNode?, _ what: String, help: String) {
    reportImpossible(
      .lifecycleHookUnsupported, "container '\(container)': the agent \(what)", at: key, help: help)
  }
}

extension LinuxSignal {
  /// The word of Kubernetes for a signal; nil for a number and for one that Docker does not take.
  ///
  /// Source: kubernetes/api core/v1/types.go (Signal).
  static func kubernetesName(_ text: String) -> String? {
    guard isKnown(text), Int32(text) == nil else { return nil }
    let name = text.uppercased()
    return name.hasPrefix("SIG") ? name : "SIG" + name
  }
}
