internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension FieldMapping {
  /// Docker labels, whose values rarely are what labels of Kubernetes may hold.
  ///
  /// Source: kubernetes/kompose docs/conversion.md (labels).
  static let containerLabels = FieldMapping(
    from: "metadata.annotations of the pod", manifest: "createOptions.Labels", fidelity: .ignored,
    summary: """
      Annotations do not become labels of containers. With --lossy the labels of modules become annotations \
      of their pod.
      """
  ) { _, _, _ in
  } toKubernetes: { residual, draft, context in
    residual.dropReservedLabels(context)
    guard context.isLossy, let labels = residual.body["Labels"], !labels.isEmpty else { return }
    let annotations = labels.members.compactMap { label in
      label.value.text.map { JSONValue.Member(label.key, .string($0)) }
    }
    guard annotations.count == labels.members.count,
      annotations.allSatisfy({
        KubernetesName.isLabelKey($0.name) && !EdgeAnnotation.isRead($0.name)
      })
    else { return }
    draft.proposals.append(
      PodProposal("Labels", at: labels.origin, annotations: annotations) { residual in
        residual.remove("Labels")
        context.reportLoss(
          .lossLabelsAsAnnotations, "labels of the container become annotations of its pod",
          at: labels.origin, help: "no tool of the node finds the container by them")
      })
  }
}

extension ModuleResidual {
  /// Takes out the labels that the daemon sets itself.
  ///
  /// Source: Azure/iotedge edgelet/edgelet-docker/src/runtime.rs (create).
  fileprivate mutating func dropReservedLabels(_ context: NativeContext) {
    guard var labels = body["Labels"], labels.isObject else { return }
    labels.members.removeAll { label in
      guard label.key.hasPrefix("net.azure-devices.edge.") else { return false }
      context.decoding.report(
        .createOptionsReservedLabel, "label '\(label.key)' belongs to the runtime, dropped",
        at: label.keyOrigin, severity: .info, help: "remove it")
      return true
    }
    replace(["Labels"], with: labels)
  }
}
