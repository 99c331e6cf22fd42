internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let docDuplicateObject = Rule(
    .docDuplicateObject,
    examples: {
      [
        .flags(
          .file("a.yaml"),
          """
          apiVersion: v1
          kind: ConfigMap
          metadata:
            name: sensor
          ---
          apiVersion: v1
          kind: ConfigMap
          metadata:
            name: ⟦sensor⟧
            namespace: default

          """),
        // Versions of a kind are the same object to a cluster.
        .flags(
          .file("a.yaml"),
          """
          apiVersion: apps/v1
          kind: Deployment
          metadata:
            name: sensor
          ---
          apiVersion: apps/v1beta2
          kind: Deployment
          metadata:
            name: ⟦sensor⟧

          """),
        .passes(
          .file("a.yaml"),
          """
          apiVersion: v1
          kind: ConfigMap
          metadata:
            name: sensor
          ---
          apiVersion: v1
          kind: ConfigMap
          metadata:
            name: sensor
            namespace: other
          ---
          apiVersion: v1
          kind: Secret
          metadata:
            name: sensor
          ---
          apiVersion: example.com/v1
          kind: Secret
          metadata:
            name: sensor
          ---
          apiVersion: batch/v1
          kind: Job
          metadata:
            generateName: run-
          ---
          apiVersion: batch/v1
          kind: Job
          metadata:
            generateName: run-

          """),
      ]
    },
    check: .project { project, context in
      for namesakes in project.namesakes {
        var firsts: [String: ObjectHeader] = [:]
        for object in namesakes where !object.hasPlaceholderInName {
          let group = object.groupOfObject
          guard let first = firsts[group] else {
            firsts[group] = object
            continue
          }
          context.subject = object.subject
          context.report(
            "\(object.subject) is given twice", at: object.name?.node,
            labels: first.name?.range.map { [.init("first given here", at: $0)] } ?? [],
            help: "remove one of the two, or give it another name or namespace")
        }
      }
    })
}

extension ObjectHeader {
  fileprivate var hasPlaceholderInName: Bool {
    name?.node?.hasPlaceholder == true || namespace?.node?.hasPlaceholder == true
  }

  /// The group, that of workloads alike in all the groups they were in.
  fileprivate var groupOfObject: String {
    resourceKind != nil && group == "extensions" ? "apps" : group
  }
}
