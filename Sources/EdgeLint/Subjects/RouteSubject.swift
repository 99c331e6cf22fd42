package import EdgeModel
internal import EdgeSyntax

/// A route of a deployment.
package struct RouteSubject: Sendable {
  package let manifest: ManifestSubject
  package let route: Route

  package var name: String { route.name.value }

  /// What the hub makes of the text; nil where it refuses it, and for text to be filled in.
  package func parsed() -> RouteSyntax? {
    guard let node = route.text.node, !node.hasPlaceholder else { return nil }
    return RouteSyntax.parse(Array(node.utf8)).route
  }
}
