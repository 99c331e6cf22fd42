internal import EdgeModel

/// How two values of one member of createOptions become one, as the model of createOptions says.
enum BodyRule {
  /// The ConfigMap's value counts.
  case replace
  /// Members that Docker knows; each has a rule of its own.
  case object(CreateOptionsObject)
  /// Members whose names are the user's: of two with the same identity, the values are put together.
  case map(CreateOptionsType, CreateOptionsIdentity)
  /// Entries that are told apart by a key: those of the ConfigMap take the place of those with their key.
  case keyed(CreateOptionsIdentity)
  /// Entries that are there or not.
  case set(CreateOptionsIdentity)

  init(_ field: CreateOptionsField) {
    self.init(field.type, field.identity)
  }

  init(_ type: CreateOptionsType, _ identity: CreateOptionsIdentity = .whole) {
    switch (type, identity) {
    case (.object(let object), _): self = .object(object)
    case (.map(let entry), _): self = .map(entry, identity)
    case (.list, .text), (.list, .capability), (.list, .mountTarget): self = .set(identity)
    case (.list, .variable), (.list, .host), (.list, .securityOption), (.list, .member),
      (.list, .memberPath):
      self = .keyed(identity)
    case (.list, .whole), (.list, .port), (.list, .path), (.string, _), (.boolean, _),
      (.integer, _), (.empty, _):
      self = .replace
    }
  }
}

extension CreateOptionsIdentity {
  /// What an entry of a list is told apart by; nil for one that is like no other.
  func key(of entry: BodyValue) -> String? {
    switch self {
    case .member(let name): entry[name.description]?.text
    case .memberPath(let name): entry[name.description]?.text.map(ContainerPath.normalized)
    // Whatever is mounted twice at one place has been taken out of the base.
    case .mountTarget, .whole: nil
    case .text, .variable, .host, .capability, .securityOption, .port, .path:
      entry.text.map(key(ofText:))
    }
  }
}
