internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// The variables of a module.
extension Rule {
  private static let envValue = """
    Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Core/EnvVal.cs
    """

  static let envNotObject = Rule(reading: .envNotObject) {
    [
      .flags(.module, #"{"env": {"A": ⟦"x"⟧}}"#),
      .flags(.module, #"{"env": {"_comment": ⟦"mine"⟧}}"#),
      .passes(.module, #"{"env": {"A": {"value": "x"}}}"#),
    ]
  }

  static let envValueStructured = Rule(reading: .envValueStructured) {
    [
      .flags(.module, #"{"env": {"A": {"value": ⟦{"b": 1}⟧}}}"#),
      .flags(.module, #"{"env": {"A": {"value": ⟦[1]⟧}}}"#),
      .passes(.module, #"{"env": {"A": {"value": "{\"b\": 1}"}}}"#),
    ]
  }

  static let envValueMissing = Rule(reading: .envValueMissing) {
    [
      .flags(.module, #"{"env": {⟦"A"⟧: {}}}"#),
      .flags(.module, #"{"env": {⟦"A"⟧: {"value": null}}}"#),
      // Almost the name, which is an error.
      .flags(.module, #"{"env": {"A": {⟦"valeu"⟧: "x"}}}"#),
      .passes(.module, #"{"env": {"A": {"value": ""}}}"#),
    ]
  }

  static let envValueNotString = Rule(
    "env-value-not-string", .info, "variable whose value is a number or boolean",
    explanation: """
      The agent turns it into text in its own way: `1.50` becomes `1.5`, and `1e3` becomes `1000.0`. Write \
      the text that the module should see.
      """,
    source: envValue,
    examples: {
      [
        .flags(.module, #"{"env": {"A": {"value": ⟦0⟧}, "B": {"value": ⟦true⟧}}}"#),
        .passes(.module, #"{"env": {"A": {"value": "0"}}}"#),
      ]
    },
    check: .module { module, context in
      for (variable, node) in module.variables where node.kind == .number || node.kind == .boolean {
        context.report(
          "the value of variable '\(variable.name.value)' is \(node.kind.description)", at: node,
          help: "put it in quotes: \"\(node.text)\"")
      }
    })

  static let envExtraMember = Rule(
    "env-extra-member", .warning, "member of a variable beside `value`",
    explanation: """
      A variable has a value and nothing else. The agent ignores other members, and the az extension \
      refuses them.
      """,
    source:
      "Azure/azure-iot-cli-extension azext_iot/assets/azure-iot-edgeagent-deployment-1.1.json",
    examples: {
      [
        .flags(.module, #"{"env": {"A": {"value": "x", ⟦"secret"⟧: true}}}"#),
        .passes(.module, #"{"env": {"A": {"value": "x"}}}"#),
        .passes(.module, #"{"env": {"A": {"Value": "x"}}}"#),
      ]
    },
    check: .module { module, context in
      for variable in module.module.environment ?? [] {
        for member in variable.residue.members where !member.key.hasText(inAnyCase: "value") {
          context.report(
            "'\(member.key.text)' of variable '\(variable.name.value)' is ignored", at: member.key,
            help: "remove it")
        }
      }
    })

  static let envName = Rule(
    .envName,
    examples: {
      [
        .flags(.module, #"{"env": {⟦"A.B"⟧: {"value": "x"}, ⟦"A$B"⟧: {"value": "x"}}}"#),
        .flags(.module, #"{"env": {⟦"A B"⟧: {"value": "x"}, ⟦""⟧: {"value": "x"}}}"#),
        .flags(.module, #"{"env": {⟦"A\u0085B"⟧: {"value": "x"}}}"#),
        .flags(.kubernetes, edgePod(variable: "⟦A.B⟧")),
        .passes(.module, #"{"env": {"A__B:C-D_1": {"value": "x"}, "${NAME}": {"value": "x"}}}"#),
        .passes(.module, #"{"env": {"Größe": {"value": "x"}}}"#),
      ]
    },
    check: .module { module, context in
      for variable in module.module.environment ?? [] {
        guard let node = variable.name.node, !node.hasPlaceholder,
          variable.name.value.isEmpty
            || variable.name.value.unicodeScalars.contains(where: isRefused)
        else { continue }
        context.report(
          variable.name.value.isEmpty
            ? "a variable of module '\(module.name)' has an empty name"
            : "variable '\(variable.name.value)' has a name that a twin cannot hold", at: node,
          help: "set it in createOptions.Env, or use no '.', '$', '#' or blank in it")
      }
    })

  /// Whether the hub takes no key with a character.
  private static func isRefused(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ".", "$", "#": true
    default:
      scalar.properties.isWhitespace || scalar.value < 0x20 || 0x7F...0x9F ~= scalar.value
    }
  }

  static let envNameAz = Rule(
    "env-name-az", .warning, "variable with `+` or `=` in its name",
    explanation: """
      The az extension refuses `+` in names of variables. `=` ends the name where Docker reads the \
      variable, so that the module gets another one.
      """,
    source:
      "Azure/azure-iot-cli-extension azext_iot/assets/azure-iot-edgeagent-deployment-1.1.json",
    examples: {
      [
        .flags(.module, #"{"env": {⟦"A+B"⟧: {"value": "x"}, ⟦"A=B"⟧: {"value": "x"}}}"#),
        .passes(.module, #"{"env": {"A_B": {"value": "+="}}}"#),
      ]
    },
    check: .module { module, context in
      for variable in module.module.environment ?? [] {
        guard let node = variable.name.node, !node.hasPlaceholder, !variable.isLifted,
          let sign = variable.name.value.first(where: { $0 == "+" || $0 == "=" })
        else { continue }
        context.report(
          "variable '\(variable.name.value)' has '\(sign)' in its name", at: node,
          help: "use letters, digits, '_', ':' and '-'")
      }
    })

  static let envDateLike = Rule(
    "env-date-like", .info, "variable whose value looks like a point in time",
    explanation: """
      The twin passes through a library that recognises dates, so the module may see another spelling: \
      without zeros at the end, or in the local time zone. This follows from the library's source and is \
      unconfirmed on a device.
      """,
    source: "JamesNK/Newtonsoft.Json JsonReader.cs (DateParseHandling)",
    examples: {
      [
        .flags(.module, #"{"env": {"A": {"value": ⟦"2020-01-01T00:00:00.000Z"⟧}}}"#),
        .flags(.module, #"{"env": {"A": {"value": ⟦"2020-01-01T00:00:00+02:00"⟧}}}"#),
        .flags(.module, #"{"env": {"A": {"value": ⟦"2020-01-01T00:00:00"⟧}}}"#),
        .passes(.module, #"{"env": {"A": {"value": "2020-01-01"}}}"#),
        .passes(.module, #"{"env": {"A": {"value": "00:00:00"}}}"#),
        .passes(.module, #"{"env": {"A": {"value": "2020-01-01T00:00:00 "}}}"#),
      ]
    },
    check: .module { module, context in
      for (variable, node) in module.variables where node.isString && isPointInTime(node.utf8) {
        context.report(
          "the value of variable '\(variable.name.value)' may reach the module in another spelling",
          at: node, help: "write it so that it is no ISO 8601 date and time")
      }
    })

  /// Whether a text is `YYYY-MM-DDThh:mm:ss`, with a fraction and a zone or without.
  private static func isPointInTime(_ text: ArraySlice<UInt8>) -> Bool {
    let pattern = "0000-00-00T00:00:00".utf8
    guard text.count >= pattern.count,
      zip(text, pattern).allSatisfy({ $1 == 0x30 ? 0x30...0x39 ~= $0 : $0 == $1 })
    else { return false }
    var rest = text.dropFirst(pattern.count)
    if rest.first == UInt8(ascii: ".") {
      let digits = rest.dropFirst().prefix { 0x30...0x39 ~= $0 }
      guard !digits.isEmpty else { return false }
      rest = rest.dropFirst(digits.count + 1)
    }
    guard let sign = rest.first else { return true }
    if rest.elementsEqual("Z".utf8) { return true }
    let zone = rest.dropFirst()
    return (sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-")) && zone.count == 5
      && zip(zone, "00:00".utf8).allSatisfy { $1 == 0x30 ? 0x30...0x39 ~= $0 : $0 == $1 }
  }

  private static func edgePod(variable: String) -> String {
    edgePod(settings: "status: running").replacing(
      "sensor:1.0", with: "sensor:1.0\n    env:\n    - name: \(variable)\n      value: x")
  }
}

extension ModuleSubject {
  /// The variables whose values somebody wrote, placeholders aside.
  var variables: [(variable: EnvironmentVariable, node: SyntaxNode)] {
    (module.environment ?? []).compactMap { variable in
      guard case .node(let node) = variable.value, !node.hasPlaceholder else { return nil }
      return (variable, node)
    }
  }
}

extension EnvironmentVariable {
  /// Whether it was read from an entry of createOptions, whose text is name and value.
  fileprivate var isLifted: Bool {
    guard let node = name.node else { return false }
    return node.utf8.count > name.value.utf8.count
  }
}

extension SyntaxNode {
  /// - Parameter name: In lower case.
  fileprivate func hasText(inAnyCase name: String) -> Bool { utf8.hasText(inAnyCase: name) }
}
