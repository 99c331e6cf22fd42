internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let containerEnvSources = Rule(
    "ctr-env-sources", .error, "source of variables that is not exactly one, or not complete",
    explanation: """
      `valueFrom` names exactly one source, and so does each entry of `envFrom`. A ConfigMap or \
      Secret is named, and for a single variable its key, too.
      """,
    source: """
      kubernetes/kubernetes pkg/apis/core/validation/validation.go (validateEnvVarValueFrom, \
      validateEnvFrom)
      """,
    examples: {
      [
        .flags(
          .kubernetes,
          WorkloadSample.container(
            """
            env:
            - name: A
              ⟦valueFrom⟧: {}
            - name: B
              valueFrom: {fieldRef: {fieldPath: metadata.name}, ⟦secretKeyRef⟧: {name: s, key: k}}
            - name: C
              valueFrom: {configMapKeyRef: {⟦name⟧: settings}}
            - name: D
              valueFrom: {secretKeyRef: {⟦key⟧: k}}
            - name: E
              valueFrom: {secretKeyRef: {name: ⟦C_⟧, key: ⟦a b⟧}}
            """)),
        .flags(
          .kubernetes,
          WorkloadSample.container(
            """
            envFrom:
            - ⟦prefix⟧: A_
            - {configMapRef: {name: c}, ⟦secretRef⟧: {name: s}}
            - ⟦configMapRef⟧: {}
            - {prefix: ⟦"a="⟧, secretRef: {name: s}}
            """)),
        .passes(
          .kubernetes,
          WorkloadSample.container(
            """
            env:
            - {name: A, valueFrom: {configMapKeyRef: {name: settings, key: a.b, optional: true}}}
            - {name: B, valueFrom: {secretKeyRef: {name: "${SECRET}", key: k}}}
            - {name: C, valueFrom: {fooRef: {}}}
            envFrom:
            - {prefix: 1-, configMapRef: {name: settings}}
            """)),
      ]
    },
    check: .container { container, context in
      for variable in container.container.env {
        guard let source = variable.valueFrom else { continue }
        checkOne(
          of: EnvVarSource.names, in: source.residue, beside: variable.residue.key("valueFrom"),
          "variable '\(variable.name?.value ?? "")'", context)
        checkReference(
          source.configMapKeyRef?.name, source.configMapKeyRef?.residue, ConfigMapKeySelector.self,
          at: source.residue.key("configMapKeyRef"), context)
        checkReference(
          source.secretKeyRef?.name, source.secretKeyRef?.residue, SecretKeySelector.self,
          at: source.residue.key("secretKeyRef"), context)
        checkKey(
          source.configMapKeyRef?.key, source.configMapKeyRef?.residue, ConfigMapKeySelector.self,
          at: source.configMapKeyRef?.residue.key("name"), context)
        checkKey(
          source.secretKeyRef?.key, source.secretKeyRef?.residue, SecretKeySelector.self,
          at: source.secretKeyRef?.residue.key("name"), context)
      }
      for entry in container.container.envFrom {
        checkOne(
          of: ["configMapRef", "secretRef"], in: entry.residue, beside: entry.residue.firstKey,
          "an entry of 'envFrom'", context)
        checkReference(
          entry.configMapRef?.name, entry.configMapRef?.residue, ConfigMapEnvSource.self,
          at: entry.residue.key("configMapRef"), context)
        checkReference(
          entry.secretRef?.name, entry.secretRef?.residue, SecretEnvSource.self,
          at: entry.residue.key("secretRef"), context)
        if let prefix = entry.prefix, !prefix.value.isEmpty, !prefix.value.isVariableName,
          !prefix.isOpaque
        {
          context.report(
            "no variable can begin with '\(prefix.value)'", at: prefix.node,
            help: "use letters, digits and '_'")
        }
      }
    })
}

extension EnvVarSource {
  fileprivate static let names: [StaticString] = [
    "configMapKeyRef", "fieldRef", "fileKeyRef", "resourceFieldRef", "secretKeyRef",
  ]
}

/// Reports unless a mapping has exactly one of some members.
private func checkOne(
  of names: [StaticString], in residue: Residue, beside place: SyntaxNode?,
  _ title: @autoclosure () -> String, _ context: RuleContext
) {
  let present = (residue.node?.members.map { $0 } ?? []).filter { member in
    !member.value.isNull && names.contains { member.key.hasText($0) }
  }
  if present.isEmpty {
    guard residue.isEmpty else { return }
    let list = names.map { "'\($0)'" }.joined(separator: ", ")
    context.report("\(title()) has no source", at: place, help: "add one of \(list)")
  } else if present.count > 1 {
    context.report(
      "\(title()) has a second source", at: present[1].key,
      labels: [.init("the first one", at: present[0].key.range)], help: "remove one of them")
  }
}

private func checkReference(
  _ name: Located<String>?, _ residue: Residue?, _ type: any ModelObject.Type,
  at key: SyntaxNode?, _ context: RuleContext
) {
  guard let residue else { return }
  guard let name else {
    if residue.plainlyLacks("name", of: type) {
      context.report(
        "\(type.objectName) names no object", at: residue.node.flatMap(firstKey) ?? key,
        help: "add 'name'")
    }
    return
  }
  guard !name.isOpaque, let problem = APINameForm.subdomain.problem(of: name.value) else { return }
  context.report(
    "the name '\(name.value)' in \(type.objectName) \(problem)", at: name.node,
    help: APINameForm.subdomain.help(for: name.value))
}

/// The first key of a mapping that has one.
private func firstKey(of node: SyntaxNode) -> SyntaxNode? { node.members.first { _ in true }?.key }

private func checkKey(
  _ name: Located<String>?, _ residue: Residue?, _ type: any ModelObject.Type,
  at place: SyntaxNode?, _ context: RuleContext
) {
  guard let residue else { return }
  guard let name else {
    // Without a name either, one finding is enough.
    if let place, residue.plainlyLacks("key", of: type) {
      context.report("\(type.objectName) names no key", at: place, help: "add 'key'")
    }
    return
  }
  guard !name.isOpaque, let problem = APINameForm.dataKey.problem(of: name.value) else { return }
  context.report(
    "the key '\(name.value)' in \(type.objectName) \(problem)", at: name.node,
    help: APINameForm.dataKey.advice)
}
