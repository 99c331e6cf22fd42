internal import EdgeModel

/// The names that modules have as containers where they cannot keep their own, and routes that speak of
/// one or the other.
struct ModuleRenaming {
  private var containers: [String: String] = [:]
  private var modules: [String: String] = [:]

  var isEmpty: Bool { containers.isEmpty }

  /// Says that a module has a container of another name.
  mutating func add(module: String, container: String) {
    guard module != container else { return }
    containers[module] = container
    modules[container] = module
  }

  mutating func merge(_ other: ModuleRenaming) {
    containers.merge(other.containers) { $1 }
    modules.merge(other.modules) { $1 }
  }

  /// A route with the names of containers, which the provider deploys.
  func naming(containersIn route: String) -> String { rewritten(route, with: containers) }

  /// A route with the names of modules.
  func naming(modulesIn route: String) -> String { rewritten(route, with: modules) }

  /// The routes of a hub with the names of modules.
  func naming(modulesIn hub: EdgeHub) -> EdgeHub {
    guard !isEmpty else { return hub }
    var hub = hub
    hub.routes = hub.routes?.map { route in
      var route = route
      route.text = route.text.map { naming(modulesIn: $0) }
      return route
    }
    return hub
  }

  /// A route with other names for modules in its source and its sink; one that is no route stays.
  private func rewritten(_ text: String, with names: [String: String]) -> String {
    guard !names.isEmpty else { return text }
    var bytes = Array(text.utf8)
    guard let route = RouteSyntax.parse(bytes).route else { return text }
    var edits: [(range: Range<Int>, name: String)] = []
    let items = route.source.items
    if items.count > 2, items[0].text.lowercased() == "messages",
      items[1].text.lowercased() == "modules", let name = names[items[2].text]
    {
      edits.append((items[2].range, name))
    }
    if case .input(let input) = route.sink, let name = names[input.module.text] {
      edits.append((input.module.range, name))
    }
    // From the end, so that earlier ranges stay true.
    for edit in edits.reversed() { bytes.replaceSubrange(edit.range, with: edit.name.utf8) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
