package import EdgeSyntax

/// Jobs that begin by the clock.
///
/// Source: kubernetes/api batch/v1/types.go.
package struct CronJob: Workload {
  package static let objectName = "a CronJob"
  package static var requiredFields: [StaticString] { ["spec"] }
  package static var neighbors: [Neighbor] {
    [
      Neighbor(CronJobSpec.self, at: "'spec'"),
      Neighbor(JobSpec.self, at: "'spec.jobTemplate.spec'"),
      Neighbor(PodSpec.self, at: "'spec.jobTemplate.spec.template.spec'"),
    ]
  }

  package let header: ObjectHeader
  @Indirect package var metadata: ObjectMeta?
  @Indirect package var spec: CronJobSpec?
  /// What the cluster reported; dropped when the object is created.
  package var status: SyntaxNode?
  package var residue = Residue()

  package var podTemplate: PodTemplateSpec? { spec?.jobTemplate?.spec?.template }

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

/// When Jobs begin, and what becomes of those that are late or done.
package struct CronJobSpec: ModelObject {
  package static let objectName = "a CronJob spec"
  package static var requiredFields: [StaticString] { ["jobTemplate", "schedule"] }
  package static var neighbors: [Neighbor] {
    [
      Neighbor(JobSpec.self, at: "'jobTemplate.spec'"),
      Neighbor(PodSpec.self, at: "'jobTemplate.spec.template.spec'"),
    ]
  }

  package var concurrencyPolicy: Located<Choice<CronJobSpec.ConcurrencyPolicy>>?
  package var failedJobsHistoryLimit: Located<Int32>?
  @Indirect package var jobTemplate: JobTemplateSpec?
  package var schedule: Located<String>?
  package var startingDeadlineSeconds: Located<Int64>?
  package var successfulJobsHistoryLimit: Located<Int32>?
  package var suspend: Located<Bool>?
  package var timeZone: Located<String>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    concurrencyPolicy = reader.choice("concurrencyPolicy")
    failedJobsHistoryLimit = reader.integer("failedJobsHistoryLimit")
    jobTemplate = reader.object("jobTemplate")
    schedule = reader.string("schedule")
    startingDeadlineSeconds = reader.integer("startingDeadlineSeconds", Int64.self)
    successfulJobsHistoryLimit = reader.integer("successfulJobsHistoryLimit")
    suspend = reader.boolean("suspend")
    timeZone = reader.string("timeZone")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// The form of the Jobs that a CronJob makes.
package struct JobTemplateSpec: ModelObject {
  package static let objectName = "a Job template"
  package static var neighbors: [Neighbor] {
    [Neighbor(JobSpec.self, at: "'spec'"), Neighbor(PodSpec.self, at: "'spec.template.spec'")]
  }

  @Indirect package var metadata: ObjectMeta?
  @Indirect package var spec: JobSpec?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    metadata = reader.object("metadata")
    spec = reader.object("spec")
    residue = reader.unknownFields(of: Self.self)
  }
}
