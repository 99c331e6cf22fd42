import EdgeSyntax

/// Pods, ConfigMaps and Secrets, whatever makes the pods and wherever else they say more.
struct KubernetesMeaning {
  private var objects: [(name: String, value: JSONValue)] = []

  init(_ documents: [JSONValue]) {
    for document in documents {
      let kind = document["kind"]?.text ?? ""
      let name = document["metadata"]?["name"]?.text ?? ""
      switch kind {
      case "ConfigMap", "Secret": add(document, named: "\(kind) \(name)")
      case "Pod": add(document["spec"] ?? .null, named: "pod")
      default: add(document["spec"]?["template"]?["spec"] ?? .null, named: "pod")
      }
    }
  }

  private mutating func add(_ value: JSONValue, named name: String) {
    // The system's own are not part of the examples.
    guard !["ConfigMap edgehub", "ConfigMap edgeagent"].contains(name) else { return }
    objects.append((name, value))
  }

  /// What is here and not in another, or there and of no use here; nil for nothing.
  func difference(from other: KubernetesMeaning) -> String? {
    for object in objects {
      guard let found = other.objects.first(where: { $0.name == object.name }) else {
        return "there is no \(object.name)"
      }
      if let difference = Self.difference(object.value, found.value, at: object.name) {
        return difference
      }
    }
    let names = objects.map(\.name)
    return other.objects.first { !names.contains($0.name) }.map { "\($0.name) is of no use" }
  }

  /// Every member that is expected has to be there; others may be, too, but not in lists.
  private static func difference(
    _ expected: JSONValue, _ found: JSONValue?, at place: String
  ) -> String? {
    guard let found else { return "\(place) is missing" }
    switch (expected, found) {
    case (.object(let members), .object):
      for member in members {
        let place = "\(place)/\(member.name)"
        let difference = difference(member.value, found[member.key], at: place)
        if let difference { return difference }
      }
      return nil
    case (.array(let elements), .array(let others)):
      guard elements.count == others.count else {
        return "\(place) has \(others.count) elements, not \(elements.count)"
      }
      return zip(elements, others).enumerated().lazy.compactMap { index, pair in
        difference(pair.0, pair.1, at: "\(place)/\(index)")
      }.first
    default:
      // Texts may be JSON, which is written in many ways.
      let (left, right) = (meaning(expected), meaning(found))
      return left == right ? nil : "\(place) is \(right), not \(left)"
    }
  }

  private static func meaning(_ value: JSONValue) -> JSONValue {
    guard let text = value.text, text.hasPrefix("{") else { return value }
    return ModulesInShort.parsed(text)?.sorted ?? value
  }
}
