package import EdgeSyntax

/// One pod on each node that admits it.
///
/// Source: kubernetes/api apps/v1/types.go.
package struct DaemonSet: Workload {
  package static let objectName = "a DaemonSet"
  package static var requiredFields: [StaticString] { ["spec"] }
  package static var neighbors: [Neighbor] {
    [
      Neighbor(DaemonSetSpec.self, at: "'spec'"),
      Neighbor(PodSpec.self, at: "'spec.template.spec'"),
    ]
  }

  package let header: ObjectHeader
  @Indirect package var metadata: ObjectMeta?
  @Indirect package var spec: DaemonSetSpec?
  /// What the cluster reported; dropped when the object is created.
  package var status: SyntaxNode?
  package var residue = Residue()

  package var podTemplate: PodTemplateSpec? { spec?.template }

  package var replicas: Located<Int32>? { nil }

  package init(header: ObjectHeader, from reader: inout ObjectReader) {
    reader.claimIdentity()
    self.header = header
    metadata = reader.object("metadata")
    spec = reader.object("spec")
    status = reader.member("status")?.value
    residue = reader.unknownFields(of: Self.self)
  }
}

/// The form of the pods of a DaemonSet, and how they are replaced.
package struct DaemonSetSpec: ModelObject {
  package static let objectName = "a DaemonSet spec"
  package static var requiredFields: [StaticString] { ["selector", "template"] }
  package static var neighbors: [Neighbor] { [Neighbor(PodSpec.self, at: "'template.spec'")] }

  package var minReadySeconds: Located<Int32>?
  package var revisionHistoryLimit: Located<Int32>?
  @Indirect package var selector: LabelSelector?
  @Indirect package var template: PodTemplateSpec?
  @Indirect package var updateStrategy: DaemonSetUpdateStrategy?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    minReadySeconds = reader.integer("minReadySeconds")
    revisionHistoryLimit = reader.integer("revisionHistoryLimit")
    selector = reader.object("selector")
    template = reader.object("template")
    updateStrategy = reader.object("updateStrategy")
    if let replicas = reader.member("replicas") {
      reader.context.report(
        .workloadDaemonSetReplicas, "a DaemonSet has no 'replicas'", at: replicas.key,
        help: "remove it: there is one pod on each node that admits it")
    }
    residue = reader.unknownFields(of: Self.self)
  }
}

/// Whether pods are replaced one after the other, or when somebody deletes them.
package struct DaemonSetUpdateStrategy: ModelObject {
  package static let objectName = "a DaemonSet strategy"
  package static var neighbors: [Neighbor] {
    [Neighbor(RollingUpdateDaemonSet.self, at: "'rollingUpdate'")]
  }

  package var type: Located<Choice<UpdateStrategyType>>?
  @Indirect package var rollingUpdate: RollingUpdateDaemonSet?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    type = reader.choice("type")
    rollingUpdate = reader.object("rollingUpdate")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// How many pods may be missing or doubled meanwhile; one missing and none doubled by default.
package struct RollingUpdateDaemonSet: ModelObject {
  package static let objectName = "'rollingUpdate'"

  package var maxSurge: Located<IntOrString>?
  package var maxUnavailable: Located<IntOrString>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    maxSurge = reader.intOrString("maxSurge")
    maxUnavailable = reader.intOrString("maxUnavailable")
    residue = reader.unknownFields(of: Self.self)
  }
}
