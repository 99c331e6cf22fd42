package import EdgeSyntax

/// A deployment manifest as it is wrapped and spelled: where its content is, and what surrounds it.
///
/// Source: Azure/azure-iot-cli-extension azext_iot/operations/hub.py (_process_config_content);
/// Azure/iotedgedev iotedgedev/deploymentmanifest.py (_get_module_content).
package struct ManifestDocument: Sendable {
  package let root: SyntaxNode
  /// The member whose value holds the modules.
  package let content: SyntaxNode.Member
  /// Where the content was found.
  package let shape: ManifestShape

  /// - Returns: Nil for a document that is no manifest.
  package init?(_ root: SyntaxNode) {
    self.root = root
    for (outer, isWrapped) in [(root["content"], true), (root, false)] {
      guard let outer,
        let content = outer.member("modulesContent") ?? outer.member("moduleContent"),
        !Self.isTwinConfiguration(content)
      else { continue }
      self.content = content
      guard isWrapped else {
        shape = .bare
        return
      }
      let isAlone = root.members.allSatisfy { $0.key.hasText("content") }
      shape = isAlone ? .wrapped : .configuration
      return
    }
    guard Self.isModuleTwin(root), let properties = root["properties"],
      let desired = properties.member("desired")
    else { return nil }
    content = desired
    shape = .moduleTwin
  }

  /// Whether a document is one module's twin, as `az iot hub module-twin show` prints it.
  package static func isModuleTwin(_ root: SyntaxNode) -> Bool {
    root["moduleId"]?.isString == true && root["properties"]?["desired"]?.isMapping == true
  }

  /// Whether `moduleContent` sets properties of modules' twins everywhere, which is no edge deployment:
  /// its keys are paths where those of a deployment are names of modules.
  ///
  /// Source: Azure/azure-iot-cli-extension azext_iot/operations/hub.py
  /// (_iot_hub_configuration_create).
  package static func isTwinConfiguration(_ content: SyntaxNode.Member) -> Bool {
    let keys = content.value.members.map(\.key)
    return content.key.hasText("moduleContent") && !keys.isEmpty
      && keys.allSatisfy { $0.utf8.starts(with: "properties.".utf8) }
  }

  /// Whether a key is that of the content in a letter case that nobody reads.
  package static func isContentInOtherCase(_ key: SyntaxNode) -> Bool {
    guard key.utf8.count == 13 || key.utf8.count == 14 else { return false }
    let name = key.text
    return ["modulescontent", "modulecontent"].contains(name.lowercased())
      && !["modulesContent", "moduleContent"].contains(name)
  }

  /// Whether a document is a device's twin, as `az iot hub device-twin show` prints it: it says
  /// nothing of modules.
  package static func isDeviceTwin(_ root: SyntaxNode) -> Bool {
    root["moduleId"] == nil && root["deviceId"]?.isString == true
      && root["properties"]?["desired"]?.isMapping == true
  }

  /// Whether the content stands under the name that the 2018 preview gave it.
  package var isLegacy: Bool { content.key.hasText("moduleContent") }

  /// Whether the keys of its twins are paths, so that it adds to other deployments.
  ///
  /// Source: Azure/azure-iot-cli-extension azext_iot/_help.py (iot edge deployment create).
  package var isLayered: Bool {
    shape != .moduleTwin
      && content.value.members.contains { module in
        module.value.members.contains { $0.key.utf8.starts(with: DesiredPath.prefix.utf8) }
      }
  }

  /// Whether it is written to be filled in before it is deployed.
  package var isTemplate: Bool { root["$schema-template"] != nil }

  /// The members around the content, in order; none of a manifest that is not a configuration.
  package var metadata: [SyntaxNode.Member] {
    guard shape == .configuration else { return [] }
    return root.members.filter { !$0.key.hasText("content") }
  }

  /// The id of the configuration; nil when there is none.
  package var id: SyntaxNode? {
    shape == .configuration ? root["id"].flatMap { $0.isString ? $0 : nil } : nil
  }
}

/// How a manifest is wrapped.
package enum ManifestShape: String, Sendable {
  /// `{"modulesContent": …}`.
  case bare
  /// `{"content": {"modulesContent": …}}` and nothing else.
  case wrapped
  /// The same with id, labels, target condition, priority or metrics beside it.
  case configuration
  /// The twin of one module.
  case moduleTwin
}

/// Keys of layered deployments: `properties.desired.` and a path.
package enum DesiredPath {
  package static let whole = "properties.desired"
  package static let prefix = "properties.desired."
  package static let modules = "properties.desired.modules."
  package static let routes = "properties.desired.routes."
}
