import EdgeDiagnostics
import EdgeModel
import Testing

/// Broken documents, by the thousand.
@Suite struct KubernetesFuzzTests {
  @Test func brokenDocumentsDoNoHarm() {
    let seed = UInt64.random(in: 1 ... .max)
    print("seed of the broken Kubernetes documents: \(seed)")
    var random = SplitMix(state: seed)
    let kinds = FieldListing.kindNames
    let documents = kinds.map { Array(FieldListing.shared.document(of: $0).utf8) }
    for round in 0..<400 {
      let original = documents[round % documents.count]
      // A piece of a document is broken in more telling ways than all of it.
      let length = min(original.count, 2000)
      let start = Int.random(in: 0...(original.count - length), using: &random)
      var bytes = round < 200 ? Array(original[start..<(start + length)]) : original
      if round < 200 { bytes = Array("apiVersion: v1\nkind: Pod\nspec: {".utf8) + bytes }
      for _ in 0..<Int.random(in: 1...8, using: &random) { Self.mutate(&bytes, using: &random) }
      let decoded = Decoded(bytes: bytes)
      for diagnostic in decoded.diagnostics {
        guard let range = diagnostic.range else { continue }
        #expect(range.start <= range.end && Int(range.end) <= bytes.count, "seed \(seed)")
      }
    }
  }

  @Test func valuesOfEveryKindInEveryPlaceDoNoHarm() {
    let values = [
      "~", "5", "-1.5", "true", "[]", "{}", "[~]", "{a: }", "'x'", "[[{}]]", "1e999", ".nan",
    ]
    for type in FieldListing.shared.names {
      guard let path = FieldListing.shared.paths()[type] else { continue }
      for field in FieldListing.shared.types[type] ?? [] {
        for value in values {
          let text = FieldListing.shared.document(to: path, content: "\"\(field.name)\": \(value)")
          let decoded = Decoded("---\n# not JSON\n" + text)
          #expect(decoded.diagnostics.count <= 2, "\(type).\(field.name): \(value)")
        }
      }
    }
  }

  private static func mutate(_ bytes: inout [UInt8], using random: inout SplitMix) {
    guard !bytes.isEmpty else { return }
    let place = Int.random(in: 0..<bytes.count, using: &random)
    switch Int.random(in: 0..<5, using: &random) {
    case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
    case 1: bytes.remove(at: place)
    case 2: bytes.insert(Array(#"{}[]",:&*!~-"#.utf8).randomElement(using: &random) ?? 0, at: place)
    case 3:
      let end = min(bytes.count, place + Int.random(in: 1...60, using: &random))
      bytes.insert(
        contentsOf: Array(bytes[place..<end]), at: Int.random(in: 0...bytes.count, using: &random))
    default:
      bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...60, using: &random)))
    }
  }
}

/// A generator of random numbers that starts where it is told to.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
