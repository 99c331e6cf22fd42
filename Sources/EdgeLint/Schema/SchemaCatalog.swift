internal import EdgeDiagnostics
internal import EdgeModel
package import EdgeSyntax

/// The custom resources that are known, from CustomResourceDefinitions.
package struct SchemaCatalog: Sendable {
  /// A kind of custom resource.
  struct Kind: Sendable {
    let name: String
    let group: String
    let hasNamespace: Bool
    let versions: [Version]
  }

  /// A kind in one version.
  struct Version: Sendable {
    let name: String
    let isServed: Bool
    let isDeprecated: Bool
    /// `openAPIV3Schema`; nil where the definition has none.
    let schema: SyntaxNode?
  }

  private var kinds: [String: Kind] = [:]
  private var kindsByGroup: [String: [String]] = [:]

  package init() {}

  /// The custom resources that are defined in some documents; whatever else is in them is left
  /// alone.
  ///
  /// - Parameter documents: The outermost nodes; lists are taken apart.
  package init(reading documents: [SyntaxNode]) {
    let context = DecodingContext(sources: SourceManager())
    let list = DocumentList.expand(documents, leavesOthers: true, context)
    for object in list.objects where object.kind == "CustomResourceDefinition" {
      if let kind = Kind(object.node) { add(kind) }
    }
  }

  package var isEmpty: Bool { kinds.isEmpty }

  /// How many kinds are known.
  package var count: Int { kinds.count }

  func kind(_ name: String, group: String) -> Kind? {
    kinds.isEmpty ? nil : kinds["\(group)/\(name)"]
  }

  /// The kinds of a group.
  func kindNames(inGroup group: String) -> [String] { kindsByGroup[group] ?? [] }

  private mutating func add(_ kind: Kind) {
    // Of two definitions the last is what a cluster has in the end.
    if kinds.updateValue(kind, forKey: "\(kind.group)/\(kind.name)") == nil {
      kindsByGroup[kind.group, default: []].append(kind.name)
    }
  }
}

extension SchemaCatalog.Kind {
  /// - Parameter node: A CustomResourceDefinition of either version.
  fileprivate init?(_ node: SyntaxNode) {
    guard let spec = node["spec"], let group = spec["group"], group.isString,
      let name = spec["names"]?["kind"], name.isString
    else { return nil }
    let common = spec["validation"]?["openAPIV3Schema"]
    var versions = (spec["versions"]?.elements).map { elements in
      elements.compactMap { SchemaCatalog.Version($0, commonSchema: common) }
    }
    if versions?.isEmpty ?? true, let version = spec["version"], version.isString {
      versions = [
        SchemaCatalog.Version(
          name: version.text, isServed: true, isDeprecated: false, schema: common)
      ]
    }
    self.init(
      name: name.text, group: group.text,
      hasNamespace: !(spec["scope"]?.hasText("Cluster") ?? false), versions: versions ?? [])
  }
}

extension SchemaCatalog.Version {
  fileprivate init?(_ node: SyntaxNode, commonSchema: SyntaxNode?) {
    guard let name = node["name"], name.isString else { return nil }
    self.init(
      name: name.text, isServed: !(node["served"]?.hasText("false") ?? false),
      isDeprecated: node["deprecated"]?.hasText("true") ?? false,
      schema: node["schema"]?["openAPIV3Schema"] ?? commonSchema)
  }
}
