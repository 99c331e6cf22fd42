internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// What a workload and its ConfigMaps say and the archived provider never looked at.
///
/// Source: Azure/iot-edge-virtual-kubelet-provider EdgeProvider.cs (lines 67 to 113, 200 to 211).
struct ProviderOmissions {
  private let workload: EdgeWorkload
  private let configMaps: [(name: String, root: SyntaxNode)]
  private let context: DecodingContext

  /// - Parameter configMaps: Those that the provider looks up.
  init(
    _ workload: EdgeWorkload, configMaps: [(name: String, root: SyntaxNode)],
    _ context: DecodingContext
  ) {
    self.workload = workload
    self.configMaps = configMaps
    self.context = context
  }

  func report() {
    reportPriority()
    reportContainerFields()
    reportPodFields()
    reportBinaryData()
  }

  /// The provider takes its default for a priority that is no number, without a word.
  private func reportPriority() {
    guard let priority = workload.annotations?[EdgeAnnotation.priority], priority.isString,
      NewtonsoftNumber.int32(trimming: UTF16Text(priority.text.utf16)) == nil
    else { return }
    context.report(
      .lossProviderDropped,
      "the provider cannot read priority '\(priority.text)' and takes \(ProviderDefaults.priority)",
      at: priority, help: "write a whole number, such as priority: \"\(ProviderDefaults.priority)\""
    )
  }

  private func reportContainerFields() {
    for container in workload.containers {
      let name = container["name"]?.text ?? ""
      for member in container.members where !member.value.isNull {
        guard !member.key.hasText("name"), !member.key.hasText("image"),
          !FieldMapping.ignoredFields(of: .container).contains(member.key.text)
        else { continue }
        context.report(
          .lossProviderDropped, "the provider ignores '\(member.key.text)' of container '\(name)'",
          at: member.key)
      }
    }
  }

  private func reportPodFields() {
    for member in workload.podSpec.map({ Array($0.members) }) ?? [] where !member.value.isNull {
      let name = member.key.text
      guard name != "containers", !FieldMapping.ignoredFields(of: .pod).contains(name) else {
        continue
      }
      context.report(
        .lossProviderDropped, "the provider ignores '\(name)' of the pod", at: member.key)
    }
  }

  private func reportBinaryData() {
    for map in configMaps {
      for member in map.root["binaryData"].map({ Array($0.members) }) ?? [] {
        context.report(
          .lossProviderDropped,
          "the provider does not read '\(member.key.text)' under binaryData of ConfigMap '\(map.name)'",
          at: member.key)
      }
    }
  }
}
