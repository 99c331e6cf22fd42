internal import EdgeModel
internal import EdgeSyntax

/// What a value of a manifest is, as far as merging must know: what its members are, which values stay
/// whole, and what makes two elements of a list the same.
enum MergePlace: Sendable {
  /// A part of the manifest.
  case manifest(ExpandedLayout)
  /// A variable of a module, or an element of a list that is told from others by something in it.
  case entry
  /// What createOptions say.
  case createOptions
  case hostConfig
  /// A list whose elements are told apart by something.
  case list(ListIdentity)
  case other

  /// Whether two of one name that two people added are two things, even where each says something that
  /// the other does not speak of.
  var isEntry: Bool {
    switch self {
    case .manifest(.module), .manifest(.route), .manifest(.credential), .entry: true
    default: false
    }
  }

  /// Whether createOptions are among its members.
  var isSettings: Bool {
    if case .manifest(.settings) = self { true } else { false }
  }

  /// The place of a member of an object at this place.
  func member(_ key: SyntaxNode) -> MergePlace {
    switch self {
    case .manifest(.environment): .entry
    case .manifest(let layout): .manifest(layout.member(key))
    case .createOptions:
      key.text.lowercased() == "hostconfig" ? .hostConfig : list(key.text, inHostConfig: false)
    case .hostConfig: list(key.text, inHostConfig: true)
    case .entry, .list, .other: .other
    }
  }

  private func list(_ name: String, inHostConfig: Bool) -> MergePlace {
    ListIdentity(of: name, inHostConfig: inHostConfig).map { .list($0) } ?? .other
  }
}
