import EdgeDiagnostics
import EdgeLint
import EdgeModel
import EdgeSyntax
import EdgeTestSupport
import Testing

/// What decides which findings are told.
@Suite struct PointerPatternTests {
  @Test(arguments: [
    ("/a/b", "/a/b", true), ("/a/b", "/a/b/c", false), ("/a/*", "/a/b", true),
    ("/a/*", "/a/b/c", false), ("/**/password", "/x/y/password", true),
    ("/**/password", "/password", true), ("/a/**", "/a/b/c", true), ("/**", "/a", true),
    ("/data/*#/HostConfig/Binds/*", "/data/createOptions#/HostConfig/Binds/0", true),
    ("/data/**", "/data/createOptions#/HostConfig/Binds/0", true),
    ("/a~1b/*", "/a~1b/c", true), ("/a/*", "/b/c", false),
  ])
  func matches(_ pattern: String, _ pointer: String, _ expected: Bool) throws {
    #expect(try #require(PointerPattern(pattern)).matches(pointer) == expected)
  }

  @Test func aPatternBeginsAtTheRoot() {
    #expect(PointerPattern("password") == nil)
  }
}

@Suite struct RulePolicyTests {
  private let rule = RuleInfo.agentSchemaVersion

  private func settings(
    select: [String]? = nil, ignore: [String] = [],
    levels: [(String, RuleSettings.Level)] = []
  ) throws -> RuleSettings {
    var settings = RuleSettings()
    settings.select = try select?.map { try #require(RuleSelector($0)) }
    settings.ignore = try ignore.map { try #require(RuleSelector($0)) }
    settings.levels = try levels.map { (try #require(RuleSelector($0.0)), $0.1) }
    return settings
  }

  private var finding: Diagnostic { Diagnostic(rule, "m", at: nil) }

  @Test(arguments: ["agent-schema-version", "agent-*", "agent", "all", "default"])
  func aRuleAnswersToItsNames(_ name: String) throws {
    let policy = RulePolicy(try settings(select: [name]))
    #expect(policy.rules.contains { $0.name == rule.name })
    #expect(
      !RulePolicy(try settings(ignore: [name])).rules.contains { $0.name == rule.name })
  }

  @Test func anUnknownNameIsNoSelector() {
    #expect(RuleSelector("agent-schema-versio") == nil)
    #expect(RuleSelector.advice(for: "agent-schema-versio").contains("agent-schema-version"))
  }

  @Test func theLastOverrideOfAFileCounts() throws {
    let policy = RulePolicy(
      try settings(),
      overrides: [
        .init(paths: [Glob("dev/**")], settings: try settings(ignore: ["agent"])),
        .init(
          paths: [Glob("dev/strict/**")],
          settings: try settings(levels: [("agent-schema-version", .info)])),
      ])
    #expect(policy.policy(for: "prod/a.json").severity(of: finding) == .error)
    #expect(policy.policy(for: "dev/a.json").severity(of: finding) == nil)
    #expect(policy.policy(for: "dev/strict/a.json").severity(of: finding) == .info)
    #expect(policy.rules.contains { $0.name == rule.name })
  }

  @Test func offSwitchesARuleOff() throws {
    let policy = RulePolicy(try settings(levels: [("all", .off), ("agent", .warning)]))
    #expect(policy.rules.map(\.info.group).allSatisfy { $0 == "agent" })
    #expect(policy.policy(for: "a").severity(of: finding) == .warning)
  }
}

@Suite struct ProjectConfigurationTests {
  private func read(_ text: String) -> (settings: ProjectConfiguration, problems: [String]) {
    let sources = SourceManager()
    let source = sources.add(name: ".edgekit.yaml", bytes: Array(text.utf8))
    let context = DecodingContext(sources: sources)
    let documents = DocumentReader.read(source, in: sources, reporting: &context.sink)
    let settings = ProjectConfiguration(documents.first, context)
    return (
      settings,
      context.sink.diagnostics.map { diagnostic in
        let place = diagnostic.range.map { sources.position(of: $0.start, in: source) }
        return "\(place?.line ?? 0):\(place?.column ?? 0): \(diagnostic.message)"
      }
    )
  }

  @Test func everythingCanBeSaid() {
    let (settings, problems) = read(
      """
      version: 1
      runtime: "1.5"
      files: ["edge/**/*.yaml", "deploy/*.json"]
      exclude: ["**/testdata/**"]
      lint:
        select: [default]
        ignore: [privileged-enabled]
        severity: {agent-schema-version: warning}
        fail-on: warning
        require-suppression-reason: true
        device-profile: locked-down
        overrides:
        - paths: ["deploy/dev/**"]
          ignore: [agent]
        ignores:
        - rule: privileged-enabled
          path: deploy/legacy.json
          at: "/**/HostConfig/Privileged"
          reason: serial port
      convert: {shape: configuration, chunk: 512}
      variables:
        env-files: [ci.env]
        required: [TAG]
        secret: ["*_PASSWORD"]
      diff:
        exclude: ["/**/modules/*/version"]
      """)
    #expect(problems.isEmpty)
    #expect(settings.runtime == .v1_5)
    #expect(settings.files == ["edge/**/*.yaml", "deploy/*.json"])
    #expect(settings.exclusions == ["**/testdata/**"])
    #expect(settings.lint.failOn?.value == "warning")
    #expect(settings.lint.requiresSuppressionReason)
    #expect(settings.lint.deviceProfile == .lockedDown)
    #expect(settings.lint.overrides.count == 1)
    #expect(settings.lint.ignores.map(\.reason) == ["serial port"])
    #expect(settings.convert.shape?.value == "configuration")
    #expect(settings.convert.chunk?.value == "512")
    #expect(settings.variables.required == ["TAG"])
    #expect(settings.variables.secret == ["*_PASSWORD"])
    #expect(settings.diffExclusions == ["/**/modules/*/version"])
  }

  @Test(arguments: [
    ("lint: {}", "1:1: 'version' is missing"),
    ("version: 2", "1:10: version 2 of the configuration is not known"),
    ("version: 1\nlint: {selct: [all]}", "2:8: unknown field 'selct' in 'lint'"),
    ("version: 1\nlint: {select: [agnt]}", "2:17: there is no rule 'agnt'"),
    ("version: 1\nruntime: 1.4", "2:10: unknown value '1.4' of 'runtime'"),
    (
      "version: 1\nlint: {overrides: [{ignore: [agent]}]}", "2:21: 'paths' is missing"
    ),
    (
      "version: 1\nlint: {ignores: [{rule: agent-schema-version, path: a, at: x}]}",
      "2:60: 'x' is no pointer pattern"
    ),
    ("- 1", "1:1: the configuration must be a mapping, not a list"),
  ])
  func mistakesHaveTheirPlace(_ text: String, _ problem: String) {
    #expect(read(text).problems == [problem])
  }

  @Test func anEmptyFileSaysNothing() {
    #expect(read("# nothing yet\n").problems.isEmpty)
  }
}

@Suite struct SuppressionTests {
  /// The findings of a rule of the test's own, at each `⟦…⟧`, that are left.
  private func left(_ marked: String, requiresReason: Bool = false) -> [String] {
    let text = MarkedText(marked)
    let sources = SourceManager()
    let source = sources.add(name: "a.yaml", bytes: text.bytes)
    var sink = DiagnosticSink()
    let documents = DocumentReader.read(source, in: sources, reporting: &sink)
    for range in text.ranges {
      sink.report(
        Diagnostic(
          .agentSchemaVersion, "found",
          at: SourceRange(
            source: source, start: UInt32(range.lowerBound), end: UInt32(range.upperBound))))
    }
    Suppressions(files: [(source, documents)], sources: sources).apply(
      to: &sink, sources: sources, isEnabled: { _ in true }, requiresReason: requiresReason)
    return sink.diagnostics.filter { $0.suppression == nil }.map { diagnostic in
      let start = diagnostic.range.map { sources.position(of: $0.start, in: source) }
      return "\(start?.line ?? 0):\(start?.column ?? 0): \(diagnostic.message)"
    }
  }

  @Test func aTrailingCommentCoversItsLine() {
    #expect(
      left(
        """
        a: ⟦1⟧ # edgekit: ignore[agent-schema-version] known
        b: ⟦2⟧
        """) == ["2:4: found"])
  }

  @Test func aCommentAboveCoversTheMemberBelow() {
    #expect(
      left(
        """
        # edgekit: ignore[agent-schema-version]
        a:
          b: ⟦1⟧
          c: [⟦2⟧]
        d: ⟦3⟧
        """) == ["5:4: found"])
  }

  @Test func aCommentAboveAnItemCoversTheItem() {
    #expect(
      left(
        """
        a:
        # edgekit: ignore[agent-schema-version]
        - b: 0
          c: ⟦1⟧
        - b: ⟦2⟧
        """) == ["5:6: found"])
    #expect(
      left(
        """
        a:
        - # edgekit: ignore[agent-schema-version]
          b: ⟦0⟧
          c: ⟦1⟧
        """
      ).isEmpty)
  }

  @Test func stackedCommentsAddUp() {
    #expect(
      left(
        """
        # edgekit: ignore[privileged-enabled]
        # edgekit: ignore[agent-schema-version]
        a: ⟦1⟧
        """) == ["1:19: nothing here breaks 'privileged-enabled'"])
  }

  @Test func aCommentAtTheTopCoversTheFile() {
    #expect(
      left(
        """
        # edgekit: ignore-file[agent-schema-version] of another team
        a: ⟦1⟧
        b: ⟦2⟧
        """
      ).isEmpty)
  }

  @Test func commentsOfJSONCount() {
    #expect(
      left(
        """
        {
          "a": ⟦1⟧, // edgekit: ignore[agent-schema-version] known
          /* edgekit: ignore[agent-schema-version] */
          "b": {"c": ⟦2⟧},
          "d": ⟦3⟧
        }
        """
      ).filter { $0.hasSuffix("found") } == ["5:8: found"])
  }

  @Test func textIsNoComment() {
    #expect(
      left(
        """
        a: "# edgekit: ignore[agent-schema-version]"
        b: |  # edgekit: ignore[agent-schema-version] the header is no text
          ⟦x⟧
        c: ⟦1⟧
        """) == ["3:3: found", "4:4: found", "2:25: nothing here breaks 'agent-schema-version'"])
  }

  @Test func anAnnotationCoversItsObject() {
    #expect(
      left(
        """
        metadata:
          annotations: {edgekit/ignore-agent-schema-version: known}
        spec: ⟦1⟧
        ---
        spec:
          template:
            metadata:
              annotations:
                edgekit/ignore-agent-schema-version: ""
            spec: ⟦2⟧
          other: ⟦3⟧
        """, requiresReason: true)
        == ["11:10: found", "9:9: the suppression of 'agent-schema-version' gives no reason"])
  }

  @Test func anUnknownNameIsTold() {
    #expect(
      left("a: 1 # edgekit: ignore[agent-schema]")
        == ["1:24: there is no rule 'agent-schema'"])
  }
}

