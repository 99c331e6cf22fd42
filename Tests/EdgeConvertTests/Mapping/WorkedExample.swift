import EdgeConvert
import EdgeDiagnostics
import EdgeModel
import EdgeSyntax
import EdgeTestSupport
import Testing

/// A folder under `Fixtures/mapping`: one of the worked examples that the mapping of pods and modules was
/// designed with.
///
/// - `input.yaml` is converted to a manifest, with the options in `args`, and `expected.json` says what is
///   in it, in short: modules by name without what goes without saying, createOptions as an object. Without
///   `expected.json` nothing is written. `reports` lists the rules that have something to say, each once;
///   without the file, anything may be said.
/// - `input.json` is converted to Kubernetes objects, and `expected.yaml` says what is in them;
///   `back.json` says in short what they are converted back to.
struct WorkedExample: Sendable, CustomTestStringConvertible {
  /// The name of the folder: the number of the example, and what is done differently in it.
  let name: String

  private static let root = "mapping"

  /// Every folder, sorted by name.
  static var all: [WorkedExample] { Fixture.names(in: root).map { WorkedExample(name: $0) } }
  /// Those that begin with Kubernetes objects.
  static var ofPods: [WorkedExample] { all.filter { $0.file("input.yaml") != nil } }
  /// Those that begin with a manifest.
  static var ofModules: [WorkedExample] { all.filter { $0.file("input.json") != nil } }

  var testDescription: String { name }

  // MARK: - Checks

  /// Converts pods and compares what comes out, and what is said.
  func checkPods() throws {
    let conversion = try converted("input.yaml", options())
    if let reports = file("reports") {
      let expected = reports.split(separator: UInt8(ascii: "\n")).map {
        String(decoding: $0, as: UTF8.self)
      }
      expectEqualText(
        conversion.rules.joined(separator: "\n"), expected.sorted().joined(separator: "\n"))
    }
    guard let expected = file("expected.json") else {
      #expect(!conversion.isWritten)
      return
    }
    expect(conversion, toBe: try json(expected), keepingOrder: true)
  }

  /// Converts modules and compares what comes out.
  func checkModules() throws {
    var options = try options()
    options.target = .virtualKubelet
    let conversion = try converted("input.json", options)
    for rule in (file("reports") ?? []).split(separator: UInt8(ascii: "\n")) {
      #expect(conversion.rules.contains(String(decoding: rule, as: UTF8.self)))
    }
    guard let output = conversion.output, let expected = file("expected.yaml") else {
      Issue.record("\(name): nothing is written: \(conversion.rules)")
      return
    }
    let difference = KubernetesMeaning(try documents(expected))
      .difference(from: KubernetesMeaning(try documents(output)))
    if let difference { Issue.record("\(name): \(difference)") }
  }

  /// Converts the Kubernetes objects that modules become, and compares what comes out.
  func checkWayBack() throws {
    var options = ConversionOptions()
    // The examples have no annotations of edge deployments.
    options.pods.includesAllWorkloads = true
    let conversion = try converted("expected.yaml", options)
    expect(conversion, toBe: try json(file("back.json") ?? []), keepingOrder: false)
  }

  private func expect(
    _ conversion: Conversion, toBe expected: JSONValue, keepingOrder keepsOrder: Bool
  ) {
    guard let output = conversion.output, let manifest = try? json(output) else {
      Issue.record("\(name): nothing is written: \(conversion.rules)")
      return
    }
    let wanted = ModulesInShort(short: expected)
    let found = ModulesInShort(manifest: manifest, comparedWith: wanted)
    expectEqualText(
      found.text(keepingOrder: keepsOrder), wanted.text(keepingOrder: keepsOrder))
  }

  // MARK: - Conversion

  private struct Conversion {
    /// What is written; nil for nothing.
    var output: [UInt8]?
    /// The rules that have something to say, sorted, each once.
    var rules: [String]

    var isWritten: Bool { output != nil }
  }

  private func converted(_ name: String, _ options: ConversionOptions) throws -> Conversion {
    let sources = SourceManager()
    let source = sources.add(name: name, bytes: try #require(file(name)))
    var sink = DiagnosticSink()
    let documents = DocumentReader.read(source, in: sources, reporting: &sink)
    let result = EdgeConvert.Conversion.run(documents, options: options, sources: sources)
    sink.append(result.sink)
    // That the shape of the output has no place for what surrounds the modules is of no concern here.
    let rules = Set(sink.diagnostics.filter { !$0.isDetail }.map(\.rule.name))
      .subtracting(["config-metadata-left-out"])
    return Conversion(
      output: sink.hasErrors ? nil : result.documents.first?.bytes, rules: rules.sorted())
  }

  private func options() throws -> ConversionOptions {
    var options = ConversionOptions()
    let line = String(decoding: file("args") ?? [], as: UTF8.self)
    for argument in line.split(whereSeparator: \.isWhitespace) {
      switch argument {
      case "--allow-loss": options.pods.allowsLoss = true
      case "--http-probe=curl": options.pods.probesWithTools = true
      case "--init-containers=module": options.pods.convertsInitContainers = true
      case "--config-volumes=/etc/edge": options.pods.configVolumes = "/etc/edge"
      case "--compat=virtual-kubelet": options.isProviderCompatible = true
      case "--chunk=512": options.chunk = .bytes(512)
      case "--style=configmap": break
      case "--strict": options.pods.refusesConflicts = true
      default: Issue.record("\(name): no option of the program is called \(argument)")
      }
    }
    return options
  }

  // MARK: - Files

  private func file(_ file: String) -> [UInt8]? { Fixture.bytes("\(Self.root)/\(name)/\(file)") }

  private func json(_ bytes: [UInt8]) throws -> JSONValue {
    JSONValue(try #require(JSONReader.root(of: bytes, named: name, in: SourceManager())))
  }

  private func documents(_ yaml: [UInt8]) throws -> [JSONValue] {
    let sources = SourceManager()
    var sink = DiagnosticSink()
    let source = sources.add(name: name, bytes: yaml)
    let roots = DocumentReader.read(source, in: sources, reporting: &sink)
    try #require(!sink.hasErrors)
    return roots.map { JSONValue($0) }
  }
}
