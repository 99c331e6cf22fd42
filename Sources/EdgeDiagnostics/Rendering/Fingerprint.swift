/// What makes a diagnostic the same one after lines were added above it: rule, place in the data,
/// subject and the marked text, but neither line nor file.
package struct Fingerprint {
  /// FNV-1a with 64 bits.
  ///
  /// Source: draft-eastlake-fnv, sections 2 (the algorithm), 3 (folding) and 5 (the constants).
  private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The marked text is that of the innermost source, so that it does not matter how it is quoted.
  package init(of diagnostic: Diagnostic, in sources: SourceManager) {
    add(diagnostic.rule.name.utf8)
    add((diagnostic.pointer ?? "").utf8)
    add((diagnostic.subject ?? "").utf8)
    if let range = diagnostic.range {
      let bytes = sources[range.source].bytes
      let start = min(Int(range.start), bytes.count)
      add(bytes[start..<max(start, min(Int(range.end), bytes.count))])
    } else {
      add(diagnostic.message.utf8)
    }
  }

  /// - Parameter repetition: How many diagnostics of the same fingerprint come before.
  init(of fingerprint: String, repetition: Int) {
    add(fingerprint.utf8)
    add(String(repetition).utf8)
  }

  /// 12 hexadecimal digits: the upper bits are folded into the lower 48, as the authors advise.
  package var text: String {
    let digits = String((hash >> 48) ^ (hash & 0xFFFF_FFFF_FFFF), radix: 16)
    return String(repeating: "0", count: 12 - digits.count) + digits
  }

  private mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { add(byte) }
    // No byte of UTF-8 text, so that fields cannot run into each other.
    add(0xFF)
  }

  private mutating func add(_ byte: UInt8) {
    hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }
}
