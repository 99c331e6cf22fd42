package import EdgeModel

/// Every row of the mappings, with the mapping that it belongs to: the table that documentation is made
/// of.
package enum MappingTable {
  package struct Entry: Sendable {
    package let row: MappingDocumentation.Row
    /// Nil for what concerns a whole deployment.
    package let mapping: FieldMapping?

    /// Where the facts are from.
    package var source: String {
      mapping?.documentation.source ?? MappingDocumentation.objects.source
    }
  }

  /// The rows of fields of containers, then those of pods, then those above the pod.
  package static var all: [Entry] {
    let mapped = FieldMapping.all.flatMap { mapping in
      mapping.documentation.rows.map { Entry(row: $0, mapping: mapping) }
    }
    return mapped + MappingDocumentation.objects.rows.map { Entry(row: $0, mapping: nil) }
  }

  /// What becomes of a key of createOptions in Kubernetes, and what becomes it.
  package struct Counterpart: Sendable {
    /// The rows that say something of it; of a key inside of another that nobody speaks of, those of
    /// that one.
    package var entries: [Entry]
    /// Why Kubernetes has no field for it; nil where it has one.
    package var residualReason: String?

    /// What becomes of it on the way back.
    package var wayBack: MappingDocumentation.WayBack? {
      entries.lazy.compactMap(\.row.wayBack).first
        ?? residualReason.map {
          MappingDocumentation.WayBack(
            fidelity: .impossible, summary: "stays in the ConfigMap: \($0)")
        }
    }
  }

  package static func counterpart(of path: CreateOptionsPath) -> Counterpart {
    counterpart(of: path.text, in: all)
  }

  /// - Parameter entries: The whole table, for whoever asks often.
  package static func counterpart(of path: String, in entries: [Entry]) -> Counterpart {
    var key = path[...]
    while true {
      let full = "createOptions." + key
      let own = entries.filter { $0.row.manifest == full }
      let inner = entries.filter {
        $0.row.manifest.hasPrefix(full + ".") || $0.row.manifest.hasPrefix(full + "[")
      }
      let reason = MappingDocumentation.residual.first { $0.key == key }?.reason
      if !own.isEmpty || !inner.isEmpty || reason != nil {
        return Counterpart(entries: own + inner, residualReason: reason)
      }
      guard let end = key.lastIndex(of: ".") else { return Counterpart(entries: []) }
      key = key[..<end]
      while key.hasSuffix("[]") || key.hasSuffix(".*") { key = key.dropLast(2) }
    }
  }
}
