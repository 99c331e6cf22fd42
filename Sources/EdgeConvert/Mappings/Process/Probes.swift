internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension FieldMapping {
  static let probes = FieldMapping(
    .container, "livenessProbe", "readinessProbe", "startupProbe",
    manifest: "createOptions.Healthcheck", fidelity: .lossy,
    summary: """
      A liveness probe that runs a command becomes the health check, and the startup probe the time in which \
      failures do not count. Nothing on a device acts on the health of a module, and no traffic waits until \
      a module is ready.
      """
  ) { source, draft, context in
    if let healthcheck = Healthcheck(source, context).body() {
      draft.body["Healthcheck"] = healthcheck
    }
  } toKubernetes: { residual, draft, context in
    guard context.isLossy else { return }
    LivenessProbe.take(from: &residual, into: &draft, context)
  }
}

/// The health check that the probes of a container become.
///
/// Source: containers/podman pkg/specgen/generate/kube/kube.go (probeToHealthConfig, makeHealthCheck).
private struct Healthcheck {
  private let source: ContainerSource
  private let context: MappingContext

  init(_ source: ContainerSource, _ context: MappingContext) {
    self.source = source
    self.context = context
  }

  /// One of the probes, and the field it stands in.
  private typealias Field = (name: StaticString, probe: Probe)

  func body() -> BodyValue? {
    guard let main = mainProbe() else { return nil }
    let start = main.name.hasSameText(as: "startupProbe") ? nil : source.container.startupProbe
    reportSuccessThreshold(of: main)
    guard let test = ProbeTest(source, context).test(main.probe, in: main.name) else {
      if start != nil {
        reportStart("goes with the \(main.name), which is not converted, dropped")
      }
      return nil
    }
    var body = BodyValue.object(
      [
        "Test": test,
        "Interval": nanoseconds(main.probe.periodSeconds, unless: 10, of: main.probe),
        "Timeout": nanoseconds(main.probe.timeoutSeconds, unless: 1, of: main.probe),
        "Retries": .number(
          Self.positive(main.probe.failureThreshold, unless: 3),
          from: main.probe.failureThreshold?.node ?? main.probe.residue.node),
      ], from: main.probe.residue.node)
    body["StartPeriod"] = startPeriod(of: main.probe, start: source.container.startupProbe)
    if start != nil {
      reportStart("only gives the health check time, its own test is dropped")
    } else if main.name.hasSameText(as: "startupProbe") {
      reportStart("becomes the health check, which goes on after the start")
    }
    reportNotActedOn(main.name)
    return body
  }

  /// The probe that says what is tested and how often.
  private func mainProbe() -> Field? {
    let container = source.container
    if let readiness = container.readinessProbe {
      if container.livenessProbe == nil, context.options.pods.usesReadinessAsHealth {
        return ("readinessProbe", readiness)
      }
      context.reportImpossible(
        .lossReadinessProbeUnsupported,
        "container '\(context.container)': nothing waits until a module is ready, dropped",
        at: source.key("readinessProbe"),
        help: "let clients try again; messages wait in edgeHub until the module takes them")
    }
    if let liveness = container.livenessProbe { return ("livenessProbe", liveness) }
    return container.startupProbe.map { ("startupProbe", $0) }
  }

  // MARK: - Times

  /// A number of a probe; 0 reads as the default, as in the API server.
  ///
  /// Source: kubernetes/kubernetes pkg/apis/core/v1/defaults.go (SetDefaults_Probe).
  private static func positive(_ number: Located<Int32>?, unless fallback: Int64) -> Int64 {
    guard let number, number.value != 0 else { return fallback }
    return max(1, Int64(number.value))
  }

  private func nanoseconds(
    _ seconds: Located<Int32>?, unless fallback: Int64, of probe: Probe
  ) -> BodyValue {
    .number(
      Self.positive(seconds, unless: fallback) * Self.nanosecondsPerSecond,
      from: seconds?.node ?? probe.residue.node)
  }

  private static let nanosecondsPerSecond: Int64 = 1_000_000_000

  /// How long failures do not count; nil for no time at all.
  private func startPeriod(of main: Probe, start: Probe?) -> BodyValue? {
    func delay(_ probe: Probe) -> Int64 { Int64(max(0, probe.initialDelaySeconds?.value ?? 0)) }
    var seconds = delay(main)
    var origin = main.initialDelaySeconds?.node
    if let start {
      let period = Self.positive(start.periodSeconds, unless: 10)
      let attempts = Self.positive(start.failureThreshold, unless: 3)
      let whole = delay(start) + period * attempts
      if whole > seconds { (seconds, origin) = (whole, start.residue.node) }
    }
    guard seconds > 0 else { return nil }
    let (product, isTooLong) = seconds.multipliedReportingOverflow(by: Self.nanosecondsPerSecond)
    return .number(isTooLong ? Int64.max : product, from: origin)
  }

  // MARK: - Reports

  private func reportSuccessThreshold(of main: Field) {
    guard let threshold = main.probe.successThreshold, threshold.value > 1 else { return }
    context.reportImpossible(
      .lossProbeSuccessThresholdIgnored,
      "container '\(context.container)': a module counts as healthy after one success, not \(threshold.value)",
      at: threshold.node, help: "remove successThreshold")
  }

  private func reportStart(_ what: String) {
    context.decoding.report(
      .lossStartupProbeApproximated,
      "container '\(context.container)': the startupProbe \(what)", at: source.key("startupProbe"),
      help: "let the program end itself when it cannot start, so that its restart policy counts")
  }

  private func reportNotActedOn(_ field: StaticString) {
    // Whoever judges the input judges createOptions, too.
    guard !context.options.isJudging else { return }
    context.decoding.report(
      .healthcheckNotActedOn,
      "container '\(context.container)': IoT Edge does not act on the health of a module, nothing restarts it",
      at: source.key(field), severity: .warning,
      help: "let the program end itself when it is not well, so that its restart policy counts")
  }
}

extension StaticString {
  fileprivate func hasSameText(as other: StaticString) -> Bool { "\(self)" == "\(other)" }
}
