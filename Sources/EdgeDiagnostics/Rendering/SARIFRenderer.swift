/// One log in SARIF 2.1.0, as code scanning services and viewers read it.
///
/// No snippets: a line that is pointed at may hold a password.
///
/// Source: OASIS Static Analysis Results Interchange Format 2.1.0; GitHub, "SARIF support for code
/// scanning".
struct SARIFRenderer: DiagnosticRenderer {
  static let summary = "SARIF 2.1.0, for code scanning"

  /// What relative names are relative to.
  private static let root = "%SRCROOT%"

  private let report: ResolvedReport
  private let ruleIndices: [String: Int]
  /// Either every result of a run says whether it is suppressed, or none does.
  private let tellsSuppressions: Bool

  init(_ report: ResolvedReport, _ options: RenderingOptions) {
    self.report = report
    ruleIndices = Dictionary(
      uniqueKeysWithValues: report.rules.enumerated().map { ($1.name, $0) })
    tellsSuppressions = report.everything.contains { $0.suppression != nil }
  }

  var rendered: String {
    let schema =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
    return ReportValue.object([
      ("$schema", .string(schema)),
      ("version", .string("2.1.0")),
      ("runs", .list([run])),
    ]).text
  }

  private var run: ReportValue {
    .object([
      ("tool", .object([("driver", driver)])),
      ("columnKind", .string("unicodeCodePoints")),
      (
        "originalUriBaseIds",
        .record([(Self.root, .record([("description", text("the working directory"))]))])
      ),
      ("results", .list(report.diagnostics.map(result))),
      ("properties", .record([("runtime", .string(report.tool.runtime))])),
    ])
  }

  // MARK: - Rules

  private var driver: ReportValue {
    .object([
      ("name", .string(report.tool.name)),
      ("version", .string(report.tool.version)),
      ("semanticVersion", .string(report.tool.version)),
      ("rules", .list(report.rules.map(rule))),
    ])
  }

  private func rule(_ rule: RuleInfo) -> ReportValue {
    var configuration: [ReportValue.Member] = [("level", .string(rule.severity.level))]
    if rule.isOffByDefault { configuration.insert(("enabled", .flag(false)), at: 0) }
    let help = """
      \(rule.explanation)

      Source: \(rule.source)
      Examples: edgekit explain \(rule.name)
      """
    return .object([
      ("id", .string(rule.name)),
      ("shortDescription", text(rule.summary)),
      ("fullDescription", text(rule.explanation)),
      ("help", text(help)),
      ("defaultConfiguration", .record(configuration)),
      ("properties", .record([("tags", .list([.string(rule.group)]))])),
    ])
  }

  // MARK: - Results

  private func result(_ diagnostic: ResolvedDiagnostic) -> ReportValue {
    let message = [diagnostic.message, diagnostic.help].compactMap(\.self).joined(separator: "\n")
    var members: [ReportValue.Member] = [
      ("ruleId", .string(diagnostic.rule)),
      ("ruleIndex", .number(ruleIndices[diagnostic.rule] ?? -1)),
      ("level", .string(diagnostic.severity.level)),
      ("message", text(message)),
      ("locations", .list(locations(of: diagnostic))),
      ("partialFingerprints", .record([("edgekit/v1", .string(diagnostic.fingerprint))])),
    ]
    if !diagnostic.related.isEmpty {
      let related = diagnostic.related.enumerated().map { index, related in
        ReportValue.object([
          ("id", .number(index + 1)),
          ("physicalLocation", physicalLocation(related.place)),
          ("message", text(related.message)),
        ])
      }
      members.append(("relatedLocations", .list(related)))
    }
    if let fix = diagnostic.fix { members.append(("fixes", .list([value(of: fix)]))) }
    if tellsSuppressions {
      let suppressions = [diagnostic.suppression].compactMap(\.self).map(value)
      members.append(("suppressions", .list(suppressions)))
    }
    if let origin = diagnostic.origin {
      members.append(("properties", .record([("origin", .string(origin))])))
    }
    return .object(members)
  }

  private func locations(of diagnostic: ResolvedDiagnostic) -> [ReportValue] {
    var location: [ReportValue.Member] = []
    if let place = diagnostic.place {
      location.append(("physicalLocation", physicalLocation(place)))
    }
    var logical: [ReportValue.Member] = []
    if let subject = diagnostic.subject { logical.append(("name", .string(subject))) }
    if let pointer = diagnostic.pointer {
      logical.append(("fullyQualifiedName", .string(pointer)))
    }
    if !logical.isEmpty { location.append(("logicalLocations", .list([.record(logical)]))) }
    return location.isEmpty ? [] : [.object(location)]
  }

  private func physicalLocation(_ place: ResolvedPlace) -> ReportValue {
    .object([
      ("artifactLocation", artifactLocation(of: place.file)),
      ("region", region(from: place.start, to: place.end)),
    ])
  }

  private func artifactLocation(of file: String) -> ReportValue {
    guard !file.hasPrefix("/") else {
      return .record([("uri", .string("file://" + Self.uri(of: file)))])
    }
    return .record([("uri", .string(Self.uri(of: file))), ("uriBaseId", .string(Self.root))])
  }

  private func region(from start: SourcePosition, to end: SourcePosition) -> ReportValue {
    .record([
      ("startLine", .number(start.line)), ("startColumn", .number(start.column)),
      ("endLine", .number(end.line)), ("endColumn", .number(end.column)),
      ("byteOffset", .number(start.offset)), ("byteLength", .number(end.offset - start.offset)),
    ])
  }

  private func value(of fix: ResolvedFix) -> ReportValue {
    let replacements = fix.edits.map { edit in
      ReportValue.object([
        ("deletedRegion", region(from: edit.start, to: edit.end)),
        ("insertedContent", text(edit.replacement)),
      ])
    }
    return .object([
      ("description", text(fix.title)),
      (
        "artifactChanges",
        .list([
          .object([
            ("artifactLocation", artifactLocation(of: fix.file)),
            ("replacements", .list(replacements)),
          ])
        ])
      ),
      ("properties", .record([("applicability", .string(fix.applicability.rawValue))])),
    ])
  }

  private func value(of suppression: Suppression) -> ReportValue {
    var members: [ReportValue.Member] = [("kind", .string(suppression.kind.place))]
    if let reason = suppression.reason { members.append(("justification", .string(reason))) }
    return .record(members)
  }

  private func text(_ text: String) -> ReportValue { .record([("text", .string(text))]) }

  /// A file name as a reference, with everything encoded that is not plainly part of a path.
  ///
  /// Source: RFC 3986, sections 2.3 and 4.2 (a colon may not stand in the first segment).
  private static func uri(of file: String) -> String {
    var uri = ""
    for byte in file.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: uri.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        if "-._~/".utf8.contains(byte) {
          uri.unicodeScalars.append(Unicode.Scalar(byte))
        } else {
          uri += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
        }
      }
    }
    return uri
  }
}

extension Severity {
  fileprivate var level: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .info: "note"
    }
  }
}

extension Suppression.Kind {
  fileprivate var place: String {
    switch self {
    case .inline, .annotation: "inSource"
    case .configuration, .baseline: "external"
    }
  }
}
