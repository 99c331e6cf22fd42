internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension FieldMapping {
  static let hostname = FieldMapping(
    .pod, "hostname", "hostnameOverride", manifest: "createOptions.Hostname", fidelity: .near,
    summary: """
      The name of every module of the pod; hostnameOverride wins. With the network of the host a module has \
      the host's name, as a pod has.
      """
  ) { source, draft, context in
    let names = [source.pod.hostnameOverride, source.pod.hostname]
    guard let name = names.compactMap({ $0 }).first(where: { !$0.value.isEmpty }),
      source.pod.hostNetwork?.value != true
    else { return }
    draft.body["Hostname"] = .string(name.value, from: name.node)
    guard source.siblings.count > 1 else { return }
    context.decoding.report(
      .hostnameShared,
      "\(source.workload.subject): each of the \(source.siblings.count) modules is called '\(name.value)'",
      at: name.node, help: "other modules reach each of them under the module's name")
  } toKubernetes: { residual, draft, _ in
    guard let name = residual.body["Hostname"]?.text, PodNetwork.isLabel(name),
      !residual.isOnHostNetwork
    else { return }
    draft.proposals.append(
      PodProposal("Hostname", sets: "hostname", to: .string(name), in: residual))
  }

  static let subdomain = FieldMapping(
    .pod, "subdomain", manifest: "createOptions.Domainname", fidelity: .lossy,
    summary: "The bare word; the domain of the cluster is lost."
  ) { source, draft, context in
    guard let name = source.pod.subdomain, !name.value.isEmpty else { return }
    draft.body["Domainname"] = .string(name.value, from: name.node)
    context.decoding.report(
      .lossSubdomainApproximated,
      "\(source.workload.subject): '\(name.value)' becomes the whole domain, without the cluster's",
      at: name.node, help: "no name server on a device knows it; use the name of the module")
  } toKubernetes: { residual, draft, context in
    guard context.isLossy, let domain = residual.body["Domainname"], let name = domain.text,
      PodNetwork.isLabel(name)
    else { return }
    draft.proposals.append(
      PodProposal("Domainname", at: domain.origin, members: [(["subdomain"], .string(name))]) {
        residual in
        residual.remove("Domainname")
        context.reportLoss(
          .lossSubdomainApproximated, "domain '\(name)' gets the cluster's domain behind it",
          at: domain.origin, help: "name a headless Service '\(name)', so that servers know the pod"
        )
      })
  }

  static let qualifiedHostname = FieldMapping(
    .pod, "setHostnameAsFQDN", manifest: "", fidelity: .impossible,
    summary: "A device has no domain of a cluster."
  ) { source, _, context in
    guard let flag = source.pod.setHostnameAsFQDN, flag.value else { return }
    context.reportImpossible(
      .lossHostnameFQDNUnsupported,
      "\(source.workload.subject): a device has no domain of a cluster, dropped",
      at: source.podKey("setHostnameAsFQDN"), help: "write the whole name in 'hostnameOverride'")
  }
}
