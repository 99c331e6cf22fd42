internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// Variables of a module that createOptions set, too: on a device `Env` of createOptions wins, so only
/// those are written.
///
/// Source: Azure/iotedge edgelet/edgelet-docker/src/runtime.rs (merge_env).
struct ShadowedEnvironment {
  private let context: DecodingContext
  private let refusesConflicts: Bool

  /// - Parameter refusesConflicts: Whether it is an error that both say different things.
  init(_ context: DecodingContext, refusesConflicts: Bool) {
    self.context = context
    self.refusesConflicts = refusesConflicts
  }

  /// Takes such variables out of a module.
  func remove(from module: inout Module) {
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
      report(variable, winner)
      return false
    }
    module.environment = left.isEmpty ? nil : left
  }

  private func report(_ variable: EnvironmentVariable, _ winner: SyntaxNode) {
    let name = variable.name.value
    let isSame = winner.text == "\(name)=\(variable.text)"
    context.report(
      refusesConflicts && !isSame ? .mergeConflict : .envShadowed,
      "variable '\(name)' gives way to Env of createOptions, which wins on a device",
      at: variable.name.node, labels: [.init("this value is used", at: winner.range)],
      help: "remove one of the two")
  }
}
