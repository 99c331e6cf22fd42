internal import EdgeModel

/// What a container can ask for, by its name.
///
/// Source: kubernetes/kubernetes pkg/apis/core/v1/helper/helpers.go (IsExtendedResourceName).
enum ContainerResourceName {
  case standard
  /// A name of Kubernetes' own domain, which passes.
  case native
  /// The size of a page; nil where the name has none that can be read.
  case hugePages(Quantity?)
  case extended

  static let standardNames = ["cpu", "memory", "ephemeral-storage"]
  static let listed = standardNames.map { "'\($0)'" }.joined(separator: ", ")

  /// Nil for a name that the API server refuses.
  init?(_ name: String) {
    if Self.standardNames.contains(name) {
      self = .standard
    } else if name.hasPrefix("hugepages-") {
      self = .hugePages(try? Quantity(parsing: name.utf8.dropFirst("hugepages-".utf8.count)))
    } else {
      guard name.contains("/"), LabelSyntax.isKey(name) else { return nil }
      if name.contains("kubernetes.io/") {
        self = .native
      } else {
        // Quotas put `requests.` in front, which has to stay a name.
        guard !name.hasPrefix("requests."), LabelSyntax.isKey("requests.\(name)") else {
          return nil
        }
        self = .extended
      }
    }
  }

  var isHugePages: Bool {
    if case .hugePages = self { true } else { false }
  }

  /// Whether nobody else gets what one container has.
  var isExclusive: Bool {
    switch self {
    case .extended, .hugePages: true
    case .standard, .native: false
    }
  }
}

extension Quantity {
  /// Whether it is a whole number of times another amount.
  func isMultiple(of other: Quantity) -> Bool {
    let (amount, unit) = (wholeValue, other.wholeValue)
    return unit > 0 && amount > 0 && isWhole && other.isWhole && amount.isMultiple(of: unit)
  }
}
