internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let unexpandedPlaceholder = Rule(
    "unexpanded-placeholder", .error, "placeholder that nobody filled in",
    explanation: """
      Neither the agent nor Docker expand `$NAME`, `${NAME}` or `<Some Text>`: a path, port or \
      runtime of that name does not exist on the device. Fill it in before the manifest is \
      deployed. In Kubernetes objects `${NAME}` is taken for a variable of a pipeline, unless \
      everything must be filled in.
      """,
    source: "Azure/iotedgedev iotedgedev/deploymentmanifest.py; iotedgedev/utility.py",
    examples: {
      [
        .flags(.module, module(#"{"HostConfig": {"Binds": [⟦"$DATA:/data"⟧]}}"#)),
        .flags(.module, module(#"{"HostConfig": {"Runtime": ⟦"<Docker Runtime>"⟧}}"#)),
        .flags(
          .module,
          module(
            #"{"HostConfig": {"PortBindings": {⟦"$PORT/tcp"⟧: [{"HostPort": ⟦"<port>"⟧}]}}}"#)),
        .flags(
          .module,
          module(#"{"HostConfig": {"Binds": [⟦"${DATA}:/data"⟧], "Memory": ⟦${MEMORY}⟧}}"#)),
        .flags(.kubernetes, configMap(#"⟦"$DATA:/data"⟧"#)),
        .flags(.kubernetes, configMap(#"⟦"${DATA}:/data"⟧"#), under: resolved),
        .passes(.kubernetes, configMap(#""${DATA}:/data""#)),
        .passes(.module, module(#"{"HostConfig": {"Binds": ["/a$:/data<b"]}}"#)),
        // A shell expands that.
        .passes(.module, module(#"{"Cmd": ["sh", "-c", "echo ${HOME} $HOME"]}"#)),
        .passes(
          .file("deployment.template.json"),
          """
          {"modulesContent": {"$edgeAgent": {"properties.desired": {"modules": {"a": {"settings": \
          {"image": "a:1", "createOptions": {"HostConfig": {"Binds": ["$DATA:/data"]}}}}}}}}}
          """),
      ]
    },
    check: .createOption(["ExposedPorts", "HostConfig", "Volumes"]) { member, subject, context in
      guard !subject.manifest.isTemplate else { return }
      let judgesBraces =
        context.options.requiresResolved || subject.manifest.document != nil
      let styles: Set<PlaceholderStyle> =
        judgesBraces ? [.angled, .bare, .braced] : [.angled, .bare]
      guard member.key.utf8.hasText(inAnyCase: "hostconfig") else {
        return report(styles, in: member.value, of: member.key, context)
      }
      for member in member.value.members {
        // Elsewhere a dollar or an angle may be part of the text.
        let isName = namingMembers.contains(member.key.text.lowercased())
        report(
          isName ? styles : styles.intersection([.braced]), in: member.value, of: member.key,
          context)
      }
    })

  /// The members of `HostConfig` that name paths, ports and the like.
  private static let namingMembers: Set<String> = [
    "binds", "devices", "mounts", "portbindings", "runtime", "tmpfs",
  ]

  private static let resolved: LintOptions = {
    var options = LintOptions()
    options.requiresResolved = true
    return options
  }()

  /// Objects of a module with a bind, for examples.
  private static func configMap(_ bind: String) -> String {
    """
    apiVersion: v1
    kind: Pod
    metadata:
      name: edge
      annotations:
        isEdgeDeployment: "true"
        targetCondition: "tags.site='1'"
    spec:
      containers:
      - name: app
        image: example.azurecr.io/app:1.0
    ---
    apiVersion: v1
    kind: ConfigMap
    metadata:
      name: app
    data:
      createOptions: |
        {"HostConfig": {"Binds": [\(bind)]}}
    """
  }

  /// A module of a manifest that is no template.
  private static func module(_ createOptions: String) -> String {
    #"{"type": "docker", "settings": {"image": "a:1", "createOptions": ""#
      + createOptions.replacing("\"", with: "\\\"") + "\"}}"
  }

  /// Looks at every text in a value, keys of ports and paths included.
  private static func report(
    _ styles: Set<PlaceholderStyle>, in node: SyntaxNode, of key: SyntaxNode,
    _ context: RuleContext
  ) {
    guard !styles.isEmpty else { return }
    switch node.kind {
    case .string:
      guard let placeholder = node.placeholder, styles.contains(placeholder) else { return }
      context.report(
        "'\(key.text)' has a placeholder that nobody filled in", at: node,
        help: "write what it stands for, or fill it in before you deploy")
    case .mapping:
      for member in node.members {
        report(styles, in: member.key, of: key, context)
        report(styles, in: member.value, of: key, context)
      }
    case .sequence: for element in node.elements { report(styles, in: element, of: key, context) }
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
    var position = text.startIndex
    while let index = text[position...].firstIndex(where: { $0 == 0x24 || $0 == 0x3C }) {
      position = index + 1
      let rest = text[position...]
      guard let first = rest.first else { return nil }
      if text[index] == UInt8(ascii: "$") {
        if first == UInt8(ascii: "{") { return .braced }
        if first.isLetter || first == UInt8(ascii: "_") { return .bare }
      } else if first.isLetter, let end = rest.firstIndex(of: UInt8(ascii: ">")),
        rest[..<end].allSatisfy({ $0.isLetter || $0.isDigit || " ._-".utf8.contains($0) })
      {
        return .angled
      }
    }
    return nil
  }

  /// Whether something is to be filled in, so that nobody knows what the text will be.
  var isOpen: Bool { placeholder != nil }
}
