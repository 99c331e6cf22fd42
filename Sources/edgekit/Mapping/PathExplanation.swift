internal import EdgeConvert
internal import EdgeDiagnostics
internal import EdgeLint
internal import EdgeModel

/// What `explain` prints of a path.
struct PathExplanation {
  /// What the terminal can show.
  var style: TerminalStyle
  /// The columns of text.
  var width: Int

  private var layout: TextColumns { TextColumns(width: width) }

  func page(of topic: PathTopic) -> String {
    switch topic {
    case .createOptions(let path): page(of: path)
    case .kubernetes(let path, let entries): page(of: path, entries)
    case .manifest(let field): page(of: field)
    }
  }

  /// The table of all fields, in both directions.
  func table() -> String {
    let entries = MappingTable.all
    var text = style.painted("Kubernetes to IoT Edge:", .bold) + "\n\n"
    for entry in entries where !entry.row.kubernetes.isEmpty {
      let row = entry.row
      text += "  \(row.kubernetes)\n"
      text += layout.paragraph(
        "\(row.fidelity.rawValue)\(row.manifest.isEmpty ? "" : ", \(row.manifest)"): \(row.summary)",
        indent: 6)
    }
    text += "\n" + style.painted("IoT Edge to Kubernetes:", .bold) + "\n\n"
    for path in CreateOptionsPath.all where path.isOutermost {
      guard let wayBack = MappingTable.counterpart(of: path.text, in: entries).wayBack else {
        continue
      }
      text += "  createOptions.\(path.text)\n"
      text += layout.paragraph("\(wayBack.fidelity.rawValue): \(wayBack.summary)", indent: 6)
    }
    return text
  }

  // MARK: - createOptions

  private func page(of path: CreateOptionsPath) -> String {
    let field = path.field
    let counterpart = MappingTable.counterpart(of: path)
    var text = heading("createOptions.\(path.text)", field.type.detail)
    text += layout.paragraph(field.meaning.description.sentence, indent: 2) + "\n"
    text += fact("Without", field.usual.description)
    text += fact("Values", field.values.joined(separator: ", "))
    text += fact("Demands", field.check.description)
    text += fact("Docker", field.flag.utf8CodeUnitCount > 0 ? "docker run \(field.flag)" : "")
    text += fact(
      "Since", field.since.utf8CodeUnitCount > 0 ? "version \(field.since) of Docker's API" : "")
    text += fact("Runtime", field.runtime.description)
    text += fact("Types", field.strictness.joined(separator: " "))
    text += rows(counterpart.entries.filter { !$0.row.kubernetes.isEmpty }) { row in
      (row.kubernetes, "\(row.fidelity.rawValue): \(row.summary)")
    }
    if let wayBack = counterpart.wayBack {
      text += fact("Back", "\(wayBack.fidelity.rawValue): \(wayBack.summary)")
    }
    text += examples(of: counterpart.entries, about: field.name)
    return text + fact("Source", field.source.description)
  }

  // MARK: - Kubernetes

  private func page(of path: String, _ entries: [MappingTable.Entry]) -> String {
    let type = KubernetesFieldType.description(ofPodField: path)
    var text = heading(path, type?.type ?? "")
    if let values = type?.values, !values.isEmpty {
      text += fact("Values", values.joined(separator: ", ")) + "\n"
    }
    for summary in Self.unique(entries.compactMap { $0.mapping?.summary }) {
      text += layout.paragraph(summary, indent: 2) + "\n"
    }
    text += "Becomes:\n"
    for entry in entries {
      let row = entry.row
      let counterpart =
        row.manifest.isEmpty ? row.fidelity.words : "\(row.manifest), \(row.fidelity.rawValue)"
      text += "  \(row.kubernetes)\n"
      text += layout.paragraph("\(counterpart): \(row.summary)", indent: 6)
      if let flag = flag(for: row.manifest) { text += "      docker run \(flag)\n" }
    }
    text += examples(of: entries, about: path.split(separator: ".").last.map(String.init) ?? path)
    return text + Self.unique(entries.map(\.source)).map { fact("Source", $0) }.joined()
  }

