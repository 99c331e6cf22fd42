internal import EdgeModel
internal import EdgeSyntax

extension FieldMapping {
  static let environment = FieldMapping(
    "env", kubernetes: "spec.containers[].env[]", manifest: "modules.*.env",
    summary: "literal values become members of env; values from elsewhere are dropped",
    toManifest: { list, module, context in
      var variables = module.environment ?? []
      for entry in list.elements where entry.isMapping {
        guard let name = entry["name"], name.isString else { continue }
        if let source = entry.member("valueFrom"), source.value.isMapping {
          guard context.checkReference(source.value["configMapKeyRef"]) else { continue }
          context.reportDropped(
            "valueFrom of variable '\(name.text)'", at: source.key,
            help: "write the value, or set the variable in createOptions.Env")
          continue
        }
        if let variable = variable(name, entry["value"], context) { variables.append(variable) }
      }
      guard !variables.isEmpty else { return }
      // As in Kubernetes, the last of several entries with one name counts.
      var seen: Set<String> = []
      module.environment = variables.reversed().filter { seen.insert($0.name.value).inserted }
        .reversed()
    })

  private static func variable(
    _ name: SyntaxNode, _ value: SyntaxNode?, _ context: MappingContext
  ) -> EnvironmentVariable? {
    guard isTwinKey(name.text) else {
      context.decoding.report(
        .envName, "variable '\(name.text)' has a name that a twin cannot hold", at: name,
        help: "set it in createOptions.Env, or use no '.', '$', '#' or blank in it")
      return nil
    }
    guard let value, value.isString else {
      return EnvironmentVariable(name: Located(name.text, at: name), value: .text(""))
    }
    if value.text.contains("$(") {
      context.reportDropped(
        "the expansion of $(…) in variable '\(name.text)'", at: value,
        help: "write the value out")
    }
    return EnvironmentVariable(name: Located(name.text, at: name), value: .node(value))
  }

  /// Whether the hub takes a name as a key of a twin.
  static func isTwinKey(_ name: String) -> Bool {
    !name.utf8.contains { byte in
      byte <= 0x20 || byte == 0x7F || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "$")
        || byte == UInt8(ascii: "#")
    }
  }
}
