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
        var firsts: [String: (object: ObjectHeader, file: String)] = [:]
        for object in namesakes where !object.hasPlaceholderInName {
          let file = context.sources[context.sources.file(of: object.node.range.source)].name
          // Objects in another folder are most often meant for another place.
          let folder = file.lastIndex(of: "/").map { file[..<$0] } ?? ""
          guard let first = firsts["\(object.groupOfObject) \(folder)"] else {
            firsts["\(object.groupOfObject) \(folder)"] = (object, file)
            continue
          }
          context.subject = object.subject
          context.report(
            "\(object.subject) is given twice", at: object.name?.node,
            severity: first.file == file ? .error : .warning,
            labels: first.object.name?.range.map { [.init("first given here", at: $0)] } ?? [],
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
