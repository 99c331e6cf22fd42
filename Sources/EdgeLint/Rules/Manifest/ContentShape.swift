internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// Where the modules of a manifest are looked for.
extension Rule {
  static let modulesContentMissing = Rule(
    .modulesContentMissing,
    examples: {
      [
        .flags(.file("deployment.json"), #"{⟦"content"⟧: {"modules": {}}}"#),
        .flags(.file("deployment.json"), #"{⟦"$edgeAgent"⟧: {"properties.desired": {}}}"#),
        .passes(.file("deployment.json"), #"{"modulesContent": {"$edgeAgent": {}}}"#),
        .passes(.file("deployment.json"), #"{"content": {"modulesContent": {}}}"#),
        // Nothing of it looks like a manifest.
        .passes(.file("package.json"), #"{"name": "sensor"}"#),
      ]
    },
    check: .document { root, context in
      guard root.isMapping, case .unclear = DocumentClaim(root) else { return }
      for member in root.members
      where member.key.hasText("$edgeAgent") || member.key.hasText("$edgeHub") {
        return context.report(
          "'\(member.key.text)' stands at the root, and there is no 'modulesContent'",
          at: member.key, help: "put the modules into {\"modulesContent\": {…}}")
      }
    })

  static let modulesContentCase = Rule(
    .modulesContentCase,
    examples: {
      [
        .flags(.file("deployment.json"), #"{⟦"ModulesContent"⟧: {"$edgeAgent": {}}}"#),
        .flags(.file("deployment.json"), #"{"content": {⟦"modulescontent"⟧: {}}}"#),
        .flags(.file("deployment.json"), #"{⟦"ModuleContent"⟧: {"$edgeAgent": {}}}"#),
        .passes(.file("deployment.json"), #"{"modulesContent": {"$edgeAgent": {}}}"#),
        .passes(.file("deployment.json"), #"{"moduleContent": {"$edgeAgent": {}}}"#),
      ]
    },
    check: .document { root, context in
      guard root.isMapping, case .unclear = DocumentClaim(root) else { return }
      for member in root.members where ManifestDocument.isContentInOtherCase(member.key) {
        return context.report(
          "'\(member.key.text)' is not 'modulesContent'", at: member.key,
          help: "write 'modulesContent'; the hub and az know no other letter case")
      }
    })

  static let modulesContentLegacy = Rule(reading: .modulesContentLegacy, fix: .safe) {
    [
      .flags(
        .manifest, #"{⟦"moduleContent"⟧: {"$edgeAgent": {"properties.desired": {}}}}"#,
        fixed: #"{"modulesContent": {"$edgeAgent": {"properties.desired": {}}}}"#),
      .flags(.manifest, #"{"content": {⟦"moduleContent"⟧: {"$edgeAgent": {}}}}"#),
      .passes(.manifest, #"{"modulesContent": {"$edgeAgent": {}}}"#),
      .passes(.manifest, #"{"modulesContent": {}, "moduleContent": {}}"#),
    ]
  }

  static let modulesContentBoth = Rule(
    "modules-content-both", .warning, "`modulesContent` and `moduleContent` in one manifest",
    explanation: """
      Where both names stand side by side the tools take `modulesContent` and ignore the singular, which \
      is the name of the 2018 preview. What stands there is not deployed. Remove one of the two.
      """,
    source: "Azure/azure-iot-cli-extension azext_iot/operations/hub.py (_process_config_content)",
    examples: {
      [
        .flags(.manifest, #"{"modulesContent": {}, ⟦"moduleContent"⟧: {}}"#),
        .flags(.manifest, #"{"content": {⟦"moduleContent"⟧: {}, "modulesContent": {}}}"#),
        .passes(.manifest, #"{"modulesContent": {"moduleContent": {}}}"#),
        .passes(.manifest, #"{"moduleContent": {}}"#),
      ]
    },
    check: .manifest { manifest, context in
      guard let document = manifest.document, document.shape != .moduleTwin, !document.isLegacy,
        let ignored = document.holder.member("moduleContent")
      else { return }
      context.report(
        "'moduleContent' is ignored beside 'modulesContent'", at: ignored.key,
        labels: [.init("this is used", at: document.content.key.range)],
        help: "remove it, or move its modules to 'modulesContent'")
    })

  static let notEdgeContent = Rule(reading: .notEdgeContent) {
    [
      .flags(
        .file("deployment.json"),
        #"{"content": {⟦"deviceContent"⟧: {"properties.desired.x": 1}}}"#),
      .flags(
        .file("deployment.json"),
        #"{"content": {⟦"moduleContent"⟧: {"properties.desired.x": 1}}}"#),
      .passes(.file("deployment.json"), #"{"content": {"moduleContent": {"$edgeAgent": {}}}}"#),
    ]
  }

  static let unknownRootMember = Rule(
    "unknown-root-member", .info, "member beside the content that is dropped",
    explanation: """
      Around `content` stand id, labels, targetCondition, priority and metrics, and what the hub itself \
      adds. Anything else is dropped without a word, and so is everything beside a bare `modulesContent`.
      """,
    source: """
      Azure/azure-iot-cli-extension azext_iot/operations/hub.py (_iot_edge_set_modules); \
      azext_iot/sdk/iothub/service/models/configuration_py3.py
      """,
    examples: {
      [
        .flags(.manifest, #"{"modulesContent": {}, ⟦"foo"⟧: 1}"#),
        .flags(.manifest, #"{"modulesContent": {}, ⟦"targetCondition"⟧: "deviceId='a'"}"#),
        .flags(.manifest, #"{"id": "a", "content": {"modulesContent": {}}, ⟦"lables"⟧: {}}"#),
        .passes(
          .manifest,
          #"{"id": "a", "schemaVersion": "2.0", "labels": {}, "content": {"modulesContent": {}}, "contentType": "assignment", "targetCondition": "", "priority": 1, "metrics": {}, "systemMetrics": {}, "etag": "", "createdTimeUtc": "", "lastUpdatedTimeUtc": ""}"#
        ),
        .passes(.manifest, #"{"$schema-template": "4.0.0", "modulesContent": {}}"#),
        // A member for editors.
        .passes(.manifest, #"{"$schema": "https://example.com/s.json", "modulesContent": {}}"#),
      ]
    },
    check: .manifest { manifest, context in
      guard let document = manifest.document, document.shape != .moduleTwin else { return }
      for member in document.root.members {
        let name = member.key.text
        switch name {
        case "content",
          "modulesContent" where document.shape == .bare,
          "moduleContent" where document.shape == .bare, "$schema", "$schema-template",
          // Offers of the marketplace, as az and the runtime have them in their tests.
          "modulesPurchase":
          continue
        default: break
        }
        let isMetadata = RootMember.names.contains(name)
        guard document.shape == .bare || !isMetadata else { continue }
        context.report(
          isMetadata
            ? "'\(name)' has no effect beside a bare 'modulesContent'" : "'\(name)' is dropped",
          at: member.key,
          help: isMetadata
            ? "put the modules into \"content\": {\"modulesContent\": {…}}"
            : Suggestion.question(for: name, among: RootMember.names) ?? "remove it")
      }
    })
}

/// What stands around the content of a configuration.
private enum RootMember {
  static let names = [
    "id", "schemaVersion", "contentType", "targetCondition", "priority", "labels", "metrics",
    "systemMetrics", "etag", "createdTimeUtc", "lastUpdatedTimeUtc",
  ]
}

extension ManifestDocument {
  /// The object in which the content was found.
  fileprivate var holder: SyntaxNode { shape == .bare ? root : root["content"] ?? root }
}
