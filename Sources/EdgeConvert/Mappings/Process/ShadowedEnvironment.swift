internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// Variables of a module that createOptions set, too: on a device `Env` of createOptions wins, so only
/// those are written.
///
/// Source: Azure/iotedge edgelet/edgelet-docker/src/runtime.rs (merge_env).
struct ShadowedEnvironment {
  /// Takes such variables out of a module.
  static func remove(from module: inout Module, _ context: DecodingContext) {
    guard let variables = module.environment, !variables.isEmpty,
      let body = module.createOptions?.body,
      let entries = body.members.first(where: { $0.key.text.lowercased() == "env" })?.value
    else { return }
    var winners: [String: SyntaxNode] = [:]
    for entry in entries.elements where entry.isString {
      winners[String(entry.text.prefix { $0 != "=" })] = entry
    }
    let left = variables.filter { variable in
      guard let winner = winners[variable.name.value] else { return true }
      context.report(
        .envShadowed,
        "variable '\(variable.name.value)' gives way to Env of createOptions, which wins on a device",
        at: variable.name.node, labels: [.init("this value is used", at: winner.range)],
        help: "remove one of the two")
      return false
    }
    module.environment = left.isEmpty ? nil : left
  }
}
