import EdgeConvert
import EdgeDiagnostics
import EdgeSyntax
import Foundation
import Testing

/// What becomes of probes, hooks and shared processes under the options that allow more.
@Suite struct ProcessOptionTests {
  private struct Converted {
    /// createOptions by module.
    var bodies: [String: String] = [:]
    /// Rule and severity of each diagnostic, in order.
    var reports: [String] = []
  }

  /// Converts a pod with the fields of its spec.
  private static func convert(
    _ spec: String, _ change: (inout PodOptions) -> Void
  ) throws -> Converted {
    let text = """
      apiVersion: v1
      kind: Pod
      metadata:
        name: line-a
        labels: {app: line-a}
        annotations: {isEdgeDeployment: "true", targetCondition: "tags.line='a'", priority: "10"}
      spec:

      """
    var options = ConversionOptions()
    options.shape = .configuration
    change(&options.pods)
    let sources = SourceManager()
    let source = sources.add(name: "pod.yaml", bytes: Array((text + spec).utf8))
    var sink = DiagnosticSink()
    let documents = DocumentReader.read(source, in: sources, reporting: &sink)
    let result = Conversion.run(documents, options: options, sources: sources)
    var converted = Converted()
    converted.reports = (sink.diagnostics + result.sink.diagnostics)
      .sorted { ($0.range?.start ?? 0, $0.rule.name) < ($1.range?.start ?? 0, $1.rule.name) }
      .map { "\($0.rule.name) \($0.severity)" }
    guard let document = result.documents.first else { return converted }
    struct Configuration: Decodable {
      struct Content: Decodable { var modulesContent: [String: [String: Desired]] }
      struct Desired: Decodable { var modules: [String: Module]? }
      struct Module: Decodable { var settings: [String: String] }
      var content: Content
    }
    let manifest = try JSONDecoder().decode(Configuration.self, from: Data(document.bytes))
    let desired = manifest.content.modulesContent["$edgeAgent"]?["properties.desired"]
    converted.bodies = desired?.modules?.compactMapValues { $0.settings["createOptions"] } ?? [:]
    return converted
  }

  @Test func probesBecomeCommandsWithTools() throws {
    let converted = try Self.convert(
      """
        containers:
        - name: api
          image: example.io/api:1
          ports: [{name: http, containerPort: 8080}]
          livenessProbe:
            httpGet: {path: /healthz, port: http, httpHeaders: [{name: X-Probe, value: edge}]}
          readinessProbe:
            tcpSocket: {port: http}
      """
    ) { $0.probesWithTools = true }
    #expect(
      converted.bodies["api"] == #"""
        {"ExposedPorts":{"8080/tcp":{}},"Healthcheck":{"Interval":10000000000,"Retries":3,"Test":\#
        ["CMD-SHELL","curl -f -H 'X-Probe: edge' http://localhost:8080/healthz || exit 1"],\#
        "Timeout":1000000000}}
        """#)
    #expect(
      converted.reports == [
        "healthcheck-not-acted-on warning", "loss-probe-needs-tool warning",
        "loss-readiness-probe-unsupported warning",
      ])
  }

  @Test(arguments: [
    ("httpGet: {port: 80}", "curl -f http://localhost:80/"),
    (
      "httpGet: {port: 443, scheme: HTTPS, host: fd00::1, path: ok}",
      "curl -f 'https://[fd00::1]:443/ok'"
    ),
    ("httpGet: {port: 80, path: /a?b=$(c)&d}", "curl -f 'http://localhost:80/a?b=$(c)&d'"),
    (
      "httpGet: {port: 80, httpHeaders: [{name: A, value: it's}]}",
      #"curl -f -H 'A: it'\\''s' http://localhost:80/"#
    ),
    (#"httpGet: {port: "81"}"#, "curl -f http://localhost:81/"),
    ("tcpSocket: {port: web}", "nc -z -v localhost 8080"),
    ("tcpSocket: {port: 5432, host: db}", "nc -z -v db 5432"),
  ])
  func commandLinesAreQuoted(_ handler: String, _ line: String) throws {
    let converted = try Self.convert(
      """
        containers:
        - name: api
          image: example.io/api:1
          ports: [{name: web, containerPort: 8080}]
          livenessProbe: {\(handler)}
      """
    ) { $0.probesWithTools = true }
    #expect(converted.bodies["api"]?.contains("\"\(line) || exit 1\"") == true)
  }

  @Test func aPortMustBeKnown() throws {
    let converted = try Self.convert(
      """
        containers:
        - name: api
          image: example.io/api:1
          ports: [{name: web, containerPort: 8080}]
          livenessProbe: {tcpSocket: {port: wep}}
      """
    ) { $0.probesWithTools = true }
    #expect(converted.reports == ["probe-port-unknown error"])
  }

  @Test func readinessBecomesHealth() throws {
    let spec = """
        containers:
        - name: api
          image: example.io/api:1
          readinessProbe: {exec: {command: [/bin/ready]}, initialDelaySeconds: 7}
      """
    let converted = try Self.convert(spec) { $0.usesReadinessAsHealth = true }
    #expect(
      converted.bodies["api"] == """
        {"Healthcheck":{"Interval":10000000000,"Retries":3,"StartPeriod":7000000000,\
        "Test":["CMD","/bin/ready"],"Timeout":1000000000}}
        """)
    #expect(converted.reports == ["healthcheck-not-acted-on warning"])
    #expect(try Self.convert(spec) { _ in }.bodies["api"] == "{}")
  }

  @Test func modulesJoinTheProcessesOfTheFirst() throws {
    let converted = try Self.convert(
      """
        shareProcessNamespace: true
        containers:
        - {name: one, image: "example.io/one:1"}
        - {name: two, image: "example.io/two:1"}
      """
    ) { $0.sharesProcesses = true }
    #expect(converted.bodies["one"] == "{}")
    #expect(converted.bodies["two"] == #"{"HostConfig":{"PidMode":"container:one"}}"#)
    #expect(converted.reports == [])
  }

  @Test func lossesThatAreAllowedAreWarnings() throws {
    let converted = try Self.convert(
      """
        containers:
        - name: x
          image: example.io/x:1
          env: [{name: NODE, valueFrom: {fieldRef: {fieldPath: spec.nodeName}}}]
          lifecycle: {preStop: {exec: {command: [/bin/flush]}}}
          readinessProbe: {exec: {command: [/bin/ready]}}
          livenessProbe: {grpc: {port: 9000}}
      """
    ) { $0.allowsLoss = true }
    #expect(converted.bodies["x"] == "{}")
    #expect(
      converted.reports == [
        "field-ref-unsupported warning", "lifecycle-hook-unsupported warning",
        "loss-readiness-probe-unsupported warning", "grpc-probe-unsupported warning",
      ])
  }

  @Test func variablesMayNotContradictCreateOptions() throws {
    let spec = """
        containers:
        - name: x
          image: example.io/x:1
          env: [{name: A, value: "1"}, {name: B, value: "2"}, {name: C, value: "3"}, {name: D, value: "4"}]
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: x}
      data:
        createOptions: '{"Env":["A=1","B=20"]}'
        env: '{"C":"3","D":"40"}'
      """
    let strict = try Self.convert(spec) { $0.refusesConflicts = true }
    #expect(
      strict.reports == ["env-shadowed info", "merge-conflict error", "merge-conflict error"])
    let lenient = try Self.convert(spec) { _ in }
    #expect(lenient.reports == ["env-shadowed info", "env-shadowed info"])
    #expect(lenient.bodies["x"] == #"{"Env":["A=1","B=20"]}"#)
  }
}
