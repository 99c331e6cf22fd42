package import EdgeSyntax

/// A number of equal pods that are replaced step by step when their template changes.
///
/// Source: kubernetes/api apps/v1/types.go.
package struct Deployment: Workload {
  package static let objectName = "a Deployment"
  package static var requiredFields: [StaticString] { ["spec"] }
  package static var neighbors: [Neighbor] {
    [
      Neighbor(DeploymentSpec.self, at: "'spec'"),
      Neighbor(PodSpec.self, at: "'spec.template.spec'"),
    ]
  }

  package let header: ObjectHeader
  @Indirect package var metadata: ObjectMeta?
  @Indirect package var spec: DeploymentSpec?
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

/// How many pods a Deployment keeps, of what form, and how it replaces them.
package struct DeploymentSpec: ModelObject {
  package static let objectName = "a Deployment spec"
  package static var requiredFields: [StaticString] { ["selector", "template"] }
  package static var neighbors: [Neighbor] { [Neighbor(PodSpec.self, at: "'template.spec'")] }

  package var minReadySeconds: Located<Int32>?
  package var paused: Located<Bool>?
  package var progressDeadlineSeconds: Located<Int32>?
  package var replicas: Located<Int32>?
  package var revisionHistoryLimit: Located<Int32>?
  @Indirect package var selector: LabelSelector?
  @Indirect package var strategy: DeploymentStrategy?
  @Indirect package var template: PodTemplateSpec?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    minReadySeconds = reader.integer("minReadySeconds")
    paused = reader.boolean("paused")
    progressDeadlineSeconds = reader.integer("progressDeadlineSeconds")
    replicas = reader.integer("replicas")
    revisionHistoryLimit = reader.integer("revisionHistoryLimit")
    selector = reader.object("selector")
    strategy = reader.object("strategy")
    template = reader.object("template")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// Whether old pods go before new ones come, or both overlap.
package struct DeploymentStrategy: ModelObject {
  package static let objectName = "a Deployment strategy"
  package static var neighbors: [Neighbor] {
    [Neighbor(RollingUpdateDeployment.self, at: "'rollingUpdate'")]
  }

  package var type: Located<Choice<DeploymentStrategy.Kind>>?
  @Indirect package var rollingUpdate: RollingUpdateDeployment?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    type = reader.choice("type")
    rollingUpdate = reader.object("rollingUpdate")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// How many pods may be missing or in excess while a Deployment is rolled out; 25% each by default.
package struct RollingUpdateDeployment: ModelObject {
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
