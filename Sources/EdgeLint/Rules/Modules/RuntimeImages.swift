internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// The images of the runtime itself.
extension Rule {
  static let imageVersionSkew = Rule(
    "image-version-skew", .info, "agent and hub of different releases",
    explanation: """
      The images of the agent and the hub are released and tested together. Give both the same major and \
      minor version.
      """,
    source: "Azure/iotedge CHANGELOG.md",
    examples: {
      [
        .flags(
          .agent,
          systemModules(
            agent: "mcr.microsoft.com/azureiotedge-agent:1.6",
            hub: "mcr.microsoft.com/azureiotedge-hub:⟦1.5.3⟧")),
        .passes(
          .agent,
          systemModules(
            agent: "mcr.microsoft.com/azureiotedge-agent:1.6.1",
            hub: "mcr.microsoft.com/azureiotedge-hub:1.6.0-linux-amd64")),
        .passes(
          .agent,
          systemModules(
            agent: "mcr.microsoft.com/azureiotedge-agent:1.6", hub: "r.io/my-hub:20260101.3")),
      ]
    },
    check: .module { module, context in
      guard module.role == .edgeHub, let (node, name) = module.imageName,
        let hub = SystemImage(name, called: "azureiotedge-hub"),
        let agentModule = module.manifest.agent.edgeAgent?.image, let agentNode = agentModule.node,
        !ImageName.isOpaque(agentModule.value, in: module.manifest),
        let agent = SystemImage(
          ImageName(Array(agentNode.utf8)), called: "azureiotedge-agent"),
        agent.release != hub.release
      else { return }
      context.report(
        "the hub is of release \(hub.text), the agent of \(agent.text)", at: hub.tag, of: node,
        labels: [.init("the agent is here", at: agentNode.range)],
        help: "give both images the same major and minor version")
    })

  static let imageRuntimeEOL = Rule(
    "image-runtime-eol", .info, "runtime image older than the current LTS release",
    explanation: """
      Only the current long-term release of IoT Edge gets security fixes for long, and older ones end one \
      after the other. Move the agent and the hub to it, after the devices themselves.
      """,
    source: "Azure/iotedge CHANGELOG.md; MicrosoftDocs/azure-docs articles/iot-edge/support.md",
    examples: {
      [
        .flags(
          .agent,
          systemModules(
            agent: "mcr.microsoft.com/azureiotedge-agent:⟦1.5⟧",
            hub: "mcr.microsoft.com/azureiotedge-hub:⟦1.1.4-linux-amd64⟧")),
        .flags(
          .agent,
          systemModules(
            agent: "mcr.microsoft.com/azureiotedge-agent:1.5",
            hub: "mcr.microsoft.com/azureiotedge-hub:⟦1.4⟧"), under: .runtime(.v1_5)),
        .passes(
          .agent,
          systemModules(
            agent: "mcr.microsoft.com/azureiotedge-agent:1.6",
            hub: "mcr.microsoft.com/azureiotedge-hub:2.0")),
        .passes(
          .agent, systemModules(agent: "r.io/other:1.0", hub: "mcr.microsoft.com/azureiotedge-hub")),
      ]
    },
    check: .module { module, context in
      guard module.isSystemModule, let (node, name) = module.imageName,
        let image = SystemImage(
          name, called: module.role == .edgeHub ? "azureiotedge-hub" : "azureiotedge-agent"),
        image.release < context.options.runtime.number
      else { return }
      context.report(
        "the image is of release \(image.text), older than \(context.options.runtime.rawValue)",
        at: image.tag, of: node, help: "use tag '\(context.options.runtime.rawValue)'")
    })

  private static func systemModules(agent: String, hub: String) -> String {
    #"{"systemModules": {"edgeAgent": \#(image(agent)), "edgeHub": \#(image(hub))}}"#
  }
}

/// An image of the runtime with the release that its tag says.
private struct SystemImage {
  let tag: Range<Int>
  /// The release as it is written.
  let text: String
  private let major: Int
  private let minor: Int

  var release: Int { major * 1000 + minor }

  /// - Parameter title: The last component of the image's name.
  init?(_ name: ImageName, called title: String) {
    guard name.string(name.name) == title, let tag = name.tag else { return nil }
    let text = name.string(tag).prefix { $0.isNumber || $0 == "." }
    let parts = text.split(separator: ".")
    guard parts.count >= 2, let major = Int(parts[0]), let minor = Int(parts[1]), major < 1000,
      minor < 1000
    else { return nil }
    (self.tag, self.text, self.major, self.minor) = (tag, String(text), major, minor)
  }
}

extension RuntimeRelease {
  /// Major and minor version as one number that grows with them.
  fileprivate var number: Int {
    let parts = rawValue.split(separator: ".").compactMap { Int($0) }
    return (parts.first ?? 0) * 1000 + (parts.last ?? 0)
  }
}
