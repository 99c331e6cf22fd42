import EdgeConvert
import EdgeDiagnostics
import EdgeSyntax
import EdgeTestSupport
import Foundation
import Testing

/// The law: a manifest that goes to another dialect and back means the same.
@Suite struct RoundTripLawTests {
  private static let rounds = 1000
  /// Given by `EDGEKIT_FUZZ_SEED`, else new.
  private static let seed =
    ProcessInfo.processInfo.environment["EDGEKIT_FUZZ_SEED"].flatMap(UInt64.init)
    ?? UInt64.random(in: 0...UInt64.max)

  private struct Refused: Error {
    var messages: [String]
  }

  /// One conversion, as the program makes it.
  private static func convert(
    _ text: [UInt8], _ change: (inout ConversionOptions) -> Void
  ) throws -> [UInt8] {
    var options = ConversionOptions()
    change(&options)
    let sources = SourceManager()
    let source = sources.add(name: "input.template.json", bytes: text)
    var sink = DiagnosticSink()
    let documents = DocumentReader.read(source, in: sources, reporting: &sink)
    let result = Conversion.run(documents, options: options, sources: sources)
    guard let document = result.documents.first, !sink.hasErrors else {
      let errors = (sink.diagnostics + result.sink.diagnostics).filter { $0.severity == .error }
      throw Refused(messages: errors.map(\.message))
    }
    return document.bytes
  }

  /// Checks something of many manifests; the seed and the manifest are printed with a failure.
  private func forEachManifest(
    rounds: Int = Self.rounds, _ check: (_ manifest: [UInt8], _ round: Int) throws -> Void
  ) {
    print("generated manifests: EDGEKIT_FUZZ_SEED=\(Self.seed)")
    for round in 0..<rounds {
      var generator = RandomManifest(seed: Self.seed &+ UInt64(round))
      let manifest = generator.next()
      do {
        try check(Array(manifest.utf8), round)
      } catch {
        Issue.record("seed \(Self.seed), round \(round): \(error)\n\(manifest)")
        return
      }
    }
  }

  @Test func virtualKubeletAndBackMeansTheSame() {
    forEachManifest { manifest, round in
      let there = try Self.convert(manifest) { $0.target = .virtualKubelet }
      let shape = ManifestEnvelope.allCases[round % ManifestEnvelope.allCases.count]
      let back = try Self.convert(there) { options in
        options.shape = shape
        // A configuration must have one, and the manifest may have none.
        if shape == .configuration, !Self.hasCondition(manifest) { options.targetCondition = "*" }
      }
      let withMetadata = shape == .configuration && Self.hasCondition(manifest)
      try Self.expectSame(
        try ManifestMeaning(manifest, withMetadata: withMetadata),
        try ManifestMeaning(back, withMetadata: withMetadata), there)
    }
  }

  /// Whether a manifest is a configuration for some devices.
  private static func hasCondition(_ manifest: [UInt8]) -> Bool {
    String(decoding: manifest, as: UTF8.self).contains(#""targetCondition": "tags"#)
      || String(decoding: manifest, as: UTF8.self).contains(#""targetCondition": "*""#)
  }

  private struct Differs: Error, CustomStringConvertible {
    var description: String
  }

  private static func expectSame(
    _ before: ManifestMeaning, _ after: ManifestMeaning, _ there: [UInt8]
  ) throws {
    guard before != after else { return }
    let (old, new) = (
      Set(before.description.split(separator: "\n")), Set(after.description.split(separator: "\n"))
    )
    throw Differs(
      description: "lost \(old.subtracting(new)), appeared \(new.subtracting(old))\n"
        + String(decoding: there, as: UTF8.self))
  }

  @Test func normalisingMeansTheSameAndIsIdempotent() {
    forEachManifest { manifest, _ in
      let once = try Self.convert(manifest) { $0.target = .iotedge }
      let twice = try Self.convert(once) { $0.target = .iotedge }
      try Self.expectSame(
        try ManifestMeaning(manifest, withMetadata: false),
        try ManifestMeaning(once, withMetadata: false), once)
      guard once == twice else { throw Differs(description: "normalising twice changes bytes") }
    }
  }

  @Test func kubernetesAndBackSettlesDown() {
    forEachManifest(rounds: 300) { manifest, _ in
      let texts = try (0..<2).reduce(into: [manifest]) { texts, _ in
        let yaml = try Self.convert(texts[texts.count - 1]) { $0.target = .virtualKubelet }
        texts.append(yaml)
        texts.append(
          try Self.convert(yaml) { options in
            options.shape = .configuration
            options.targetCondition = "*"
          })
      }
      let again = try Self.convert(texts[4]) { $0.target = .virtualKubelet }
      guard texts[3] == again else {
        throw Differs(
          description: "first:\n\(String(decoding: texts[3], as: UTF8.self))\nthen:\n"
            + String(decoding: again, as: UTF8.self))
      }
      try Self.expectSame(
        try ManifestMeaning(manifest, withMetadata: false),
        try ManifestMeaning(texts[4], withMetadata: false), again)
    }
  }
}