@Suite struct BaselineTests {
  private func sink(_ texts: [String]) -> (DiagnosticSink, SourceManager) {
    let sources = SourceManager()
    var sink = DiagnosticSink()
    for text in texts {
      let source = sources.add(name: "\(text).yaml", bytes: Array(text.utf8))
      sink.report(
        Diagnostic(
          .agentSchemaVersion, "found",
          at: SourceRange(source: source, start: 0, end: UInt32(text.utf8.count)), pointer: "/a"))
    }
    return (sink, sources)
  }

  private func applied(_ baseline: Baseline, to texts: [String]) -> (left: Int, stale: Int) {
    var (sink, sources) = sink(texts)
    let stale = baseline.apply(to: &sink, sources: sources)
    return (sink.diagnostics.count { $0.suppression == nil }, stale.count)
  }

  @Test func asManyAreHiddenAsWereRecorded() {
    let (sink, sources) = sink(["x", "x", "y"])
    let baseline = Baseline(of: sink, sources: sources)
    #expect(baseline.findingCount == 3)
    #expect(applied(baseline, to: ["x", "x", "y"]) == (0, 0))
    #expect(applied(baseline, to: ["x", "x", "x", "y"]) == (1, 0))
    #expect(applied(baseline, to: ["x", "z"]) == (1, 2))
  }

  @Test func itReadsWhatItWrites() throws {
    let (sink, sources) = sink(["x", "x", "y"])
    let baseline = Baseline(of: sink, sources: sources)
    let file = sources.add(name: "b.json", bytes: baseline.json)
    var problems = DiagnosticSink()
    let root = try #require(
      DocumentReader.read(file, in: sources, reporting: &problems).first)
    #expect(Baseline(root) == baseline)
  }

  @Test func itOnlyShrinks() {
    let (old, oldSources) = sink(["x", "y"])
    let (new, newSources) = sink(["x", "x", "z"])
    let limited = Baseline(of: new, sources: newSources)
      .limited(to: Baseline(of: old, sources: oldSources))
    #expect(limited.findingCount == 1)
  }
}
