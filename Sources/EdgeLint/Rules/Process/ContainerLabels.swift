internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let labelsNotObject = Rule(
    "labels-not-object", .error, "'Labels' that are not an object",
    explanation: """
      'Labels' are an object with names and texts. A list, as in compose files, makes the agent refuse the \
      whole deployment, not just the module.
      """,
    source: """
      Azure/iotedge \
      edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Docker/models/CreateContainerParameters.cs
      """,
    fix: .safe,
    examples: {
      [
        .flags(
          .createOptions, #"{"Labels": ⟦["a=b", "c"]⟧}"#,
          fixed: #"{"Labels": {"a": "b", "c": ""}}"#),
        .flags(.createOptions, #"{"Labels": ⟦"a=b"⟧}"#),
        .flags(.createOptions, #"{"Labels": ⟦["a=b", "a=c"]⟧}"#),
        .passes(.createOptions, #"{"Labels": {"a": "b"}}"#),
        .passes(.createOptions, #"{"Labels": null}"#),
      ]
    },
    check: .createOption(["Labels"]) { member, subject, context in
      let value = member.value
      guard !value.isMapping, !value.isNull, !subject.isOpen(value) else { return }
      let isList = value.isSequence && value.elements.allSatisfy(\.isString)
      let labels = EnvironmentEntry.all(in: value)
      var fix: Fix?
      if isList, value.tree.schema == .json, Set(labels.map(\.name)).count == labels.count {
        let members = labels.map {
          JSONText.literal($0.name) + ": " + JSONText.literal($0.value ?? "")
        }
        fix = Fix(
          "write an object",
          edits: [Fix.Edit(value.range, "{" + members.joined(separator: ", ") + "}")])
      }
      context.report(
        "'\(member.key.text)' must be an object", at: value,
        help: #"write {"name": "value"}"#, fix: fix)
    })

  static let labelValueNotString = Rule(
    "label-value-not-string", .warning, "label whose value is not text",
    explanation: """
      The values of labels are text. The agent makes text of a number or boolean before anybody else sees \
      it. Of null it makes nothing, and the daemon then refuses the module, and of an object the whole \
      deployment fails; both are errors. Write the value with quotes.
      """,
    source: """
      Azure/iotedge \
      edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Docker/models/CreateContainerParameters.cs, \
      edgelet/docker-rs/src/models/container_create_body.rs
      """,
    fix: .safe,
    examples: {
      [
        .flags(
          .createOptions, #"{"Labels": {"a": ⟦1⟧, "b": "2", "c": ⟦true⟧}}"#,
          fixed: #"{"Labels": {"a": "1", "b": "2", "c": "true"}}"#),
        .flags(.createOptions, #"{"Labels": {"a": ⟦null⟧, "b": ⟦{}⟧}}"#),
        .passes(.createOptions, #"{"Labels": {"a": "1"}}"#),
      ]
    },
    check: .createOption(["Labels"]) { member, _, context in
      for label in member.value.members where !label.value.isString {
        let value = label.value
        let isConverted = value.kind == .number || value.kind == .boolean
        context.report(
          "the value of label '\(label.key.text)' must be text", at: value,
          severity: isConverted ? nil : .error,
          help: isConverted
            ? "write \"\(value.text)\"" : "write text in quotes, or remove the label",
          fix: value.quotingFix)
      }
    })
}
