internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let volumeMode = Rule(
    "vol-mode", .error, "mode of files that is none",
    explanation: """
      A mode is a number from 0 to 0777 in octal, which is 511. Without the leading 0 it is read \
      as decimal: `644` is refused, and `400` is accepted and means 0620. JSON knows no octal \
      numbers: 0644 is 420 there.
      """,
    source: """
      kubernetes/kubernetes pkg/apis/core/validation/validation.go (fileModeErrorMsg)
      """, fix: .safe,
    examples: {
      [
        .flags(
          .kubernetes,
          WorkloadSample.volumes("- {name: data, secret: {secretName: s, defaultMode: ⟦644⟧}}"),
          fixed: WorkloadSample.volumes(
            "- {name: data, secret: {secretName: s, defaultMode: 0644}}")
        ),
        .flags(
          .kubernetes,
          WorkloadSample.volumes(
            "- {name: data, configMap: {name: c, items: [{key: k, path: k, mode: ⟦-1⟧}]}}")),
        .flags(
          .kubernetes,
          WorkloadSample.volumes("- {name: data, projected: {defaultMode: ⟦400⟧}}")),
        .flags(
          .kubernetes,
          WorkloadSample.volumes("- {name: data, projected: {defaultMode: ⟦999⟧}}")),
        .flags(
          .file("pod.json"),
          #"""
          {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "edge"}, "spec": {"volumes": [
            {"name": "data", "secret": {"secretName": "s", "defaultMode": ⟦644⟧}}]}}
          """#,
          fixed: #"""
            {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "edge"}, "spec": {"volumes": [
              {"name": "data", "secret": {"secretName": "s", "defaultMode": 420}}]}}
            """#),
        .passes(
          .kubernetes,
          WorkloadSample.volumes("- {name: data, secret: {secretName: s, defaultMode: 0400}}")),
        .passes(
          .kubernetes,
          WorkloadSample.volumes("- {name: data, secret: {secretName: s, defaultMode: 420}}")),
        .passes(
          .kubernetes,
          WorkloadSample.volumes("- {name: data, secret: {secretName: s, defaultMode: 0o644}}")),
      ]
    },
    check: .pod { pod, context in
      for source in pod.spec.volumes.lazy.flatMap(\.sources) {
        for mode in VolumeFiles(of: source).modes { mode.reportMistake(context) }
      }
    })
}

extension Located<Int32> {
  /// Decimal numbers that are modes of their own, and odd ones, but look like usual modes in octal.
  private static let lookAlikes = ["400", "440", "444", "500"]

  fileprivate func reportMistake(_ context: RuleContext) {
    guard let node else { return }
    let text = node.text
    let isOutOfRange = !(0...0o777 ~= value)
    guard isOutOfRange || Self.lookAlikes.contains(text) else { return }
    // The number that the digits mean in octal.
    let octal = text.isDigits && text.utf8.count == 3 ? Int32(text, radix: 8) : nil
    guard let octal else {
      return context.report(
        "'\(text)' is no mode of files", at: node,
        help: "write a number from 0 to 0777 in octal (511)")
    }
    let spelling = node.tree.schema == .json ? String(octal) : "0\(text)"
    context.report(
      isOutOfRange
        ? "'\(text)' is decimal, and no mode of files"
        : "'\(text)' is decimal, and means mode 0\(String(value, radix: 8))",
      at: node, severity: isOutOfRange ? nil : .warning,
      help: "write \(spelling) for mode 0\(text)",
      fix: isOutOfRange
        ? Fix("write the mode in octal", edits: [.init(node.range, spelling)]) : nil)
  }
}
