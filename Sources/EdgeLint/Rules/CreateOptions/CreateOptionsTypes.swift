internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  private static let readers = """
    Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Docker/models; \
    edgelet/docker-rs/src/models; moby/moby api/types/container
    """

  static let createOptionsWrongType = Rule(
    "create-options-wrong-type", .error, "value in createOptions of a type that nobody converts",
    explanation: """
      The agent rejects the whole deployment for a value of the wrong type where it knows the \
      type. Elsewhere the daemon or Docker refuse to create the module.
      """,
    source: readers,
    examples: {
      [
        .flags(.createOptions, #"{"Tty": ⟦"yes"⟧}"#),
        .flags(.createOptions, #"{"HostConfig": {"Binds": ⟦"/a:/b"⟧, "NanoCpus": ⟦"half"⟧}}"#),
        .flags(.createOptions, #"{"HostConfig": ⟦[]⟧}"#),
        .flags(.createOptions, #"{"HostConfig": {"Mounts": [⟦"/a:/b"⟧]}}"#),
        .flags(.createOptions, #"{"HostConfig": {"PortBindings": {"80/tcp": [⟦"80:80"⟧]}}}"#),
        .flags(.createOptions, #"{"Healthcheck": {"Retries": ⟦"3"⟧}}"#),
        .passes(.createOptions, #"{"Tty": true, "HostConfig": {"Binds": ["/a:/b"]}}"#),
        .passes(.createOptions, #"{"HostConfig": {"NanoCpus": "${CPUS}"}}"#),
        .passes(
          .file("deployment.template.json"),
          """
          {"modulesContent": {"$edgeAgent": {"properties.desired": {"modules": {"a": {"settings": \
          {"image": "a:1", "createOptions": {"HostConfig": {"NanoCpus": "$CPUS"}}}}}}}}}
          """),
        // Rules of their own say more.
        .passes(.createOptions, #"{"Env": {"A": "1"}, "HostConfig": {"Memory": "512m"}}"#),
      ]
    },
    check: .createOptions { subject, context in
      for deviation in subject.deviations {
        guard case .mistype(let type) = deviation.kind else { continue }
        let value = deviation.value
        // Templates have more ways to say that something is filled in.
        guard !value.isOpen || !subject.manifest.isTemplate else { continue }
        let isEntry = value != deviation.member.value
        let name = deviation.member.key.text
        context.report(
          "\(isEntry ? "an entry of " : "")'\(name)' must be \(type.description), "
            + "not \(value.kind.words)",
          at: value, help: "write \(type.description)")
      }
    })

  static let createOptionsCoercibleType = Rule(
    "create-options-coercible-type", .warning, "value in createOptions that the agent converts",
    explanation: """
      The agent makes numbers of text and text of numbers before Docker sees them, and rounds \
      fractions. Docker itself would refuse the value, and other tools do not convert it.
      """,
    source: """
      Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Docker/models/HostConfig.cs; \
      JamesNK/Newtonsoft.Json Src/Newtonsoft.Json/JsonReader.cs
      """,
    fix: .safe,
    examples: {
      [
        .flags(
          .createOptions, #"{"HostConfig": {"PublishAllPorts": ⟦"true"⟧}}"#,
          fixed: #"{"HostConfig": {"PublishAllPorts": true}}"#),
        .flags(
          .createOptions, #"{"HostConfig": {"CpuShares": ⟦"512"⟧, "Init": ⟦0⟧}}"#,
          fixed: #"{"HostConfig": {"CpuShares": 512, "Init": false}}"#),
        .flags(
          .createOptions, #"{"HostConfig": {"CpusetCpus": ⟦1⟧}}"#,
          fixed: #"{"HostConfig": {"CpusetCpus": "1"}}"#),
        .flags(
          .createOptions, #"{"HostConfig": {"Binds": [⟦7⟧]}}"#,
          fixed: #"{"HostConfig": {"Binds": ["7"]}}"#),
        .flags(.createOptions, #"{"HostConfig": {"NanoCpus": ⟦0.5⟧}}"#),
        .passes(.createOptions, #"{"HostConfig": {"PublishAllPorts": true, "CpuShares": 512}}"#),
        .passes(.createOptions, #"{"HostConfig": {"CpuShares": "${SHARES}"}}"#),
      ]
    },
    check: .createOptions { subject, context in
      for deviation in subject.deviations {
        guard case .conversion(let type, let literal) = deviation.kind else { continue }
        let value = deviation.value
        context.report(
          "'\(deviation.member.key.text)' should be \(type.description), not \(value.kind.words); "
            + (literal == nil ? "the agent changes it" : "the agent converts it"),
          at: value, help: literal.map { "write \($0)" } ?? "write \(type.description)",
          fix: literal.flatMap { Fix("write \($0)", context.replacement(of: value, with: $0)) })
      }
    })

  static let createOptionsNullValue = Rule(
    "create-options-null-value", .error, "null in createOptions",
    explanation: """
      A number or a boolean that the agent knows cannot be null: it rejects the whole deployment. \
      The daemon refuses null in lists that it knows. Elsewhere null means the same as no key, \
      which is worth a remark only.
      """,
    source: readers, fix: .safe,
    examples: {
      [
        .flags(
          .createOptions, #"{"HostConfig": {"Memory": ⟦null⟧, "Init": true}}"#,
          fixed: #"{"HostConfig": {"Init": true}}"#),
        .flags(.createOptions, #"{"Env": ["A=1", ⟦null⟧]}"#),
        .flags(
          .createOptions, #"{"Cmd": ["a"], "User": ⟦null⟧}"#, fixed: #"{"Cmd": ["a"]}"#),
        .flags(
          .createOptions, #"{"HostConfig": {"PidsLimit": ⟦null⟧}}"#,
          fixed: #"{"HostConfig": {}}"#),
        .passes(.createOptions, #"{"HostConfig": {"Memory": 8388608}}"#),
        .passes(.createOptions, #"{"HostConfig": {"PortBindings": {"80/tcp": null}}}"#),
      ]
    },
    check: .createOptions { subject, context in
      for deviation in subject.deviations {
        guard case .null(let isRefused) = deviation.kind else { continue }
        let isEntry = deviation.value != deviation.member.value
        let name = deviation.member.key.text
        context.report(
          isEntry
            ? "an entry of '\(name)' is null"
            : "'\(name)' is null" + (isRefused ? ", which the agent refuses" : ""),
          at: deviation.value, severity: isRefused ? nil : .info,
          help: isEntry ? "remove the entry" : "remove the key",
          fix: isEntry
            ? nil
            : Fix("remove it", context.removal(of: deviation.member, from: deviation.object)))
      }
    })

  static let createOptionsDefaultValue = Rule(
    "create-options-default-value", .info, "key of createOptions that says what is so anyway",
    explanation: """
      false, 0 and empty values of most keys are what Docker takes without them. createOptions \
      count against the size of the twin, so what goes without saying can go.
      """,
    source: readers, isOffByDefault: true, fix: .safe,
    examples: {
      [
        .flags(
          .createOptions, #"{"HostConfig": {⟦"Privileged"⟧: false, "Init": true}}"#,
          fixed: #"{"HostConfig": {"Init": true}}"#),
        .flags(
          .createOptions, #"{⟦"Env"⟧: [], ⟦"User"⟧: "", "Tty": true}"#, fixed: #"{"Tty": true}"#),
        // Those say something: no signal, no process limit, no masked path, no network.
        .passes(
          .createOptions,
          #"{"StopTimeout": 0, "HostConfig": {"PidsLimit": 0, "MaskedPaths": []}}"#),
        .passes(.createOptions, #"{"NetworkingConfig": {"EndpointsConfig": {}}}"#),
      ]
    },
    check: .createOptions { subject, context in
      for deviation in subject.deviations {
        guard case .defaultValue = deviation.kind else { continue }
        context.report(
          "'\(deviation.member.key.text)' says what is so without it", at: deviation.member.key,
          help: "remove the key",
          fix: Fix("remove it", context.removal(of: deviation.member, from: deviation.object)))
      }
    })
}

extension SyntaxNode.Kind {
  /// The kind with an article, in the words of JSON.
  var words: String {
    switch self {
    case .mapping: "an object"
    case .sequence: "a list"
    case .string: "a string"
    case .number: "a number"
    case .boolean: "a boolean"
    case .null: "null"
    }
  }
}
