internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let createOptionsMisplacedKey = Rule(
    "create-options-misplaced-key", .error, "known key of createOptions in the wrong place",
    explanation: """
      What concerns the host, such as port bindings, stands in `HostConfig`; what concerns the \
      container, such as `Env` and `ExposedPorts`, stands beside it. Docker drops a key in the \
      wrong place without a word.
      """,
    source: "Azure/iotedge#1116; moby/moby api/swagger.yaml (ContainerConfig, HostConfig)",
    fix: .safe,
    examples: {
      [
        .flags(
          .createOptions, #"{⟦"PortBindings"⟧: {"80/tcp": [{"HostPort": "80"}]}}"#,
          fixed: #"{"HostConfig": {"PortBindings": {"80/tcp": [{"HostPort": "80"}]}}}"#),
        .flags(
          .createOptions, #"{"HostConfig": {"Init": true, ⟦"Env"⟧: ["A=1"]}, "Tty": true}"#,
          fixed: #"{"HostConfig": {"Init": true}, "Tty": true, "Env": ["A=1"]}"#),
        .flags(
          .createOptions, #"{"HostConfig": {"Init": true}, ⟦"privileged"⟧: true}"#,
          fixed: #"{"HostConfig": {"Init": true, "Privileged": true}}"#),
        .flags(
          .file("deployment.template.json"),
          lines(
            """
            "HostConfig": {
                "Init": true,
                ⟦"Env"⟧: []
              }
            """),
          fixed: lines(
            """
            "HostConfig": {
                "Init": true
              },
              "Env": []
            """)),
        .flags(
          .createOptions, #"{⟦"Dns"⟧: ["10.0.0.1"], ⟦"Init"⟧: true}"#,
          fixed: #"{"HostConfig": {"Dns": ["10.0.0.1"], "Init": true}}"#),
        .flags(
          .createOptions, #"{"HostConfig": {⟦"EndpointsConfig"⟧: {"host": {}}}}"#,
          fixed: #"{"HostConfig": {}, "NetworkingConfig": {"EndpointsConfig": {"host": {}}}}"#),
        .flags(.createOptions, #"{"Env": ["A=1"], "HostConfig": {⟦"Env"⟧: ["A=2"]}}"#),
        .passes(.createOptions, #"{"Env": ["A=1"], "HostConfig": {"PortBindings": {}}}"#),
        .passes(.createOptions, #"{"Labels": {"PortBindings": "1"}}"#),
      ]
    },
    check: .createOptions { subject, context in
      // Two that wrap themselves would make the object twice; the second follows in its own round.
      var mayWrap = true
      for deviation in subject.deviations {
        guard case .misplacement(let path) = deviation.kind else { continue }
        let (member, object) = (deviation.member, deviation.object)
        let place = object == subject.body ? "at the top" : "in HostConfig"
        let move = Move(
          member: member, object: object, path: path, body: subject.body, context: context)
        context.report(
          "'\(member.key.text)' has no effect \(place)", at: member.key,
          help: path.count == 1
            ? "move it out of HostConfig, to the top" : "move it to \(path.joined(separator: "."))",
          fix: move.fix(mayWrap: &mayWrap))
      }
    })
}

extension Rule {
  /// A template whose createOptions have lines, for examples.
  private static func lines(_ members: String) -> String {
    #"{"modulesContent": {"$edgeAgent": {"properties.desired": {"modules": {"a": {"settings": "#
      + "{\"image\": \"a:1\", \"createOptions\": {\n  " + members + "\n}}}}}}}}"
  }
}

/// A member of createOptions on its way to where it belongs.
private struct Move {
  var member: SyntaxNode.Member
  /// Where it is.
  var object: SyntaxNode
  /// Where it belongs, its own name last.
  var path: [String]
  var body: SyntaxNode
  var context: RuleContext

  /// Nil where something stands in the way.
  func fix(mayWrap: inout Bool) -> Fix? {
    guard let name = path.last else { return nil }
    var target = body
    var missing = path.dropLast()
    while let next = missing.first, let found = target.member(inAnyCase: next.lowercased()) {
      guard found.value.isMapping else { return nil }
      target = found.value
      missing = missing.dropFirst()
    }
    guard missing.isEmpty == false || target.member(inAnyCase: name.lowercased()) == nil else {
      return nil
    }
    let title = "move it to \(path.joined(separator: "."))"
    let opening = missing.map { JSONText.literal($0) + ": {" }.joined()
    let closing = missing.map { _ in "}" }.joined()
    let key = JSONText.literal(name)
    if target == object {
      guard mayWrap, object.tree.schema == .json else { return nil }
      mayWrap = false
      let end = member.range.end
      return Fix(
        title, context.replacement(of: member.key, with: opening + key),
        Fix.Edit(context.range(end, end, in: object), closing))
    }
    let value = context.text(of: member.value.range)
    return Fix(
      title, context.removal(of: member, from: object),
      context.insertion(of: "\(opening)\(key): \(value)\(closing)", into: target))
  }
}
