/// What documentation says of a mapping beyond its summary: each field that it knows with what becomes of
/// it, in both directions, and examples that are tests.
package struct MappingDocumentation: Sendable {
  /// One field, or one value of a field, and what becomes of it.
  package struct Row: Sendable {
    /// The path in Kubernetes, for example `spec.containers[].resources.limits.cpu`; empty for a key of a
    /// manifest that Kubernetes has no field for.
    package let kubernetes: String
    /// The path in the manifest, for example `createOptions.HostConfig.NanoCpus`; empty where there is none.
    package let manifest: String
    package let fidelity: FieldMapping.Fidelity
    /// What becomes of the field, without a stop.
    package let summary: String
    /// What becomes of the key on the way back; nil where the row says nothing of it.
    package let wayBack: WayBack?
  }

  /// What becomes of a key of a manifest in Kubernetes.
  package struct WayBack: Sendable {
    package let fidelity: FieldMapping.Fidelity
    /// Without a stop.
    package let summary: String
  }

  /// A few lines of a pod and what comes of them.
  package struct Example: Sendable {
    /// What the lines are.
    package enum Scope: Sendable {
      /// Fields of a container beside its name and image.
      case container
      /// Fields of the pod; without `containers` it has one.
      case pod
      /// Whole objects.
      case documents
    }

    package enum Outcome: Sendable {
      /// The module as JSON, what goes without saying left out: `createOptions` as an object. Of several
      /// modules, an object with one for each; with `registryCredentials` those of the agent.
      case module(String)
      /// The rule that refuses it.
      case refusal(String)
    }

    package let scope: Scope
    package let yaml: String
    /// Options of the command line that it needs.
    package let options: [String]
    package let outcome: Outcome
  }

  package var rows: [Row] = []
  package var examples: [Example] = []
  /// Where the facts are from.
  package var source = ""
}

extension MappingDocumentation.Row {
  /// - Parameters:
  ///   - kubernetes: A path from `spec` or `metadata` on, or, without them, of a field of the level.
  ///   - manifest: A path from `modules`, `runtime` or `routes` on, or, without them, in createOptions.
  static func row(
    _ kubernetes: String, _ manifest: String, _ fidelity: FieldMapping.Fidelity,
    _ summary: String, back: FieldMapping.Fidelity? = nil, _ backSummary: String = "",
    of level: FieldMapping.Level = .container
  ) -> MappingDocumentation.Row {
    MappingDocumentation.Row(
      kubernetes: path(kubernetes, of: level), manifest: path(manifest), fidelity: fidelity,
      summary: summary,
      wayBack: back.map { MappingDocumentation.WayBack(fidelity: $0, summary: backSummary) })
  }

  /// A field of the pod.
  static func pod(
    _ kubernetes: String, _ manifest: String, _ fidelity: FieldMapping.Fidelity,
    _ summary: String, back: FieldMapping.Fidelity? = nil, _ backSummary: String = ""
  ) -> MappingDocumentation.Row {
    row(
      kubernetes, manifest, fidelity, summary, back: back, backSummary, of: .pod)
  }

  /// A field that has no counterpart.
  static func row(
    _ kubernetes: String, _ fidelity: FieldMapping.Fidelity, _ summary: String
  ) -> MappingDocumentation.Row {
    row(kubernetes, "", fidelity, summary)
  }

  static func pod(
    _ kubernetes: String, _ fidelity: FieldMapping.Fidelity, _ summary: String
  ) -> MappingDocumentation.Row {
    pod(kubernetes, "", fidelity, summary)
  }

  /// Something above the pod, by its whole path.
  static func object(
    _ kubernetes: String, _ manifest: String, _ fidelity: FieldMapping.Fidelity,
    _ summary: String, back: FieldMapping.Fidelity? = nil, _ backSummary: String = ""
  ) -> MappingDocumentation.Row {
    MappingDocumentation.Row(
      kubernetes: kubernetes, manifest: path(manifest), fidelity: fidelity, summary: summary,
      wayBack: back.map { MappingDocumentation.WayBack(fidelity: $0, summary: backSummary) })
  }

  /// A key that no field becomes.
  static func key(
    _ manifest: String, back: FieldMapping.Fidelity, _ summary: String
  ) -> MappingDocumentation.Row {
    object("", manifest, back, "", back: back, summary)
  }

  private static func path(_ field: String, of level: FieldMapping.Level) -> String {
    let isWhole = field.isEmpty || ["spec.", "metadata."].contains { field.hasPrefix($0) }
    return isWhole ? field : level.prefix + field
  }

  private static func path(_ key: String) -> String {
    let isWhole = ["modules", "runtime.", "routes", "storeAndForward"].contains {
      key.hasPrefix($0)
    }
    return key.isEmpty || isWhole ? key : "createOptions." + key
  }
}

extension MappingDocumentation.Example {
  static func container(
    _ yaml: String, _ options: String..., becomes json: String
  ) -> MappingDocumentation.Example {
    MappingDocumentation.Example(
      scope: .container, yaml: yaml, options: options, outcome: .module(json))
  }

  static func container(
    _ yaml: String, _ options: String..., isRefusedBy rule: String
  ) -> MappingDocumentation.Example {
    MappingDocumentation.Example(
      scope: .container, yaml: yaml, options: options, outcome: .refusal(rule))
  }

  static func pod(
    _ yaml: String, _ options: String..., becomes json: String
  ) -> MappingDocumentation.Example {
    MappingDocumentation.Example(
      scope: .pod, yaml: yaml, options: options, outcome: .module(json))
  }

  static func pod(
    _ yaml: String, _ options: String..., isRefusedBy rule: String
  ) -> MappingDocumentation.Example {
    MappingDocumentation.Example(
      scope: .pod, yaml: yaml, options: options, outcome: .refusal(rule))
  }

  static func documents(
    _ yaml: String, _ options: String..., becomes json: String
  ) -> MappingDocumentation.Example {
    MappingDocumentation.Example(
      scope: .documents, yaml: yaml, options: options, outcome: .module(json))
  }
}

extension FieldMapping.Level {
  /// What stands before the name of a field.
  package var prefix: String {
    switch self {
    case .container: "spec.containers[]."
    case .pod: "spec."
    }
  }
}
