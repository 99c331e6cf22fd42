/// The archived Virtual Kubelet provider as a function: what it would send for a pod.
///
/// It does what the provider did, bug for bug, and fails where that failed. One thing is added: a
/// module twin that the library can write but IoT Hub cannot read is a failure too. Sources:
/// Azure/iot-edge-virtual-kubelet-provider 0533f08,
/// `src/Microsoft.Azure.VirtualKubelet.Edge.Provider/EdgeProvider.cs` CreatePodAsync;
/// Azure/azure-iot-sdk-csharp d2b2762; JamesNK/Newtonsoft.Json 11.0.2.
package enum ArchivedProvider {
  /// Shows a pod and the ConfigMaps of its namespace to the provider.
  ///
  /// A map without entries counts as absent, because Kubernetes does not send one.
  package static func create(
    _ pod: ProviderPod, configMaps: [ProviderConfigMap]
  ) -> ProviderAnswer {
    do {
      return try answer(pod, configMaps: configMaps)
    } catch {
      return .threw(error)
    }
  }

  /// Goes through the provider's steps in its order, which decides what it fails on first.
  private static func answer(
    _ pod: ProviderPod, configMaps: [ProviderConfigMap]
  ) throws(ProviderFailure) -> ProviderAnswer {
    guard let annotations = pod.annotations, !annotations.isEmpty else {
      throw ProviderFailure(
        .pod, "'\(pod.name)' has no annotations, and the provider fails on any such pod",
        help: "annotate the pod with isEdgeDeployment, targetCondition and priority")
    }
    guard annotations.value(of: "isEdgeDeployment")?.utf8.elementsEqual("true".utf8) == true else {
      return .ignored
    }
    guard let targetCondition = annotations.value(of: "targetCondition") else {
      throw missing("targetCondition", in: pod)
    }
    guard let priority = annotations.value(of: "priority") else {
      throw missing("priority", in: pod)
    }
    guard let labels = pod.labels, !labels.isEmpty else {
      throw ProviderFailure(
        .pod, "'\(pod.name)' has no labels, and the provider fails without them",
        help: "give the pod at least one label")
    }

    var input = ProviderInput(configMaps)
    input.noteAnnotations(annotations)
    let agent = try input.readAgent()
    let modules = try input.readModules(pod.containers)
    let hub = try input.readHub()
    let twins = try input.readTwins(of: modules)
    input.noteOtherKeys(of: modules)

    let sentModules = try input.writeSettings(of: modules)
    var content = ProviderContent()
    let agentText = ProviderRequestWriter.agent(agent, modules: sentModules)
    content.set(try input.passThroughTwin(agentText), of: "$edgeAgent")
    content.set(try input.passThroughTwin(ProviderRequestWriter.hub(hub)), of: "$edgeHub")
    for twin in twins { content.set(try input.passThroughTwin(twin), of: twin.name) }

    let body = ProviderRequestWriter.configuration(
      id: pod.name, labels: labels, content: content, targetCondition: targetCondition,
      priority: NewtonsoftNumber.int32(trimming: UTF16Text(priority.utf16))
        ?? ProviderDefaults.priority)
    return .sent(ProviderRequest(body: body, dropped: input.dropped))
  }

  private static func missing(_ annotation: String, in pod: ProviderPod) -> ProviderFailure {
    ProviderFailure(
      .annotations, "'\(pod.name)' has no annotation '\(annotation)'",
      help: "add the annotation '\(annotation)'")
  }
}
