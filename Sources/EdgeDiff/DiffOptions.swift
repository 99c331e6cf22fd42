/// How two deployments are compared.
package struct DiffOptions: Sendable {
  /// Whether a default that is spelled out differs from one that is not.
  package var showsDefaults = false
  /// Whether createOptions are one value, whatever changed in them.
  package var isRaw = false

  package init(showsDefaults: Bool = false, isRaw: Bool = false) {
    self.showsDefaults = showsDefaults
    self.isRaw = isRaw
  }
}
