import EdgeDiagnostics
import EdgeModel
import EdgeSyntax
import Testing

@testable import EdgeConvert

/// The expanded form: what is in it, in which order, and where its nodes are in the user's files.
@Suite struct ExpansionTests {
  /// The one deployment of a text, with the text of each place.
  struct Expanded {
    let sources = SourceManager()
    var deployments: [ExpandedDeployment] = []
    var problems: [String] = []

    init(_ text: String, name: String = "deployment.json") {
      var sink = DiagnosticSink()
      let source = sources.add(name: name, bytes: Array(text.utf8))
      let roots = DocumentReader.read(source, in: sources, reporting: &sink)
      let found = DeploymentReading.find(roots, options: ConversionOptions(), sources: sources)
      sink.append(found.sink)
      for pending in found.deployments {
        let (deployment, reading) = pending.read(nil)
        sink.append(reading)
        if let deployment, let expanded = Expansion.expand(deployment, in: sources) {
          deployments.append(expanded)
        }
      }
      problems = sink.diagnostics.filter { $0.severity == .error }.map(\.message)
    }

    /// The whole as one line.
    var json: String {
      var writer = JSONWriter()
      if let root = deployments.first?.root { writer.value(root) }
      return String(decoding: writer.bytes, as: UTF8.self)
    }

    /// What stands in the file where the value at a path was made.
    func written(_ path: String..., key: Bool = false) throws -> String {
      var node = try #require(deployments.first?.root)
      var keyNode = node
      for name in path {
        if let index = Int(name), node.isSequence {
          node = Array(node.elements)[index]
        } else {
          let member = try #require(node.members.first { $0.key.text == name }, "no \(name)")
          (keyNode, node) = (member.key, member.value)
        }
      }
      let range = sources.physical(key ? keyNode.range : node.range)
      return String(
        decoding: sources[range.source].bytes[Int(range.start)..<Int(range.end)], as: UTF8.self)
    }
  }

  @Test func `A manifest is a configuration with createOptions opened`() throws {
    let expanded = Expanded(
      #"""
      {"modulesContent": {"b": {"properties.desired": {"z": 1.50, "a": [3, 1]}}, "$edgeAgent":
       {"properties.desired": {"modules": {"m": {"env": {}, "settings": {
         "createOptions01": "\":{\"Binds\":[\"/a:/b\"]}}", "extra": true,
         "createOptions": "{\"HostConfig", "image": "i:1"}, "status": "running"}}}}}}
      """#)
    #expect(expanded.problems == [])
    #expect(
      expanded.json == #"""
        {"content":{"modulesContent":{"$edgeAgent":{"properties.desired":{"modules":{"m":{"status":"running","settings":{"image":"i:1","createOptions":{"HostConfig":{"Binds":["/a:/b"]}},"extra":true},"env":{}}}}},"b":{"properties.desired":{"a":[3,1],"z":1.50}}}}}
        """#)
    #expect(
      try expanded.written(
        "content", "modulesContent", "$edgeAgent", "properties.desired", "modules", "m", "settings",
        "createOptions", "HostConfig", "Binds", "0") == #"\"/a:/b\""#)
    #expect(
      try expanded.written(
        "content", "modulesContent", "$edgeAgent", "properties.desired", "modules", "m", "settings",
        "image") == #""i:1""#)
    #expect(
      try expanded.written("content", "modulesContent", "b", "properties.desired", "z", key: true)
        == #""z""#)
  }

  @Test func `A workload is where its containers and ConfigMaps are`() throws {
    let expanded = Expanded(Self.workload, name: "edge.yaml")
    #expect(expanded.problems == [])
    #expect(expanded.deployments.map(\.name) == ["plant"])
    #expect(
      try expanded.written(
        "content", "modulesContent", "$edgeAgent", "properties.desired", "modules", "m", "settings",
        "image") == "contoso/m:1")
    #expect(
      try expanded.written(
        "content", "modulesContent", "$edgeAgent", "properties.desired", "modules", "m", "settings",
        "createOptions", "Hostname") == #""edge""#)
    #expect(try expanded.written("targetCondition") == #""deviceId='a'""#)
    #expect(
      try expanded.written(
        "content", "modulesContent", "$edgeAgent", "properties.desired", "modules", "m", "type")
        == "m")
  }

  private static let workload = """
    apiVersion: apps/v1
    kind: Deployment
    metadata:
      name: plant
    spec:
      selector: {matchLabels: {app: plant}}
      template:
        metadata:
          labels: {app: plant}
          annotations:
            isEdgeDeployment: "true"
            targetCondition: "deviceId='a'"
            priority: "5"
        spec:
          containers:
            - name: m
              image: contoso/m:1
    ---
    apiVersion: v1
    kind: ConfigMap
    metadata:
      name: m
    data:
      createOptions: |
        {"Hostname": "edge"}
    """
}
