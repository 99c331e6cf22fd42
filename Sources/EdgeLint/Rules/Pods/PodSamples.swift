extension RuleExample {
  /// A Pod that is flagged for some lines of its `spec`.
  static func flags(podWith lines: String, fixed: String? = nil) -> RuleExample {
    .flags(.kubernetes, pod(lines), fixed: fixed.map(pod))
  }

  /// A Pod with some lines in its `spec`.
  static func passes(podWith lines: String) -> RuleExample { .passes(.kubernetes, pod(lines)) }

  private static func pod(_ lines: String) -> String {
    """
    apiVersion: v1
    kind: Pod
    metadata:
      name: sensor
    spec:
    \(lines.indented(by: 2))
      containers:
      - name: sensor
        image: example.azurecr.io/sensor:1.0
    """
  }
}

extension String {
  /// Each line moved to the right; lines without text are left out.
  func indented(by count: Int) -> String {
    split(separator: "\n").map { String(repeating: " ", count: count) + $0 }
      .joined(separator: "\n")
  }
}
