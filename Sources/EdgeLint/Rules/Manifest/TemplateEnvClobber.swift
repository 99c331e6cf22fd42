internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let templateEnvClobber = Rule(
    "template-env-clobber", .warning, "`$name` in a route of a template that is no variable of it",
    explanation: """
      iotedgedev replaces every `$name` in a template by the environment variable of that name, wherever it \
      stands. A route with `$body` changes its meaning on a machine where `body` is set. Names in capitals \
      are taken for variables, and so are all outside of routes.
      """,
    source: "Azure/iotedgedev iotedgedev/utility.py (get_file_contents)",
    examples: {
      [
        .flags(
          .file("deployment.template.json"), routes("FROM /* WHERE ⟦$body⟧.a = 1 INTO $upstream")),
        .flags(
          .file("deployment.template.json"),
          routes("FROM /* WHERE ⟦$connectionModuleId⟧ = 'a' INTO $upstream")),
        .passes(
          .file("deployment.json"), routes("FROM /* WHERE $body.a = 1 INTO $upstream")),
        .passes(
          .file("deployment.template.json"),
          routes("FROM /* WHERE a = '$LIMIT' AND b = '5$' INTO $upstream")),
        .passes(
          .file("deployment.template.json"),
          #"{"modulesContent": {"a": {"properties.desired": {"user": "$my_registry_user"}}}}"#),
      ]
    },
    check: .route { route, context in
      guard route.manifest.isTemplate, let node = route.route.text.node,
        node.utf8.contains(UInt8(ascii: "$"))
      else { return }
      let text = Array(node.utf8)
      for range in TextPlaceholders.bare(in: text) {
        let name = String(decoding: text[range].dropFirst(), as: UTF8.self)
        guard name != "upstream", name.utf8.contains(where: { 0x61...0x7A ~= $0 }) else { continue }
        context.report(
          "an environment variable '\(name)' would take the place of '$\(name)'", at: range,
          of: node, help: "see that none of that name is set where the template is expanded")
      }
    })

  private static func routes(_ text: String) -> String {
    #"{"modulesContent": {"$edgeHub": {"properties.desired": {"routes": {"a": "\#(text)"}}}}}"#
  }
}
