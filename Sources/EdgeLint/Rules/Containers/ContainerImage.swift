internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let containerImageMissing = Rule(
    .ctrImageMissing,
    examples: {
      [
        .flags(
          .kubernetes,
          WorkloadSample.pod("containers:\n- name: ⟦sensor⟧\n- name: filter\n  image: ⟦\"\"⟧")),
        .flags(.kubernetes, WorkloadSample.pod("initContainers:\n- name: ⟦prepare⟧")),
        .flags(
          .kubernetes,
          """
          apiVersion: v1
          kind: Pod
          metadata:
            name: edge
            annotations: {isEdgeDeployment: "true", targetCondition: "tags.site='1'"}
            labels: {app: edge}
          spec:
            containers:
            - name: ⟦sensor⟧
          """),
        .passes(
          .kubernetes, WorkloadSample.pod("containers: [{name: sensor, image: \"nginx:1.27\"}]")),
        // Other rules say what is wrong with these.
        .passes(.kubernetes, WorkloadSample.pod("containers: [{name: sensor, Image: nginx}]")),
        .passes(.kubernetes, WorkloadSample.pod("containers: [{name: sensor, image: 5}]")),
      ]
    },
    check: .container { container, context in
      if let image = container.container.image {
        guard image.value.isBlank else { return }
        context.report(
          "the image of \(container.title) is empty", at: image.node, help: "write NAME:TAG")
      } else if container.container.residue.lacks("image", of: Container.self) {
        context.report(
          "\(container.title) has no image",
          at: container.container.name?.node ?? container.container.residue.firstKey,
          help: "add image: NAME:TAG")
      }
    })

  static let containerImageSpace = Rule(
    "ctr-image-space", .error, "image with white space around it",
    explanation: """
      The API server refuses such an image in a Pod. In the template of a workload it accepts it, \
      and the pods can then not be made: there it is a warning.
      """,
    source: """
      kubernetes/kubernetes pkg/apis/core/validation/validation.go (ValidatePodSpec, \
      validateContainers)
      """,
    examples: {
      [
        .flags(
          .kubernetes, WorkloadSample.pod("containers: [{name: sensor, image: ⟦\" nginx:1\"⟧}]")),
        .flags(
          .kubernetes,
          WorkloadSample.object(
            "apps/v1", "Deployment",
            spec: "template: {spec: {containers: [{name: sensor, image: ⟦\"nginx:1\\t\"⟧}]}}")),
        .passes(
          .kubernetes, WorkloadSample.pod("containers: [{name: sensor, image: \"nginx:1\"}]")),
      ]
    },
    check: .container { container, context in
      guard let image = container.container.image, !image.value.isBlank, !image.isOpaque,
        let first = image.value.unicodeScalars.first, let last = image.value.unicodeScalars.last,
        first.properties.isWhitespace || last.properties.isWhitespace
      else { return }
      context.report(
        "the image of \(container.title) has white space around it", at: image.node,
        severity: container.pod.isBarePod ? nil : .warning, help: "remove it")
    })

  static let containerImageSyntax = Rule(
    "ctr-image-syntax", .warning, "text that is no reference to an image",
    explanation: """
      An image is `[REGISTRY[:PORT]/]NAME[:TAG][@DIGEST]`, without a scheme such as `https://`, and \
      the name has no upper-case letters. The API server does not look, so that only the node finds \
      out. Images of edge deployments are judged with the rules of modules.
      """,
    source: "distribution/reference regexp.go",
    examples: {
      [
        .flags(.kubernetes, image("⟦https://example.azurecr.io/sensor:1.0⟧")),
        .flags(.kubernetes, image("⟦example.azurecr.io/Sensor:1.0⟧")),
        .flags(.kubernetes, image("⟦'example.azurecr.io/sensor:'⟧")),
        .flags(.kubernetes, image("⟦not a reference⟧")),
        .flags(.kubernetes, image("⟦nginx@sha256:12⟧")),
        .passes(.kubernetes, image("example.azurecr.io:5000/edge/temp_sensor__2.x:1.0-amd64")),
        .passes(
          .kubernetes,
          image("nginx:1.27@sha256:" + String(repeating: "0123456789abcdef", count: 4))),
        .passes(.kubernetes, image("\"${REGISTRY}/sensor:1.0\"")),
        .passes(.kubernetes, image("localhost/sensor")),
      ]
    },
    check: .container { container, context in
      guard let image = container.container.image, !image.value.isBlank,
        !container.pod.isEdgeDeployment, !image.value.isFilledInLater
      else { return }
      // White space around it is another rule's.
      let text = image.value.utf8.drop { $0 <= 0x20 }.reversed().drop { $0 <= 0x20 }.reversed()
      guard let problem = ImageForm.problem(in: Array(text)) else { return }
      context.report(
        "the image of \(container.title) \(problem.message)", at: image.node, help: problem.help)
    })
}

