internal import EdgeModel
internal import EdgeSyntax

/// The variables of a module and of its createOptions as those of a container.
///
/// Those of createOptions win on a device, so a container gets their values.
///
/// Source: Azure/iotedge edgelet/edgelet-docker/src/runtime.rs (merge_env).
enum ContainerEnvironment {
  static func take(from residual: inout ModuleResidual, into draft: inout ContainerDraft) {
    let own = ownEntries(of: residual)
    let winners = Set(own.map(\.name))
    var entries: [JSONValue] = []
    residual.module.environment = residual.module.environment?.filter { variable in
      let name = variable.name.value
      guard !winners.contains(name) else { return false }
      guard isName(name), FieldMapping.isTwinKey(name) else { return true }
      entries.append(entry(name, variable.text))
      return false
    }
    for (name, value) in own where isName(name) {
      entries.append(entry(name, value))
      if FieldMapping.isTwinKey(name) { draft.spec.createOptionsEnvironment.append(name) }
    }
    if !own.isEmpty, var list = residual.body["Env"] {
      list.elements.removeAll { $0.text.map { isName(pair($0).name) } ?? false }
      residual.replace(["Env"], with: list)
    }
    if !entries.isEmpty { draft.fields["env"] = .array(entries) }
  }

  /// The variables in createOptions, of equal names the last; none where there is something else.
  private static func ownEntries(of residual: ModuleResidual) -> [(name: String, value: String)] {
    let pairs = (residual.texts("Env") ?? []).map(pair)
    var last: [String: Int] = [:]
    for (index, pair) in pairs.enumerated() { last[pair.name] = index }
    return pairs.enumerated().filter { last[$1.name] == $0 }.map(\.element)
  }

  /// Without `=` the value is empty, as it is for the daemon.
  private static func pair(_ text: String) -> (name: String, value: String) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
  }

  private static func entry(_ name: String, _ value: String) -> JSONValue {
    .mapping(["name": .string(name), "value": .string(VariableExpansion.escaped(value))])
  }

  /// Whether every server takes a variable's name, and the runtime does not set it itself.
  ///
  /// Source: kubernetes/apimachinery pkg/util/validation/validation.go (IsEnvVarName).
  private static func isName(_ name: String) -> Bool {
    guard let first = name.utf8.first, !(0x30...0x39).contains(first), name != ".",
      !name.hasPrefix("..")
    else { return false }
    return !FieldMapping.isInjectedVariable(name)
      && name.utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "_-.".utf8.contains(byte)
        }
      }
  }
}
