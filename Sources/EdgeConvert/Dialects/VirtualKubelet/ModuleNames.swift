internal import EdgeDiagnostics
internal import EdgeModel

/// The names that modules have as containers.
enum ModuleNames {
  /// The name of the container for each module.
  ///
  /// Two modules that would get one name, or the name of a system ConfigMap, are errors.
  static func containers(of modules: [Module], _ context: DecodingContext) -> [String: String] {
    var names: [String: String] = [:]
    var owners: [String: Located<String>] = [:]
    var changed: [(original: Located<String>, name: String)] = []
    for module in modules {
      let original = module.name
      guard let name = KubernetesName.sanitised(original.value) else {
        context.report(
          .nameUnusable,
          "module name '\(original.value)' has no character that a container's name can have",
          at: original.node, help: "rename the module, and the routes that name it")
        continue
      }
      names[original.value] = name
      if let owner = owners[name] {
        context.report(
          .nameCollision,
          "modules '\(owner.value)' and '\(original.value)' both become container '\(name)'",
          at: original.node,
          labels: owner.range.map { [.init("the other is here", at: $0)] } ?? [],
          help: "rename one of them")
        continue
      }
      owners[name] = original
      if SystemConfigMaps.names.contains(name) {
        context.report(
          .nameCollision,
          "module '\(original.value)' would share ConfigMap '\(name)' with a system module",
          at: original.node, help: "rename the module")
      } else if name != original.value {
        changed.append((original, name))
      }
    }
    if !context.sink.hasErrors { reportChanged(changed, context) }
    return names
  }

  /// Tells of all changed names at once: letter case is enough to change one.
  private static func reportChanged(
    _ changed: [(original: Located<String>, name: String)], _ context: DecodingContext
  ) {
    guard let first = changed.first else { return }
    let others = changed.count - 1
    let rest = others == 0 ? "" : ", and \(others) more likewise"
    context.report(
      .lossNameChanged,
      "module '\(first.original.value)' becomes container '\(first.name)'\(rest)",
      at: first.original.node,
      help:
        "a container's name has small letters, digits and '-'; the ConfigMap keeps the module's own"
    )
  }
}
