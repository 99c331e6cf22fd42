internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// Checks routes before they go into a manifest: one that the hub refuses takes all of them down.
enum RouteCheck {
  static func report(_ hub: EdgeHub, _ context: DecodingContext) {
    let outer = context.subject
    defer { context.subject = outer }
    for route in hub.routes ?? [] {
      reportObjectSchema(route, hub, context)
      // A placeholder is text that somebody replaces later.
      guard let node = route.text.node, !node.hasPlaceholder,
        !(context.isTemplate && node.isVariable)
      else { continue }
      for problem in RouteSyntax.parse(Array(node.utf8)).problems {
        context.subject = "route \(route.name.value)"
        context.report(problem, in: node)
      }
    }
  }

  private static func reportObjectSchema(
    _ route: Route, _ hub: EdgeHub, _ context: DecodingContext
  ) {
    guard route.isObject, let schema = hub.schemaVersion, schema.value.hasPrefix("1.0") else {
      return
    }
    context.report(
      .routeObjectSchema, "route '\(route.name.value)' is an object, which hub schema 1.0 refuses",
      at: route.name.node,
      labels: schema.range.map { [.init("the schema is given here", at: $0)] } ?? [],
      help: "write schemaVersion \"1.1\", or the route as a string",
      fix: schema.range.map { range in
        Fix("write schemaVersion \"1.1\"", .unsafe, edits: [Fix.Edit(range, "\"1.1\"")])
      })
  }
}

extension SyntaxNode {
  /// Whether a text is nothing but `$NAME`, as tools for templates write a variable, too.
  fileprivate var isVariable: Bool {
    let name = utf8.dropFirst()
    return utf8.first == UInt8(ascii: "$") && !name.isEmpty
      && name.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"): true
        default: false
        }
      }
  }
}
