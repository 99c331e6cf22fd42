internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// How a workload replaces its pods.
struct Rollout {
  let kind: ResourceKind
  /// The type of the strategy.
  var type = "RollingUpdate"
  /// Whether the strategy has no rolling update, and the server refuses one, or ignores it.
  var isOff = false
  /// The strategy, where one that is refused may stand; nil for a DaemonSet.
  var residue: Residue?
  var maxSurge: Located<IntOrString>?
  var maxUnavailable: Located<IntOrString>?

  init?(_ resource: Resource) {
    switch resource {
    case .deployment(let object):
      guard let strategy = object.spec?.strategy else { return nil }
      kind = .deployment
      isOff = strategy.type?.value == .known(.recreate)
      type = strategy.type?.value.text ?? type
      residue = strategy.rollingUpdate == nil ? nil : strategy.residue
      maxSurge = strategy.rollingUpdate?.maxSurge
      maxUnavailable = strategy.rollingUpdate?.maxUnavailable
    case .daemonSet(let object):
      guard let strategy = object.spec?.updateStrategy else { return nil }
      kind = .daemonSet
      isOff = strategy.type?.value == .known(.onDelete)
      maxSurge = strategy.rollingUpdate?.maxSurge
      maxUnavailable = strategy.rollingUpdate?.maxUnavailable
    case .statefulSet(let object):
      guard let strategy = object.spec?.updateStrategy else { return nil }
      kind = .statefulSet
      isOff = strategy.type?.value == .known(.onDelete)
      type = strategy.type?.value.text ?? type
      residue = strategy.rollingUpdate == nil ? nil : strategy.residue
      maxUnavailable = strategy.rollingUpdate?.maxUnavailable
    default: return nil
    }
  }
}

extension IntOrString {
  var isZero: Bool { self == .integer(0) || percentage == 0 }

  /// Whether it is a number or a percentage.
  var isAmount: Bool {
    if case .integer = self { true } else { percentage != nil }
  }
}

extension Located<IntOrString> {
  func reportMistake(_ name: String, isLimited: Bool, _ context: RuleContext) {
    guard node?.isOpaque != true else { return }
    switch value {
    case .integer(let number):
      guard number < 0 else { return }
      context.report(
        "'\(name)' is \(number)", at: node, help: "write 0 or more, or a percentage like '25%'")
    case .string(let text):
      // More digits than a number holds are more than 100%.
      let isPercentage = text.utf8.last == UInt8(ascii: "%") && String(text.dropLast()).isDigits
      guard isPercentage else {
        return context.report(
          "'\(text)' for '\(name)' is no percentage", at: node,
          help: text.isDigits
            ? "remove the quotes: a number in quotes is text"
            : "write a whole number, or a percentage like '25%'",
          fix: text.isDigits ? .unquoting(node) : nil)
      }
      guard isLimited, value.percentage ?? .max > 100 else { return }
      context.report(
        "'\(name)' is \(text), more than all pods", at: node, help: "write at most '100%'")
    }
  }
}
