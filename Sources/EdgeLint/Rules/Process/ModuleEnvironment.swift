internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let envReservedName = Rule(
    "env-reserved-name", .error, "variable that the runtime sets itself",
    explanation: """
      The agent gives each module variables such as IOTEDGE_DEVICEID. One of the same name in the module's \
      env makes two of it, which the daemon refuses, so the module is not created; some are only set below a \
      parent, and then it is a warning. In createOptions.Env it \
      wins and hides what the runtime says of the module; what comes of that is unconfirmed, and so it is a \
      warning there. Remove it.
      """,
    source: """
      Azure/iotedge \
      edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Edgelet/commands/CreateOrUpdateCommand.cs \
      (GetEnvVars), edgelet/edgelet-http/src/modules.rs (to_runtime_spec)
      """,
    fix: .safe,
    examples: {
      [
        .flags(
          .createOptions, #"{"Env": ["⟦IOTEDGE_DEVICEID⟧=x", "A=1"]}"#,
          fixed: #"{"Env": ["A=1"]}"#),
        .flags(
          .module,
          #"{"type": "docker", "settings": {"image": "a:1"}, "env": {⟦"IOTEDGE_MODULEID"⟧: {"value": "x"}, "A": {"value": "1"}}}"#,
          fixed:
            #"{"type": "docker", "settings": {"image": "a:1"}, "env": {"A": {"value": "1"}}}"#),
        .flags(
          .agent,
          #"""
          {"schemaVersion": "1.1", "runtime": {"type": "docker", "settings": {}}, "modules": {},
           "systemModules": {
            "edgeAgent": {"type": "docker", "settings": {"image": "a:1"},
             "env": {⟦"Mode"⟧: {"value": "iotedged"}, "RuntimeLogLevel": {"value": "debug"}}},
            "edgeHub": {"type": "docker", "settings": {"image": "a:1"},
             "env": {⟦"EdgeDeviceHostName"⟧: {"value": "a"}, ⟦"IOTEDGE_GATEWAYHOSTNAME"⟧: {"value": "b"},
              "Mode": {"value": "x"}, "UpstreamProtocol": {"value": "Amqp"}}}}}
          """#),
        .flags(
          .module,
          #"{"type": "docker", "settings": {"image": "a:1"}, "env": {⟦"IOTEDGE_PARENTHOSTNAME"⟧: {"value": "x"}}}"#
        ),
        .passes(.createOptions, #"{"Env": ["IOTEDGE_TIMEOUT=x", "iotedge_deviceid=x", "Mode=x"]}"#),
      ]
    },
    check: .module { module, context in
      let reserved = ReservedVariables(of: module.role)
      for variable in module.module.environment ?? [] where reserved.contains(variable.name.value) {
        let object = module.node?["env"]
        let member = object?.members.first { $0.key == variable.name.node }
        let isAlways = reserved.isAlwaysSet(variable.name.value)
        context.report(
          isAlways
            ? "the runtime sets variable '\(variable.name.value)' itself"
            : "below a parent the runtime sets variable '\(variable.name.value)' itself",
          at: variable.name.node, severity: isAlways ? nil : .warning, help: "remove it",
          fix: member.flatMap { context.removal(of: $0, from: object, "remove the variable") })
      }
      let list = module.module.createOptions?.body.member(inAnyCase: "env")?.value
      for entry in EnvironmentEntry.all(in: list) where reserved.contains(entry.name) {
        context.report(
          "variable '\(entry.name)' hides the one that the runtime sets", at: entry.namePlace,
          of: entry.node, severity: .warning, help: "remove it",
          fix: Fix(
            "remove the variable", .unsafe,
            edit: list.flatMap { CollectionEditor($0, in: context.sources) }?
              .removal(of: entry.node.range)))
      }
    })

  static let envOverridesModuleEnv = Rule(
    .envOverridesModuleEnv,
    examples: {
      [
        .flags(
          .module,
          #"{"type": "docker", "env": {⟦"A"⟧: {"value": "1"}}, "settings": {"image": "a:1", "createOptions": "{\"Env\": [\"A=2\"]}"}}"#
        ),
        // The last of several entries is the one that wins.
        .flags(
          .module,
          #"{"type": "docker", "env": {⟦"A"⟧: {"value": "1"}}, "settings": {"image": "a:1", "createOptions": "{\"Env\": [\"A=1\", \"A=2\"]}"}}"#
        ),
        .passes(
          .module,
          #"{"type": "docker", "env": {"A": {"value": 1}}, "settings": {"image": "a:1", "createOptions": "{\"Env\": [\"A=1\", \"B=2\"]}"}}"#
        ),
        .passes(
          .module,
          #"{"type": "docker", "env": {"A": {"value": "${A}"}}, "settings": {"image": "a:1", "createOptions": "{\"Env\": [\"A=2\"]}"}}"#
        ),
      ]
    },
    check: .module { module, context in
      guard let variables = module.module.environment, !variables.isEmpty else { return }
      let list = module.module.createOptions?.body.member(inAnyCase: "env")?.value
      let entries = EnvironmentEntry.all(in: list)
      guard !entries.isEmpty else { return }
      let last = Dictionary(entries.map { ($0.name, $0) }) { $1 }
      for variable in variables {
        guard let entry = last[variable.name.value], entry.value ?? "" != variable.text,
          !module.manifest.isOpen(entry.node)
        else { continue }
        if case .node(let node) = variable.value, module.manifest.isOpen(node) { continue }
        context.report(
          "variable '\(variable.name.value)' is set to something else in createOptions, which win",
          at: variable.name.node, labels: [.init("this value is used", at: entry.node.range)],
          help: "remove one of the two")
      }
    })
}

/// The variables that the agent gives a module whether the module wants them or not.
///
/// Source: Azure/iotedge
/// edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Edgelet/commands/CreateOrUpdateCommand.cs
/// (GetEnvVars).
private struct ReservedVariables {
  private static let common: Set<String> = [
    "IOTEDGE_WORKLOADURI", "IOTEDGE_AUTHSCHEME", "IOTEDGE_MODULEGENERATIONID",
    "IOTEDGE_IOTHUBHOSTNAME", "IOTEDGE_DEVICEID", "IOTEDGE_MODULEID", "IOTEDGE_APIVERSION",
  ]
  private static let ofHub: Set<String> = ["EdgeDeviceHostName"]
  private static let ofUserModules: Set<String> = ["IOTEDGE_GATEWAYHOSTNAME"]
  private static let ofAgent: Set<String> = [
    "EdgeDeviceHostName", "IOTEDGE_MANAGEMENTURI", "NetworkId", "IOTEDGE_WORKLOADLISTEN_MNTURI",
    "Mode",
  ]

  private let others: Set<String>
  /// What only a device below another one gets.
  private let nested: String

  init(of role: ModuleSubject.Role) {
    switch role {
    case .edgeAgent: (others, nested) = (Self.ofAgent, "IOTEDGE_GATEWAYHOSTNAME")
    case .edgeHub: (others, nested) = (Self.ofHub, "IOTEDGE_GATEWAYHOSTNAME")
    case .user: (others, nested) = (Self.ofUserModules, "IOTEDGE_PARENTHOSTNAME")
    }
  }

  func contains(_ name: String) -> Bool { isAlwaysSet(name) || name == nested }

  func isAlwaysSet(_ name: String) -> Bool {
    Self.common.contains(name) || others.contains(name)
  }
}
