import EdgeConvert
import EdgeDiagnostics
import EdgeModel
import EdgeSyntax
import EdgeTestSupport
import Testing

/// The rows of the mappings: nothing is left out, nothing is invented, and each is tried somewhere.
@Suite struct MappingTableTests {
  @Test(arguments: FieldMapping.all)
  func everyFieldHasARow(_ mapping: FieldMapping) {
    let rows = mapping.documentation.rows
    for field in mapping.fields {
      let path = mapping.level.prefix + field
      #expect(rows.contains { $0.kubernetes.hasPrefix(path) }, "\(path)")
    }
    #expect(!rows.isEmpty, "\(mapping.kubernetes)")
    #expect(!mapping.documentation.source.isEmpty, "\(mapping.kubernetes)")
  }

  @Test func everyKeyOfARowIsOneOfCreateOptions() {
    let prefix = "createOptions."
    for entry in MappingTable.all where entry.row.manifest.hasPrefix(prefix) {
      let key = String(entry.row.manifest.dropFirst(prefix.count))
      #expect(CreateOptionsPath(key)?.text == key, "\(key)")
    }
    for (key, _) in MappingDocumentation.residual {
      #expect(CreateOptionsPath(key)?.text == key, "\(key)")
    }
  }

  /// Each key either becomes something in Kubernetes, or there is a reason why it does not.
  @Test func everyKeyHasAWayBack() {
    let entries = MappingTable.all
    for path in CreateOptionsPath.all where !["HostConfig", "NetworkingConfig"].contains(path.text)
    {
      let counterpart = MappingTable.counterpart(of: path.text, in: entries)
      #expect(counterpart.wayBack != nil, "\(path.text)")
      let hasOwn = counterpart.entries.contains { $0.row.wayBack != nil }
      #expect(!(hasOwn && counterpart.residualReason != nil), "\(path.text) is said twice")
    }
  }

  @Test func everyKeyOfAModuleThatIsMentionedIsKnown() {
    let known = Set(ManifestField.all.map(\.path))
    for entry in MappingTable.all where entry.row.manifest.hasPrefix("modules.*.") {
      #expect(
        known.contains(entry.row.manifest) || entry.row.manifest == "modules.*.desired",
        "\(entry.row.manifest)")
    }
  }

  /// A row that no fixture and no example has the field of is a row that nobody tried.
  @Test func everyRowIsTried() throws {
    var tried = TriedFields()
    for folder in Fixture.names(in: "convert") {
      for name in Fixture.names(in: "convert/\(folder)") where name.hasPrefix("input") {
        tried.add(Fixture.bytes("convert/\(folder)/\(name)") ?? [])
      }
    }
    for folder in Fixture.names(in: "mapping") {
      for name in Fixture.names(in: "mapping/\(folder)") where name.hasSuffix(".yaml") {
        tried.add(Fixture.bytes("mapping/\(folder)/\(name)") ?? [])
      }
    }
    for example in FieldMapping.all.flatMap(\.documentation.examples) { tried.add(example) }
    let untried = MappingTable.all.map(\.row.kubernetes).filter {
      !$0.isEmpty && !tried.contains($0)
    }
    #expect(untried == [])
  }
}

/// The paths of all fields in some objects.
private struct TriedFields {
  private var paths: Set<String> = []

  mutating func add(_ bytes: [UInt8]) {
    let sources = SourceManager()
    var sink = DiagnosticSink()
    let source = sources.add(name: "input.yaml", bytes: bytes)
    for root in DocumentReader.read(source, in: sources, reporting: &sink) {
      for object in root["items"]?.elements.map({ $0 }) ?? [root] { add(object: object) }
    }
  }

  mutating func add(_ example: MappingDocumentation.Example) {
    let sources = SourceManager()
    var sink = DiagnosticSink()
    let source = sources.add(name: "example.yaml", bytes: Array(example.yaml.utf8))
    for root in DocumentReader.read(source, in: sources, reporting: &sink) {
      switch example.scope {
      case .container: add(root, at: "spec.containers[]")
      case .pod: add(root, at: "spec")
      case .documents: add(object: root)
      }
    }
  }

  private mutating func add(object: SyntaxNode) {
    guard object.isMapping, let kind = object["kind"]?.text else { return }
    paths.insert(kind)
    add(object, at: "")
    let template =
      object["spec"]?["jobTemplate"]?["spec"]?["template"] ?? object["spec"]?["template"]
    for pod in [template, kind == "Pod" ? object : nil] {
      guard let pod else { continue }
      if let spec = pod["spec"] { add(spec, at: "spec") }
      if let metadata = pod["metadata"] {
        add(metadata, at: "metadata")
        add(metadata, at: "spec.template.metadata")
      }
    }
  }

  private mutating func add(_ node: SyntaxNode, at path: String) {
    paths.insert(path)
    switch node.kind {
    case .mapping:
      for member in node.members {
        add(member.value, at: (path.isEmpty ? "" : path + ".") + member.key.text)
      }
    case .sequence: for element in node.elements { add(element, at: path + "[]") }
    case .string, .number, .boolean: paths.insert("\(path)=\(node.text)")
    case .null: break
    }
  }

  /// Whether some object has a field, or the field with a value that begins as the row says.
  func contains(_ row: String) -> Bool {
    if paths.contains(row) { return true }
    // NAME stands for a name that the user chose.
    let prefix = row.hasSuffix("NAME") ? String(row.dropLast(4)) : row
    return paths.contains { $0.hasPrefix(prefix) }
  }
}
