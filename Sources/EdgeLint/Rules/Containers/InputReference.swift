internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// Looks for objects that a pod names among those of the input.
struct InputReference {
  private let namespace: String
  private let context: RuleContext

  init(from pod: PodSubject, _ context: RuleContext) {
    namespace = pod.object.namespace
    self.context = context
  }

  /// How many objects there may be before no name is searched for one that is like it.
  private static let suggestionLimit = 500

  /// Reports an object that is not in the input, or that has no entry of a name.
  ///
  /// - Parameters:
  ///   - key: The entry that is read; nil for the object as a whole.
  ///   - reader: What reads it, for example `variable 'A'`.
  func check(
    _ kind: String, named name: Located<String>?, key: Located<String>? = nil,
    optional: Located<Bool>?, reader: @autoclosure () -> String
  ) {
    guard let name, !name.value.isEmpty, !name.isOpaque, optional?.value != true else { return }
    let found = objects(kind, named: name.value)
    guard !found.isEmpty else {
      return context.report(
        "\(reader()) reads \(kind) '\(name.value)', which is not in the input", at: name.node,
        help: suggestion(kind, for: name.value)
          ?? "lint the file that defines it, too, or make sure that the cluster has it")
    }
    guard let key, !key.value.isEmpty, !key.isOpaque else { return }
    let names = found.flatMap { entryNames(of: $0) }
    guard !names.contains(key.value) else { return }
    context.report(
      "\(reader()) reads '\(key.value)' of \(kind) '\(name.value)', which has no such entry",
      at: key.node,
      help: Suggestion.question(for: key.value, among: names)
        ?? (names.isEmpty ? "it is empty" : "it has \(listed(names))"))
  }

  /// The objects in the namespace, and those without one, which `kubectl -n` may put there.
  private func objects(_ kind: String, named name: String) -> [ObjectHeader] {
    let found = context.project.objects(kind: kind, named: name, in: namespace)
    guard found.isEmpty, namespace != "default" else { return found }
    return context.project.objects(kind: kind, named: name, in: "default")
      .filter { $0.namespace == nil }
  }

  private func entryNames(of object: ObjectHeader) -> [String] {
    let maps = [object.node["data"], object.node["binaryData"], object.node["stringData"]]
    return maps.flatMap { $0?.members.map(\.key.text) ?? [] }
  }

  private func suggestion(_ kind: String, for name: String) -> String? {
    guard context.project.objects.count <= Self.suggestionLimit else { return nil }
    let names = context.project.objects(kind: kind).lazy.compactMap(\.name?.value)
    return Suggestion.question(for: name, among: names)
  }

  private func listed(_ names: [String]) -> String {
    let list = names.prefix(8).map { "'\($0)'" }.joined(separator: ", ")
    return names.count > 8 ? "\(list) and others" : list
  }
}
