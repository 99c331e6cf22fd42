internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// What a module is made of.
extension Rule {
  private static let dockerModule = """
    Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Docker/DockerModule.cs
    """

  static let moduleNull = Rule(reading: .moduleNull) {
    [
      .flags(.agent, #"{"modules": {"cam": ⟦null⟧}}"#),
      .flags(
        .manifest,
        #"{"modulesContent": {"$edgeAgent": {"properties.desired.modules.cam": ⟦null⟧}}}"#),
      .passes(.agent, #"{"modules": {"cam": {}}}"#),
    ]
  }

  static let moduleType = Rule(
    .moduleType,
    examples: {
      [
        .flags(.module, #"{"type": ⟦"process"⟧}"#),
        .flags(.module, #"{"type": ⟦"Docker"⟧}"#),
        .flags(.agent, #"{"modules": {⟦"sensor"⟧: {"status": "running"}}}"#),
        .flags(.agent, #"{"systemModules": {⟦"edgeAgent"⟧: {"type": null}}}"#),
        .passes(.module, #"{"type": "docker"}"#),
        .passes(.module, #"{"type": "${TYPE}"}"#),
        .passes(.module, #"{"typ": "docker"}"#),
      ]
    },
    check: .module { module, context in
      guard module.module.type == nil, let node = module.node, node.lacks("type"),
        !module.isMisspelt("type")
      else { return }
      context.report(
        "module '\(module.name)' has no type", at: module.place, help: "add \"type\": \"docker\"")
    })

  static let moduleVersionType = Rule(reading: .moduleVersionType, fix: .safe) {
    [
      .flags(.module, #"{"version": ⟦1.0⟧}"#, fixed: #"{"version": "1.0"}"#),
      .passes(.module, #"{"version": "1.0"}"#),
      .passes(.module, "{}"),
    ]
  }

  static let moduleUnknownField = Rule(
    "module-unknown-field", .warning, "field of a module that the agent does not know",
    explanation: """
      The agent ignores members it does not know, and the az extension refuses them. A name that is almost \
      that of a known one is an error: what it says has no effect.
      """,
    source: dockerModule,
    examples: {
      [
        .flags(.module, #"{⟦"_comment"⟧: "mine"}"#),
        .flags(.module, #"{"settings": {⟦"https_proxy"⟧: "http://proxy"}}"#),
        // Almost a name of the agent, which is an error.
        .flags(.module, #"{⟦"restartPolice"⟧: "always"}"#),
        .flags(.module, #"{"settings": {⟦"createOption"⟧: "{}"}}"#),
        .passes(
          .module,
          #"{"type": "docker", "status": "running", "restartPolicy": "always", "imagePullPolicy": "on-create", "startupOrder": 1, "version": "1", "env": {}, "configuration": {"id": "x"}, "settings": {"image": "a:1", "createOptions": "{", "createOptions01": "}"}}"#
        ),
        // Other rules speak of these.
        .passes(.module, #"{"Status": "running", "settings": {"env": {}, "digest": "x"}}"#),
        .passes(.module, #"{"image": "a:1"}"#),
      ]
    },
    check: .module { module, context in
      reportUnknown(
        module.module.residue, known: ModuleField.names, elsewhere: ModuleField.settings,
        of: "module '\(module.name)'", context)
      reportUnknown(
        module.module.settingsResidue, known: ModuleField.settings, elsewhere: ModuleField.names,
        of: "the settings of module '\(module.name)'", context)
    })

  private static func reportUnknown(
    _ residue: Residue, known: [String], elsewhere: [String],
    of owner: @autoclosure () -> String, _ context: RuleContext
  ) {
    for member in residue.members where !member.key.hasPlaceholder {
      let name = member.key.text
      guard !known.contains(name), !elsewhere.contains(name) else { continue }
      // Names that begin so are comments.
      let near = name.hasPrefix("_") ? nil : Suggestion.nearest(to: name, among: known)
      // Another letter case has been told.
      guard near?.lowercased() != name.lowercased() else { continue }
      context.report(
        "the agent ignores '\(name)' in \(owner())", at: member.key,
        severity: near == nil ? nil : .error,
        help: near.map { "did you mean '\($0)'?" } ?? "remove it")
    }
  }

  static let moduleFieldMisplaced = Rule(
    "module-field-misplaced", .warning, "field of a module inside `settings`, or the reverse",
    explanation: """
      `settings` holds `image` and `createOptions`; everything else of a module stands beside it. In the \
      wrong place a field is ignored: a module with `env` inside `settings` runs without its variables.
      """,
    source: dockerModule,
    examples: {
      [
        .flags(.module, #"{"settings": {"image": "a:1", ⟦"env"⟧: {}}}"#),
        .flags(
          .module, #"{"settings": {⟦"imagePullPolicy"⟧: "never", ⟦"restartPolicy"⟧: "never"}}"#),
        .flags(.module, #"{⟦"image"⟧: "a:1", ⟦"createOptions"⟧: "{}"}"#),
        .passes(.module, #"{"env": {}, "settings": {"image": "a:1"}}"#),
        .passes(.module, #"{"settings": {"environment": {}}}"#),
      ]
    },
    check: .module { module, context in
      for member in module.module.settingsResidue.members
      where ModuleField.names.contains(member.key.text) && !member.key.hasText("settings") {
        context.report(
          "'\(member.key.text)' has no effect inside the settings of module '\(module.name)'",
          at: member.key, help: "move it out of 'settings'")
      }
      for member in module.module.residue.members
      where ModuleField.settings.contains(member.key.text) {
        context.report(
          "'\(member.key.text)' has no effect outside the settings of module '\(module.name)'",
          at: member.key, help: "move it into 'settings'")
      }
    })

  static let moduleSettingsMissing = Rule(
    "module-settings-missing", .error, "module without `settings`",
    explanation: """
      `settings` holds the image of a module. Without it the agent rejects the whole deployment and keeps \
      the previous one.
      """,
    source: dockerModule,
    examples: {
      [
        .flags(.agent, #"{"modules": {⟦"sensor"⟧: {"type": "docker"}}}"#),
        .flags(.agent, #"{"modules": {⟦"sensor"⟧: {"settings": null}}}"#),
        .flags(.agent, #"{"systemModules": {⟦"edgeAgent"⟧: {"type": "docker"}}}"#),
        .passes(.module, #"{"settings": {}}"#),
        .passes(.module, #"{"setings": {"image": "a:1"}}"#),
        .passes(.module, #"{"image": "a:1"}"#),
      ]
    },
    check: .module { module, context in
      guard module.module.image == nil, let node = module.node, node.lacks("settings"),
        !module.isMisspelt("settings"), node.member("image") == nil
      else { return }
      context.report(
        "module '\(module.name)' has no settings", at: module.place,
        help: "add \"settings\": {\"image\": \"NAME:TAG\"}")
    })
}

/// The names of a module's fields.
enum ModuleField {
  static let names = [
    "type", "status", "restartPolicy", "imagePullPolicy", "startupOrder", "version", "env",
    "settings", "configuration",
  ]
  static let settings = ["image", "createOptions", "digest"]
}

extension ModuleSubject {
  /// Whether a member that nobody knows was perhaps meant to be a field, which is told as such.
  func isMisspelt(_ field: String) -> Bool {
    module.residue.members.contains {
      Suggestion.nearest(to: $0.key.text, among: ModuleField.names) == field
    }
  }
}
