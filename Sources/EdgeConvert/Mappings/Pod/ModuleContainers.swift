internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// The containers of a pod that become modules, in the order in which the agent starts them.
///
/// The agent starts modules in order and waits for none of them.
///
/// Source: Azure/iotedge doc/ModuleStartupOrder.md.
struct ModuleContainers {
  /// What a container is to its pod.
  enum Role {
    case main
    /// Runs to its end before the others start.
    case preparation
    /// Starts before the main ones and stays beside them.
    case sidecar
  }

  struct Entry {
    let node: SyntaxNode
    let role: Role
    /// Nil where nothing starts before anything else.
    let startupOrder: UInt32?
  }

  private(set) var entries: [Entry] = []

  init(_ workload: EdgeWorkload, options: PodOptions, _ context: DecodingContext) {
    for node in workload.initContainers {
      let isSidecar = node["restartPolicy"]?.hasText("Always") ?? false
      guard isSidecar || options.convertsInitContainers else {
        Self.reportUnsupported(node, options, context)
        continue
      }
      let role = isSidecar ? Role.sidecar : .preparation
      Self.reportOrder(of: node, role, context)
      entries.append(Entry(node: node, role: role, startupOrder: UInt32(entries.count)))
    }
    let order = entries.isEmpty ? nil : UInt32(entries.count)
    entries += workload.containers.map { Entry(node: $0, role: .main, startupOrder: order) }
  }

  private static func reportUnsupported(
    _ node: SyntaxNode, _ options: PodOptions, _ context: DecodingContext
  ) {
    context.report(
      .initContainerUnsupported,
      "init container '\(name(of: node))' has no counterpart: a device waits for no module to end",
      at: node["name"] ?? node, severity: options.severity(ofImpossible: .initContainerUnsupported),
      help: "do its work where the image is built, or give --init-containers=module")
  }

  private static func reportOrder(
    of node: SyntaxNode, _ role: Role, _ context: DecodingContext
  ) {
    if role == .sidecar {
      context.report(
        .lossSidecarAsModule,
        "sidecar '\(name(of: node))' becomes a module; nobody waits until it has started",
        at: node["name"] ?? node, help: "let the other modules try again until it answers")
    } else {
      context.report(
        .lossInitContainerAsModule,
        "init container '\(name(of: node))' becomes a module; nobody waits until it has ended",
        at: node["name"] ?? node, help: "let the other modules wait for what it does")
    }
  }

  private static func name(of node: SyntaxNode) -> String { node["name"]?.text ?? "" }
}

extension ModuleContainers.Entry {
  /// Gives a module what follows from when its container starts and ends.
  func apply(to module: inout Module) {
    module.startupOrder = startupOrder.map { Located($0, at: nil) }
    if role == .preparation {
      module.restartPolicy = Located(ModuleRestartPolicy.never.rawValue, at: nil)
    }
  }
}
