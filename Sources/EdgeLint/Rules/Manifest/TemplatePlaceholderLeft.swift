internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// What is to be filled in, and what looks like it.
extension Rule {
  static let templatePlaceholderLeft = Rule(
    "template-placeholder-left", .error, "placeholder that nobody filled in",
    explanation: """
      A manifest that is no template holds `${…}` still, and the device gets the text as it is. Expand the \
      template first. In the variables and twins of modules it is a warning, because the module may know \
      such texts. Kubernetes objects are only looked at where everything has to be resolved.
      """,
    source: "Azure/iotedgedev iotedgedev/deploymentmanifest.py (expand_image_placeholders)",
    examples: {
      [
        .flags(.module, #"{"settings": {"image": "⟦${MODULES.filter}⟧"}}"#),
        .flags(.module, #"{"settings": {"image": "⟦${A}⟧/app:⟦${B}⟧"}}"#),
        .flags(.agent, #"{"modules": {"⟦${NAME}⟧": {}}}"#),
        .flags(.module, #"{"env": {"SITE": {"value": "⟦${SITE}⟧"}}}"#),
        .flags(
          .manifest, #"{"modulesContent": {"m": {"properties.desired": {"site": ["⟦${SITE}⟧"]}}}}"#),
        .passes(.module, #"{"settings": {"image": "example.azurecr.io/app:1.0"}}"#),
        // createOptions have a rule of their own.
        .passes(.module, #"{"settings": {"createOptions": "{\"Env\": [\"A=${A}\"]}"}}"#),
        .passes(.twin, #"{"text": "$${NAME}", "price": "${ open", "empty": "${}"}"#),
        .passes(
          .file("deployment.template.json"),
          #"{"modulesContent": {"$edgeAgent": {"properties.desired": {"schemaVersion": "${V}"}}}}"#
        ),
        .flags(.kubernetes, workload(image: "example.azurecr.io/app:⟦${TAG}⟧"), under: .resolved),
        .passes(.kubernetes, workload(image: "example.azurecr.io/app:${TAG}")),
      ]
    },
    check: .manifest { manifest, context in
      guard !manifest.isTemplate else { return }
      guard let document = manifest.document else {
        guard context.options.requiresResolved else { return }
        return reportPlaceholders(inObjectsOf: manifest, context)
      }
      // Few manifests have any, and looking for two bytes is cheaper than a walk.
      guard document.root.mayHavePlaceholder(in: context.sources) else { return }
      for member in document.root.members
      where !["content", "modulesContent", "properties"].contains(member.key.text) {
        reportPlaceholders(below: member.value, isOwnText: false, context)
      }
      for module in document.content.value.members {
        let isSystem = module.key.hasText("$edgeAgent") || module.key.hasText("$edgeHub")
        reportPlaceholders(in: module.key, isOwnText: false, context)
        reportPlaceholders(below: module.value, isOwnText: !isSystem, context)
      }
    })

  /// Looks at what becomes the manifest of Kubernetes objects.
  private static func reportPlaceholders(
    inObjectsOf manifest: ManifestSubject, _ context: RuleContext
  ) {
    let configuration = manifest.configuration
    let routes = (manifest.hub.routes ?? []).map(\.text.node)
    for node in [configuration.targetCondition?.node] + routes {
      if let node { reportPlaceholders(in: node, isOwnText: false, context) }
    }
    for module in manifest.modules {
      for node in [module.module.image?.node, module.module.version?.node] {
        if let node { reportPlaceholders(in: node, isOwnText: false, context) }
      }
      for case .node(let node) in (module.module.environment ?? []).map(\.value) {
        reportPlaceholders(in: node, isOwnText: true, context)
      }
    }
    for twin in manifest.twins {
      reportPlaceholders(below: twin.desired, isOwnText: true, context)
    }
  }

  /// - Parameter isOwnText: Whether it is text that the module may read in its own way.
  private static func reportPlaceholders(
    below node: SyntaxNode, isOwnText: Bool, _ context: RuleContext
  ) {
    if node.isString { reportPlaceholders(in: node, isOwnText: isOwnText, context) }
    for element in node.elements {
      reportPlaceholders(below: element, isOwnText: isOwnText, context)
    }
    for member in node.members {
      guard !member.key.text.lowercased().contains("createoptions") else { continue }
      reportPlaceholders(in: member.key, isOwnText: isOwnText, context)
      reportPlaceholders(
        below: member.value, isOwnText: isOwnText || member.key.hasText("env"), context)
    }
  }

  private static func reportPlaceholders(
    in node: SyntaxNode, isOwnText: Bool, _ context: RuleContext
  ) {
    guard node.hasPlaceholder else { return }
    let text = Array(node.utf8)
    for range in TextPlaceholders.braced(in: text) {
      context.report(
        "'\(String(decoding: text[range].prefix(60), as: UTF8.self))' is not filled in", at: range,
        of: node, severity: isOwnText ? .warning : nil,
        help: "expand the template before it is deployed, or name the file 'NAME.template.json'")
    }
  }

  private static func workload(image: String) -> String {
    """
    apiVersion: v1
    kind: Pod
    metadata:
      name: edge
      labels:
        app: edge
      annotations:
        isEdgeDeployment: "true"
        targetCondition: "tags.site='1'"
        priority: "15"
    spec:
      containers:
      - name: app
        image: \(image)
    """
  }
}

extension LintOptions {
  /// The usual options where every placeholder has to be filled in.
  fileprivate static var resolved: LintOptions {
    var options = LintOptions()
    options.requiresResolved = true
    return options
  }
}

extension SyntaxNode {
  /// Whether `${` stands anywhere in the text of a node.
  fileprivate func mayHavePlaceholder(in sources: SourceManager) -> Bool {
    var previous: UInt8 = 0
    for byte in sources[range.source].bytes[Int(range.start)..<Int(range.end)] {
      if byte == UInt8(ascii: "{"), previous == UInt8(ascii: "$") { return true }
      previous = byte
    }
    return false
  }
}
