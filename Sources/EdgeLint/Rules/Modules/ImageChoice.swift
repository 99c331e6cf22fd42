internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// Images that can be read and are not what a device should run.
extension Rule {
  static let imageLatest = Rule(
    "image-latest", .warning, "image without a version",
    explanation: """
      Without a tag `latest` is pulled: two devices of one fleet can differ, and a new image is never \
      noticed, because the text stays the same. Write a version, or a digest.
      """,
    source: """
      Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Docker/DockerConfig.cs; kubernetes \
      docs concepts/containers/images
      """,
    examples: {
      [
        .flags(.module, #"{"settings": {"image": ⟦"app"⟧}}"#),
        .flags(.module, #"{"settings": {"image": ⟦"localhost:5000/app"⟧}}"#),
        .flags(.module, image("r.io/app:⟦latest⟧")),
        .flags(.kubernetes, pod(image: "⟦nginx⟧")),
        .flags(.kubernetes, pod(image: "nginx:⟦latest⟧")),
        .flags(
          .kubernetes,
          edgePod(settings: "status: running")
            .replacing("example.azurecr.io/sensor:1.0", with: "⟦sensor⟧")),
        .passes(.module, image("app:1.0")),
        .passes(.module, image("app@sha256:\(String(repeating: "0a", count: 32))")),
        .passes(.module, image("${MODULES.app}")),
        .passes(.module, image("IMAGE_ADDRESS")),
        .passes(.kubernetes, pod(image: "imageValue")),
        .flags(.module, image("r.io/App:⟦latest⟧")),
        .passes(.kubernetes, pod(image: "nginx:1.27")),
        .passes(.kubernetes, pod(image: "nginx:1.27@sha256:\(String(repeating: "0a", count: 32))")),
        .passes(.kubernetes, pod(image: "\"${IMAGE}\"")),
      ]
    },
    check: .several([
      .module { module, context in
        guard let (node, name) = module.imageName else { return }
        check(name, at: node, of: "module '\(module.name)'", context)
      },
      .container { container, context in
        // Its module has been looked at.
        guard container.role == .initial || !container.pod.isEdgeDeployment,
          let node = container.container.image?.node, node.isString,
          !node.utf8.contains(UInt8(ascii: "$")), !node.utf8.contains(UInt8(ascii: "<"))
        else { return }
        check(
          ImageName(Array(node.utf8)), at: node,
          of: container.container.name.map { "container '\($0.value)'" } ?? "a container", context)
      },
    ]))

  private static func check(
    _ name: ImageName, at node: SyntaxNode, of owner: @autoclosure () -> String,
    _ context: RuleContext
  ) {
    switch name.problem {
    case nil, .uppercase: break
    // What cannot be read has no tag that could be judged.
    default: return
    }
    guard !name.name.isEmpty, !name.hasDigest else { return }
    guard let tag = name.tag else {
      // A name in capital letters is most often to be filled in, tag and all.
      guard name.problem == nil else { return }
      return context.report(
        "the image of \(owner()) has no tag, so 'latest' is pulled", at: node,
        help: "add a tag, or a digest")
    }
    guard name.string(tag) == "latest" else { return }
    context.report(
      "the image of \(owner()) is whatever 'latest' was when it was pulled", at: tag, of: node,
      help: "write a version, or a digest")
  }

  static let imagePlaceholder = Rule(
    "image-placeholder", .warning, "part of an image that is to be filled in",
    explanation: """
      A text in angle brackets is what samples write where the reader's own name belongs. Docker refuses \
      the brackets. In a template they are in order, because it is filled in before it is deployed.
      """,
    source: "distribution/reference regexp.go",
    examples: {
      [
        .flags(.module, image("⟦<acr>⟧/app:1")),
        .flags(.module, #"{"settings": {"image": "⟦<docker_image_name>⟧"}}"#),
        .passes(.module, image("acr.io/app:1")),
        .passes(.module, image("${MODULEDIR<../app>}")),
        // A template is filled in before it is deployed.
        .passes(
          .file("deployment.template.json"),
          #"{"modulesContent": {"$edgeAgent": {"properties.desired": {"modules": {"app": {"settings": {"image": "<registry>/app:<build>"}}}}}}}"#
        ),
      ]
    },
    check: .module { module, context in
      guard !module.manifest.isTemplate, let image = module.module.image, let node = image.node,
        !node.hasPlaceholder
      else { return }
      let text = Array(node.utf8)
      guard let start = text.firstIndex(of: UInt8(ascii: "<")),
        let end = text[start...].firstIndex(of: UInt8(ascii: ">"))
      else { return }
      context.report(
        "'\(String(decoding: text[start...end].prefix(60), as: UTF8.self))' is not filled in",
        at: start..<(end + 1), of: node, help: "write your own registry, image or tag instead")
    })

  static let imageDigestField = Rule(
    "image-digest-field", .info, "`digest` that nobody looks at",
    explanation: """
      The field is left over from content trust. Nothing verifies it; a change of it only makes the agent \
      create the container anew. Write the digest into the image: `name@sha256:…`.
      """,
    source: "Azure/iotedge edgelet/edgelet-settings/src/docker/config.rs",
    examples: {
      [
        .flags(.module, #"{"settings": {"image": "app:1", ⟦"digest"⟧: "sha256:00"}}"#),
        .passes(.module, image("app:1")),
      ]
    },
    check: .module { module, context in
      for member in module.module.settingsResidue.members
      where member.key.hasText("digest") && !member.value.isNull {
        context.report(
          "nothing verifies 'digest' of module '\(module.name)'", at: member.key,
          help: "write 'NAME@sha256:…' as the image")
      }
    })

  private static func pod(image: String) -> String {
    """
    apiVersion: v1
    kind: Pod
    metadata:
      name: web
    spec:
      containers:
      - name: web
        image: \(image)
    """
  }
}
