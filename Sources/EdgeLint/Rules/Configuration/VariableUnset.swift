internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let variableUnset = Rule(
    .variableUnset,
    examples: {
      var resolved = LintOptions()
      resolved.requiresResolved = true
      let image = """
        apiVersion: v1
        kind: Pod
        metadata:
          name: edge
        spec:
          containers:
          - name: sensor
            image: "example.azurecr.io/sensor:⟦${TAG}⟧"
        """
      return [
        .flags(.kubernetes, image, under: resolved),
        .passes(.kubernetes, image.filter { !"⟦⟧".contains($0) }),
        .passes(
          .kubernetes, image.replacing("⟦${TAG}⟧", with: "${TAG:-1.0}"), under: resolved),
        .passes(
          .file("deployment.template.json"), #"{"modulesContent": {"a": {"b": "${TAG}"}}}"#,
          under: resolved),
      ]
    },
    check: .document { root, context in
      // A manifest that is no template has `template-placeholder-left`, and in a template placeholders
      // are in order.
      guard context.options.requiresResolved, ManifestDocument(root) == nil else { return }
      var sink = DiagnosticSink()
      Variables(values: [:]).reportUnset(in: root, sources: context.sources, reporting: &sink)
      for found in sink.diagnostics {
        context.report(found.message, at: found.range, pointer: found.pointer, help: found.help)
      }
    })
}
