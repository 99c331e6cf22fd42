import EdgeTestSupport

/// The formats in JSON as those who read them describe them, as far as edgekit writes them.
extension JSONShape {
  /// One object of `lint --format json`, version 1.
  static let diagnostics = JSONShape.object(
    head.merging(["diagnostics": .list(diagnostic)]) { $1 })

  /// One object of `lint --format json --statistics`, version 1.
  static let statistics = JSONShape.object(
    head.merging([
      "statistics": .list(
        .object([
          "rule": .string, "count": .integer(1), "error": .integer(0), "warning": .integer(0),
          "info": .integer(0), "fixable": .integer(0),
        ]))
    ]) { $1 })

  private static let head: [String: JSONShape] = [
    "version": .integer(1),
    "tool": .object(["name": .string, "version": .string, "runtime": .string]),
    "summary": .object([
      "files": .integer(0), "error": .integer(0), "warning": .integer(0), "info": .integer(0),
      "suppressed": .integer(0), "baselined": .integer(0),
    ]),
  ]

  private static let diagnostic = JSONShape.object([
    "rule": .string, "severity": .word(["error", "warning", "info"]), "message": .string,
    "help": .nullable(.string), "file": .nullable(.string), "range": .nullable(range),
    "pointer": .nullable(.string), "subject": .nullable(.string), "origin": .nullable(.string),
    "fingerprint": .string,
    "related": .list(.object(["message": .string, "file": .string, "range": range])),
    "fix": .nullable(
      .object([
        "applicability": .word(["safe", "unsafe"]), "title": .string, "file": .string,
        "edits": .list(
          .object(["start": .integer(0), "end": .integer(0), "text": .string]), minimum: 1),
      ])),
    "suppression": .nullable(
      .object([
        "kind": .word(["inline", "annotation", "configuration", "baseline"]),
        "reason": .nullable(.string),
      ])),
  ])

  private static let range = JSONShape.object(["start": position, "end": position])
  private static let position = JSONShape.object([
    "line": .integer(1), "column": .integer(1), "offset": .integer(0),
  ])

  /// Source: GitLab, "Code Quality", section "Code Quality report format".
  static let codeQuality = JSONShape.list(
    .object([
      "description": .string, "check_name": .string, "fingerprint": .string,
      "severity": .word(["info", "minor", "major", "critical", "blocker"]),
      "location": .object(["path": .string, "lines": .object(["begin": .integer(1)])]),
    ]))

  // MARK: - SARIF

  /// Source: OASIS Static Analysis Results Interchange Format 2.1.0, sarif-schema-2.1.0.json; what
  /// code scanning of GitHub demands beyond it is required too.
  static let sarif = JSONShape.object([
    "$schema": .string, "version": .word(["2.1.0"]), "runs": .list(run, minimum: 1),
  ])

  private static let run = JSONShape.object([
    "tool": .object([
      "driver": .object([
        "name": .word(["edgekit"]), "version": .string, "semanticVersion": .string,
        "rules": .list(rule),
      ])
    ]),
    "columnKind": .word(["unicodeCodePoints"]),
    "originalUriBaseIds": .object(["%SRCROOT%": .object(["description": text])]),
    "results": .list(result), "properties": .map(.string),
  ])

  private static let text = JSONShape.object(["text": .string])

  private static let rule = JSONShape.object([
    "id": .string, "shortDescription": text, "fullDescription": text, "help": text,
    "defaultConfiguration": .object(["level": level], optional: ["enabled": .boolean]),
    "properties": .object(["tags": .list(.string)]),
  ])

  private static let level = JSONShape.word(["note", "warning", "error"])

  private static let result = JSONShape.object(
    [
      "ruleId": .string, "ruleIndex": .integer(0), "level": level, "message": text,
      "locations": .list(
        .object(
          [:],
          optional: [
            "physicalLocation": physicalLocation,
            "logicalLocations": .list(
              .object([:], optional: ["name": .string, "fullyQualifiedName": .string]), minimum: 1),
          ])),
      "partialFingerprints": .object(["edgekit/v1": .string]),
    ],
    optional: [
      "relatedLocations": .list(
        .object([
          "id": .integer(1), "physicalLocation": physicalLocation, "message": text,
        ]), minimum: 1),
      "fixes": .list(fix, minimum: 1),
      "suppressions": .list(
        .object(["kind": .word(["inSource", "external"])], optional: ["justification": .string])),
      "properties": .map(.string),
    ])

  private static let physicalLocation = JSONShape.object([
    "artifactLocation": artifactLocation, "region": region,
  ])

  private static let artifactLocation = JSONShape.object(
    ["uri": .string], optional: ["uriBaseId": .word(["%SRCROOT%"])])

  private static let region = JSONShape.object([
    "startLine": .integer(1), "startColumn": .integer(1), "endLine": .integer(1),
    "endColumn": .integer(1), "byteOffset": .integer(0), "byteLength": .integer(0),
  ])

  private static let fix = JSONShape.object([
    "description": text,
    "artifactChanges": .list(
      .object([
        "artifactLocation": artifactLocation,
        "replacements": .list(
          .object(["deletedRegion": region, "insertedContent": text]), minimum: 1),
      ]), minimum: 1),
    "properties": .map(.string),
  ])
}
