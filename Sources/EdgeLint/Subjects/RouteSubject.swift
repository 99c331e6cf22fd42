package import EdgeModel
internal import EdgeSyntax

/// A route of a deployment.
///
/// A class, because it is handed to hundreds of checks.
package final class RouteSubject: Sendable {
  package let manifest: ManifestSubject
  package let reading: RouteReading

  init(manifest: ManifestSubject, reading: RouteReading) {
    self.manifest = manifest
    self.reading = reading
  }

  package var route: Route { reading.route }
  package var name: String { route.name.value }

  /// What the hub makes of the text; nil where it refuses it, and for text to be filled in.
  package func parsed() -> RouteSyntax? { reading.syntax }
}

/// A route and what the hub makes of its text: read once, because many rules ask.
package final class RouteReading: Sendable {
  package let route: Route
  /// The route as it is written, with places in its text; nil where the hub refuses it, for text to be
  /// filled in, and for a route that the program supplied.
  package let syntax: RouteSyntax?
  /// The route with the names that modules have, which in Kubernetes objects can be other than those of
  /// their containers; its places mean nothing.
  package let named: RouteSyntax?
  /// What is wrong with the text, in its order; found while the input was read, too.
  package let problems: [RouteProblem]

  init(_ route: Route) {
    self.route = route
    guard let node = route.text.node else {
      (syntax, problems) = (nil, [])
      named = RouteSyntax.parse(Array(route.text.value.utf8)).route
      return
    }
    guard !node.hasPlaceholder else {
      (syntax, named, problems) = (nil, nil, [])
      return
    }
    (syntax, problems) = RouteSyntax.parse(Array(node.utf8))
    let isRenamed = !node.utf8.elementsEqual(route.text.value.utf8)
    named = isRenamed ? RouteSyntax.parse(Array(route.text.value.utf8)).route : syntax
  }

  /// Whether a problem with the text begins in a part of it, so that nothing more is said of that part.
  package func hasProblem(in part: Range<Int>) -> Bool {
    var (low, high) = (0, problems.count)
    while low < high {
      let middle = (low + high) / 2
      if problems[middle].range.lowerBound < part.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < problems.count && part.contains(problems[low].range.lowerBound)
  }
}
