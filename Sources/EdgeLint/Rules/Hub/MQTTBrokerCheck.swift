internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// What the hub demands of `mqttBroker`.
///
/// Source: Azure/iotedge edge-hub/core/src/Microsoft.Azure.Devices.Edge.Hub.Core/config/
/// BrokerConfigValidator.cs.
struct MQTTBrokerCheck {
  let context: RuleContext

  func check(_ broker: SyntaxNode) {
    guard isObject(broker, "mqttBroker") else { return }
    for bridge in list("bridges", of: broker) { check(bridge: bridge) }
    for statement in list("authorizations", of: broker) { check(statement: statement) }
  }

  // MARK: - Authorizations

  private func check(statement: SyntaxNode) {
    guard isObject(statement, "a statement") else { return }
    let identities = list("identities", of: statement)
    if identities.isEmpty { reportEmpty("identities", of: statement) }
    for identity in identities {
      if identity.utf8.isEmpty { report("an identity is empty", at: identity) }
      checkVariables(in: identity)
    }
    for name in ["allow", "deny"] {
      for rule in list(name, of: statement) { check(rule: rule) }
    }
  }

  private func check(rule: SyntaxNode) {
    guard isObject(rule, "a rule") else { return }
    let operations = list("operations", of: rule)
    if operations.isEmpty { reportEmpty("operations", of: rule) }
    for operation in operations where !Self.operations.contains(operation.text) {
      report(
        "unknown operation '\(operation.text)'", at: operation,
        help: Suggestion.question(for: operation.text, among: Self.operations)
          ?? "use one of \(Self.operations.map { "'\($0)'" }.joined(separator: ", "))")
    }
    let resources = list("resources", of: rule)
    let isConnect = operations.count == 1 && operations[0].hasText("mqtt:connect")
    if resources.isEmpty, !isConnect, !operations.isEmpty { reportEmpty("resources", of: rule) }
    for resource in resources {
      if resource.utf8.isEmpty { report("a resource is empty", at: resource) }
      checkTopic(resource)
      checkVariables(in: resource)
    }
  }

  private static let operations = ["mqtt:connect", "mqtt:publish", "mqtt:subscribe"]

  // MARK: - Bridges

  private func check(bridge: SyntaxNode) {
    guard isObject(bridge, "a bridge") else { return }
    let endpoint = bridge.member(inAnyCase: "endpoint")
    if endpoint?.value.utf8.isEmpty ?? true {
      report("a bridge has no endpoint", at: endpoint?.key ?? bridge)
    }
    let settings = list("settings", of: bridge)
    let isUpstream = endpoint?.value.utf8.hasText(inAnyCase: "$upstream") ?? false
    if settings.isEmpty, !isUpstream { reportEmpty("settings", of: bridge) }
    for setting in settings { check(setting: setting) }
  }

  private func check(setting: SyntaxNode) {
    guard isObject(setting, "a setting") else { return }
    if let direction = setting.member(inAnyCase: "direction")?.value,
      !["in", "out", "both"].contains(where: { direction.utf8.hasText(inAnyCase: $0) }),
      !direction.hasPlaceholder
    {
      report(
        "unknown direction '\(direction.text)'", at: direction, help: "use 'in', 'out' or 'both'")
    }
    if let topic = setting.member(inAnyCase: "topic")?.value { checkTopic(topic) }
    for name in ["inPrefix", "outPrefix"] {
      guard let prefix = setting.member(inAnyCase: name.lowercased())?.value,
        prefix.utf8.contains(where: { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "#") })
      else { continue }
      report("'\(name)' has a wildcard", at: prefix, help: "a prefix has neither '+' nor '#'")
    }
  }

  // MARK: - Texts

  /// Whether wildcards stand for whole levels of a topic, and `#` at its end.
  private func checkTopic(_ topic: SyntaxNode) {
    let text = Array(topic.utf8)
    let slash = UInt8(ascii: "/")
    let isInvalid = text.indices.contains { index in
      let isAfterText = index > 0 && text[index - 1] != slash
      return switch text[index] {
      case UInt8(ascii: "+"): isAfterText || index + 1 < text.count && text[index + 1] != slash
      case UInt8(ascii: "#"): isAfterText || index + 1 < text.count
      default: false
      }
    }
    guard isInvalid else { return }
    report(
      "'\(topic.text)' is not a topic filter", at: topic,
      help: "'+' stands for one whole level and '#' for all that follow, at the end")
  }

  private func checkVariables(in node: SyntaxNode) {
    let text = node.text
    for piece in text.split(separator: "{{", omittingEmptySubsequences: false).dropFirst() {
      guard let end = piece.firstRange(of: "}}")?.lowerBound else { continue }
      let name = String(piece[..<end])
      guard !Self.variables.contains(name) else { continue }
      report(
        "unknown variable '{{\(name)}}'", at: node,
        help: Suggestion.question(for: name, among: Self.variables)
          ?? "use one of \(Self.variables.map { "'{{\($0)}}'" }.joined(separator: ", "))")
    }
  }

  private static let variables = [
    "iot:device_id", "iot:identity", "iot:module_id", "iot:this_device_id", "mqtt:client_id",
  ]

  // MARK: - Structure

  private func isObject(_ node: SyntaxNode, _ name: String) -> Bool {
    if node.isMapping { return true }
    report("\(name) must be an object, not \(node.kind.description)", at: node)
    return false
  }

  /// The elements of a member; empty where there is none, null included.
  private func list(_ name: String, of node: SyntaxNode) -> [SyntaxNode] {
    guard let value = node.member(inAnyCase: name)?.value, !value.isNull else { return [] }
    if !value.isSequence {
      report("'\(name)' must be a list, not \(value.kind.description)", at: value)
    }
    return Array(value.elements)
  }

  private func reportEmpty(_ name: String, of node: SyntaxNode) {
    let member = node.member(inAnyCase: name)
    guard member?.value.isSequence ?? true else { return }
    report("'\(name)' is empty", at: member?.key ?? node)
  }

  private func report(_ message: String, at node: SyntaxNode, help: String? = nil) {
    context.report(message, at: node, help: help ?? "remove 'mqttBroker', which has no effect")
  }
}
