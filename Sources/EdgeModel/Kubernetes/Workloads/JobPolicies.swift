/// What a failed pod of a Job means, by rules of which the first that fits counts.
///
/// Source: kubernetes/api batch/v1/types.go.
package struct PodFailurePolicy: ModelObject {
  package static let objectName = "'podFailurePolicy'"
  package static var requiredFields: [StaticString] { ["rules"] }

  package var rules: [PodFailurePolicyRule]
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    rules = reader.list("rules")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// One case of a failed pod and what follows from it.
package struct PodFailurePolicyRule: ModelObject {
  package static let objectName = "a pod failure rule"
  package static var requiredFields: [StaticString] { ["action"] }

  package var action: Located<Choice<PodFailurePolicyRule.Action>>?
  @Indirect package var onExitCodes: PodFailurePolicyOnExitCodesRequirement?
  package var onPodConditions: [PodFailurePolicyOnPodConditionsPattern]
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    action = reader.choice("action")
    onExitCodes = reader.object("onExitCodes")
    onPodConditions = reader.list("onPodConditions")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// The exit codes of containers that a rule is about.
package struct PodFailurePolicyOnExitCodesRequirement: ModelObject {
  package static let objectName = "'onExitCodes'"
  package static var requiredFields: [StaticString] { ["operator", "values"] }

  package var `operator`: Located<Choice<PodFailurePolicyOnExitCodesRequirement.Operator>>?
  package var containerName: Located<String>?
  package var values: [Located<Int32>]
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    `operator` = reader.choice("operator")
    containerName = reader.string("containerName")
    values = reader.integers("values")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// A condition of the pod that a rule is about; its status is True by default.
package struct PodFailurePolicyOnPodConditionsPattern: ModelObject {
  package static let objectName = "a pod condition pattern"
  package static var requiredFields: [StaticString] { ["type"] }

  package var type: Located<String>?
  package var status: Located<String>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    type = reader.string("type")
    status = reader.string("status")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// When an indexed Job has succeeded before all its pods have.
package struct SuccessPolicy: ModelObject {
  package static let objectName = "'successPolicy'"
  package static var requiredFields: [StaticString] { ["rules"] }

  package var rules: [SuccessPolicyRule]
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    rules = reader.list("rules")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// Which indexes, or how many of them, are enough.
package struct SuccessPolicyRule: ModelObject {
  package static let objectName = "a success rule"

  package var succeededCount: Located<Int32>?
  package var succeededIndexes: Located<String>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    succeededCount = reader.integer("succeededCount")
    succeededIndexes = reader.string("succeededIndexes")
    residue = reader.unknownFields(of: Self.self)
  }
}
