internal import EdgeDiagnostics

/// Which diagnostics are errors, and which of them make the exit status 1.
struct DiagnosticPolicy {
  var isStrict = false
  var threshold = FailureThreshold.error
  var neverFails = false

  /// Raises warnings and losses to errors, when that was asked for.
  func apply(to sink: inout DiagnosticSink) {
    guard isStrict else { return }
    sink.updateEach { diagnostic in
      guard !diagnostic.isDetail else { return }
      if diagnostic.severity == .warning || diagnostic.isLoss { diagnostic.severity = .error }
    }
  }

  /// The exit status for diagnostics that strictness has been applied to.
  func status(of sink: DiagnosticSink) -> ExitStatus {
    let isReached = sink.diagnostics.contains {
      $0.suppression == nil && threshold.isReached(by: $0.severity)
    }
    return isReached && !neverFails ? .findings : .done
  }
}

extension Diagnostic {
  /// Whether it tells of something that the target cannot say, or that had to be assumed.
  var isLoss: Bool { rule.group == "loss" && !isDetail }
}
