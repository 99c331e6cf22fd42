internal import EdgeDiagnostics
internal import EdgeModel

extension Rule {
  static let containerEnvReferenceMissing = Rule(
    "ctr-env-ref-missing", .warning, "variable from an object that is not in the input",
    explanation: """
      A container does not start while a ConfigMap or Secret that its variables come from is \
      missing, or has no entry of the name, unless the reference is `optional`. Only the input is \
      known here: the cluster may have the object.
      """,
    source: "kubernetes/kubernetes pkg/kubelet/kubelet_pods.go (makeEnvironmentVariables)",
    examples: {
      [
        .flags(
          .kubernetes,
          WorkloadSample.container(
            """
            env:
            - name: A
              valueFrom: {configMapKeyRef: {name: ⟦settins⟧, key: a}}
            - name: B
              valueFrom: {configMapKeyRef: {name: settings, key: ⟦b⟧}}
            envFrom:
            - secretRef: {name: ⟦password⟧}
            """) + "\n---\n" + WorkloadSample.data("ConfigMap", "data: {a: x}")),
        .passes(
          .kubernetes,
          WorkloadSample.container(
            """
            env:
            - {name: A, valueFrom: {configMapKeyRef: {name: settings, key: a}}}
            - {name: B, valueFrom: {secretKeyRef: {name: key, key: a, optional: true}}}
            - {name: C, valueFrom: {secretKeyRef: {name: "${NAME}", key: a}}}
            envFrom:
            - configMapRef: {name: settings}
            """) + "\n---\n" + WorkloadSample.data("ConfigMap", "data: {a: x}")),
      ]
    },
    check: .container { container, context in
      let input = InputReference(from: container.pod, context)
      for variable in container.container.env {
        guard let source = variable.valueFrom else { continue }
        if let reference = source.configMapKeyRef {
          input.check(
            "ConfigMap", named: reference.name, key: reference.key, optional: reference.optional,
            reader: "variable '\(variable.name?.value ?? "")'")
        }
        if let reference = source.secretKeyRef {
          input.check(
            "Secret", named: reference.name, key: reference.key, optional: reference.optional,
            reader: "variable '\(variable.name?.value ?? "")'")
        }
      }
      for entry in container.container.envFrom {
        if let reference = entry.configMapRef {
          input.check(
            "ConfigMap", named: reference.name, optional: reference.optional,
            reader: container.title)
        }
        if let reference = entry.secretRef {
          input.check(
            "Secret", named: reference.name, optional: reference.optional, reader: container.title)
        }
      }
    })
}
