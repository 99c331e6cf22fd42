package import EdgeSyntax

/// Pods that run until enough of them have succeeded.
///
/// Source: kubernetes/api batch/v1/types.go.
package struct Job: Workload {
  package static let objectName = "a Job"
  package static var neighbors: [Neighbor] {
    [Neighbor(JobSpec.self, at: "'spec'"), Neighbor(PodSpec.self, at: "'spec.template.spec'")]
  }

  package let header: ObjectHeader
  @Indirect package var metadata: ObjectMeta?
  @Indirect package var spec: JobSpec?
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

/// How many pods of a Job run at a time, how many have to succeed, and when it gives up.
package struct JobSpec: ModelObject {
  package static let objectName = "a Job spec"
  package static var requiredFields: [StaticString] { ["template"] }
  package static var neighbors: [Neighbor] { [Neighbor(PodSpec.self, at: "'template.spec'")] }

  package var activeDeadlineSeconds: Located<Int64>?
  package var backoffLimit: Located<Int32>?
  package var backoffLimitPerIndex: Located<Int32>?
  package var completionMode: Located<Choice<JobSpec.CompletionMode>>?
  package var completions: Located<Int32>?
  package var managedBy: Located<String>?
  package var manualSelector: Located<Bool>?
  package var maxFailedIndexes: Located<Int32>?
  package var parallelism: Located<Int32>?
  @Indirect package var podFailurePolicy: PodFailurePolicy?
  package var podReplacementPolicy: Located<Choice<JobSpec.PodReplacementPolicy>>?
  package var scheduling: TypedRecord?
  @Indirect package var selector: LabelSelector?
  @Indirect package var successPolicy: SuccessPolicy?
  package var suspend: Located<Bool>?
  @Indirect package var template: PodTemplateSpec?
  package var ttlSecondsAfterFinished: Located<Int32>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    activeDeadlineSeconds = reader.integer("activeDeadlineSeconds", Int64.self)
    backoffLimit = reader.integer("backoffLimit")
    backoffLimitPerIndex = reader.integer("backoffLimitPerIndex")
    completionMode = reader.choice("completionMode")
    completions = reader.integer("completions")
    managedBy = reader.string("managedBy")
    manualSelector = reader.boolean("manualSelector")
    maxFailedIndexes = reader.integer("maxFailedIndexes")
    parallelism = reader.integer("parallelism")
    podFailurePolicy = reader.object("podFailurePolicy")
    podReplacementPolicy = reader.choice("podReplacementPolicy")
    scheduling = reader.record("scheduling", .jobScheduling)
    selector = reader.object("selector")
    successPolicy = reader.object("successPolicy")
    suspend = reader.boolean("suspend")
    template = reader.object("template")
    ttlSecondsAfterFinished = reader.integer("ttlSecondsAfterFinished")
    residue = reader.unknownFields(of: Self.self)
  }
}
