internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension FieldMapping {
  static let hostProcesses = FieldMapping(
    .pod, "hostPID", manifest: "createOptions.HostConfig.PidMode", fidelity: .exact,
    summary: "`host` where it is true."
  ) { source, draft, _ in
    guard let flag = source.pod.hostPID, flag.value else { return }
    draft.body[path: "HostConfig", "PidMode"] = .string("host", from: flag.node)
  } toKubernetes: { residual, draft, _ in
    draft.propose("hostPID", where: "PidMode", isHostIn: residual)
  }

  static let hostMemory = FieldMapping(
    .pod, "hostIPC", manifest: "createOptions.HostConfig.IpcMode", fidelity: .exact,
    summary: "`host` where it is true."
  ) { source, draft, _ in
    guard let flag = source.pod.hostIPC, flag.value else { return }
    draft.body[path: "HostConfig", "IpcMode"] = .string("host", from: flag.node)
  } toKubernetes: { residual, draft, _ in
    draft.propose("hostIPC", where: "IpcMode", isHostIn: residual)
  }

  static let sharedProcesses = FieldMapping(
    .pod, "shareProcessNamespace", manifest: "createOptions.HostConfig.PidMode",
    fidelity: .impossible,
    summary: """
      A pod has no process of its own that its modules could join. With --share-pid all but the first join \
      the first one's, which has to run before them.
      """
  ) { source, draft, context in
    guard let flag = source.pod.shareProcessNamespace, flag.value, source.siblings.count > 1,
      let first = source.siblings.first?.name
    else { return }
    guard context.options.pods.sharesProcesses else {
      context.reportImpossible(
        .shareProcessNamespaceUnsupported,
        "\(source.workload.subject): modules do not share their processes",
        at: source.podKey("shareProcessNamespace"),
        help: "give --share-pid, and all modules join the first one's")
      return
    }
    guard !source.isFirst else { return }
    let name = context.references.moduleName(of: first)
    draft.body[path: "HostConfig", "PidMode"] = .string(
      "container:\(name.value)", from: flag.node)
  }

  static let hostUsers = FieldMapping(
    .pod, "hostUsers", manifest: "createOptions.HostConfig.UsernsMode", fidelity: .lossy,
    summary: "`host` where it is true; users of its own are a matter of the whole engine."
  ) { source, draft, context in
    guard let flag = source.pod.hostUsers else { return }
    guard !flag.value else {
      draft.body[path: "HostConfig", "UsernsMode"] = .string("host", from: flag.node)
      return
    }
    context.reportImpossible(
      .lossUserNamespaceUnsupported,
      "\(source.workload.subject): no module has users of its own, dropped",
      at: source.podKey("hostUsers"),
      help: "set userns-remap of the container engine on the device, for all modules")
  } toKubernetes: { residual, draft, _ in
    draft.propose("hostUsers", where: "UsernsMode", isHostIn: residual)
  }

  static let runtimeClass = FieldMapping(
    .pod, "runtimeClassName", manifest: "createOptions.HostConfig.Runtime", fidelity: .lossy,
    summary: "The same word; what handler the class has stands in an object of the cluster."
  ) { source, draft, context in
    guard let name = source.pod.runtimeClassName, !name.value.isEmpty else { return }
    draft.body[path: "HostConfig", "Runtime"] = .string(name.value, from: name.node)
    context.decoding.report(
      .lossRuntimeClassApproximated,
      "\(source.workload.subject): the name of the class is taken for that of its runtime",
      at: name.node,
      help: "'\(name.value)' must be a runtime of the container engine on the device")
  } toKubernetes: { residual, draft, context in
    guard context.isLossy, let runtime = residual.host("Runtime"), let name = runtime.text,
      PodNetwork.isSubdomain(name)
    else { return }
    draft.proposals.append(
      PodProposal(
        "HostConfig.Runtime", at: runtime.origin, members: [(["runtimeClassName"], .string(name))]
      ) { residual in
        residual.remove("HostConfig", "Runtime")
        context.reportLoss(
          .lossRuntimeClassApproximated,
          "runtime '\(name)' becomes the name of a class, which the cluster must have",
          at: runtime.origin, help: "make a RuntimeClass '\(name)' with the handler of that name")
      })
  }
}

extension ContainerDraft {
  /// Asks for a namespace of the host where the module has it.
  fileprivate mutating func propose(
    _ field: String, where mode: String, isHostIn residual: ModuleResidual
  ) {
    guard residual.host(mode)?.text == "host" else { return }
    proposals.append(
      PodProposal("HostConfig", mode, sets: field, to: .true, in: residual))
  }
}
