internal import EdgeDiagnostics
internal import EdgeSyntax

extension DeploymentDiff {
  /// A JSON Patch (RFC 6902) that makes the new deployment of the old one.
  ///
  /// - Parameter includesSecrets: Whether values may hold secrets; where they may not, such a value is a
  ///   failure.
  package func jsonPatch(
    for form: PatchForm, includesSecrets: Bool
  ) throws(PatchFailure) -> String {
    let operations = try PatchWriter.operations(of: self, for: form, isMerge: false)
    try check(operations, includesSecrets: includesSecrets)
    let values = operations.map { operation -> ReportValue in
      var members: [ReportValue.Member] = [
        ("op", .string(operation.kind.rawValue)), ("path", .string(operation.path.jsonPointer)),
      ]
      if let value = operation.value { members.append(("value", .json(value.json))) }
      return .record(members)
    }
    return ReportValue.list(values).text
  }

  /// A JSON Merge Patch (RFC 7386) that does the same.
  ///
  /// - Parameter includesSecrets: As for ``jsonPatch(for:includesSecrets:)``.
  package func mergePatch(
    for form: PatchForm, includesSecrets: Bool
  ) throws(PatchFailure) -> String {
    let operations = try PatchWriter.operations(of: self, for: form, isMerge: true)
    try check(operations, includesSecrets: includesSecrets)
    if let operation = operations.first(where: { $0.value?.hasNull == true }) {
      throw .nullValue(pointer: operation.path.jsonPointer)
    }
    return Self.tree(operations.map { ($0.path[...], $0.value) }).text
  }

  private func check(
    _ operations: [PatchWriter.Operation], includesSecrets: Bool
  ) throws(PatchFailure) {
    guard !includesSecrets, let secret = operations.first(where: { $0.value?.isSecret == true })
    else { return }
    throw .secrets(pointer: secret.path.jsonPointer)
  }

  /// Values at their paths as one object; null for what is removed.
  private static func tree(
    _ parts: [(path: ArraySlice<String>, value: PatchValue?)]
  ) -> ReportValue {
    if parts.count == 1, let part = parts.first, part.path.isEmpty {
      return part.value.map { .json($0.json) } ?? .null
    }
    var keys: [String] = []
    var groups: [String: [(ArraySlice<String>, PatchValue?)]] = [:]
    // An object that is added before its members is what the members make.
    for (path, value) in parts {
      guard let key = path.first else { continue }
      if groups[key] == nil { keys.append(key) }
      groups[key, default: []].append((path.dropFirst(), value))
    }
    return .object(keys.map { ($0, tree(groups[$0] ?? [])) })
  }
}
