internal import EdgeDiagnostics
internal import EdgeModel

/// The names that modules have as containers.
struct ModuleNames {
  private let policy: NameCollisionPolicy
  private let context: DecodingContext
  /// The modules that would get each name, in the order of the source.
  private var owners: [String: [Located<String>]] = [:]

  init(policy: NameCollisionPolicy, context: DecodingContext) {
    self.policy = policy
    self.context = context
  }

  /// The name of the container for each module.
  ///
  /// Two modules that would get one name, or the name of a system ConfigMap, are an error, or get a part
  /// of the digest of their own names: all of them, so that the order says nothing.
  mutating func containers(of modules: [Module]) -> [String: String] {
    for module in modules {
      guard let name = KubernetesName.sanitised(module.name.value) else {
        context.report(
          .nameUnusable,
          "module name '\(module.name.value)' has no character that a container's name can have",
          at: module.name.node, help: "rename the module, and the routes that name it")
        continue
      }
      owners[name, default: []].append(module.name)
    }
    var names: [String: String] = [:]
    var changed: [(original: Located<String>, name: String)] = []
    for module in modules {
      guard let sanitised = KubernetesName.sanitised(module.name.value) else { continue }
      let name = name(for: module.name, sanitised: sanitised)
      names[module.name.value] = name
      if name != module.name.value { changed.append((module.name, name)) }
    }
    if !context.sink.hasErrors { reportChanged(changed) }
    return names
  }

  private func name(for original: Located<String>, sanitised: String) -> String {
    let others = owners[sanitised] ?? []
    let isReserved = SystemConfigMaps.names.contains(sanitised)
    guard others.count > 1 || isReserved else { return sanitised }
    guard policy == .error else {
      let stem = KubernetesName.sanitised(sanitised, limit: KubernetesName.limit - 7) ?? sanitised
      return stem + "-" + SHA256.hexDigits(of: original.value, count: 6)
    }
    if isReserved {
      context.report(
        .nameCollision,
        "module '\(original.value)' would share ConfigMap '\(sanitised)' with a system module",
        at: original.node, help: Self.help)
    } else if let first = others.first, first.node != original.node {
      context.report(
        .nameCollision,
        "modules '\(first.value)' and '\(original.value)' both become container '\(sanitised)'",
        at: original.node,
        labels: first.range.map { [.init("the other is here", at: $0)] } ?? [], help: Self.help)
    }
    return sanitised
  }

  private static let help = "rename one of them, or give --on-name-collision suffix"

  /// Tells of all changed names at once: letter case is enough to change one.
  private func reportChanged(_ changed: [(original: Located<String>, name: String)]) {
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
