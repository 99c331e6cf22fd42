import EdgeDiagnostics
import Testing

/// The template or file that a piped document was rendered from.
@Suite struct OriginTests {
  private func origins(_ marked: String) -> [String] {
    var sample = SampleReport()
    sample.diagnostics = sample.add("-", marked).map { Diagnostic(SampleReport.rule, "m", at: $0) }
    return render(sample.report, as: .json).split(separator: "\n").compactMap { line in
      guard line.contains("\"origin\": ") else { return nil }
      return line.contains("null") ? "null" : String(line.split(separator: "\"")[3])
    }
  }

  @Test func helmCommentStandsBelowTheSeparator() {
    #expect(
      origins("---\r\n# Source: a/b.yaml\r\nkind: ⟦A⟧\r\n---\r\nkind: ⟦B⟧\r\n") == [
        "a/b.yaml", "null",
      ])
    #expect(origins("# Source: a.yaml\nkind: ⟦A⟧\n") == ["a.yaml"])
    #expect(origins("---\n\n# other\n# Source: a.yaml\n⟦kind⟧: A\n") == ["a.yaml"])
  }

  @Test func commentsFurtherDownSayNothing() {
    #expect(origins("---\nkind: A\n# Source: a.yaml\nb: ⟦1⟧\n") == ["null"])
    #expect(origins("---\n# Source:\n⟦kind⟧: A\n") == ["null"])
  }

  @Test func kustomizeAnnotationNamesThePath() {
    #expect(
      origins(
        """
        kind: ⟦A⟧
        metadata:
          annotations:
            config.kubernetes.io/origin: |
              path: base/a.yaml
              repo: https://example.com/b
          name: ⟦a⟧
        ---
        metadata:
          annotations:
            config.kubernetes.io/origin: |
          path: ⟦no⟧
        """) == ["base/a.yaml", "base/a.yaml", "null"])
  }

  @Test func endsOfTheTextAreReached() {
    #expect(origins("⟦⟧") == ["null"])
    #expect(origins("---\n# Source: a.yaml\nkind: A\n⟦⟧") == ["a.yaml"])
    #expect(origins("kind: A\n---⟦⟧") == ["null"])
  }
}
