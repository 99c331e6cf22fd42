/// How the pods of a Job are placed together: a feature of the newest API, switched off by default.
///
/// Source: kubernetes/api batch/v1/types.go (JobSchedulingConfiguration).
extension RecordShape {
  static let jobScheduling = RecordShape(
    "scheduling",
    [
      ("disruptionMode", .record(disruptionMode)), ("resourceClaims", .records(resourceClaim)),
      ("schedulingConstraints", .record(constraints)), ("schedulingPolicy", .record(policy)),
    ])

  private static let disruptionMode = RecordShape(
    "disruptionMode",
    [("all", .record(RecordShape("all", []))), ("single", .record(RecordShape("single", [])))])

  private static let resourceClaim = RecordShape(
    "resourceClaims", required: ["name"],
    [
      ("name", .string), ("resourceClaimName", .string), ("resourceClaimTemplateName", .string),
    ])

  private static let constraints = RecordShape(
    "schedulingConstraints",
    [("topology", .records(RecordShape("topology", required: ["key"], [("key", .string)])))])

  private static let policy = RecordShape(
    "schedulingPolicy",
    [
      ("basic", .record(RecordShape("basic", []))),
      ("gang", .record(RecordShape("gang", [("minCount", .integer)]))),
    ])
}
