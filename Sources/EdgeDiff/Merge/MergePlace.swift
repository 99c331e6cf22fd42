internal import EdgeModel
internal import EdgeSyntax

/// What a value of a manifest is, as far as merging must know: what its members are, which values stay
/// whole, and what makes two elements of a list the same.
enum MergePlace: Sendable {
  /// A part of the manifest.
  case manifest(ExpandedLayout)
  /// A variable of a module.
  case variable
  /// A part of createOptions.
  case docker(Place)
  /// An element of a list in createOptions that is told from the others by something in it.
  case entry(Place)
  case other

  static let createOptions = MergePlace.docker(.createOptions)

  /// Whether two of one name that two people added are two things, even where each says something that
  /// the other does not speak of.
  var isEntry: Bool {
    switch self {
    case .manifest(.module), .manifest(.route), .manifest(.credential), .variable, .entry: true
    default: false
    }
  }

  /// Whether createOptions are among its members.
  var isSettings: Bool {
    if case .manifest(.settings) = self { true } else { false }
  }

  // MARK: - Members

  /// The place of a member of an object at this place.
  func member(_ key: SyntaxNode) -> MergePlace {
    switch self {
    case .manifest(.environment): .variable
    case .manifest(let layout): .manifest(layout.member(key))
    case .docker(let place), .entry(let place): .docker(place.field(key.utf8).place)
    case .variable, .other: .other
    }
  }

  /// What members are told apart by: their keys, in createOptions without what is only spelling; all as
  /// they are where two would be the same.
  func names(of members: [SyntaxNode.Member]) -> [[UInt8]] {
    let written = members.map { Array($0.key.utf8) }
    guard let place = dockerPlace else { return written }
    let names = written.map { Array(place.normalKey($0[...])) }
    return Set(names).count == names.count ? names : written
  }

  // MARK: - Elements

  /// What elements of a list are told apart by; nil where one has nothing of the kind or two have the
  /// same, and for lists whose order counts.
  ///
  /// The bindings of a port are one thing: who changes the port on the host gives it another binding, and
  /// two who did would publish it twice.
  func names(of elements: [SyntaxNode]) -> [[UInt8]]? {
    guard case .docker(.docker(_, let rule, _)) = self else { return nil }
    let names = elements.compactMap { element -> [UInt8]? in
      switch rule {
      case .set(let normalize): element.isString ? Array(normalize(element.text).utf8) : nil
      // Nothing of the value is shown.
      case .keyed(let name): name(Value(element, .root)).map { Array($0.utf8) }
      case .ordered, .bindings, .keys, .portBindings: nil
      }
    }
    switch rule {
    case .ordered, .bindings, .keys, .portBindings: return nil
    case .set, .keyed:
      return names.count == elements.count && Set(names).count == names.count ? names : nil
    }
  }

  /// The place of an element of a list at this place.
  func element(isNamed: Bool) -> MergePlace {
    guard let place = dockerPlace else { return .other }
    return isNamed ? .entry(place.element) : .docker(place.element)
  }

  private var dockerPlace: Place? {
    switch self {
    case .docker(let place), .entry(let place): place
    case .manifest, .variable, .other: nil
    }
  }
}
