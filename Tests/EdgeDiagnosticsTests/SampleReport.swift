import EdgeDiagnostics
import EdgeTestSupport

/// Builds reports from marked texts.
struct SampleReport {
  let sources = SourceManager()
  var diagnostics: [Diagnostic] = []
  var files: [String] = []
  var rules: [RuleInfo] = []

  static let rule = RuleInfo(
    "sample-rule", .error, "sample", explanation: "A rule of the tests.", source: "edgekit")

  /// A rule with a name of its own.
  static func rule(_ name: String, _ severity: Severity) -> RuleInfo {
    RuleInfo(name, severity, "sample", explanation: "A rule of the tests.", source: "edgekit")
  }

  /// Adds a file and gives the ranges that are marked in it.
  mutating func add(_ name: String, _ marked: String) -> [SourceRange] {
    files.append(name)
    return Self.add(name, MarkedText(marked), to: sources)
  }

  /// Adds a text whose lines stand, indented, in another source, as those of a literal block do.
  mutating func addEmbedded(
    _ name: String, _ marked: String, in parent: SourceRange, indentation: Int
  ) -> [SourceRange] {
    let text = MarkedText(marked)
    let sources = sources
    let origin = Source.Origin(range: parent) {
      var map = OriginMap()
      var (decoded, offset) = (UInt32(0), parent.start)
      // The text of a scalar begins below its header.
      if sources[parent.source].bytes[Int(offset)] == UInt8(ascii: "|") { offset += 2 }
      for line in text.text.split(separator: "\n", omittingEmptySubsequences: false) {
        offset += UInt32(indentation)
        map.appendRun(decoded: decoded, parent: parent.source, offset: offset)
        decoded += UInt32(line.utf8.count) + 1
        offset += UInt32(line.utf8.count) + 1
      }
      return map
    }
    return Self.add(name, text, to: sources, origin: origin)
  }

  private static func add(
    _ name: String, _ text: MarkedText, to sources: SourceManager, origin: Source.Origin? = nil
  ) -> [SourceRange] {
    let id = sources.add(name: name, bytes: text.bytes, origin: origin)
    return text.ranges.map {
      SourceRange(source: id, start: UInt32($0.lowerBound), end: UInt32($0.upperBound))
    }
  }

  var report: DiagnosticReport {
    DiagnosticReport(
      diagnostics: diagnostics, sources: sources, files: files,
      tool: ToolInfo(name: "edgekit", version: "1.0.0", runtime: "1.6"), rules: rules)
  }

  /// One diagnostic about the first mark of a text, with a label at each further one.
  static func marking(_ marked: String, name: String = "a.yaml") -> DiagnosticReport {
    var sample = SampleReport()
    let ranges = sample.add(name, marked)
    sample.diagnostics = [
      Diagnostic(
        rule, "a message", at: ranges.first,
        labels: ranges.dropFirst().enumerated().map { .init("label \($0 + 1)", at: $1) })
    ]
    return sample.report
  }
}

extension SampleReport {
  /// The report of the snapshots: every kind of place that there is.
  static var everything: DiagnosticReport {
    var sample = SampleReport()
    sample.addRoutes()
    sample.addConfigMap()
    sample.addPlaces()
    sample.addRendered()
    sample.addWholeRun()
    sample.addFixes()
    sample.addSuppressed()
    sample.addClean()
    return sample.report
  }

  private mutating func addRoutes() {
    let ranges = add(
      "edge/routes.json",
      """
      {
        "routes": {
          ⟦"alerts"⟧: "FROM /messages/* INTO $upstream ⟦WHERE $body.temp > 70⟧",
          ⟦"alerts"⟧: "FROM /messages/* INTO $upstream"
        }
      }

      """)
    diagnostics += [
      Diagnostic(
        Self.rule("route-trailing-text", .error), "text after the sink is ignored by edgeHub",
        at: ranges[1], pointer: "/routes/alerts", subject: "route alerts",
        labels: [.init("never evaluated", at: ranges[1])], help: "put the condition before INTO"),
      Diagnostic(
        Self.rule("json-duplicate-key", .error), "key 'alerts' is given twice", at: ranges[2],
        pointer: "/routes/alerts", labels: [.init("first given here", at: ranges[0])],
        help: "keep one of the two; readers silently take the last"),
    ]
    // The same thing found twice is told once.
    diagnostics.append(diagnostics[0])
  }

  private mutating func addConfigMap() {
    let file = add(
      "edge/sensor.yaml",
      """
      kind: ConfigMap
      data:
        createOptions: |
      ⟦    {
            "HostConfig": {
              "Binds": ["/var/run:/run", "data"]
            }
          }
      ⟧
      """)
    let inner = addEmbedded(
      "data[\"createOptions\"]",
      """
      {
        "HostConfig": {
          "Binds": ["/var/run:/run", ⟦"data"⟧]
        }
      }
      """, in: file[0], indentation: 4)
    diagnostics.append(
      Diagnostic(
        Self.rule("bind-format", .warning), "bind 'data' has no target", at: inner[0],
        pointer: "/data/createOptions#/HostConfig/Binds/1", subject: "module sensor",
        help: "write 'data:/path/in/container'"))
  }

