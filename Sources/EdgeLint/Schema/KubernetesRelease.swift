/// A minor release of Kubernetes.
package struct KubernetesRelease: Sendable, Comparable, CustomStringConvertible {
  /// What stands behind the `1.`.
  package let minor: Int

  /// The newest release whose kinds are known.
  package static let newest = KubernetesRelease(minor: KubernetesSchemaTables.newestRelease)

  package init(minor: Int) {
    self.minor = minor
  }

  /// A release as people write it: `1.31`, `v1.31` or `1.31.2`; nil for anything else.
  package init?(_ text: String) {
    let parts = text.drop { $0 == "v" }.split(separator: ".", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), parts[0] == "1", parts.allSatisfy({ Int($0) != nil }),
      let minor = Int(parts[1]), minor >= 0
    else { return nil }
    self.minor = minor
  }

  package var description: String { "1.\(minor)" }

  package static func < (left: Self, right: Self) -> Bool { left.minor < right.minor }
}
