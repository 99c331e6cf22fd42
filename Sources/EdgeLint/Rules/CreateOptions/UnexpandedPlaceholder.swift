internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let unexpandedPlaceholder = Rule(
    "unexpanded-placeholder", .error, "placeholder that nobody filled in",
    explanation: """
      Neither the agent nor Docker expand `$NAME`, `${NAME}` or `<Some Text>`: a path, port or runtime \
      of that name does not exist on the device. Fill it in before the manifest is deployed. \
      `${NAME}` is taken for a variable of a pipeline unless everything must be filled in.
      """,
    source: "Azure/iotedgedev iotedgedev/deploymentmanifest.py; iotedgedev/utility.py",
    examples: {
      [
        .flags(.module, module(#"{"HostConfig": {"Binds": [⟦"$DATA:/data"⟧]}}"#)),
        .flags(.module, module(#"{"HostConfig": {"Runtime": ⟦"<Docker Runtime>"⟧}}"#)),
        .flags(
          .module,
          module(#"{"HostConfig": {"PortBindings": {⟦"$PORT/tcp"⟧: [{"HostPort": ⟦"<port>"⟧}]}}}"#)),
        .flags(
          .module, module(#"{"HostConfig": {"Binds": [⟦"${DATA}:/data"⟧]}}"#),
          under: resolved),
        .passes(.module, module(#"{"HostConfig": {"Binds": ["${DATA}:/data"]}}"#)),
        .passes(.module, module(#"{"HostConfig": {"Binds": ["/a$:/data<b"]}}"#)),
        .passes(
          .file("deployment.template.json"),
          """
          {"modulesContent": {"$edgeAgent": {"properties.desired": {"modules": {"a": {"settings": \
          {"image": "a:1", "createOptions": {"HostConfig": {"Binds": ["$DATA:/data"]}}}}}}}}}
          """),
      ]
    },
    check: .createOption([
      "ExposedPorts", "HostConfig.Binds", "HostConfig.Devices", "HostConfig.Mounts",
      "HostConfig.PortBindings", "HostConfig.Runtime", "HostConfig.Tmpfs", "Volumes",
    ]) { member, subject, context in
      guard !subject.manifest.isTemplate else { return }
      report(in: member.value, context)
    })

  private static let resolved: LintOptions = {
    var options = LintOptions()
    options.requiresResolved = true
    return options
  }()

  /// A module of a manifest that is no template.
  private static func module(_ createOptions: String) -> String {
    #"{"type": "docker", "settings": {"image": "a:1", "createOptions": ""#
      + createOptions.replacing("\"", with: "\\\"") + "\"}}"
  }

  /// Looks at every text in a value, keys of ports and paths included.
  private static func report(in node: SyntaxNode, _ context: RuleContext) {
    switch node.kind {
    case .string:
      guard let placeholder = node.placeholder,
        placeholder != .braced || context.options.requiresResolved
      else { return }
      context.report(
        "'\(node.text)' has a placeholder that nobody filled in", at: node,
        help: "write what it stands for, or fill it in before you deploy")
    case .mapping:
      for member in node.members {
        report(in: member.key, context)
        report(in: member.value, context)
      }
    case .sequence: for element in node.elements { report(in: element, context) }
    case .number, .boolean, .null: break
    }
  }
}

/// How a place to fill in is written.
enum PlaceholderStyle {
  /// `${NAME}`
  case braced
  /// `$NAME`
  case bare
  /// `<Some Text>`
  case angled
}

extension SyntaxNode {
  /// How the first place to fill in is written in a text; nil where there is none.
  var placeholder: PlaceholderStyle? {
    let text = utf8
    for (index, byte) in zip(text.indices, text) {
      let rest = text[(index + 1)...]
      if byte == UInt8(ascii: "$"), let next = rest.first {
        if next == UInt8(ascii: "{") { return .braced }
        if next.isLetter || next == UInt8(ascii: "_") { return .bare }
      } else if byte == UInt8(ascii: "<"), let first = rest.first, first.isLetter,
        let end = rest.firstIndex(of: UInt8(ascii: ">")),
        rest[..<end].allSatisfy({
          $0.isLetter || $0.isDigit || " ._-".utf8.contains($0)
        })
      {
        return .angled
      }
    }
    return nil
  }

  /// Whether something is to be filled in, so that nobody knows what the text will be.
  var isOpen: Bool { placeholder != nil }
}
