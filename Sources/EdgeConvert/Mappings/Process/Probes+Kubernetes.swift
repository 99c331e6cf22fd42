internal import EdgeModel
internal import EdgeSyntax

/// The health check of a module as a probe that a cluster acts on.
///
/// Source: kubernetes/kompose pkg/loader/compose/compose.go (parseHealthCheck); moby/moby
/// daemon/health.go.
enum LivenessProbe {
  static func take(
    from residual: inout ModuleResidual, into draft: inout ContainerDraft,
    _ context: NativeContext
  ) {
    guard let check = residual.body["Healthcheck"], check.isObject,
      check.hasOnly("Test", "Interval", "Timeout", "Retries", "StartPeriod", "StartInterval"),
      check["Test"].map({ $0.isArray }) ?? true
    else { return }
    guard let test = check["Test"], !test.isEmpty else {
      context.reportLoss(
        .lossHealthcheckInherited,
        "the test of the image is not known to a cluster, no probe is made",
        at: check.origin, help: "write the test of the image into Healthcheck.Test")
      return
    }
    guard let words = test.texts, words[0] != "NONE",
      let command = command(words, shell: residual.texts("Shell")),
      let probe = probe(running: command, check)
    else { return }
    residual.remove("Healthcheck")
    draft.fields["livenessProbe"] = probe
    context.reportLoss(
      .lossHealthcheckBecomesRestart,
      "the health check becomes a probe; a cluster restarts a container that fails it",
      at: check.origin, help: "make sure that a restart helps")
  }

  /// The words that are run; nil for a test that Docker does not know.
  private static func command(_ words: [String], shell: [String]?) -> [String]? {
    let rest = Array(words.dropFirst())
    guard !rest.isEmpty else { return nil }
    switch words[0] {
    case "CMD": return rest
    case "CMD-SHELL": return (shell ?? ["/bin/sh", "-c"]) + rest.prefix(1)
    default: return nil
    }
  }

  private static func probe(running command: [String], _ check: BodyValue) -> JSONValue? {
    var probe = JSONValue.mapping([
      "exec": .mapping(["command": .texts(command.map(VariableExpansion.escaped))])
    ])
    for (key, field, fallback) in [
      ("StartPeriod", "initialDelaySeconds", Int64(0)), ("Interval", "periodSeconds", 30),
      ("Timeout", "timeoutSeconds", 30),
    ] {
      guard let seconds = seconds(check[key], unless: fallback) else { return nil }
      if seconds > 0 { probe[field] = .number(seconds) }
    }
    guard let retries = check["Retries"].map(\.integer) ?? 3,
      (0...Int64(Int32.max)).contains(retries)
    else { return nil }
    probe["failureThreshold"] = .number(retries == 0 ? 3 : retries)
    return probe
  }

  /// Whole seconds of nanoseconds, rounded up; nil for what is no time.
  private static func seconds(_ value: BodyValue?, unless fallback: Int64) -> Int64? {
    guard let value else { return fallback }
    guard let nanoseconds = value.integer, nanoseconds >= 0 else { return nil }
    guard nanoseconds > 0 else { return fallback }
    let seconds = (nanoseconds - 1) / 1_000_000_000 + 1
    return seconds <= Int64(Int32.max) ? seconds : nil
  }
}
