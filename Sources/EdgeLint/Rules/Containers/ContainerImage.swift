internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let containerImageMissing = Rule(
    .ctrImageMissing,
    examples: {
      [
        .flags(
          .kubernetes,
          WorkloadSample.pod("containers:\n- name: ⟦sensor⟧\n- name: filter\n  image: ⟦\"\"⟧")),
        .flags(.kubernetes, WorkloadSample.pod("initContainers:\n- name: ⟦prepare⟧")),
        .flags(
          .kubernetes,
          """
          apiVersion: v1
          kind: Pod
          metadata:
            name: edge
            annotations: {isEdgeDeployment: "true", targetCondition: "tags.site='1'"}
            labels: {app: edge}
          spec:
            containers:
            - name: ⟦sensor⟧
          """),
        .passes(
          .kubernetes, WorkloadSample.pod("containers: [{name: sensor, image: \"nginx:1.27\"}]")),
        // Other rules say what is wrong with these.
        .passes(.kubernetes, WorkloadSample.pod("containers: [{name: sensor, Image: nginx}]")),
        .passes(.kubernetes, WorkloadSample.pod("containers: [{name: sensor, image: 5}]")),
      ]
    },
    check: .container { container, context in
      if let image = container.container.image {
        guard image.value.isBlank else { return }
        context.report(
          "the image of \(container.title) is empty", at: image.node, help: "write NAME:TAG")
      } else if container.container.residue.lacks("image", of: Container.self) {
        context.report(
          "\(container.title) has no image",
          at: container.container.name?.node ?? container.container.residue.firstKey,
          help: "add 'image: NAME:TAG'")
      }
    })

  static let containerImageSpace = Rule(
    "ctr-image-space", .error, "image with white space around it",
    explanation: """
      The API server refuses such an image in a Pod. In the template of a workload it accepts it, \
      and the pods can then not be made: there it is a warning.
      """,
    source: """
      kubernetes/kubernetes pkg/apis/core/validation/validation.go (ValidatePodSpec, \
      validateContainers)
      """,
    examples: {
      [
        .flags(
          .kubernetes, WorkloadSample.pod("containers: [{name: sensor, image: ⟦\" nginx:1\"⟧}]")),
        .flags(
          .kubernetes,
          WorkloadSample.object(
            "apps/v1", "Deployment",
            spec: "template: {spec: {containers: [{name: sensor, image: ⟦\"nginx:1\\t\"⟧}]}}")),
        .passes(
          .kubernetes, WorkloadSample.pod("containers: [{name: sensor, image: \"nginx:1\"}]")),
      ]
    },
    check: .container { container, context in
      guard let image = container.container.image, !image.value.isBlank, !image.isOpaque,
        let first = image.value.unicodeScalars.first, let last = image.value.unicodeScalars.last,
        first.properties.isWhitespace || last.properties.isWhitespace
      else { return }
      context.report(
        "the image of \(container.title) has white space around it", at: image.node,
        severity: container.pod.isBarePod ? nil : .warning, help: "remove it")
    })

  static let containerImageSyntax = Rule(
    "ctr-image-syntax", .warning, "text that is no reference to an image",
    explanation: """
      An image is `[REGISTRY[:PORT]/]NAME[:TAG][@DIGEST]`, without a scheme such as `https://`, \
      and the name has no upper-case letters. The API server does not look, so that only the node \
      finds out. Images of edge deployments are judged with the rules of modules.
      """,
    source: "distribution/reference regexp.go",
    examples: {
      [
        .flags(.kubernetes, imagePod("⟦https://example.azurecr.io/sensor:1.0⟧")),
        .flags(.kubernetes, imagePod("⟦example.azurecr.io/Sensor:1.0⟧")),
        .flags(.kubernetes, imagePod("⟦'example.azurecr.io/sensor:'⟧")),
        .flags(.kubernetes, imagePod("⟦not a reference⟧")),
        .flags(.kubernetes, imagePod("⟦nginx@sha256:12⟧")),
        .passes(.kubernetes, imagePod("example.azurecr.io:5000/edge/temp_sensor__2.x:1.0-amd64")),
        .passes(
          .kubernetes,
          imagePod("nginx:1.27@sha256:" + String(repeating: "0123456789abcdef", count: 4))),
        .passes(.kubernetes, imagePod("\"${REGISTRY}/sensor:1.0\"")),
        .passes(.kubernetes, imagePod("localhost/sensor")),
      ]
    },
    check: .container { container, context in
      guard let image = container.container.image, !image.value.isBlank,
        !container.pod.isEdgeDeployment, !image.value.isFilledInLater
      else { return }
      // White space around it is another rule's.
      let text = image.value.utf8.drop { $0 <= 0x20 }.reversed().drop { $0 <= 0x20 }.reversed()
      guard let problem = ContainerImageForm.problem(in: Array(text)) else { return }
      context.report(
        "the image of \(container.title) \(problem.message)", at: image.node, help: problem.help)
    })
}

private func imagePod(_ text: String) -> String {
  WorkloadSample.pod("containers:\n- name: sensor\n  image: \(text)")
}

extension String {
  fileprivate var isBlank: Bool { unicodeScalars.allSatisfy(\.properties.isWhitespace) }

  /// Whether somebody puts values into it before it is applied, with whatever tool.
  fileprivate var isFilledInLater: Bool { contains("$") || contains("{{") }
}
