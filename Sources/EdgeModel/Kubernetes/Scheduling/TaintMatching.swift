extension Toleration {
  /// Whether a pod with the toleration puts up with a taint.
  ///
  /// An absent effect or key stands for any. `Lt` and `Gt` tolerate nothing: they are switched off
  /// unless somebody switches them on.
  ///
  /// Source: kubernetes/api core/v1/toleration.go (ToleratesTaint).
  package func tolerates(_ taint: Taint) -> Bool {
    let effect = effect?.value.text ?? ""
    let key = key?.value ?? ""
    guard effect.isEmpty || effect == taint.effect?.value.text,
      key.isEmpty || key == taint.key?.value
    else { return false }
    guard let comparison = `operator`?.value else { return hasValue(of: taint) }
    return switch comparison {
    case .known(.exists): true
    case .known(.equal): hasValue(of: taint)
    case .known(.lessThan), .known(.greaterThan), .unknown: false
    }
  }

  private func hasValue(of taint: Taint) -> Bool {
    (value?.value ?? "") == (taint.value?.value ?? "")
  }
}

extension [Toleration] {
  /// The first taint that keeps a pod with these tolerations away, or nil when it may come.
  ///
  /// Source: kubernetes/component-helpers scheduling/corev1/helpers.go
  /// (FindMatchingUntoleratedTaint).
  package func firstUntolerated(of taints: [Taint]) -> Taint? {
    taints.first { taint in taint.repels && !contains { $0.tolerates(taint) } }
  }
}
