internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let metaLabelKey = Rule(
    "meta-label-key", .error, "key that no label can have",
    explanation: """
      A key of a label is at most 63 letters, digits, `-`, `_` and `.`, with a letter or digit at \
      both ends, perhaps behind a domain and a `/`.
      """,
    source: "kubernetes/apimachinery pkg/util/validation/validation.go (IsQualifiedName)",
    examples: {
      [
        .flags(
          .kubernetes,
          """
          apiVersion: apps/v1
          kind: Deployment
          metadata:
            name: edge
            labels:
              ⟦my app⟧: edge
          spec:
            template:
              metadata:
                labels:
                  ⟦Example.com/app⟧: edge
                  ⟦a/b/c⟧: edge
          """),
        .passes(
          .kubernetes,
          """
          apiVersion: apps/v1
          kind: Deployment
          metadata:
            name: edge
            labels:
              app.kubernetes.io/Name: edge
              ${KEY}: edge
          """),
      ]
    },
    check: .object { object, context in
      for metadata in object.allMetadata {
        guard let labels = metadata["labels"] else { continue }
        for member in labels.members {
          let key = member.key
          guard !LabelSyntax.isKey(key.text), !key.hasPlaceholder else { continue }
          context.report(
            "'\(key.text)' cannot be the key of a label", at: key, help: keyHelp(key.text))
        }
      }
    })

  static let metaLabelValue = Rule(
    "meta-label-value", .error, "value that no label can have",
    explanation: """
      The value of a label is empty, or at most 63 letters, digits, `-`, `_` and `.` with a letter \
      or digit at both ends. Anything else belongs in an annotation.
      """,
    source: "kubernetes/apimachinery pkg/util/validation/validation.go (IsValidLabelValue)",
    examples: {
      [
        .flags(
          .kubernetes,
          """
          apiVersion: apps/v1
          kind: Deployment
          metadata:
            name: edge
            labels:
              app: ⟦tempSensor!⟧
          spec:
            template:
              metadata:
                labels:
                  owner: ⟦me@example.com⟧
                  long: ⟦\(String(repeating: "a", count: 64))⟧
          """),
        .flags(
          .kubernetes,
          """
          apiVersion: batch/v1
          kind: CronJob
          metadata:
            name: nightly
          spec:
            jobTemplate:
              metadata:
                labels: {job: ⟦-x⟧}
              spec:
                template:
                  metadata:
                    labels: {pod: ⟦x.⟧}
          """),
        .passes(
          .kubernetes,
          """
          apiVersion: v1
          kind: Pod
          metadata:
            name: edge
            labels:
              app: tempSensor_1.0
              empty: ""
              none:
              later: ${VALUE}!
          """),
      ]
    },
    check: .object { object, context in
      for metadata in object.allMetadata {
        guard let labels = metadata["labels"] else { continue }
        for member in labels.members {
          let value = member.value
          guard value.isString, !LabelSyntax.isValue(value.text), !value.hasPlaceholder else {
            continue
          }
          context.report(
            "'\(value.text)' cannot be the value of label '\(member.key.text)'", at: value,
            help: value.utf8.count > 63
              ? "use at most 63 characters, or make it an annotation"
              : "use letters, digits, '-', '_' and '.', with a letter or digit at both ends")
        }
      }
    })

  static let metaAnnotationKey = Rule(
    "meta-annotation-key", .error, "key that no annotation can have",
    explanation: """
      A key of an annotation is at most 63 letters, digits, `-`, `_` and `.`, with a letter or \
      digit at both ends, perhaps behind a domain and a `/`. Other than with labels, the domain \
      may have capitals.
      """,
    source: "kubernetes/apimachinery pkg/api/validation/objectmeta.go (ValidateAnnotations)",
    examples: {
      [
        .flags(
          .kubernetes,
          """
          apiVersion: v1
          kind: Pod
          metadata:
            name: edge
            annotations:
              ⟦my annotation⟧: x
              ⟦example.com/⟧: x
          """),
        .passes(
          .kubernetes,
          """
          apiVersion: v1
          kind: Pod
          metadata:
            name: edge
            annotations:
              isEdgeDeployment: "true"
              Example.com/note: anything goes!
          """),
      ]
    },
    check: .object { object, context in
      for metadata in object.allMetadata {
        guard let annotations = metadata["annotations"] else { continue }
        for member in annotations.members {
          let key = member.key
          guard !LabelSyntax.isKey(key.text.lowercased()), !key.hasPlaceholder else { continue }
          context.report(
            "'\(key.text)' cannot be the key of an annotation", at: key, help: keyHelp(key.text))
        }
      }
    })

  private static func keyHelp(_ key: String) -> String {
    let parts = key.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    if parts.count > 2 { return "write one '/' at most, behind a domain" }
    if let name = parts.last, name.count > 63 { return "use at most 63 characters for the name" }
    if parts.count == 2, let domain = parts.first, LabelSyntax.isKey(String(parts[1]) ?? "") {
      return domain.isEmpty
        ? "write a domain before the '/', or leave the '/' out"
        : "write a domain of lower-case letters before the '/'"
    }
    return "use letters, digits, '-', '_' and '.', with a letter or digit at both ends"
  }

  static let metaAnnotationsSize = Rule(
    "meta-annotations-size", .error, "annotations of more than 256 KiB",
    explanation: """
      Keys and values of all annotations of an object may have 262144 bytes together. Put large \
      data into a ConfigMap.
      """,
    source: "kubernetes/apimachinery pkg/api/validation/objectmeta.go (ValidateAnnotationsSize)",
    examples: {
      let text = String(repeating: "0123456789", count: 160)
      let pairs = { (count: Int) in
        (1...count).map { "a\($0): *text" }.joined(separator: ", ")
      }
      return [
        .flags(
          .kubernetes,
          """
          apiVersion: v1
          kind: Pod
          metadata:
            name: edge
            ⟦annotations⟧: {a: &text "\(text)", \(pairs(164))}
          """),
        .passes(
          .kubernetes,
          """
          apiVersion: v1
          kind: Pod
          metadata:
            name: edge
            annotations: {a: &text "\(text)", \(pairs(20))}
          """),
      ]
    },
    check: .object { object, context in
      for metadata in object.allMetadata {
        guard let member = metadata.member("annotations") else { continue }
        let size = member.value.members.reduce(0) { $0 + $1.key.utf8.count + $1.value.utf8.count }
        guard size > 262_144 else { continue }
        context.report(
          "the annotations have \(size) bytes, more than 262144", at: member.key,
          help: "put large data into a ConfigMap")
      }
    })

  static let metaFinalizer = Rule(
    "meta-finalizer", .error, "finalizer that nobody may have",
    explanation: """
      A finalizer is a name with a domain before it, for example `example.com/cleanup`. Without a \
      domain a server knows `kubernetes`, `orphan` and `foregroundDeletion` only.
      """,
    source:
      "kubernetes/kubernetes pkg/apis/core/validation/validation.go (validateKubeFinalizerName)",
    examples: {
      [
        .flags(
          .kubernetes,
          """
          apiVersion: v1
          kind: ConfigMap
          metadata:
            name: m
            finalizers: [⟦cleanup⟧, ⟦example.com/clean up⟧, ⟦forgroundDeletion⟧]
          """),
        .flags(
          .kubernetes,
          """
          apiVersion: example.com/v1
          kind: Settings
          metadata:
            name: m
            finalizers: [⟦clean up⟧]
          """),
        .passes(
          .kubernetes,
          """
          apiVersion: v1
          kind: ConfigMap
          metadata:
            name: m
            finalizers: [example.com/cleanup, orphan, foregroundDeletion, kubernetes]
          """),
        // Only a warning of the server.
        .passes(
          .kubernetes,
          """
          apiVersion: example.com/v1
          kind: Settings
          metadata:
            name: m
            finalizers: [cleanup]
          """),
      ]
    },
    check: .object { object, context in
      guard let finalizers = object.header.metadata?["finalizers"], finalizers.isSequence else {
        return
      }
      let isBuiltIn = object.knowledge(context.options).map { !$0.isCustom } ?? false
      for finalizer in finalizers.elements where finalizer.isString && !finalizer.hasPlaceholder {
        let text = finalizer.text
        let isKnown = standardFinalizers.contains(text)
        guard !LabelSyntax.isKey(text) || isBuiltIn && !text.contains("/") && !isKnown else {
          continue
        }
        context.report(
          "'\(text)' cannot be a finalizer", at: finalizer,
          help: Suggestion.question(for: text, among: standardFinalizers)
            ?? "write a domain before it: 'example.com/cleanup'")
      }
    })

  private static let standardFinalizers = ["foregroundDeletion", "kubernetes", "orphan"]
}