private func image(_ text: String) -> String {
  WorkloadSample.pod("containers:\n- name: sensor\n  image: \(text)")
}

extension String {
  fileprivate var isBlank: Bool { unicodeScalars.allSatisfy(\.properties.isWhitespace) }

  /// Whether somebody puts values into it before it is applied, with whatever tool.
  fileprivate var isFilledInLater: Bool { contains("$") || contains("{{") }
}

/// What a reference to an image looks like.
private enum ImageForm {
  static func problem(in text: [UInt8]) -> (message: String, help: String)? {
    var name = text[...]
    if let scheme = schemeLength(of: name) {
      let rest = String(decoding: name.dropFirst(scheme), as: UTF8.self)
      return ("begins with a scheme", "write '\(rest)'")
    }
    if let at = name.firstIndex(of: UInt8(ascii: "@")) {
      guard isDigest(name[(at + 1)...]) else {
        return ("has a digest that is none", "write '@sha256:' and 64 hexadecimal digits")
      }
      name = name[..<at]
    }
    let lastSlash = name.lastIndex(of: UInt8(ascii: "/")) ?? name.startIndex
    if let colon = name[lastSlash...].firstIndex(of: UInt8(ascii: ":")) {
      guard isTag(name[(colon + 1)...]) else {
        return ("has a tag that is none", "use letters, digits, '_', '.' and '-' behind the ':'")
      }
      name = name[..<colon]
    }
    return problem(inName: name)
  }

  private static func problem(inName name: ArraySlice<UInt8>) -> (message: String, help: String)? {
    var components = name.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    if components.count > 1, let host = components.first, isHost(host) { components.removeFirst() }
    for component in components {
      if component.contains(where: { 0x41...0x5A ~= $0 }) {
        return ("has upper-case letters", "write the name in lower case")
      }
      guard isComponent(component) else {
        return ("is no reference to one", "write REGISTRY/NAME:TAG")
      }
    }
    return name.count > 255 ? ("has a name that is too long", "use at most 255 characters") : nil
  }

  private static func schemeLength(of text: ArraySlice<UInt8>) -> Int? {
    ["https://", "http://", "docker://", "oci://"].first { text.starts(with: $0.utf8) }?.utf8.count
  }

  /// The first of several components names a registry when it looks like a host.
  private static func isHost(_ component: ArraySlice<UInt8>) -> Bool {
    guard !component.isEmpty else { return false }
    let isMarked =
      component.contains(UInt8(ascii: ".")) || component.contains(UInt8(ascii: ":"))
      || component.elementsEqual("localhost".utf8)
      || component.contains { 0x41...0x5A ~= $0 }
    return isMarked
      && component.allSatisfy { isAlphanumeric($0) || ".:-[]".utf8.contains($0) }
  }

  /// Words of lower-case letters and digits with `.`, `_`, `__` or dashes between them.
  private static func isComponent(_ component: ArraySlice<UInt8>) -> Bool {
    guard let first = component.first, let last = component.last, isAlphanumeric(first),
      isAlphanumeric(last)
    else { return false }
    var separator: [UInt8] = []
    for byte in component {
      if isAlphanumeric(byte) {
        let isSeparator =
          separator.count <= 1 || separator.allSatisfy { $0 == UInt8(ascii: "-") }
          || separator.elementsEqual("__".utf8)
        guard isSeparator else { return false }
        separator = []
      } else if "._-".utf8.contains(byte) {
        separator.append(byte)
      } else {
        return false
      }
    }
    return true
  }

  private static func isTag(_ tag: ArraySlice<UInt8>) -> Bool {
    guard let first = tag.first, tag.count <= 128 else { return false }
    return (isAlphanumeric(first) || first == UInt8(ascii: "_"))
      && tag.allSatisfy { isAlphanumeric($0) || "_.-".utf8.contains($0) }
  }

  private static func isDigest(_ digest: ArraySlice<UInt8>) -> Bool {
    let parts = digest.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else { return false }
    return parts[1].count >= 32
      && parts[1].allSatisfy { 0x30...0x39 ~= $0 || 0x61...0x66 ~= $0 | 0x20 }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    0x30...0x39 ~= byte || 0x61...0x7A ~= byte | 0x20
  }
}
