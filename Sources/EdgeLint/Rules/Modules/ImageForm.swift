internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// Images that the agent or Docker refuses.
extension Rule {
  private static let dockerConfig = """
    Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Docker/DockerConfig.cs \
    (ValidateAndGetImage)
    """
  private static let reference = "distribution/reference reference.go, regexp.go"

  static let imageMissing = Rule(
    .imageMissing,
    examples: {
      [
        .flags(.module, #"{⟦"settings"⟧: {"createOptions": "{}"}}"#),
        .flags(.module, #"{"settings": {"image": ⟦" "⟧}}"#),
        .flags(.module, #"{"settings": {"image": ⟦null⟧}}"#),
        .passes(.module, #"{"settings": {"image": "app:1"}}"#),
        // Other rules tell these.
        .passes(.module, #"{"settings": {"imgae": "app:1"}}"#),
        .passes(.module, #"{"image": "app:1", "settings": {}}"#),
        .passes(.module, "{}"),
      ]
    },
    check: .module { module, context in
      if let image = module.module.image {
        guard let node = image.node, !image.value.utf8.contains(where: { $0 > 0x20 }) else {
          return
        }
        return context.report(
          "the image of module '\(module.name)' is blank", at: node, help: "write NAME:TAG")
      }
      guard let settings = module.settings, settings.lacks("image"),
        module.node?.member("image") == nil,
        !module.module.settingsResidue.members.contains(where: {
          Suggestion.nearest(to: $0.key.text, among: ModuleField.settings) == "image"
        })
      else { return }
      context.report(
        "module '\(module.name)' has no image",
        at: settings.member(inAnyCase: "image")?.value
          ?? module.node?.member(inAnyCase: "settings")?.key,
        help: "add \"image\": \"NAME:TAG\"")
    })

  static let imageTagAndDigest = Rule(
    "image-tag-and-digest", .error, "image with a tag and a digest",
    explanation: """
      Docker takes `name:tag@digest`, the agent does not: it finds two colons after the last slash and \
      rejects the whole deployment. The digest alone says exactly which image it is.
      """,
    source: dockerConfig,
    examples: {
      [
        .flags(.module, image("r.io/app⟦:1.2⟧@sha256:\(digest)")),
        .passes(.module, image("r.io/app@sha256:\(digest)")),
        .passes(.module, image("r.io:5000/app:1.2")),
      ]
    },
    check: .module { module, context in
      guard let (node, name) = module.imageName, case .tagAndDigest(let tag) = name.problem else {
        return
      }
      context.report(
        "the agent takes an image with a tag or with a digest, not with both", at: tag, of: node,
        help: "remove '\(name.string(tag))'; the digest is exact")
    })

  static let imageMalformed = Rule(
    "image-malformed", .error, "image that the agent or Docker cannot read",
    explanation: """
      What the agent cannot read makes it reject the whole deployment; what only Docker cannot read makes \
      this module fail. An image is a name of small letters with slashes between its parts, perhaps after a \
      registry, and a tag or a digest.
      """,
    source: "\(dockerConfig); \(reference)",
    examples: {
      [
        .flags(.module, image("app:⟦1:2⟧")),
        .flags(.module, image("app⟦:⟧")),
        .flags(.module, image("⟦https://⟧r.io/a:1")),
        .flags(.module, image("r.io⟦/⟧/a:1")),
        .flags(.module, image("r.io/⟦a b⟧:1")),
        .flags(.module, image("r.io/a:⟦-1⟧")),
        .flags(.module, image("⟦$REGISTRY/app⟧")),
        .flags(.module, image("⟦my_registry.io⟧/app:1")),
        .flags(.module, image("app@⟦sha256:12⟧")),
        .passes(.module, image("mcr.microsoft.com/azureiotedge-hub:1.6")),
        .passes(.module, image("localhost:5000/a/b/app_x.y--z:1.0-amd64")),
        .passes(.module, image("app")),
        .passes(.module, image("$upstream:8000/app:1")),
        .passes(.module, image("<registry>/app:1")),
        .passes(.file("deployment.template.json"), template("$REGISTRY/app:1")),
        .passes(.file("deployment.template.json"), template("#MODULES.app#")),
      ]
    },
    check: .module { module, context in
      guard let (node, name) = module.imageName,
        case .malformed(let what, let range, let help) = name.problem
      else { return }
      context.report(
        "the image of module '\(module.name)' \(what)", at: range, of: node, help: help)
    })

  static let imageUppercase = Rule(
    "image-uppercase", .error, "image with capital letters in its name",
    explanation: """
      The agent takes them, Docker refuses them, and the module fails. Only the registry and the tag may \
      have capital letters.
      """,
    source: reference,
    examples: {
      [
        .flags(.module, image("r.io/⟦MyApp⟧:1")),
        .flags(.module, image("⟦Me⟧/app:1")),
        .passes(.module, image("R.io/app:V1")),
      ]
    },
    check: .module { module, context in
      guard let (node, name) = module.imageName, case .uppercase(let range) = name.problem else {
        return
      }
      context.report(
        "Docker refuses the capital letters in '\(name.string(range))'", at: range, of: node,
        help: "write '\(name.string(range).lowercased())', as the registry does")
    })

  static let imageUpstreamPort = Rule(
    "image-upstream-port", .error, "`$upstream` without a port",
    explanation: """
      `$upstream:PORT` stands for the parent of a nested device. The agent wants the colon and a port that \
      does not begin with 0, and rejects the whole deployment otherwise.
      """,
    source: """
      Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Core/NestedEdgeParentUrlParser.cs
      """,
    examples: {
      [
        .flags(.module, #"{"settings": {"image": ⟦"$upstream/app:1"⟧}}"#),
        .flags(.module, #"{"settings": {"image": ⟦"$upstream:0/app"⟧}}"#),
        .passes(.module, image("$upstream:443/app:1")),
      ]
    },
    check: .module { module, context in
      guard let (node, name) = module.imageName, case .upstream = name.problem else { return }
      context.report(
        "'$upstream' has no port in the image of module '\(module.name)'", at: node,
        help: "write '$upstream:443/NAME:TAG', or another port")
    })

  static let imageUntrimmed = Rule(
    "image-untrimmed", .warning, "blanks around an image",
    explanation: "The agent takes them away; other tools may not. They are hard to see.",
    source: dockerConfig, fix: .safe,
    examples: {
      [
        .flags(
          .module, #"{"settings": {"image": ⟦"app:1 "⟧}}"#,
          fixed: #"{"settings": {"image": "app:1"}}"#),
        .flags(
          .module, #"{"settings": {"image": ⟦" app:1"⟧}}"#,
          fixed: #"{"settings": {"image": "app:1"}}"#),
        .passes(.module, image("app:1")),
      ]
    },
    check: .module { module, context in
      // A container with blanks is refused by the API server, which another rule tells.
      guard module.settings != nil, let image = module.module.image, let node = image.node,
        node.isString, let start = node.utf8.firstIndex(where: { $0 > 0x20 }),
        let end = node.utf8.lastIndex(where: { $0 > 0x20 })
      else { return }
      let text = node.utf8[start...end]
      guard text.count < node.utf8.count else { return }
      let edit = node.rewriting(as: String(decoding: text, as: UTF8.self))
      context.report(
        "the image of module '\(module.name)' has blanks around it", at: node,
        help: "remove them",
        fix: text.contains(where: { $0 <= 0x20 || $0 == UInt8(ascii: "\\") || $0 == 0x22 })
          ? nil : edit.map { Fix("remove the blanks", edits: [$0]) })
    })

  private static let digest = String(repeating: "0123456789abcdef", count: 4)

  /// A module with an image.
  static func image(_ text: String) -> String { #"{"settings": {"image": "\#(text)"}}"# }

  private static func template(_ text: String) -> String {
    #"{"modulesContent": {"$edgeAgent": {"properties.desired": {"modules": {"a": \#(image(text))}}}}}"#
  }
}
