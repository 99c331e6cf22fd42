package import EdgeDiagnostics
internal import EdgeModel
package import EdgeSyntax

/// Findings that were there before, so that only new ones are told.
///
/// An entry is the fingerprint of a finding: its rule, its place in the data, whom it concerns and the
/// text, but no line, so that an edit above it does not bring it back. Of equal findings, as many are
/// hidden as were recorded.
package struct Baseline: Sendable, Equatable {
  /// Findings of one fingerprint.
  package struct Entry: Sendable, Equatable {
    package var fingerprint: String
    package var count: Int
    /// For people, as are the two below: a file that is moved keeps its entries.
    package var rule: String
    package var file: String
    package var pointer: String?
  }

  package private(set) var entries: [Entry]

  /// Records findings; those that are suppressed otherwise are left out.
  package init(of sink: DiagnosticSink, sources: SourceManager) {
    var entries: [String: Entry] = [:]
    for diagnostic in sink.diagnostics where diagnostic.suppression == nil {
      let fingerprint = Fingerprint(of: diagnostic, in: sources).text
      let file = diagnostic.range.map { sources[sources.file(of: $0.source)].name } ?? ""
      entries[
        fingerprint,
        default: Entry(
          fingerprint: fingerprint, count: 0, rule: diagnostic.rule.name, file: file,
          pointer: diagnostic.pointer)
      ].count += 1
    }
    self.entries = entries.values.sorted(by: Self.isBefore)
  }

  private static func isBefore(_ left: Entry, _ right: Entry) -> Bool {
    (left.file, left.rule, left.pointer ?? "", left.fingerprint)
      < (right.file, right.rule, right.pointer ?? "", right.fingerprint)
  }

  /// The baseline without findings that another does not have: it only ever shrinks.
  package func limited(to other: Baseline) -> Baseline {
    let known = Dictionary(uniqueKeysWithValues: other.entries.map { ($0.fingerprint, $0.count) })
    var limited = self
    limited.entries = entries.compactMap { entry in
      guard let count = known[entry.fingerprint] else { return nil }
      var entry = entry
      entry.count = min(entry.count, count)
      return entry
    }
    return limited
  }

  /// How many findings it stands for.
  package var findingCount: Int { entries.reduce(0) { $0 + $1.count } }

  /// Marks the findings that it hides.
  ///
  /// - Returns: The entries of which something is no longer there.
  package func apply(to sink: inout DiagnosticSink, sources: SourceManager) -> [Entry] {
    var left = Dictionary(uniqueKeysWithValues: entries.map { ($0.fingerprint, $0.count) })
    sink.updateEach { diagnostic in
      guard diagnostic.suppression == nil else { return }
      let fingerprint = Fingerprint(of: diagnostic, in: sources).text
      guard let count = left[fingerprint], count > 0 else { return }
      left[fingerprint] = count - 1
      diagnostic.suppression = Suppression(.baseline)
    }
    return entries.filter { (left[$0.fingerprint] ?? 0) > 0 }
  }

  // MARK: - As a file

  /// The baseline as JSON.
  package var json: [UInt8] {
    var writer = JSONWriter(indent: 2)
    writer.beginObject()
    writer.key("version")
    writer.literal("1")
    writer.key("findings")
    writer.beginArray()
    for entry in entries {
      writer.beginObject()
      writer.key("fingerprint")
      writer.string(entry.fingerprint)
      writer.key("count")
      writer.literal(String(entry.count))
      writer.key("rule")
      writer.string(entry.rule)
      writer.key("file")
      writer.string(entry.file)
      if let pointer = entry.pointer {
        writer.key("pointer")
        writer.string(pointer)
      }
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    writer.endDocument()
    return writer.bytes
  }

  /// Reads a baseline.
  ///
  /// - Returns: Nil for a document that is none.
  package init?(_ root: SyntaxNode) {
    guard root["version"]?.hasText("1") == true, let findings = root["findings"],
      findings.isSequence
    else { return nil }
    entries = []
    for finding in findings.elements {
      guard let fingerprint = finding["fingerprint"], fingerprint.isString,
        let count = finding["count"]?.wholeNumber(Int.self), count > 0
      else { return nil }
      entries.append(
        Entry(
          fingerprint: fingerprint.text, count: count, rule: finding["rule"]?.text ?? "",
          file: finding["file"]?.text ?? "", pointer: finding["pointer"]?.text))
    }
    // A merge may have left two entries of one fingerprint.
    entries = Dictionary(grouping: entries, by: \.fingerprint).values.map { same in
      var entry = same[0]
      entry.count = same.reduce(0) { $0 + $1.count }
      return entry
    }.sorted(by: Self.isBefore)
  }
}
