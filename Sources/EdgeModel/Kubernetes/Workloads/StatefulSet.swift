package import EdgeSyntax

/// Pods with a number, a name and a volume of their own each.
///
/// Source: kubernetes/api apps/v1/types.go.
package struct StatefulSet: Workload {
  package static let objectName = "a StatefulSet"
  package static var requiredFields: [StaticString] { ["spec"] }
  package static var neighbors: [Neighbor] {
    [
      Neighbor(StatefulSetSpec.self, at: "'spec'"),
      Neighbor(PodSpec.self, at: "'spec.template.spec'"),
    ]
  }

  package let header: ObjectHeader
  @Indirect package var metadata: ObjectMeta?
  @Indirect package var spec: StatefulSetSpec?
  /// What the cluster reported; dropped when the object is created.
  package var status: SyntaxNode?
  package var residue = Residue()

  package var podTemplate: PodTemplateSpec? { spec?.template }

  package var replicas: Located<Int32>? { spec?.replicas }

  package init(header: ObjectHeader, from reader: inout ObjectReader) {
    reader.claimIdentity()
    self.header = header
    metadata = reader.object("metadata")
    spec = reader.object("spec")
    status = reader.member("status")?.value
    residue = reader.unknownFields(of: Self.self)
  }
}

/// How many numbered pods there are, of what form, and which volumes they claim.
package struct StatefulSetSpec: ModelObject {
  package static let objectName = "a StatefulSet spec"
  package static var requiredFields: [StaticString] { ["selector", "template"] }
  package static var neighbors: [Neighbor] { [Neighbor(PodSpec.self, at: "'template.spec'")] }

  package var minReadySeconds: Located<Int32>?
  @Indirect package var ordinals: StatefulSetOrdinals?
  @Indirect package var persistentVolumeClaimRetentionPolicy:
    StatefulSetPersistentVolumeClaimRetentionPolicy?
  package var podManagementPolicy: Located<Choice<StatefulSetSpec.PodManagementPolicy>>?
  package var replicas: Located<Int32>?
  package var revisionHistoryLimit: Located<Int32>?
  @Indirect package var selector: LabelSelector?
  package var serviceName: Located<String>?
  @Indirect package var template: PodTemplateSpec?
  @Indirect package var updateStrategy: StatefulSetUpdateStrategy?
  package var volumeClaimTemplates: [PersistentVolumeClaim]
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    minReadySeconds = reader.integer("minReadySeconds")
    ordinals = reader.object("ordinals")
    persistentVolumeClaimRetentionPolicy = reader.object("persistentVolumeClaimRetentionPolicy")
    podManagementPolicy = reader.choice("podManagementPolicy")
    replicas = reader.integer("replicas")
    revisionHistoryLimit = reader.integer("revisionHistoryLimit")
    selector = reader.object("selector")
    serviceName = reader.string("serviceName")
    template = reader.object("template")
    updateStrategy = reader.object("updateStrategy")
    volumeClaimTemplates = reader.list("volumeClaimTemplates")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// Whether pods are replaced from the highest number down, or when somebody deletes them.
package struct StatefulSetUpdateStrategy: ModelObject {
  package static let objectName = "a StatefulSet strategy"
  package static var neighbors: [Neighbor] {
    [Neighbor(RollingUpdateStatefulSetStrategy.self, at: "'rollingUpdate'")]
  }

  package var type: Located<Choice<UpdateStrategyType>>?
  @Indirect package var rollingUpdate: RollingUpdateStatefulSetStrategy?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    type = reader.choice("type")
    rollingUpdate = reader.object("rollingUpdate")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// From which number on pods are replaced, and how many may be missing meanwhile.
package struct RollingUpdateStatefulSetStrategy: ModelObject {
  package static let objectName = "'rollingUpdate'"

  package var maxUnavailable: Located<IntOrString>?
  package var partition: Located<Int32>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    maxUnavailable = reader.intOrString("maxUnavailable")
    partition = reader.integer("partition")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// The number of the first pod; 0 by default.
package struct StatefulSetOrdinals: ModelObject {
  package static let objectName = "'ordinals'"

  package var start: Located<Int32>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    start = reader.integer("start")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// What becomes of the claims when the set is deleted or made smaller; they stay by default.
package struct StatefulSetPersistentVolumeClaimRetentionPolicy: ModelObject {
  package static let objectName = "'persistentVolumeClaimRetentionPolicy'"

  package var whenDeleted: Located<Choice<StatefulSetPersistentVolumeClaimRetentionPolicy.Action>>?
  package var whenScaled: Located<Choice<StatefulSetPersistentVolumeClaimRetentionPolicy.Action>>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    whenDeleted = reader.choice("whenDeleted")
    whenScaled = reader.choice("whenScaled")
    residue = reader.unknownFields(of: Self.self)
  }
}
