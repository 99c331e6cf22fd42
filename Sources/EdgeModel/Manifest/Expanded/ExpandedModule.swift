package import EdgeSyntax

/// A module of an expanded deployment.
package struct ExpandedModule: Sendable {
  package let name: String
  /// The key of the module; a path in a layered deployment.
  package let key: SyntaxNode
  /// What is said of the module; an object, unless it is written wrongly.
  package let node: SyntaxNode
  /// Whether it is the agent or the hub.
  package let isSystem: Bool

  package var settings: SyntaxNode? { node["settings"] }

  /// The createOptions, where they are an object.
  package var createOptions: SyntaxNode? {
    settings?["createOptions"].flatMap { $0.isMapping ? $0 : nil }
  }

  /// What Docker is asked for that concerns the host; Docker reads names in any letter case.
  package func hostOption(_ name: String) -> SyntaxNode? {
    createOptions?.member(inAnyCase: "hostconfig")?.value.member(inAnyCase: name)?.value
  }
}

/// A route of an expanded deployment.
package struct ExpandedRoute: Sendable {
  package let name: String
  package let key: SyntaxNode
  /// The text, or an object with it.
  package let node: SyntaxNode

  /// The text in the route language; nil where there is none.
  package var text: SyntaxNode? {
    let text = node.isMapping ? node["route"] : node
    return text.flatMap { $0.isString ? $0 : nil }
  }
}

extension ExpandedDeployment {
  /// The modules in the order of the form: those of the system first.
  package var modules: [ExpandedModule] {
    var modules: [ExpandedModule] = []
    for member in modulesContent?["$edgeAgent"].map({ Array($0.members) }) ?? [] {
      if member.key.hasText("properties.desired") {
        modules += Self.modules(in: member.value["systemModules"], isSystem: true)
        modules += Self.modules(in: member.value["modules"], isSystem: false)
      } else if let name = member.key.text.name(after: DesiredPath.modules) {
        modules.append(
          ExpandedModule(name: name, key: member.key, node: member.value, isSystem: false))
      }
    }
    return modules
  }

  private static func modules(in node: SyntaxNode?, isSystem: Bool) -> [ExpandedModule] {
    (node.map { Array($0.members) } ?? []).map {
      ExpandedModule(name: $0.key.text, key: $0.key, node: $0.value, isSystem: isSystem)
    }
  }

  /// The routes in the order of the form.
  package var routes: [ExpandedRoute] {
    var routes: [ExpandedRoute] = []
    for member in modulesContent?["$edgeHub"].map({ Array($0.members) }) ?? [] {
      if member.key.hasText("properties.desired") {
        routes += (member.value["routes"].map { Array($0.members) } ?? []).map {
          ExpandedRoute(name: $0.key.text, key: $0.key, node: $0.value)
        }
      } else if let name = member.key.text.name(after: DesiredPath.routes) {
        routes.append(ExpandedRoute(name: name, key: member.key, node: member.value))
      }
    }
    return routes
  }

  /// The credentials of registries.
  package var registries: [SyntaxNode.Member] {
    let agent = modulesContent?["$edgeAgent"]?["properties.desired"]
    let settings = agent?["runtime"]?["settings"]
    return settings?["registryCredentials"].map { Array($0.members) } ?? []
  }
}

extension String {
  /// What follows a prefix, when it is one name and no path.
  fileprivate func name(after prefix: String) -> String? {
    guard hasPrefix(prefix) else { return nil }
    let name = dropFirst(prefix.count)
    return name.isEmpty || name.contains(".") ? nil : String(name)
  }
}
