internal import EdgeConvert
internal import EdgeDiagnostics
internal import EdgeModel

/// Something that has a path and can be explained: a key of createOptions, a field of Kubernetes, a key of
/// a manifest.
enum PathTopic {
  case createOptions(CreateOptionsPath)
  /// The path as far as it was asked for, and the rows of the table that it covers.
  case kubernetes(path: String, entries: [MappingTable.Entry])
  case manifest(ManifestField)

  /// Everything that a path in any letter case may mean; nothing where nobody knows it.
  ///
  /// `spec.template.`, `spec.containers[].` and `createOptions.` need not be there.
  static func topics(for text: String) -> [PathTopic] {
    let name = PathName(text)
    var topics: [PathTopic] = []
    if let path = createOptions(text) { topics.append(.createOptions(path)) }
    topics += kubernetes(name)
    topics += ManifestField.all.filter { field in
      name.isManifest(PathName(field.path))
    }.map { .manifest($0) }
    return topics
  }

  private static func createOptions(_ text: String) -> CreateOptionsPath? {
    let prefixes = [
      "modules.*.settings.createoptions.", "settings.createoptions.", "createoptions.",
    ]
    let lowercased = text.lowercased()
    let prefix = prefixes.first { lowercased.hasPrefix($0) } ?? ""
    return CreateOptionsPath(String(text.dropFirst(prefix.count)))
  }

  private static func kubernetes(_ name: PathName) -> [PathTopic] {
    let entries = MappingTable.all.filter { !$0.row.kubernetes.isEmpty }
    var topics: [PathTopic] = []
    for candidate in name.candidates {
      let found = entries.filter { candidate.covers(PathName($0.row.kubernetes)) }
      guard let first = found.first else { continue }
      let path = String(first.row.kubernetes.prefix(candidate.length(in: first.row.kubernetes)))
      topics.append(.kubernetes(path: path, entries: found))
    }
    return topics
  }

  /// The whole table, a topic for each field of Kubernetes and each key.
  static var table: [PathTopic] {
    var seen: Set<String> = [""]
    let fields = MappingTable.all.map(\.row.kubernetes).filter { seen.insert($0).inserted }
    return fields.map { path in
      .kubernetes(path: path, entries: MappingTable.all.filter { $0.row.kubernetes == path })
    } + CreateOptionsPath.all.map { .createOptions($0) } + ManifestField.all.map { .manifest($0) }
  }

  /// Every path that can be asked for, for completions and suggestions.
  static var known: [String] {
    let fields = MappingTable.all.map { entry in
      String(entry.row.kubernetes.prefix { $0 != "=" })
    }
    let keys =
      CreateOptionsPath.all.map { "createOptions." + $0.text } + ManifestField.all.map(\.path)
    var seen: Set<String> = [""]
    return (fields + keys).filter { seen.insert($0).inserted }
  }

  /// The path nearest to one that nobody knows, in the form that was used; nil where none is near.
  static func suggestion(for text: String) -> String? {
    let known = known
    if let near = Suggestion.nearest(to: text, among: known) { return near }
    // Somebody may have left out what stands before.
    let short = known.flatMap { path in
      ["spec.containers[].", "spec.", "createOptions.", "createOptions.HostConfig."].compactMap {
        path.hasPrefix($0) ? String(path.dropFirst($0.count)) : nil
      }
    }
    return Suggestion.nearest(to: text, among: short)
  }
}

/// A path to compare: in lower case, without the marks of lists.
struct PathName: Equatable {
  private let parts: [Substring]

  init(_ text: String) {
    let text = text.lowercased()
    // A dot in a name such as nvidia.com/gpu parts it in two, on both sides of a comparison.
    parts = text.prefix { $0 != "=" }.split(separator: ".").map { part in
      part.prefix { $0 != "[" }
    }
  }

  private init(_ parts: [Substring]) {
    self.parts = parts
  }

  /// What it may stand for from the root of a workload on.
  var candidates: [PathName] {
    var parts = parts[...]
    if parts.starts(with: ["spec", "jobtemplate"]) { parts = parts.dropFirst(2) }
    if parts.starts(with: ["spec", "template"]), parts.dropFirst(2).first != "metadata" {
      parts = parts.dropFirst(2)
    }
    let rest = Array(parts)
    guard let first = rest.first else { return [] }
    guard !["spec", "metadata"].contains(first) else { return [PathName(rest)] }
    return [["spec", "containers"], ["spec"], ["spec", "template"], []].map {
      PathName($0 + rest)
    }
  }

  /// Whether another path is this one or lies inside of it.
  func covers(_ other: PathName) -> Bool { other.parts.starts(with: parts) }

  /// How many characters of a path this one takes up.
  func length(in path: String) -> Int {
    var length = 0
    for (index, part) in path.prefix(while: { $0 != "=" }).split(separator: ".").enumerated() {
      guard index < parts.count else { break }
      length += part.count + (index > 0 ? 1 : 0)
    }
    return length
  }

  /// Whether it names a key of a manifest, names of modules and routes given or not.
  func isManifest(_ known: PathName) -> Bool {
    let roots: [[Substring]] = [
      [], ["modulescontent", "$edgeagent", "properties", "desired"],
      ["modulescontent", "$edgehub", "properties", "desired"],
    ]
    for root in roots where parts.starts(with: root) {
      let rest = parts.dropFirst(root.count)
      if rest.count == known.parts.count,
        zip(rest, known.parts).allSatisfy({ $0 == $1 || $1 == "*" })
      {
        return true
      }
      // The last word of a path is enough.
      if rest.count == 1, known.parts.contains("*"), rest.first == known.parts.last { return true }
    }
    return false
  }
}
