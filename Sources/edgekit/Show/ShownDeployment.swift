internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// A deployment with what every view says of it: its name and where it was written.
struct ShownDeployment {
  let expanded: ExpandedDeployment
  /// The file and the line, `edge.yaml:3`.
  let place: String
  let file: String
  let line: Int

  init(_ expanded: ExpandedDeployment, in sources: SourceManager) {
    self.expanded = expanded
    let range = sources.physical(expanded.deployment.root.range)
    file = sources[range.source].name
    line = sources.position(of: range.start, in: range.source).line
    place = "\(file):\(line)"
  }

  var name: String { expanded.name }

  /// What it was written as: a shape of manifests, or a workload.
  var form: String {
    switch expanded.deployment.origin {
    case .workload(let header): return "\(header.kind) of Kubernetes"
    case .manifest(let document):
      let layered = document.isLayered ? "layered " : ""
      switch document.shape {
      case .bare, .wrapped: return layered + "manifest"
      case .configuration: return layered + "manifest with its configuration"
      case .moduleTwin: return "twin of a module"
      }
    }
  }

  /// The words for its form in machine-readable output.
  var origin: (dialect: String, shape: String?) {
    switch expanded.deployment.origin {
    case .workload: ("virtual-kubelet", nil)
    case .manifest(let document): ("iotedge", document.shape.rawValue)
    }
  }

  /// The heading of its part of a view.
  func heading(_ style: TerminalStyle) -> String {
    "\(style.painted(name.visible, .bold)): \(form), \(place.visible)\n"
  }

  /// The members that every view's JSON has for it.
  var members: [ReportValue.Member] {
    [
      ("name", .string(name)), ("file", .string(file)), ("line", .number(line)),
      ("dialect", .string(origin.dialect)), ("shape", .optional(origin.shape)),
    ]
  }
}

extension SyntaxNode {
  /// A scalar as a view shows it; a collection by its kind.
  var shownText: String {
    isMapping || isSequence ? kind.description : Secrecy.shown(text)
  }
}
