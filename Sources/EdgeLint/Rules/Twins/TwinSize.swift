internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let twinSize = Rule(
    .twinSize,
    examples: {
      let text = String(repeating: "x", count: 4000)
      let many = (1...8).map { "\"p\($0)\": \"\(text)\"" }.joined(separator: ", ")
      let few = (1...7).map { "\"p\($0)\": \"\(text)\"" }.joined(separator: ", ")
      return [
        .flags(.twin, "{\"a\": 1, \(many), ⟦\"last\"⟧: \"\(text)y\"}"),
        .flags(.twin, "{⟦\"first\"⟧: \"\(text)yyyyy\", \(few)}"),
        .flags(
          .manifest,
          """
          {"modulesContent": {"$edgeAgent": {"properties.desired": {
            "schemaVersion": "1.1", ⟦"modules"⟧: {"a": {\(many), "p9": "\(text)"}}}}}}
          """),
        .flags(
          .kubernetes,
          annotatedPod("priority: \"10\"").replacing("name: sensor", with: "name: ⟦sensor⟧")
            + """

            ---
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: sensor
            data:
              createOptions: |
                {"Cmd": ["\(String(repeating: "x", count: 33_000))"]}
            """),
        .passes(.twin, "{\(few)}"),
      ]
    },
    check: .manifest { manifest, context in
      for twin in manifest.sizedTwins {
        let size = twin.parts.reduce(0) { $0 + $1.size }
        guard size > TwinLimits.size / 10 * 9,
          let largest = twin.parts.max(by: { $0.size < $1.size })
        else { continue }
        let isTooLarge = size > TwinLimits.size
        context.report(
          "the twin of '\(twin.name)' has \(size) bytes, "
            + (isTooLarge ? "more than" : "nearly the") + " \(TwinLimits.size) that it may have",
          at: largest.place, severity: isTooLarge ? .error : .warning,
          help: "the largest part is '\(largest.name)' with \(largest.size) bytes; "
            + (twin.name == "$edgeAgent"
              ? "shorten createOptions, or move modules to a layered deployment"
              : "shorten it, or let the module read it from elsewhere"))
      }
    })
}

/// A twin by the sizes of its parts, in bytes as the hub counts them.
private struct SizedTwin {
  var name: String
  var parts: [(name: String, size: Int, place: SyntaxNode?)]
}

extension ManifestSubject {
  /// The twins of the deployment, as the hub would hold them.
  fileprivate var sizedTwins: [SizedTwin] {
    if let document {
      return document.shape == .moduleTwin
        ? [SizedTwin(name: "module", parts: Self.parts(of: document.content.value))]
        : document.content.value.members.map { Self.sizedTwin($0) }
    }
    var sized = twins.map { SizedTwin(name: $0.module, parts: Self.parts(of: $0.desired)) }
    if let hub = hubNode { sized.append(SizedTwin(name: "$edgeHub", parts: Self.parts(of: hub))) }
    // Compact JSON is hardly ever longer than as it was written, so that most need not be written.
    guard agent.modules.reduce(0, { $0 + $1.roughTwinSize }) > TwinLimits.size / 2 else {
      return sized
    }
    sized.append(
      SizedTwin(
        name: "$edgeAgent", parts: agent.modules.map { ($0.name.value, $0.twinSize, $0.name.node) })
    )
    return sized
  }

  /// A twin of a manifest: desired properties, and for layers what is added to them.
  private static func sizedTwin(_ module: SyntaxNode.Member) -> SizedTwin {
    var twin = SizedTwin(name: module.key.text, parts: [])
    for member in module.value.members {
      if member.key.hasText("properties.desired") {
        twin.parts += parts(of: member.value)
      } else if member.key.utf8.starts(with: DesiredPath.prefix.utf8) {
        let path = member.key.text.dropFirst(DesiredPath.prefix.count)
        let keys = path.utf8.count(where: { $0 != UInt8(ascii: ".") })
        twin.parts.append(
          (String(path), keys + TwinLimits.sizeInTwin(of: member.value), member.key))
      }
    }
    return twin
  }

  private static func parts(of desired: SyntaxNode) -> [(String, Int, SyntaxNode?)] {
    desired.members.compactMap { member in
      // The service's own members do not count.
      guard member.key.utf8.first != UInt8(ascii: "$") else { return nil }
      let size = member.key.utf8.count + TwinLimits.sizeInTwin(of: member.value)
      return (member.key.text, size, member.key)
    }
  }
}

extension TwinLimits {
  /// The size of a value, createOptions that are an object as the text they become.
  fileprivate static func sizeInTwin(of node: SyntaxNode) -> Int {
    switch node.kind {
    case .mapping:
      node.members.reduce(0) { sum, member in
        let isOptions = member.value.isMapping && member.key.hasText("createOptions")
        return sum + member.key.utf8.count
          + (isOptions ? sizeAsText(of: member.value) : sizeInTwin(of: member.value))
      }
    case .sequence: node.elements.reduce(0) { $0 + sizeInTwin(of: $1) }
    default: size(of: node)
    }
  }

  fileprivate static func sizeAsText(of node: SyntaxNode) -> Int {
    var json = JSONWriter()
    json.value(node)
    return size(ofText: json.bytes.span)
  }
}

extension Module {
  /// About what it takes of the agent's twin.
  fileprivate var roughTwinSize: Int {
    let options = createOptions?.body.range
    let variables = (environment ?? []).reduce(0) {
      $0 + $1.name.value.utf8.count + $1.text.utf8.count
    }
    return 128 + (image?.value.utf8.count ?? 0) + variables
      + (options.map { Int($0.end - $0.start) } ?? 0)
  }

  /// What it takes of the agent's twin, written as a manifest has it.
  fileprivate var twinSize: Int {
    var size = name.value.utf8.count + "settings".utf8.count + "createOptions".utf8.count
    for (key, text) in [
      ("version", version), ("type", type), ("status", status), ("restartPolicy", restartPolicy),
      ("imagePullPolicy", imagePullPolicy), ("image", image),
    ] {
      guard let text else { continue }
      size += key.utf8.count + TwinLimits.size(ofText: text.value.utf8.span)
    }
    if startupOrder != nil { size += "startupOrder".utf8.count + 8 }
    size += createOptions.map { TwinLimits.sizeAsText(of: $0.body) } ?? 2
    guard let environment else { return size }
    return environment.reduce(size + "env".utf8.count) { sum, variable in
      sum + variable.name.value.utf8.count + "value".utf8.count
        + TwinLimits.size(ofText: variable.text.utf8.span)
    }
  }
}
