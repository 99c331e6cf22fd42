internal import EdgeDiagnostics

/// Which of several findings at exactly one place is told, so that one mistake gives one finding.
enum Precedence {
  /// For each rule, the rules that say more of the same mistake.
  private static let better: [String: Set<String>] = {
    let types: Set = ["schema-type", "schema-quantity", "schema-int-range"]
    var better: [String: Set<String>] = [
      "meta-name-missing": types, "yaml-octal": types, "yaml-underscore-number": types,
    ]
    for name in types {
      better[name] = ["cm-value-type", "vk-annotation-not-string", "yaml-special-float"]
    }
    better["schema-base64"] = ["secret-not-encoded"]
    better["schema-enum"] = ["ctr-resize-policy", "vol-hostpath-type"]
    return better
  }()

  /// Rules that readers and checks both report, in words of their own.
  private static let shared: Set = ["doc-duplicate-object", "meta-name-missing"]

  /// Leaves out findings that another at the same place says better, or that are told twice.
  static func apply(to sink: inout DiagnosticSink) {
    let isConcerned = sink.diagnostics.contains {
      better[$0.rule.name] != nil || shared.contains($0.rule.name)
    }
    guard isConcerned else { return }
    var rules: [SourceRange: Set<String>] = [:]
    for diagnostic in sink.diagnostics {
      guard let range = diagnostic.range else { continue }
      rules[range, default: []].insert(diagnostic.rule.name)
    }
    var told: Set<Told> = []
    sink.keep { diagnostic in
      let name = diagnostic.rule.name
      guard let range = diagnostic.range else { return true }
      if let better = better[name], let others = rules[range], !better.isDisjoint(with: others) {
        return false
      }
      return !shared.contains(name) || told.insert(Told(rule: name, range: range)).inserted
    }
  }

  private struct Told: Hashable {
    var rule: String
    var range: SourceRange
  }
}