  /// The option of `docker run` for a path in a manifest.
  private func flag(for manifest: String) -> String? {
    let prefix = "createOptions."
    guard manifest.hasPrefix(prefix),
      let path = CreateOptionsPath(String(manifest.dropFirst(prefix.count))),
      path.field.flag.utf8CodeUnitCount > 0
    else { return nil }
    return path.field.flag.description
  }

  // MARK: - Manifests

  private func page(of field: ManifestField) -> String {
    var text = heading(field.path, field.type)
    text += layout.paragraph(field.meaning.sentence, indent: 2) + "\n"
    text += fact("Without", field.usual)
    text += fact("Values", field.values.joined(separator: ", "))
    let entries = MappingTable.all.filter { $0.row.manifest == field.path }
    text += rows(entries.filter { !$0.row.kubernetes.isEmpty }) { row in
      (row.kubernetes, "\(row.fidelity.rawValue): \(row.summary)")
    }
    if let wayBack = entries.lazy.compactMap(\.row.wayBack).first {
      text += fact("Back", "\(wayBack.fidelity.rawValue): \(wayBack.summary)")
    }
    return text + fact("Source", field.source)
  }

  // MARK: - Parts

  private func heading(_ name: String, _ type: String) -> String {
    style.painted(name, .bold) + (type.isEmpty ? "" : ": \(type)") + "\n\n"
  }

  private func fact(_ name: String, _ text: String) -> String {
    guard !text.isEmpty else { return "" }
    let lines = layout.entry("\(name):", text, indent: 0, column: 10)
    return style.painted("\(name):", .bold) + lines.dropFirst(name.count + 1)
  }

  private func rows(
    _ entries: [MappingTable.Entry],
    _ words: (MappingDocumentation.Row) -> (term: String, text: String)
  ) -> String {
    guard !entries.isEmpty else { return "" }
    var text = style.painted("From:", .bold) + "\n"
    for entry in entries {
      let (term, explanation) = words(entry.row)
      text += "  \(term)\n" + layout.paragraph(explanation, indent: 6)
    }
    return text
  }

  /// The first example that has to do with a name, or the first one.
  private func examples(of entries: [MappingTable.Entry], about name: String) -> String {
    let all = Self.unique(entries.compactMap { $0.mapping?.kubernetes })
      .compactMap { path in entries.first { $0.mapping?.kubernetes == path }?.mapping }
      .flatMap(\.documentation.examples)
    let plain = name.prefix { $0 != "[" }
    guard let example = all.first(where: { $0.mentions(plain) }) ?? all.first else { return "\n" }
    var text = "\n" + style.painted("Example:", .bold) + "\n"
    for line in example.yaml.split(separator: "\n", omittingEmptySubsequences: false) {
      text += "    \(line)\n"
    }
    if !example.options.isEmpty {
      text += "  with \(example.options.joined(separator: " "))\n"
    }
    switch example.outcome {
    case .module(let json): text += "  becomes\n" + example.pretty(json, indent: 4)
    case .refusal(let rule): text += "  is refused: edgekit explain \(rule)\n"
    }
    return text + "\n"
  }

  private static func unique(_ texts: [String]) -> [String] {
    var seen: Set<String> = [""]
    return texts.filter { seen.insert($0).inserted }
  }
}

extension FieldMapping.Fidelity {
  /// What it means where there is no counterpart.
  var words: String {
    switch self {
    case .ignored: "nothing, and nothing is lost"
    case .impossible: "nothing, it cannot be said"
    case .exact, .near, .lossy: "no key of a module, \(rawValue)"
    }
  }
}

extension MappingDocumentation.Example {
  func mentions(_ name: Substring) -> Bool {
    if yaml.contains(name) { return true }
    guard case .module(let json) = outcome else { return false }
    return json.contains(name)
  }

  /// The JSON in lines.
  func pretty(_ json: String, indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    return ExampleJSON.lines(of: json).map { "\(margin)\($0)\n" }.joined()
  }
}
