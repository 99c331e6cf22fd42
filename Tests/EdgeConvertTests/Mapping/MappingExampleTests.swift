import EdgeConvert
import EdgeDiagnostics
import EdgeSyntax
import EdgeTestSupport
import Testing

/// The examples of the mappings: what documentation prints is what comes out.
@Suite struct MappingExampleTests {
  private struct Case: CustomTestStringConvertible {
    let mapping: FieldMapping
    let example: MappingDocumentation.Example

    var testDescription: String { "\(mapping.kubernetes): \(example.yaml)" }
  }

  private static let cases = FieldMapping.all.flatMap { mapping in
    mapping.documentation.examples.map { Case(mapping: mapping, example: $0) }
  }

  @Test(arguments: cases)
  private func exampleIsTrue(_ example: Case) throws {
    let example = example.example
    let (output, sink) = try convert(example)
    switch example.outcome {
    case .refusal(let rule):
      #expect(
        sink.diagnostics.contains { $0.rule.name == rule && $0.severity == .error },
        "\(sink.diagnostics.map(\.message))")
    case .module(let json):
      let errors = sink.diagnostics.filter { $0.severity == .error }.map(\.message)
      #expect(errors == [])
      let wanted = ModulesInShort(short: try modules(json))
      let manifest = try value(String(decoding: try #require(output), as: UTF8.self))
      let found = ModulesInShort(manifest: manifest, comparedWith: wanted)
      expectEqualText(found.text(keepingOrder: false), wanted.text(keepingOrder: false))
    }
  }

  /// Whatever becomes of a field can be shown.
  @Test func everyMappingWithACounterpartHasAnExample() {
    for mapping in FieldMapping.all where [.exact, .near, .lossy].contains(mapping.fidelity) {
      // What runs before all mappings, and what is only told.
      guard !["name", "os", "volumes"].contains(mapping.fields.first) else { continue }
      #expect(!mapping.documentation.examples.isEmpty, "\(mapping.kubernetes)")
    }
  }

  // MARK: - Conversion

  private func convert(
    _ example: MappingDocumentation.Example
  ) throws -> (output: [UInt8]?, sink: DiagnosticSink) {
    var options = ConversionOptions()
    for option in example.options {
      switch option {
      case "--http-probe=curl": options.pods.probesWithTools = true
      case "--init-containers=module": options.pods.convertsInitContainers = true
      case "--share-pid": options.pods.sharesProcesses = true
      default: Issue.record("no example uses \(option)")
      }
    }
    let sources = SourceManager()
    var sink = DiagnosticSink()
    let source = sources.add(name: "example.yaml", bytes: Array(documents(of: example).utf8))
    let roots = DocumentReader.read(source, in: sources, reporting: &sink)
    let result = Conversion.run(roots, options: options, sources: sources)
    sink.append(result.sink)
    return (result.documents.first?.bytes, sink)
  }

  private static let head = """
    apiVersion: v1
    kind: Pod
    metadata:
      name: app
      annotations: {isEdgeDeployment: "true", targetCondition: "tags.line='a'", priority: "10"}
    spec:

    """

  private func documents(of example: MappingDocumentation.Example) -> String {
    let container = "  containers:\n  - name: app\n    image: example.io/app:1\n"
    switch example.scope {
    case .container: return Self.head + container + indented(example.yaml, by: 4)
    case .pod:
      return Self.head + (example.yaml.contains("containers:") ? "" : container)
        + indented(example.yaml, by: 2)
    case .documents:
      return example.yaml.replacing(
        "metadata: {name: app}",
        with: """
          metadata:
            name: app
            annotations: {isEdgeDeployment: "true", targetCondition: "tags.line='a'"}
          """)
    }
  }

  private func indented(_ text: String, by columns: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String(repeating: " ", count: columns) + $0 + "\n" }.joined()
  }

  // MARK: - Expectations

  /// The expectation with the names of the modules, of which an example with one says nothing.
  private func modules(_ json: String) throws -> JSONValue {
    let value = try value(json)
    if let credentials = value["registryCredentials"] {
      return .object([
        JSONValue.Member("registryCredentials", credentials),
        JSONValue.Member("modules", .object([JSONValue.Member("app", complete(.emptyObject))])),
      ])
    }
    let members = ["env", "restartPolicy", "imagePullPolicy", "startupOrder", "createOptions"]
    let isOne = value.members.contains { members.contains($0.name) }
    let modules = isOne ? JSONValue.object([JSONValue.Member("app", value)]) : value
    return .object(modules.members.map { JSONValue.Member($0.key, complete($0.value)) })
  }

  private func complete(_ module: JSONValue) -> JSONValue {
    var module = module
    if module["createOptions"] == nil { module["createOptions"] = .emptyObject }
    return module
  }

  private func value(_ json: String) throws -> JSONValue {
    JSONValue(
      try #require(JSONReader.root(of: Array(json.utf8), named: "json", in: SourceManager())))
  }
}
