internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension ManifestDocument {
  /// Reports a document that looks like a manifest and holds no modules.
  static func reportNoManifest(_ root: SyntaxNode, _ context: DecodingContext) {
    if isDeviceTwin(root) {
      return context.report(
        .modulesContentMissing, "this is the twin of a device, which says nothing of its modules",
        at: root.member("properties")?.key ?? root,
        help: "read the twin of $edgeAgent: az iot hub module-twin show -m '$edgeAgent'")
    }
    let content = root["content"] ?? root
    for member in content.members where member.key.hasText("deviceContent") {
      return context.report(
        .notEdgeContent, "'deviceContent' configures devices, not their modules",
        at: member.key, help: "an edge deployment has its modules under 'modulesContent'")
    }
    for member in content.members where isTwinConfiguration(member) {
      return context.report(
        .notEdgeContent, "'moduleContent' sets properties of twins and deploys no modules",
        at: member.key,
        help: "an edge deployment has names of modules there; this is a configuration of twins")
    }
    for member in content.members where isContentInOtherCase(member.key) {
      return context.report(
        .modulesContentCase, "'\(member.key.text)' is not 'modulesContent'", at: member.key,
        help: "write 'modulesContent'; the hub and az know no other letter case")
    }
    context.report(
      .modulesContentMissing, "there is no 'modulesContent'",
      at: root.member("content")?.key ?? root,
      help: "an edge deployment has its modules under 'modulesContent'")
  }
}
