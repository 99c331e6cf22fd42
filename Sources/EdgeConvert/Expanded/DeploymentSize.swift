package import EdgeModel
internal import EdgeSyntax

/// How large the twins of a deployment are as the hub counts them, with what takes the room.
///
/// A manifest is measured as it is written, in the pieces that its createOptions are in; what is not yet
/// text, as the text that `convert` makes of it.
///
/// Source: MicrosoftDocs/azure-docs articles/iot-hub/iot-hub-devguide-device-twins.md.
package struct DeploymentSize: Sendable {
  /// Modules of a deployment. Source: MicrosoftDocs/azure-docs
  /// articles/iot-hub/iot-hub-devguide-quotas-throttling.md.
  package static let moduleLimit = 50

  /// The desired properties of one module, or what a layered deployment adds to them.
  package struct Twin: Sendable {
    package var name: String
    package var bytes = 0
  }

  /// What a module takes of the agent's twin.
  package struct Module: Sendable {
    package var name: String
    package var isSystem: Bool
    package var bytes = 0
    package var createOptions = 0
    package var environment = 0
    /// In how many values the createOptions are.
    package var pieces = 0
  }

  /// One value with its key; createOptions in one.
  package struct Part: Sendable {
    /// The names on the way to it, from that of the twin.
    package var path: String
    package var bytes: Int
  }

  package private(set) var twins: [Twin] = []
  package private(set) var modules: [Module] = []
  package private(set) var parts: [Part] = []
  /// Bytes of the longest string.
  package private(set) var longestString = 0
  /// Levels of objects and arrays below the desired properties.
  package private(set) var depth = 0

  package init(_ deployment: ExpandedDeployment) {
    if let document = deployment.deployment.document {
      guard document.shape != .moduleTwin else {
        let name = document.root["moduleId"]?.text ?? ""
        twins = [Twin(name: name)]
        let layout: ExpandedLayout =
          name == "$edgeAgent" ? .agent : name == "$edgeHub" ? .hub : .map
        twins[0].bytes = measure(document.content.value, as: layout, at: [name], level: 0)
        return
      }
      measure(twinsOf: document.content.value)
    } else if let content = deployment.modulesContent {
      measure(twinsOf: content)
    }
    // Twins stand in the order of the form, whatever order the source has.
    let order = deployment.modulesContent?.members.map(\.key.text) ?? []
    let places = Dictionary(zip(order, order.indices), uniquingKeysWith: { first, _ in first })
    twins.sort { places[$0.name] ?? .max < places[$1.name] ?? .max }
    modules.sort { ($0.isSystem ? 0 : 1, $0.name) < ($1.isSystem ? 0 : 1, $1.name) }
  }

  private mutating func measure(twinsOf content: SyntaxNode) {
    for member in content.members {
      var twin = Twin(name: member.key.text)
      let layout = ExpandedLayout.modulesContent.member(member.key)
      for path in member.value.members {
        let names = path.key.text.split(separator: ".").dropFirst(2).map(String.init)
        twin.bytes +=
          names.reduce(0) { $0 + $1.utf8.count }
          + measure(
            path.value, as: layout.member(path.key), at: [twin.name] + names, level: names.count)
      }
      twins.append(twin)
    }
  }

  /// The size of a value; what is in it is noted.
  ///
  /// - Parameters:
  ///   - names: The names on the way to it.
  ///   - level: How many objects and arrays it is in, from the desired properties.
  ///   - key: The bytes of its own key, which are noted with it and are not part of what is returned.
  private mutating func measure(
    _ node: SyntaxNode, as layout: ExpandedLayout, at names: [String], level: Int, key: Int = 0
  ) -> Int {
    switch node.kind {
    case .mapping where layout == .module: return measure(module: node, at: names, level: level)
    case .mapping where layout == .settings:
      return measure(settings: node, at: names, level: level).whole
    case .mapping:
      depth = max(depth, level)
      return node.members.reduce(0) { sum, member in
        guard level > 0 || !member.key.isOfService else { return sum }
        return sum
          + measure(member: member, as: layout.member(member.key), at: names, level: level)
      }
    case .sequence:
      depth = max(depth, level)
      return node.elements.enumerated().reduce(0) { sum, element in
        let inner = names + [String(element.offset)]
        return sum + measure(element.element, as: .map, at: inner, level: level + 1)
      }
    case .string, .number, .boolean, .null:
      if node.isString { longestString = max(longestString, node.utf8.count) }
      let bytes = TwinLimits.size(of: node)
      parts.append(Part(path: names.joined(separator: "/"), bytes: key + bytes))
      return bytes
    }
  }

  private mutating func measure(
    member: SyntaxNode.Member, as layout: ExpandedLayout, at names: [String], level: Int
  ) -> Int {
    let inner = names + [member.key.text]
    let key = member.key.utf8.count
    return key + measure(member.value, as: layout, at: inner, level: level + 1, key: key)
  }

  private mutating func measure(module node: SyntaxNode, at names: [String], level: Int) -> Int {
    depth = max(depth, level)
    let name = names.last ?? ""
    let isSystem = names.dropLast().last == "systemModules"
    var module = Module(name: name, isSystem: isSystem, bytes: name.utf8.count)
    for member in node.members {
      let layout = ExpandedLayout.module.member(member.key)
      if layout == .settings, member.value.isMapping {
        let inner = names + [member.key.text]
        let settings = measure(settings: member.value, at: inner, level: level + 1)
        module.bytes += member.key.utf8.count + settings.whole
        module.createOptions += settings.createOptions
        module.pieces += settings.pieces
      } else {
        let bytes = measure(member: member, as: layout, at: names, level: level)
        module.bytes += bytes
        if layout == .environment { module.environment += bytes }
      }
    }
    modules.append(module)
    return module.bytes - name.utf8.count
  }

  private mutating func measure(
    settings node: SyntaxNode, at names: [String], level: Int
  ) -> (whole: Int, createOptions: Int, pieces: Int) {
    depth = max(depth, level)
    var size = (whole: 0, createOptions: 0, pieces: 0)
    for member in node.members {
      guard let texts = Self.createOptions(member) else {
        size.whole += measure(member: member, as: .map, at: names, level: level)
        continue
      }
      for (key, text) in texts {
        longestString = max(longestString, text.count)
        size.createOptions += key + TwinLimits.size(ofText: text.span)
        size.pieces += 1
      }
    }
    if size.pieces > 0 {
      let path = (names + [CreateOptionsChunks.key(0)]).joined(separator: "/")
      parts.append(Part(path: path, bytes: size.createOptions))
    }
    size.whole += size.createOptions
    return size
  }

  /// The values that hold the createOptions of a member, with the lengths of their keys; nil for another
  /// member.
  private static func createOptions(
    _ member: SyntaxNode.Member
  ) -> [(key: Int, text: ArraySlice<UInt8>)]? {
    guard CreateOptionsChunks.index(ofKey: member.key.text) != nil else { return nil }
    if member.value.isString { return [(member.key.utf8.count, member.value.utf8)] }
    guard member.value.isMapping else { return nil }
    var json = JSONWriter()
    json.value(member.value)
    let pieces = CreateOptionsChunks.pieces(of: json.bytes, policy: .automatic) ?? [json.bytes[...]]
    return pieces.enumerated().map { (CreateOptionsChunks.key($0.offset).utf8.count, $0.element) }
  }
}

extension SyntaxNode {
  /// Whether a key of desired properties is the service's own, which does not count.
  fileprivate var isOfService: Bool {
    hasText("$metadata") || hasText("$version") || hasText("$etag")
  }
}
