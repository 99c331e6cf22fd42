import EdgeDiagnostics
import EdgeModel
import EdgeSyntax
import EdgeTestSupport
import Foundation
import Testing

@testable import EdgeConvert

/// What holds of the expanded form of every manifest.
@Suite struct ExpansionLawTests {
  private static let rounds = 500
  /// Given by `EDGEKIT_FUZZ_SEED`, else new.
  private static let seed =
    ProcessInfo.processInfo.environment["EDGEKIT_FUZZ_SEED"].flatMap(UInt64.init)
    ?? UInt64.random(in: 0...UInt64.max)

  /// Checks something of many manifests; the seed and the manifest are printed with a failure.
  private func forEachManifest(_ check: (_ manifest: String, _ round: UInt64) throws -> Void) {
    print("generated manifests: EDGEKIT_FUZZ_SEED=\(Self.seed)")
    for round in 0..<UInt64(Self.rounds) {
      var generator = RandomManifest(seed: Self.seed &+ round)
      let manifest = generator.next()
      do {
        try check(manifest, round)
      } catch {
        Issue.record("seed \(Self.seed), round \(round): \(error)\n\(manifest)")
        return
      }
    }
  }

  private struct Broken: Error {
    var description: String
  }

  /// The expanded form of the one deployment of a text.
  private struct Form {
    let sources = SourceManager()
    let root: SyntaxNode

    init(_ text: String) throws {
      var sink = DiagnosticSink()
      let source = sources.add(name: "x.template.json", bytes: Array(text.utf8))
      let roots = DocumentReader.read(source, in: sources, reporting: &sink)
      let found = DeploymentReading.find(roots, options: ConversionOptions(), sources: sources)
      let deployment = try #require(found.deployments.first?.read(nil).deployment)
      root = try #require(Expansion.expand(deployment, in: sources)).root
    }

    var text: String {
      var json = JSONWriter(indent: 2)
      json.value(root)
      return String(decoding: json.bytes, as: UTF8.self)
    }

    /// The value of the content, which is what a device gets.
    var content: JSONValue? { root["content"].map { JSONValue($0) } }
  }

  @Test func `Expanding twice changes nothing`() {
    forEachManifest { manifest, _ in
      let once = try Form(manifest).text
      let twice = try Form(once).text
      if let difference = TextDifference.between(expected: once, actual: twice) {
        throw Broken(description: difference)
      }
    }
  }

