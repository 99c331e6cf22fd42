internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// What stands under the name of a module in a manifest's content.
extension Rule {
  static let moduleObjectKey = Rule(
    "module-object-key", .error, "member of a module's object that is no desired properties",
    explanation: """
      Under the name of a module stands `properties.desired`, written with a dot, or in a layer \
      `properties.desired.` and a path. Nothing else has an effect, and the schemas refuse it.
      """,
    source: """
      MicrosoftDocs/azure-docs articles/iot-edge/module-composition.md; Azure/azure-iot-cli-extension \
      azext_iot/assets/azure-iot-edgeagent-deployment-1.1.json
      """,
    examples: {
      [
        .flags(.manifest, #"{"modulesContent": {"sensor": {⟦"desired"⟧: {}}}}"#),
        .flags(.manifest, #"{"modulesContent": {"$edgeHub": {⟦"propertiesdesired"⟧: {}}}}"#),
        .flags(.manifest, #"{"modulesContent": {"sensor": {⟦"properties"⟧: {}}}}"#),
        .flags(.manifest, #"{"modulesContent": {"sensor": {⟦"properties.reported"⟧: {}}}}"#),
        .passes(.manifest, #"{"modulesContent": {"sensor": {"properties.desired": {}}}}"#),
        .passes(.manifest, #"{"modulesContent": {"sensor": {"properties.desired.x.y": 1}}}"#),
        .passes(.manifest, #"{"modulesContent": {"sensor": {"properties": {"desired": {}}}}}"#),
      ]
    },
    check: .manifest { manifest, context in
      for module in manifest.moduleObjects {
        for member in module.value.members
        where !member.isDesired && !member.isNestedDesired {
          let name = member.key.text
          context.report(
            "'\(name)' of '\(module.key.text)' has no effect", at: member.key,
            help: Suggestion.question(for: name, among: ["properties.desired", "desired"])
              .map { _ in "did you mean 'properties.desired'?" }
              ?? "remove it, or move it into 'properties.desired'")
        }
      }
    })

  static let desiredNestedSpelling = Rule(
    "desired-nested-spelling", .error, "`properties` with `desired` in it",
    explanation: """
      The key is `properties.desired`, one name with a dot in it. iotedgedev alone reads the nested \
      spelling; for the hub there are no desired properties.
      """,
    source: "Azure/iotedgedev iotedgedev/deploymentmanifest.py (dot_to_json)",
    examples: {
      [
        .flags(
          .manifest, #"{"modulesContent": {"$edgeAgent": {⟦"properties"⟧: {"desired": {}}}}}"#),
        .passes(.manifest, #"{"modulesContent": {"$edgeAgent": {"properties.desired": {}}}}"#),
        .passes(.manifest, #"{"modulesContent": {"$edgeAgent": {"properties": {}}}}"#),
      ]
    },
    check: .manifest { manifest, context in
      for module in manifest.moduleObjects {
        for member in module.value.members where member.isNestedDesired {
          context.report(
            "the desired properties of '\(module.key.text)' are nested", at: member.key,
            help: "write \"properties.desired\": {…}, one key with a dot")
        }
      }
    })

  static let desiredMixedWithPath = Rule(
    "desired-mixed-with-path", .warning, "desired properties as a whole and by path",
    explanation: """
      `properties.desired` replaces the desired properties of a module, a key with a path adds to them. \
      Which of the two the hub applies first where both stand in one module is unconfirmed.
      """,
    source: "Azure/azure-iot-cli-extension azext_iot/_help.py (iot edge deployment create)",
    examples: {
      [
        .flags(
          .manifest,
          #"{"modulesContent": {"m": {"properties.desired": {}, ⟦"properties.desired.a"⟧: 1}}}"#),
        .passes(
          .manifest,
          #"{"modulesContent": {"m": {"properties.desired": {}}, "n": {"properties.desired.a": 1}}}"#
        ),
      ]
    },
    check: .manifest { manifest, context in
      guard manifest.isLayered else { return }
      for module in manifest.moduleObjects {
        guard let whole = module.value.member("properties.desired"),
          let path = module.value.members.first(where: \.isDesiredPath)
        else { continue }
        context.report(
          "'\(module.key.text)' has desired properties as a whole, too", at: path.key,
          labels: [.init("as a whole here", at: whole.key.range)],
          help: "write all of them in one way")
      }
    })

  static let desiredServiceKeys = Rule(
    .desiredServiceKeys,
    examples: {
      [
        .flags(.twin, #"{⟦"$version"⟧: 3, ⟦"$metadata"⟧: {}, "limit": 30}"#),
        .flags(.agent, #"{"schemaVersion": "1.1", ⟦"$version"⟧: 3}"#),
        .flags(.hub, #"{⟦"$metadata"⟧: {}, "schemaVersion": "1.1"}"#),
        .passes(.twin, #"{"version": 3}"#),
        // What the service prints has them.
        .passes(
          .file("twin.json"),
          #"{"deviceId": "d", "moduleId": "$edgeAgent", "properties": {"desired": {"$version": 3}}}"#
        ),
      ]
    },
    check: .manifest { manifest, context in
      guard manifest.document?.shape != .moduleTwin else { return }
      for member in manifest.agent.residue.members + manifest.hub.residue.members
      where member.key.hasText("$version") || member.key.hasText("$metadata") {
        context.report(
          "'\(member.key.text)' belongs to the service", at: member.key, help: "remove it")
      }
    })

  static let twinOfUndeclaredModule = Rule(
    "twin-of-undeclared-module", .warning, "twin of a module that is not deployed",
    explanation: """
      The manifest sets desired properties of a module that it does not deploy. Nobody reads them, and \
      where the device has no such module the hub has no twin to set. Deploy the module, or remove the twin.
      """,
    source: "MicrosoftDocs/azure-docs articles/iot-edge/module-composition.md",
    examples: {
      [
        .flags(
          .manifest,
          #"{"modulesContent": {"$edgeAgent": {"properties.desired": {"modules": {"sensor": {}}}}, ⟦"Sensor"⟧: {"properties.desired": {}}}}"#
        ),
        .passes(.twin, #"{"limit": 30}"#),
        .passes(
          .manifest,
          #"{"modulesContent": {"$edgeAgent": {"properties.desired": {"modules": {"sensor": null}}}, "sensor": {"properties.desired": {}}}}"#
        ),
        // A layer may set the twin of a module that another deployment has.
        .passes(
          .manifest,
          #"{"modulesContent": {"$edgeAgent": {}, "sensor": {"properties.desired.limit": 30}}}"#),
        .passes(
          .file("deployment.template.json"),
          #"{"modulesContent": {"$edgeAgent": {"properties.desired": {"modules": {"${NAME}": {}}}}, "sensor": {"properties.desired": {}}}}"#
        ),
      ]
    },
    check: .manifest { manifest, context in
      guard !manifest.twins.isEmpty, let agent = manifest.agentProperties,
        let modules = agent.value.member(inAnyCase: "modules")?.value, modules.isMapping
      else { return }
      let names = modules.members.map(\.key.text)
      let declared = Set(names)
      guard !names.contains(where: { $0.contains("${") }) else { return }
      for twin in manifest.moduleObjects {
        let name = twin.key.text
        guard name != "$edgeAgent", name != "$edgeHub", !declared.contains(name),
          !twin.key.hasPlaceholder, twin.value.member("properties.desired") != nil
        else { continue }
        context.report(
          "module '\(name)' is not deployed here", at: twin.key,
          help: Suggestion.question(for: name, among: names)
            ?? "add it to 'modules' of '$edgeAgent', or remove the twin")
      }
    })
}

extension ManifestSubject {
  /// The modules of the content with their objects, the agent and the hub included; none of a manifest that
  /// is one module's twin, or made of Kubernetes objects.
  var moduleObjects: [SyntaxNode.Member] {
    guard let document, document.shape != .moduleTwin else { return [] }
    return document.content.value.members.filter { $0.value.isMapping }
  }
}

extension SyntaxNode.Member {
  /// Whether it is desired properties, as a whole or by path.
  fileprivate var isDesired: Bool { key.hasText("properties.desired") || isDesiredPath }

  /// Whether its key is `properties.desired.` and a path.
  var isDesiredPath: Bool { key.utf8.starts(with: DesiredPath.prefix.utf8) }

  /// Whether it is `properties` with `desired` in it.
  fileprivate var isNestedDesired: Bool {
    key.hasText("properties") && value.member("desired") != nil
  }
}
