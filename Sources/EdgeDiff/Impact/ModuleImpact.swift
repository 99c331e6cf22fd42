/// What a device does about one module when it gets the new deployment.
package struct ModuleImpact: Sendable {
  /// What happens to the container.
  package enum Action: String, CaseIterable, Sendable {
    case create, recreate, remove, start, stop, keep

    /// What is done to a module, as it reads after "would be".
    var participle: String {
      switch self {
      case .create: "created"
      case .recreate: "recreated"
      case .remove: "removed"
      case .start: "started"
      case .stop: "stopped"
      case .keep: "kept"
      }
    }
  }

  package let module: String
  package let action: Action
  /// Why, each in a few words; at least one.
  package let reasons: [String]

  /// The reasons in one line.
  package var why: String { reasons.joined(separator: ", ") }
}

/// What must not happen to a module, or to any.
package struct ForbiddenAction: Sendable {
  private let action: ModuleImpact.Action
  /// Nil for any module.
  private let module: String?

  /// - Parameter text: `remove` or `recreate`, and perhaps a colon and a module.
  package init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    switch parts[0] {
    case "remove": action = .remove
    case "recreate": action = .recreate
    default: return nil
    }
    module = parts.count == 2 ? String(parts[1]) : nil
    if module?.isEmpty == true { return nil }
  }

  /// Whether it is what happens.
  package func forbids(_ impact: ModuleImpact) -> Bool {
    impact.action == action && (module == nil || module == impact.module)
  }
}
