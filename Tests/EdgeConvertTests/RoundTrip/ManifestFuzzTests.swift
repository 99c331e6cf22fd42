import EdgeConvert
import EdgeDiagnostics
import EdgeSyntax
import EdgeTestSupport
import Foundation
import Testing

/// Broken manifests: nothing crashes, and what is refused is refused with a reason.
@Suite struct ManifestFuzzTests {
  private static let rounds: UInt64 = 1500

  @Test func brokenManifestsAreRefusedWithAReason() {
    let seed =
      ProcessInfo.processInfo.environment["EDGEKIT_FUZZ_SEED"].flatMap(UInt64.init)
      ?? UInt64.random(in: 0...UInt64.max)
    print("broken manifests: EDGEKIT_FUZZ_SEED=\(seed)")
    var refused = 0
    for round in 0..<Self.rounds {
      var random = RandomText(seed: seed &+ round)
      var generator = RandomManifest(seed: seed &+ round)
      var text = Array(generator.next().utf8)
      for _ in 0...random.below(3) { Self.damage(&text, using: &random) }
      for target in [Dialect.iotedge, .virtualKubelet] {
        var options = ConversionOptions()
        options.target = target
        options.verifies = random.once(in: 4)
        options.kubernetes.style = random.one(of: KubernetesStyle.allCases)
        options.kubernetes.splitsModules = random.once(in: 4)
        options.kubernetes.isLossy = random.once(in: 2)
        let sources = SourceManager()
        let source = sources.add(name: "input.json", bytes: text)
        var sink = DiagnosticSink()
        let documents = DocumentReader.read(source, in: sources, reporting: &sink)
        let result = Conversion.run(
          documents, options: options, sources: sources, isComplete: !sink.hasErrors)
        sink.append(result.sink)
        let isManifest = !result.found.manifests.isEmpty
        if result.documents.isEmpty, isManifest {
          refused += 1
          #expect(sink.hasErrors, "seed \(seed), round \(round): nothing was said")
        }
        #expect(
          !sink.diagnostics.contains { $0.rule.name == "round-trip-failed" },
          "seed \(seed), round \(round):\n\(String(decoding: text, as: UTF8.self))")
      }
    }
    #expect(refused > 0)
  }

  /// Takes away, doubles or replaces a part of a text.
  private static func damage(_ text: inout [UInt8], using random: inout RandomText) {
    guard !text.isEmpty else { return }
    let start = random.below(text.count)
    let end = min(text.count, start + 1 + random.below(12))
    switch random.below(4) {
    case 0: text.removeSubrange(start..<end)
    case 1: text.insert(contentsOf: text[start..<end], at: start)
    case 2:
      let word = random.one(of: [
        "null", "{}", "[]", "1", "\"x\"", "true", "-", "\\u0000", "\u{2028}",
      ])
      text.replaceSubrange(start..<end, with: word.utf8)
    default: text[start] = UInt8(random.below(256))
    }
  }
}