  private mutating func addPlaces() {
    let tab = add("places/tab.yaml", "a:\n⟦\t⟧b: 1\n\tc:\t⟦1⟧\n")
    let wide = add("places/wide.yaml", "名前: 温度センサー 👩‍🔧 e\u{301} ⟦値⟧ ! # ⟦コメント⟧\n")
    let end = add("places/end.yaml", "a: \"open\n⟦⟧")
    let empty = add("places/empty.yaml", "a: ⟦⟧{\r\nb: 1\r\n")
    let lines = add("places/lines.yaml", "a:\n  ⟦b:\n    - 1\n\n    - 2⟧\n")
    diagnostics += [
      Diagnostic(Self.rule("yaml-tab-indent", .error), "a tab is used as indentation", at: tab[0]),
      Diagnostic(Self.rule, "a value behind a tab", at: tab[1]),
      Diagnostic(
        Self.rule, "wide characters", at: wide[0], labels: [.init("comment", at: wide[1])]),
      Diagnostic(Self.rule, "the text ends inside a quoted string", at: end[0]),
      Diagnostic(Self.rule, "expected a value here", at: empty[0]),
      Diagnostic(Self.rule, "a range of several lines", at: lines[0], severity: .info),
    ]
  }

  private mutating func addRendered() {
    let helm = add(
      "-",
      """
      ---
      # Source: chart/templates/a.yaml
      kind: ⟦A⟧
      ---
      kind: B
      metadata:
        annotations:
          config.kubernetes.io/origin: |
            path: base/b.yaml
        name: ⟦b⟧
      ---
      kind: ⟦C⟧

      """)
    diagnostics += [
      Diagnostic(Self.rule, "rendered by helm", at: helm[0], severity: .info),
      Diagnostic(Self.rule, "rendered by kustomize", at: helm[1], severity: .info),
      Diagnostic(Self.rule, "rendered by nobody", at: helm[2], severity: .info),
    ]
  }

  private mutating func addFixes() {
    let plain = add("fixes/annotation.yaml", "metadata:\n  annotations:\n    priority: ⟦10⟧\n")
    let whole = add(
      "fixes/map.yaml",
      """
      data:
        createOptions: ⟦|
          {"HostConfig": {"Privileged": true,
            "AutoRemove": true}}
      ⟧
      """)
    let inner = addEmbedded(
      "data[\"createOptions\"]",
      "{\"HostConfig\": {\"Privileged\": true⟦,\n  ⟧\"AutoRemove\": ⟦true⟧}}", in: whole[0],
      indentation: 4)
    diagnostics += [
      Diagnostic(
        Self.rule("vk-annotation-not-string", .error), "annotation 'priority' must be a string",
        at: plain[0], pointer: "/metadata/annotations/priority",
        help: "put it in quotes",
        fix: Fix(
          "quote the value",
          edits: [
            Fix.Edit(plain[0], "\"10\""),
            Fix.Edit(SourceRange(source: plain[0].source, start: 0, end: 0), "# a \"b\" & <c>\n"),
          ])),
      Diagnostic(
        Self.rule("auto-remove", .info), "the container goes away when it ends", at: inner[1],
        fix: Fix("keep it", .unsafe, edits: [Fix.Edit(inner[1], "false")])),
      // Nobody can say what this edit would be in the file.
      Diagnostic(
        Self.rule("auto-remove", .info), "members on two lines", at: inner[0],
        fix: Fix("join them", edits: [Fix.Edit(inner[0], ", ")])),
    ]
  }

  private mutating func addSuppressed() {
    let ranges = add("seen.yaml", "a: ⟦1⟧\nb: ⟦2⟧\nc: ⟦3⟧\nd: ⟦4⟧\n")
    let suppressions = [
      Suppression(.inline, reason: "targeted by hand during the \"pilot\""),
      Suppression(.annotation),
      Suppression(.configuration, reason: "rotated daily"), Suppression(.baseline),
    ]
    for (range, suppression) in zip(ranges, suppressions) {
      var diagnostic = Diagnostic(Self.rule, "somebody has seen this", at: range)
      diagnostic.suppression = suppression
      diagnostics.append(diagnostic)
    }
  }

  private mutating func addClean() {
    _ = add("clean/100% <a & b>.yaml", "a: 1\n")
    rules = [
      Self.rule,
      RuleInfo(
        "off-rule", .info, "one that nobody breaks", explanation: "Only when asked for.",
        source: "edgekit", isOffByDefault: true),
    ]
  }

  private mutating func addWholeRun() {
    diagnostics.append(
      Diagnostic(
        Self.rule("no-input", .warning), "nothing in the 8 files is a\tdeployment", at: nil,
        subject: "the run", help: "name a file with a deployment"))
  }
}
