import EdgeDiagnostics
import Testing

/// What keeps a finding the same from one run to the next.
@Suite struct FingerprintTests {
  private func fingerprints(_ report: DiagnosticReport) -> [String] {
    render(report, as: .json).split(separator: "\n").filter { $0.contains("\"fingerprint\"") }
      .map { String($0.split(separator: "\"")[3]) }
  }

  @Test func isTwelveHexadecimalDigits() throws {
    let fingerprint = try #require(fingerprints(SampleReport.marking("a: ⟦1⟧")).first)
    #expect(fingerprint.count == 12)
    #expect(fingerprint.allSatisfy { "0123456789abcdef".contains($0) })
  }

  @Test func linesAboveAndFileNamesDoNotCount() {
    let fingerprint = fingerprints(SampleReport.marking("a: ⟦1⟧"))
    #expect(
      fingerprints(SampleReport.marking("# new\nb: 2\na:   ⟦1⟧", name: "b.yaml")) == fingerprint)
    #expect(fingerprints(SampleReport.marking("a: ⟦2⟧")) != fingerprint)
  }

  @Test func pointerSubjectAndRuleCount() {
    var sample = SampleReport()
    let range = sample.add("a.yaml", "⟦x⟧")[0]
    let other = SampleReport.rule("other-rule", .error)
    sample.diagnostics = [
      Diagnostic(SampleReport.rule, "m", at: range),
      Diagnostic(other, "m", at: range),
      Diagnostic(SampleReport.rule, "m", at: range, pointer: "/a"),
      Diagnostic(SampleReport.rule, "m", at: range, subject: "/a"),
    ]
    #expect(Set(fingerprints(sample.report)).count == 4)
  }

  @Test func equalOnesAreCounted() {
    var sample = SampleReport()
    let ranges = sample.add("a.yaml", "⟦x⟧ ⟦x⟧ ⟦x⟧")
    sample.diagnostics = ranges.map { Diagnostic(SampleReport.rule, "m", at: $0) }
    let all = fingerprints(sample.report)
    #expect(Set(all).count == 3)
    sample.diagnostics.removeLast()
    #expect(fingerprints(sample.report) == Array(all.prefix(2)))
  }
}
