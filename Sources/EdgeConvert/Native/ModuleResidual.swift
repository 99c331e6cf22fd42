internal import EdgeModel

/// What is left of a module while a container is made of it: all that no field of Kubernetes has said
/// yet.
///
/// Names of createOptions match in any letter case, as they do for Docker.
struct ModuleResidual {
  var module: Module
  var body: BodyValue

  init(_ module: Module) {
    self.module = module
    body = module.createOptions.map { BodyValue($0.body) } ?? .object(from: nil)
  }

  /// Whether names stand in createOptions that differ in letter case alone, of which Docker takes one.
  var isAmbiguous: Bool {
    let objects = [body, body["HostConfig"], body["NetworkingConfig"], body["Healthcheck"]]
    return objects.contains { object in
      let names = (object?.members ?? []).map { $0.key.lowercased() }
      return Set(names).count < names.count
    }
  }

  // MARK: - Looking in

  func host(_ key: String) -> BodyValue? { body[path: "HostConfig", key] }

  /// Whether the module has the network of its host.
  var isOnHostNetwork: Bool { host("NetworkMode")?.text == "host" }

  /// The values of an array that holds texts and nothing else; nil for an empty one, too.
  func texts(_ path: String...) -> [String]? { body[path: path]?.texts }

  // MARK: - Taking out

  /// Takes a value out, and objects that hold nothing else.
  mutating func remove(_ path: String...) {
    replace(path, with: nil)
  }

  /// Puts what is left of a list or an object in its place; nothing for an empty one.
  ///
  /// What was empty before stays.
  mutating func replace(_ path: [String], with rest: BodyValue?) {
    guard body[path: path]?.isEmpty != true else { return }
    body[path: path] = rest.flatMap { $0.isEmpty ? nil : $0 }
    var parent = path.dropLast()
    while !parent.isEmpty, body[path: Array(parent)]?.isEmpty == true {
      body[path: Array(parent)] = nil
      parent = parent.dropLast()
    }
  }
}

extension BodyValue {
  /// The values of an array that holds texts and nothing else; nil for an empty one, too.
  var texts: [String]? {
    let texts = elements.compactMap(\.text)
    return isArray && !texts.isEmpty && texts.count == elements.count ? texts : nil
  }

  /// A whole number that is spelled as such; nil for anything else.
  var integer: Int64? {
    guard case .literal(let text) = content, let number = Int64(text), String(number) == text else {
      return nil
    }
    return number
  }

  var isTrue: Bool {
    guard case .literal("true") = content else { return false }
    return true
  }

  /// Whether all members of an object have one of some names, in any letter case.
  func hasOnly(_ names: String...) -> Bool {
    let known = names.map { $0.lowercased() }
    return isObject && members.allSatisfy { known.contains($0.key.lowercased()) }
  }
}