  @Test func `Order and layout make no difference`() {
    forEachManifest { manifest, round in
      var random = RandomText(seed: round)
      let root = try #require(
        JSONReader.root(of: Array(manifest.utf8), named: "", in: SourceManager()))
      var json = JSONWriter(indent: random.below(4))
      json.value(Self.shuffled(JSONValue(root), &random))
      let once = try Form(manifest).text
      let other = try Form(String(decoding: json.bytes, as: UTF8.self)).text
      if let difference = TextDifference.between(expected: once, actual: other) {
        throw Broken(description: difference)
      }
    }
  }

  private static func shuffled(_ value: JSONValue, _ random: inout RandomText) -> JSONValue {
    switch value {
    case .object(let members):
      var members = members.map { member in
        JSONValue.Member(member.key, shuffled(member.value, &random))
      }
      members.shuffle(using: &random)
      return .object(members)
    case .array(let elements): return .array(elements.map { shuffled($0, &random) })
    case .string, .literal: return value
    }
  }

  @Test func `Kubernetes YAML has the content of the manifest it was made from`() {
    forEachManifest { manifest, _ in
      var options = ConversionOptions()
      options.target = .virtualKubelet
      let sources = SourceManager()
      var sink = DiagnosticSink()
      let source = sources.add(name: "x.template.json", bytes: Array(manifest.utf8))
      let roots = DocumentReader.read(source, in: sources, reporting: &sink)
      let result = Conversion.run(roots, options: options, sources: sources)
      guard let yaml = result.documents.first?.bytes else { return }
      let there = try Form(manifest).content
      let back = try Form(String(decoding: yaml, as: UTF8.self))
      if there != back.content {
        throw Broken(description: "not the same content:\n\(back.text)")
      }
    }
  }

  @Test func `Every value is where it is written`() {
    forEachManifest { manifest, _ in
      let form = try Form(manifest)
      try Self.checkPlaces(of: form.root, in: form.sources)
    }
  }

  private static func checkPlaces(of node: SyntaxNode, in sources: SourceManager) throws {
    for member in node.members { try checkPlaces(of: member.value, in: sources) }
    for element in node.elements { try checkPlaces(of: element, in: sources) }
    guard !node.isMapping, !node.isSequence else { return }
    let range = sources.physical(node.range)
    let written = Array(sources[range.source].bytes[Int(range.start)..<Int(range.end)])
    let value = JSONValue(node)
    // What stands inside of createOptions is escaped once more, and may go on in another piece.
    let readings = [written, Array("\"".utf8) + written + Array("\"".utf8)]
    let values = readings.map { bytes in
      JSONReader.root(of: bytes, named: "", in: SourceManager()).map { JSONValue($0) }
    }
    if values[0] == value { return }
    if case .string(let inner)? = values[1] {
      let read = JSONReader.root(of: inner, named: "", in: SourceManager()).map { JSONValue($0) }
      var json = JSONWriter()
      json.value(value)
      if read == value || isBeginning(inner, of: json.bytes) { return }
    }
    throw Broken(
      description: "\(value) is said to stand at '\(String(decoding: written, as: UTF8.self))'")
  }

  /// Whether a text is the first part of a value that goes on in the next piece, however its letters are
  /// escaped.
  private static func isBeginning(_ text: [UInt8], of value: [UInt8]) -> Bool {
    let whole = JSONReader.root(of: value, named: "", in: SourceManager())
    // A piece may end inside of an escape, at most a pair of them.
    for cut in 0..<min(12, text.count) {
      let closed = JSONReader.root(
        of: text.dropLast(cut) + Array("\"".utf8), named: "", in: SourceManager())
      if let closed, closed.isString { return whole?.utf8.starts(with: closed.utf8) ?? false }
    }
    return value.starts(with: text)
  }

  @Test func `Sizes are what the hub counts`() {
    forEachManifest { manifest, _ in
      let sources = SourceManager()
      var sink = DiagnosticSink()
      let source = sources.add(name: "x.template.json", bytes: Array(manifest.utf8))
      let roots = DocumentReader.read(source, in: sources, reporting: &sink)
      let found = DeploymentReading.find(roots, options: ConversionOptions(), sources: sources)
      let deployment = try #require(found.deployments.first?.read(nil).deployment)
      let size = DeploymentSize(try #require(Expansion.expand(deployment, in: sources)))
      for member in deployment.document?.content.value.members ?? roots[0].members {
        guard let desired = member.value["properties.desired"], !Self.hasObjectOptions(desired)
        else { continue }
        let twin = size.twins.first { $0.name == member.key.text }
        let others = member.value.members.reduce(0) { sum, path in
          !path.key.text.hasPrefix(DesiredPath.prefix)
            ? sum
            : sum + path.key.utf8.count - DesiredPath.prefix.utf8.count
              - path.key.text.dropFirst(DesiredPath.prefix.count).count { $0 == "." }
              + TwinLimits.size(of: path.value)
        }
        let expected = TwinLimits.size(of: desired) + others
        if twin?.bytes != expected {
          throw Broken(description: "\(member.key.text): \(twin?.bytes ?? -1), not \(expected)")
        }
      }
    }
  }

  /// Whether createOptions are objects somewhere, which are counted as the text that is made of them.
  private static func hasObjectOptions(_ node: SyntaxNode) -> Bool {
    node.members.contains { member in
      member.key.text.lowercased().hasPrefix("createoptions") && member.value.isMapping
        || hasObjectOptions(member.value)
    }
  }
}
