import EdgeConvert
import EdgeDiagnostics
import EdgeDiff
import EdgeModel
import EdgeSyntax

/// Two texts of deployments, read and compared as the program does it.
struct Compared {
  let sources = SourceManager()
  var difference: DeploymentDiff

  struct NoDeployment: Error {
    var problems: [String]
  }

  init(
    _ old: String, _ new: String, options: DiffOptions = DiffOptions(),
    name: String = "input.template.json"
  ) throws {
    let oldDeployment = try Self.read(old, name, sources)
    let newDeployment = try Self.read(new, name, sources)
    difference = DeploymentDiff(
      name: "d", from: oldDeployment, to: newDeployment, options: options)
  }

  /// Two manifests with one module each, given by its members.
  init(module old: String, _ new: String, options: DiffOptions = DiffOptions()) throws {
    try self.init(Self.manifest(module: old), Self.manifest(module: new), options: options)
  }

  /// Two manifests whose one module has some createOptions each.
  init(createOptions old: String, _ new: String, options: DiffOptions = DiffOptions()) throws {
    let module = { (text: String) in
      #"{"settings": {"image": "a:1", "createOptions": \#(text)}}"#
    }
    try self.init(module: module(old), module(new), options: options)
  }

  static func manifest(module: String) -> String {
    manifest(agent: #"{"modules": {"m": \#(module)}}"#)
  }

  static func manifest(agent: String = "{}", hub: String = "{}", others: String = "") -> String {
    #"""
    {"modulesContent": {"$edgeAgent": {"properties.desired": \#(agent)}, \#
    "$edgeHub": {"properties.desired": \#(hub)}\#(others)}}
    """#
  }

  static func read(
    _ text: String, _ name: String, _ sources: SourceManager
  ) throws -> ExpandedDeployment {
    var sink = DiagnosticSink()
    let source = sources.add(name: name, bytes: Array(text.utf8))
    let roots = DocumentReader.read(source, in: sources, reporting: &sink)
    let found = DeploymentReading.find(roots, options: ConversionOptions(), sources: sources)
    sink.append(found.sink)
    for pending in found.deployments {
      let (deployment, reading) = pending.read(nil)
      sink.append(reading)
      if let deployment, let expanded = Expansion.expand(deployment, in: sources) {
        return expanded
      }
    }
    throw NoDeployment(problems: sink.diagnostics.map(\.message))
  }

  /// The changes as people see them.
  var text: String { report.rendered(as: .text) }

  var report: DiffReport {
    DiffReport(deployments: [difference], sources: sources, names: ("old.json", "new.json"))
  }

  /// One line for each change: its kind, its subject and its path.
  var lines: [String] {
    difference.changes.map { "\($0.operation.rawValue) \($0.subject.title): \($0.path)" }
  }
}
