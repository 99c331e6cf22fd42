internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// Deployments in the expanded form.
enum ExpandedView {
  /// The canonical texts one after the other.
  static func text(_ shown: [ShownDeployment]) -> [UInt8] {
    shown.flatMap { ExpandedText.text(of: $0.expanded.root) }
  }

  /// One object, versioned; members are only ever added.
  static func json(_ shown: [ShownDeployment]) -> [UInt8] {
    var json = JSONWriter(indent: 2)
    json.beginObject()
    json.key("version")
    json.literal("1")
    json.key("deployments")
    json.beginArray()
    for deployment in shown {
      json.beginObject()
      json.key("name")
      json.string(deployment.name)
      json.key("file")
      json.string(deployment.file)
      json.key("line")
      json.literal(String(deployment.line))
      json.key("dialect")
      json.string(deployment.origin.dialect)
      json.key("shape")
      if let shape = deployment.origin.shape { json.string(shape) } else { json.literal("null") }
      json.key("manifest")
      ExpandedText.write(deployment.expanded.root, at: .root, to: &json)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    json.endDocument()
    return json.bytes
  }
}
