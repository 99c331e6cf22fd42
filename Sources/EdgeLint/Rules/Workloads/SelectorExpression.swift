internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let workloadSelectorExpression = Rule(
    "wl-selector-expression", .error, "condition of a selector that the API server refuses",
    explanation: """
      `In` and `NotIn` need at least one value, `Exists` and `DoesNotExist` take none. Keys and \
      values have to be such as labels can have.
      """,
    source: """
      kubernetes/apimachinery pkg/apis/meta/v1/validation/validation.go (ValidateLabelSelector)
      """,
    examples: {
      [
        .flags(
          .kubernetes,
          WorkloadSample.object(
            "apps/v1", "Deployment",
            spec: """
              selector:
                matchExpressions:
                - key: app
                  operator: ⟦In⟧
                - key: tier
                  operator: Exists
                  ⟦values⟧: [edge]
                - ⟦operator⟧: Exists
                - key: ⟦a b⟧
                  operator: Exists
                - key: app
                  operator: NotIn
                  values: [⟦"b!"⟧]
              """)),
        .flags(
          .kubernetes,
          WorkloadSample.object(
            "apps/v1", "StatefulSet",
            spec: """
              selector:
                matchLabels: {⟦a b⟧: c, app: ⟦"b!"⟧, tier: "${TIER}"}
              """)),
        .flags(
          .kubernetes,
          WorkloadSample.object(
            "batch/v1", "Job",
            spec: """
              manualSelector: true
              selector: {matchExpressions: [{key: app, operator: ⟦NotIn⟧, values: []}]}
              """)),
        .passes(
          .kubernetes,
          WorkloadSample.object(
            "apps/v1", "Deployment",
            spec: """
              selector:
                matchLabels: {example.com/app: sensor, tier: ""}
                matchExpressions:
                - {key: app, operator: In, values: [sensor]}
                - {key: tier, operator: Exists}
              """)),
      ]
    },
    check: .object { object, context in
      if case .job(let job) = object.resource {
        job.spec?.selector?.reportMistakes(context)
      } else {
        Controller(object.resource)?.selector?.reportMistakes(context)
      }
    })
}

extension LabelSelector {
  /// Reports what the API server refuses in a selector, on behalf of the rule that is running.
  func reportMistakes(_ context: RuleContext) {
    for entry in matchLabels {
      report(key: Located(entry.name, at: entry.key), context)
      report(value: entry.value, of: entry.name, context)
    }
    for requirement in matchExpressions {
      if let key = requirement.key {
        report(key: key, context)
      } else if requirement.residue.plainlyLacks("key", of: LabelSelectorRequirement.self) {
        context.report(
          "a condition has no key", at: requirement.residue.firstKey, help: "add 'key'")
      }
      report(valuesOf: requirement, context)
      for value in requirement.values {
        report(value: value, of: requirement.key?.value ?? "", context)
      }
    }
  }

  private func report(valuesOf requirement: LabelSelectorRequirement, _ context: RuleContext) {
    guard let comparison = requirement.operator else {
      if requirement.residue.plainlyLacks("operator", of: LabelSelectorRequirement.self) {
        context.report(
          "a condition has no operator", at: requirement.residue.firstKey,
          help: "add 'operator' with one of 'In', 'NotIn', 'Exists', 'DoesNotExist'")
      }
      return
    }
    let values = requirement.residue.node?["values"]
    switch comparison.value.recognized {
    case .in, .notIn:
      // Values of a wrong type have been reported, and read as absent.
      guard requirement.values.isEmpty,
        values.map({ $0.isNull || $0.isSequence && $0.elements.first { _ in true } == nil }) ?? true
      else { return }
      context.report(
        "operator '\(comparison.value.text)' needs values", at: comparison.node,
        help: "list at least one in 'values'")
    case .exists, .doesNotExist:
      guard !requirement.values.isEmpty else { return }
      context.report(
        "operator '\(comparison.value.text)' takes no values",
        at: requirement.residue.key("values"), help: "remove 'values', or use 'In' or 'NotIn'")
    case nil: return
    }
  }

  private func report(key: Located<String>, _ context: RuleContext) {
    guard !LabelSyntax.isKey(key.value), !key.isOpaque else { return }
    context.report(
      "'\(key.value)' cannot be the key of a label", at: key.node,
      help: "use letters, digits, '-', '_' and '.', perhaps behind a domain and '/'")
  }

  private func report(value: Located<String>, of key: String, _ context: RuleContext) {
    guard !LabelSyntax.isValue(value.value), !value.isOpaque else { return }
    context.report(
      "'\(value.value)' cannot be the value of label '\(key)'", at: value.node,
      help: "use at most 63 letters, digits, '-', '_' and '.'")
  }
}
