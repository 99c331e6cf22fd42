/// Which nodes and which neighbours a pod wants or avoids.
///
/// Source: kubernetes/api core/v1/types.go.
package struct Affinity: ModelObject {
  package static let objectName = "'affinity'"

  @Indirect package var nodeAffinity: NodeAffinity?
  @Indirect package var podAffinity: PodAffinity?
  @Indirect package var podAntiAffinity: PodAntiAffinity?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    nodeAffinity = reader.object("nodeAffinity")
    podAffinity = reader.object("podAffinity")
    podAntiAffinity = reader.object("podAntiAffinity")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// Which nodes a pod needs, and which it would rather have.
package struct NodeAffinity: ModelObject {
  package static let objectName = "'nodeAffinity'"

  package var preferredDuringSchedulingIgnoredDuringExecution: [PreferredSchedulingTerm]
  @Indirect package var requiredDuringSchedulingIgnoredDuringExecution: NodeSelector?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    preferredDuringSchedulingIgnoredDuringExecution = reader.list(
      "preferredDuringSchedulingIgnoredDuringExecution")
    requiredDuringSchedulingIgnoredDuringExecution = reader.object(
      "requiredDuringSchedulingIgnoredDuringExecution")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// A kind of node that is preferred, with a weight from 1 to 100.
package struct PreferredSchedulingTerm: ModelObject {
  package static let objectName = "a preferred scheduling term"
  package static var requiredFields: [StaticString] { ["preference", "weight"] }
  package static var neighbors: [Neighbor] { [Neighbor(NodeSelectorTerm.self, at: "'preference'")] }

  @Indirect package var preference: NodeSelectorTerm?
  package var weight: Located<Int32>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    preference = reader.object("preference")
    weight = reader.integer("weight")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// Pods that a pod wants to be near.
package struct PodAffinity: ModelObject {
  package static let objectName = "'podAffinity'"

  package var preferredDuringSchedulingIgnoredDuringExecution: [WeightedPodAffinityTerm]
  package var requiredDuringSchedulingIgnoredDuringExecution: [PodAffinityTerm]
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    preferredDuringSchedulingIgnoredDuringExecution = reader.list(
      "preferredDuringSchedulingIgnoredDuringExecution")
    requiredDuringSchedulingIgnoredDuringExecution = reader.list(
      "requiredDuringSchedulingIgnoredDuringExecution")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// Pods that a pod wants to be away from.
package struct PodAntiAffinity: ModelObject {
  package static let objectName = "'podAntiAffinity'"

  package var preferredDuringSchedulingIgnoredDuringExecution: [WeightedPodAffinityTerm]
  package var requiredDuringSchedulingIgnoredDuringExecution: [PodAffinityTerm]
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    preferredDuringSchedulingIgnoredDuringExecution = reader.list(
      "preferredDuringSchedulingIgnoredDuringExecution")
    requiredDuringSchedulingIgnoredDuringExecution = reader.list(
      "requiredDuringSchedulingIgnoredDuringExecution")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// Which pods are meant, and what counts as near: nodes with equal values of a label.
package struct PodAffinityTerm: ModelObject {
  package static let objectName = "a pod affinity term"
  package static var requiredFields: [StaticString] { ["topologyKey"] }

  @Indirect package var labelSelector: LabelSelector?
  package var matchLabelKeys: [Located<String>]
  package var mismatchLabelKeys: [Located<String>]
  @Indirect package var namespaceSelector: LabelSelector?
  package var namespaces: [Located<String>]
  package var topologyKey: Located<String>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    labelSelector = reader.object("labelSelector")
    matchLabelKeys = reader.strings("matchLabelKeys")
    mismatchLabelKeys = reader.strings("mismatchLabelKeys")
    namespaceSelector = reader.object("namespaceSelector")
    namespaces = reader.strings("namespaces")
    topologyKey = reader.string("topologyKey")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// A term that is preferred, with a weight from 1 to 100.
package struct WeightedPodAffinityTerm: ModelObject {
  package static let objectName = "a weighted pod affinity term"
  package static var requiredFields: [StaticString] { ["podAffinityTerm", "weight"] }
  package static var neighbors: [Neighbor] {
    [Neighbor(PodAffinityTerm.self, at: "'podAffinityTerm'")]
  }

  @Indirect package var podAffinityTerm: PodAffinityTerm?
  package var weight: Located<Int32>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    podAffinityTerm = reader.object("podAffinityTerm")
    weight = reader.integer("weight")
    residue = reader.unknownFields(of: Self.self)
  }
}
