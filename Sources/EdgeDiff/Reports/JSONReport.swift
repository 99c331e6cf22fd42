internal import EdgeDiagnostics
internal import EdgeSyntax

/// One object for programs; members are only ever added.
struct JSONReport {
  private let report: DiffReport

  init(_ report: DiffReport) {
    self.report = report
  }

  var rendered: String {
    var json = JSONWriter(indent: 2)
    json.beginObject()
    json.key("version")
    json.literal("1")
    json.key("equal")
    json.literal("\(report.isEqual)")
    json.key("changes")
    json.beginArray()
    for deployment in report.deployments {
      for change in deployment.changes { write(change, of: deployment, to: &json) }
    }
    json.endArray()
    json.endObject()
    json.endDocument()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private func write(
    _ change: Change, of deployment: DeploymentDiff, to json: inout JSONWriter
  ) {
    json.beginObject()
    json.member("op", change.operation.rawValue)
    json.member("deployment", deployment.name)
    json.member("subject", change.subject.title)
    json.member("path", change.path)
    json.member("pointer", change.pointer)
    if change.isSecret {
      json.key("secret")
      json.literal("true")
    } else {
      if let old = change.old { write(old, "old", to: &json) }
      if let new = change.new { write(new, "new", to: &json) }
    }
    if let old = change.old { writeRange(of: old, "oldRange", to: &json) }
    if let new = change.new { writeRange(of: new, "newRange", to: &json) }
    json.endObject()
  }

  private func write(_ side: Change.Side, _ name: String, to json: inout JSONWriter) {
    json.key(name)
    if let word = side.word { json.string(word) } else { ValueText.write(side.value, to: &json) }
  }

  private func writeRange(of side: Change.Side, _ name: String, to json: inout JSONWriter) {
    guard let range = side.place?.range else { return }
    let physical = report.sources.physical(range)
    let start = report.sources.position(of: physical.start, in: physical.source)
    let end = report.sources.position(of: physical.end, in: physical.source)
    json.key(name)
    json.beginObject()
    json.member("file", report.sources[physical.source].name)
    for (name, number) in [
      ("line", start.line), ("column", start.column), ("endLine", end.line),
      ("endColumn", end.column),
    ] {
      json.key(name)
      json.literal("\(number)")
    }
    json.endObject()
  }
}

extension JSONWriter {
  fileprivate mutating func member(_ name: String, _ text: String) {
    key(name)
    string(text)
  }
}
