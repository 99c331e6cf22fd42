internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// What a layered deployment may hold.
extension Rule {
  static let layeredPathMalformed = Rule(
    "layered-path-malformed", .error, "path of a layer with an empty or illegal name",
    explanation: """
      After `properties.desired.` stand names with dots between them. Each is a key of a twin: not empty, \
      at most 1024 bytes, without `$`, `#`, blanks and control characters.
      """,
    source: """
      Azure/azure-iot-cli-extension azext_iot/_help.py (iot edge deployment create); \
      MicrosoftDocs/azure-docs articles/iot-hub/iot-hub-devguide-device-twins.md
      """,
    examples: {
      [
        .flags(
          .manifest, #"{"modulesContent": {"$edgeAgent": {⟦"properties.desired.modules."⟧: {}}}}"#),
        .flags(.manifest, #"{"modulesContent": {"sensor": {⟦"properties.desired.a..b"⟧: 1}}}"#),
        .flags(.manifest, #"{"modulesContent": {"sensor": {"properties.desired.a.⟦$b⟧": 1}}}"#),
        .flags(.manifest, #"{"modulesContent": {"sensor": {"properties.desired.⟦a b⟧": 1}}}"#),
        .passes(
          .manifest,
          #"{"modulesContent": {"$edgeHub": {"properties.desired.routes.to-hub_1": "FROM /* INTO $upstream"}}}"#
        ),
        .passes(
          .file("deployment.template.json"),
          #"{"modulesContent": {"$edgeAgent": {"properties.desired.modules.${NAME}": {}}}}"#),
      ]
    },
    check: .manifest { manifest, context in
      guard manifest.isLayered else { return }
      for module in manifest.moduleObjects {
        for member in module.value.members
        where member.isDesiredPath && !member.key.hasPlaceholder {
          checkPath(member.key, context)
        }
      }
    })

  private static func checkPath(_ key: SyntaxNode, _ context: RuleContext) {
    let text = Array(key.utf8)
    var start = DesiredPath.prefix.utf8.count
    while true {
      let end = text[start...].firstIndex(of: UInt8(ascii: ".")) ?? text.count
      let name = text[start..<end]
      if name.isEmpty {
        return context.report(
          "the path of '\(key.text)' has an empty name", at: key,
          help: "write names with single dots between them")
      }
      if name.count > TwinLimits.keyLength || name.contains(where: isRefused) {
        return context.report(
          "'\(String(decoding: name.prefix(40), as: UTF8.self))' is no name that a twin can have",
          at: start..<end, of: key, help: "use at most 1024 bytes, and no '$', '#' or blank")
      }
      guard end < text.count else { return }
      start = end + 1
    }
  }

  /// Whether the hub takes no key with a byte.
  private static func isRefused(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0x7F || byte == UInt8(ascii: "$") || byte == UInt8(ascii: "#")
  }

  static let layeredSystemModules = Rule(
    "layered-system-modules", .error, "system modules in a layered deployment",
    explanation: """
      `edgeAgent` and `edgeHub` are part of the base deployment only. A layer cannot change them.
      """,
    source: "MicrosoftDocs/azure-docs articles/iot-edge/module-deployment-monitoring.md",
    examples: {
      [
        .flags(
          .manifest,
          #"{"modulesContent": {"$edgeAgent": {⟦"properties.desired.systemModules.edgeHub"⟧: {}}}}"#
        ),
        .flags(
          .manifest,
          #"{"modulesContent": {"$edgeAgent": {⟦"properties.desired.systemModules"⟧: {}}}}"#),
        .passes(
          .manifest, #"{"modulesContent": {"$edgeAgent": {"properties.desired.modules.a": {}}}}"#),
        .passes(
          .manifest,
          #"{"modulesContent": {"sensor": {"properties.desired.systemModules": {}}}}"#),
      ]
    },
    check: .manifest { manifest, context in
      guard manifest.isLayered else { return }
      let name = DesiredPath.prefix + "systemModules"
      for module in manifest.moduleObjects where module.key.hasText("$edgeAgent") {
        for member in module.value.members where member.isDesiredPath {
          let path = member.key.text
          guard path == name || path.hasPrefix(name + ".") else { continue }
          context.report(
            "a layered deployment cannot have system modules", at: member.key,
            help: "set them in the base deployment")
        }
      }
    })

  static let layeredReplacesTwin = Rule(
    "layered-replaces-twin", .warning, "layer that replaces the whole twin of a module",
    explanation: """
      `properties.desired` in a layer takes the place of everything that lower deployments set in the \
      module's twin. A key with a path, such as `properties.desired.limit`, adds to it.
      """,
    source: "Azure/azure-iot-cli-extension azext_iot/_help.py (iot edge deployment create)",
    examples: {
      [
        .flags(
          .manifest,
          #"{"modulesContent": {"$edgeAgent": {"properties.desired.modules.m": {}}, "m": {⟦"properties.desired"⟧: {"a": 1}}}}"#
        ),
        .passes(
          .manifest,
          #"{"modulesContent": {"$edgeAgent": {"properties.desired.modules.m": {}}, "m": {"properties.desired.a": 1}}}"#
        ),
        // In a full deployment nothing is below.
        .passes(.twin, #"{"a": 1}"#),
      ]
    },
    check: .manifest { manifest, context in
      guard manifest.isLayered else { return }
      for module in manifest.moduleObjects
      where !module.key.hasText("$edgeAgent") && !module.key.hasText("$edgeHub") {
        guard let whole = module.value.member("properties.desired"),
          !module.value.members.contains(where: \.isDesiredPath)
        else { continue }
        context.report(
          "this layer replaces all desired properties of '\(module.key.text)'", at: whole.key,
          help: "write paths such as 'properties.desired.NAME' to add to them")
      }
    })
}
