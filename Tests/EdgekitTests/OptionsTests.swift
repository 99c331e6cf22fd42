import EdgeDiagnostics
import SystemPackage
import Testing

@testable import edgekit

@Suite struct OptionsTests {
  @Test(arguments: ["json", "yaml", "sarif", "wide", "table", "name"])
  func formatsAreNoFiles(_ name: String) {
    #expect(throws: UsageError.self) { try OutputTarget(name, formats: []) }
  }

  @Test func theGuardProposesWhatExists() {
    let message = "-o takes a file, and 'json' looks like a format"
    #expect(throws: UsageError(message, advice: "for a file of that name write -o ./json")) {
      try OutputTarget("json", formats: [])
    }
    #expect(
      throws: UsageError(
        message, advice: "did you mean --format json? For a file of that name write -o ./json")
    ) {
      try OutputTarget("json", formats: ["text", "json"])
    }
  }

  @Test(arguments: ["./json", "json.json", "dir/json", "deployment"])
  func othersAreFiles(_ name: String) throws {
    guard case .file = try OutputTarget(name, formats: []) else {
      Issue.record("'\(name)' is a file")
      return
    }
  }

  @Test func slashesAndFoldersAreFolders() throws {
    for name in ["out/", "/"] {
      guard case .folder = try OutputTarget(name, formats: []) else {
        Issue.record("'\(name)' is a folder")
        return
      }
    }
    for output in [nil, "-"] {
      guard case .standardOutput = try OutputTarget(output, formats: []) else {
        Issue.record("standard output")
        return
      }
    }
  }

  @Test(arguments: ["text", "=x", "text=", "jsn=x", "text=-"])
  func reportsNeedFormatAndPath(_ text: String) {
    #expect(throws: UsageError.self) { try ReportTarget(text) }
  }

  @Test func reportPathsMayHoldEqualSigns() throws {
    let target = try ReportTarget("text=a=b.txt")
    #expect(target.path == "a=b.txt")
  }

  private static func sink(_ found: [(String, Severity)]) -> DiagnosticSink {
    var sink = DiagnosticSink()
    for (name, severity) in found {
      let rule = RuleInfo(name, severity, "", explanation: "", source: "")
      sink.report(Diagnostic(rule, "x", at: nil))
    }
    return sink
  }

  @Test(arguments: [
    (Severity?.none, FailureThreshold.info, edgekit.ExitStatus.done),
    (.info, .info, .findings), (.info, .warning, .done),
    (.warning, .error, .done), (.warning, .warning, .findings),
    (.error, .error, .findings), (.error, .never, .done),
  ])
  func thresholds(severity: Severity?, threshold: FailureThreshold, expected: edgekit.ExitStatus) {
    let sink = Self.sink(severity.map { [("x", $0)] } ?? [])
    var policy = DiagnosticPolicy(threshold: threshold)
    #expect(policy.status(of: sink) == expected)
    policy.neverFails = true
    #expect(policy.status(of: sink) == .done)
  }

  @Test func strictnessRaisesWarningsAndLosses() {
    let found: [(String, Severity)] = [
      ("loss-field-dropped", .info), ("image-latest", .warning), ("vk-orphan", .info),
    ]
    var sink = Self.sink(found)
    DiagnosticPolicy().apply(to: &sink)
    #expect(sink.diagnostics.map(\.severity) == [.info, .warning, .info])
    DiagnosticPolicy(isStrict: true).apply(to: &sink)
    #expect(sink.diagnostics.map(\.severity) == [.error, .error, .info])
  }
}
