internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

private let source = """
  kubernetes/kubernetes pkg/apis/core/validation/validation.go (ValidateEnv, \
  validateEnvVarValueFrom)
  """

extension Rule {
  static let containerEnvName = Rule(
    "ctr-env-name", .error, "name of a variable that no server takes",
    explanation: """
      The name of a variable is not empty and consists of printable ASCII characters other than `=`.
      """,
    source: source,
    examples: {
      [
        .flags(
          .kubernetes,
          WorkloadSample.container(
            "env: [{name: ⟦\"A=B\"⟧, value: x}, {name: ⟦\"é\"⟧}, {name: ⟦\"\"⟧}, {⟦value⟧: x}]")),
        .passes(
          .kubernetes,
          WorkloadSample.container("env: [{name: A B, value: x}, {name: \"${A}\"}, {A: b}]")),
      ]
    },
    check: .container { container, context in
      for variable in container.container.env {
        guard let name = variable.name else {
          if variable.residue.plainlyLacks("name", of: EnvVar.self) {
            context.report(
              "a variable of \(container.title) has no name", at: variable.residue.firstKey,
              help: "add 'name'")
          }
          continue
        }
        guard !name.value.isVariableName, !name.isOpaque else { continue }
        context.report(
          name.value.isEmpty
            ? "a variable of \(container.title) has an empty name"
            : "'\(name.value)' cannot be the name of a variable",
          at: name.node, help: "use letters, digits and '_'")
      }
    })

  static let containerEnvNameStrict = Rule(
    "ctr-env-name-strict", .warning, "name of a variable that only newer servers take",
    explanation: """
      Until Kubernetes 1.32 the name of a variable consisted of letters, digits, `_`, `-` and `.`, \
      and did not begin with a digit. Older servers refuse others.
      """,
    source:
      "kubernetes/kubernetes pkg/features/kube_features.go (RelaxedEnvironmentVariableValidation)",
    examples: {
      [
        .flags(
          .kubernetes,
          WorkloadSample.container("env: [{name: ⟦1A⟧}, {name: ⟦A B⟧}, {name: ⟦..a⟧}]")),
        .passes(
          .kubernetes,
          WorkloadSample.container("env: [{name: A1}, {name: a.b-c_d}, {name: \"A=B\"}]")),
      ]
    },
    check: .container { container, context in
      for variable in container.container.env {
        guard let name = variable.name, name.value.isVariableName, !name.value.isStrictVariableName,
          !name.isOpaque
        else { continue }
        context.report(
          "servers before 1.32 refuse '\(name.value)' as the name of a variable", at: name.node,
          help: "use letters, digits and '_', with a letter or '_' at the start")
      }
    })

  static let containerEnvDuplicate = Rule(
    "ctr-env-duplicate", .warning, "variable that is given twice",
    explanation: """
      The later of two variables of one name hides the earlier one, and `kubectl apply`, which \
      merges the list by name, may lose either.
      """,
    source: "kubernetes/kubernetes pkg/api/pod/warnings.go",
    examples: {
      [
        .flags(
          .kubernetes,
          WorkloadSample.container("env: [{name: A, value: x}, {name: ⟦A⟧, value: y}]")),
        .passes(
          .kubernetes, WorkloadSample.container("env: [{name: A, value: x}, {name: a, value: y}]")),
      ]
    },
    check: .container { container, context in
      guard container.container.env.count > 1 else { return }
      var first: [String: SyntaxNode] = [:]
      for variable in container.container.env {
        guard let name = variable.name, let node = name.node, !name.value.isEmpty else { continue }
        guard let earlier = first[name.value] else {
          first[name.value] = node
          continue
        }
        context.report(
          "variable '\(name.value)' of \(container.title) is given twice", at: node,
          labels: [.init("first given here", at: earlier.range)], help: "remove one of them")
      }
    })

  static let containerEnvValueAndFrom = Rule(
    "ctr-env-value-and-from", .error, "variable with both a value and a source",
    explanation: "A variable has a `value`, or takes it from somewhere with `valueFrom`; not both.",
    source: source,
    examples: {
      [
        .flags(
          .kubernetes,
          WorkloadSample.container(
            """
            env:
            - name: A
              value: x
              ⟦valueFrom⟧: {fieldRef: {fieldPath: metadata.name}}
            """)),
        .passes(
          .kubernetes,
          WorkloadSample.container(
            "env: [{name: A, value: \"\", valueFrom: {fieldRef: {fieldPath: metadata.name}}}]")),
      ]
    },
    check: .container { container, context in
      for variable in container.container.env {
        guard variable.valueFrom != nil, let value = variable.value, !value.value.isEmpty
        else { continue }
        context.report(
          "variable '\(variable.name?.value ?? "")' has a value and takes one from elsewhere",
          at: variable.residue.key("valueFrom"),
          labels: value.range.map { [.init("the value", at: $0)] } ?? [],
          help: "remove 'value' or 'valueFrom'")
      }
    })
}

extension String {
  /// Whether the API server takes it as the name of a variable, since 1.32.
  ///
  /// Source: kubernetes/apimachinery pkg/util/validation/validation.go (IsRelaxedEnvVarName).
  var isVariableName: Bool {
    !isEmpty && utf8.allSatisfy { 0x20...0x7E ~= $0 && $0 != UInt8(ascii: "=") }
  }

  /// Whether every server takes it as the name of a variable.
  ///
  /// Source: kubernetes/apimachinery pkg/util/validation/validation.go (IsEnvVarName).
  fileprivate var isStrictVariableName: Bool {
    guard let first = utf8.first, !(0x30...0x39 ~= first), self != ".", !hasPrefix("..") else {
      return false
    }
    return utf8.allSatisfy {
      0x30...0x39 ~= $0 || 0x61...0x7A ~= $0 | 0x20 || "-._".utf8.contains($0)
    }
  }
}
