package import EdgeDiagnostics
package import EdgeModel
package import EdgeSyntax

/// What there is to judge.
package struct LintInput: Sendable {
  /// The files, in the order in which they were named.
  package var files: [SourceID]
  /// The outermost nodes of their documents.
  package var documents: [SyntaxNode]
  /// What reading the files found.
  package var sink: DiagnosticSink

  package init(files: [SourceID], documents: [SyntaxNode], sink: DiagnosticSink) {
    self.files = files
    self.documents = documents
    self.sink = sink
  }

  /// The documents of a file; in a template, placeholders may stand where values should.
  package static func documents(
    of file: SourceID, in sources: SourceManager, reporting sink: inout DiagnosticSink
  ) -> [SyntaxNode] {
    DocumentReader.read(
      file, in: sources,
      placeholders: sources[file].name.contains(".template.") ? .edgekit : nil, reporting: &sink)
  }
}

/// What the input turned out to be.
package struct LintResult: Sendable {
  package var sink: DiagnosticSink
  /// How many Kubernetes objects there are.
  package var objectCount: Int
  /// How many deployments there are, of whatever dialect.
  package var deploymentCount: Int
}

/// Walks an input once and calls the checks of the enabled rules at their subjects.
package struct Linter: Sendable {
  /// Finds the deployments among some documents; the dialects are not known here.
  package typealias DeploymentFinder =
    @Sendable ([SyntaxNode]) -> (deployments: [PendingDeployment], sink: DiagnosticSink)

  private let sources: SourceManager
  private let options: LintOptions
  private let checks: CheckTable
  private let enabled: Set<String>
  /// Those that readers find.
  private let foundByReaders: Set<String>
  /// Nil where none of its rules is enabled.
  private let structure: StructureJudge?
  private let judgesScalars: Bool
  private let findDeployments: DeploymentFinder

  /// - Parameter rules: The enabled rules.
  package init(
    rules: [Rule], options: LintOptions, sources: SourceManager,
    findDeployments: @escaping DeploymentFinder
  ) {
    self.sources = sources
    self.options = options
    self.findDeployments = findDeployments
    checks = CheckTable(rules)
    enabled = Set(rules.map(\.name))
    structure =
      enabled.isDisjoint(with: StructureJudge.rules)
      ? nil : StructureJudge(options, sources: sources)
    judgesScalars = !enabled.isDisjoint(with: OddScalars.rules)
    foundByReaders = Set(rules.filter(\.isFoundByReaders).map(\.name))
  }

  /// Judges an input; findings of rules that are not enabled are left out.
  package func run(_ input: LintInput) -> LintResult {
    var sink = input.sink
    let context = DecodingContext(sources: sources)
    let (objects, embedded) = objects(in: input.documents, context)
    let found = findDeployments(input.documents + embedded)
    sink.append(context.sink)
    var project = Project(objects: objects, deployments: found.deployments)
    let judged = judge(objects, found.deployments, project)
    project.deployments = judged.deployments
    var reading = withoutStructure(found.sink, in: objects)
    reading.append(withoutStructure(judged.reading, in: objects))
    reading.keep { foundByReaders.contains($0.rule.name) }
    sink.append(reading)
    sink.append(check(files: input.files, documents: input.documents, project))
    sink.append(judged.objects)
    sink.append(judged.manifests)
    sink.append(checkWhole(project))
    sink.keep { enabled.contains($0.rule.name) || Self.alwaysTold.contains($0.rule.name) }
    sink.removeRepetitions(in: sources)
    Precedence.apply(to: &sink)
    return LintResult(
      sink: sink, objectCount: objects.count, deploymentCount: judged.deployments.count)
  }

  /// What keeps a file from being read is told whatever was selected.
  private static let alwaysTold: Set = [RuleInfo.inputTooLarge.name, RuleInfo.jsonTooDeep.name]

  /// The Kubernetes objects among some documents, lists taken apart, and the manifests inside them.
  ///
  /// A document that claims to be nothing is wrong beside Kubernetes objects; in a file without any, it
  /// is none of edgekit's business.
  private func objects(
    in documents: [SyntaxNode], _ context: DecodingContext
  ) -> (objects: [ObjectHeader], manifests: [SyntaxNode]) {
    struct Part: Sendable {
      var objects: [ObjectHeader] = []
      var manifests: [SyntaxNode] = []
      var sink = DiagnosticSink()
      /// Documents that claim to be nothing.
      var others: [SyntaxNode] = []
    }
    let sources = sources
    let parts = documents.batches(of: 512).parallelMap { batch in
      let context = DecodingContext(sources: sources)
      var part = Part()
      for document in batch {
        let list = DocumentList.expand(
          CollectionOfOne(document), leavesOthers: true, context)
        part.objects += list.objects
        part.manifests += EmbeddedManifests.open(in: list.objects, context)
        if list.otherCount > 0 { part.others.append(document) }
      }
      part.sink = context.sink
      return part
    }
    for part in parts { context.sink.append(part.sink) }
    let objects = parts.flatMap(\.objects)
    let others = parts.flatMap(\.others)
    if !others.isEmpty {
      let files = Set(objects.map(\.node.range.source))
      _ = DocumentList.expand(others.filter { files.contains($0.range.source) }, context)
    }
    return (objects, parts.flatMap(\.manifests))
  }

  // MARK: - Files and documents

  private func check(
    files: [SourceID], documents: [SyntaxNode], _ project: Project
  ) -> DiagnosticSink {
    let context = self.context(project)
    if !checks.file.isEmpty {
      for file in files {
        let subject = FileSubject(source: sources[file])
        context.run(checks.file, on: subject)
      }
    }
    if !checks.document.isEmpty {
      for document in documents {
        context.run(checks.document, on: document)
      }
    }
    return context.sink
  }

  // MARK: - Objects and deployments

  /// What was found in some objects and deployments.
  private struct Judged: Sendable {
    /// What reading deployments found.
    var reading = DiagnosticSink()
    var objects = DiagnosticSink()
    var manifests = DiagnosticSink()
    var deployments: [DeploymentTarget] = []

    mutating func append(_ other: Judged) {
      reading.append(other.reading)
      objects.append(other.objects)
      manifests.append(other.manifests)
      deployments += other.deployments
    }
  }

  /// Judges manifests, then each object and the deployment that it is, which is forgotten at once.
  private func judge(
    _ objects: [ObjectHeader], _ deployments: [PendingDeployment], _ project: Project
  ) -> Judged {
    var places: [SourceRange: Int] = [:]
    var others: [PendingDeployment] = []
    for (index, deployment) in deployments.enumerated() {
      // Aliases make several objects of one place.
      if let place = deployment.workload?.node.range, places[place] == nil {
        places[place] = index
      } else {
        others.append(deployment)
      }
    }
    let workloads = places
    let parts =
      others.batches(of: 64).parallelMap { batch in
        judge(project) { part, context in
          for deployment in batch { judge(deployment, decoded: nil, &part, context) }
        }
      }
      + objects.batches(of: 256).parallelMap { batch in
        judge(project) { part, context in
          let objectContext = self.context(project)
          for header in batch {
            let resource = judge(header, &part, objectContext)
            guard resource.workload != nil, let index = workloads[header.node.range] else {
              continue
            }
            judge(deployments[index], decoded: resource, &part, context)
          }
          part.objects.append(objectContext.sink)
        }
      }
    var judged = Judged()
    for part in parts { judged.append(part) }
    return judged
  }

  private func judge(
    _ project: Project, _ work: (inout Judged, RuleContext) -> Void
  ) -> Judged {
    var part = Judged()
    let context = context(project)
    work(&part, context)
    part.manifests = context.sink
    // While others work, too.
    part.objects.keep { enabled.contains($0.rule.name) }
    part.reading.removeRepetitions(in: sources)
    part.objects.removeRepetitions(in: sources)
    part.manifests.removeRepetitions(in: sources)
    return part
  }

  private func context(_ project: Project) -> RuleContext {
    RuleContext(project, rules: checks.rules, options: options, sources: sources)
  }

  // MARK: - Kubernetes

  private func judge(
    _ header: ObjectHeader, _ part: inout Judged, _ context: RuleContext
  ) -> Resource {
    let decoding = DecodingContext(sources: sources)
    decoding.subject = header.subject
    let resource = Resource.decode(header, decoding)
    part.objects.append(withoutStructure(decoding.sink))
    if let structure { part.objects.append(structure.judge(header)) }
    if judgesScalars { part.objects.append(OddScalars.judge(header, sources)) }
    check(ObjectSubject(header: header, resource: resource), context)
    return resource
  }

  /// What decoding found, without what the judge of structure says better.
  private func withoutStructure(_ sink: DiagnosticSink) -> DiagnosticSink {
    guard !sink.diagnostics.isEmpty else { return sink }
    var sink = sink
    sink.keep { !StructureJudge.rules.contains($0.rule.name) }
    return sink
  }

  /// What reading deployments found, without what the judge of structure says better of their
  /// objects.
  private func withoutStructure(
    _ sink: DiagnosticSink, in objects: [ObjectHeader]
  ) -> DiagnosticSink {
    guard sink.diagnostics.contains(where: { StructureJudge.rules.contains($0.rule.name) }) else {
      return sink
    }
    let places = ObjectPlaces(objects)
    var sink = sink
    sink.keep { diagnostic in
      guard let range = diagnostic.range else { return true }
      return !StructureJudge.rules.contains(diagnostic.rule.name) || !places.contains(range)
    }
    return sink
  }

  private func check(_ object: ObjectSubject, _ context: RuleContext) {
    context.subject = object.header.subject
    context.run(checks.object, on: object)
    guard let workload = object.resource.workload, let template = workload.podTemplate,
      let spec = template.spec
    else { return }
    let pod = PodSubject(
      object: object, workload: workload, metadata: template.metadata, spec: spec)
    context.run(checks.pod, on: pod)
    guard !checks.container.isEmpty else { return }
    for (containers, role) in [
      (spec.initContainers, ContainerSubject.Role.initial),
      (spec.containers, .regular),
    ] {
      for container in containers {
        let subject = ContainerSubject(pod: pod, container: container, role: role)
        context.run(checks.container, on: subject)
      }
    }
  }

  // MARK: - Deployments

  private func judge(
    _ pending: PendingDeployment, decoded: Resource?, _ part: inout Judged,
    _ context: RuleContext
  ) {
    var (deployment, sink) = pending.read(decoded)
    sink.keep { foundByReaders.contains($0.rule.name) }
    part.reading.append(sink)
    guard let deployment else { return }
    let file = sources.file(of: deployment.root.range.source)
    let manifest = ManifestSubject(deployment, fileName: sources[file].name)
    check(manifest, context)
    part.deployments.append(DeploymentTarget(manifest))
  }

  private func check(_ manifest: ManifestSubject, _ context: RuleContext) {
    context.subject = manifest.deployment.workload?.subject
    context.run(checks.manifest, on: manifest)
    for module in manifest.modules {
      context.subject = "module \(module.name)"
      context.run(checks.module, on: module)
      guard let body = module.module.createOptions?.body, body.isMapping else { continue }
      let createOptions = CreateOptionsSubject(module: module, body: body)
      context.run(checks.createOptions, on: createOptions)
      checks.createOption.run(on: createOptions, context)
    }
    if !checks.route.isEmpty {
      for route in manifest.routes {
        context.subject = "route \(route.name)"
        context.run(checks.route, on: route)
      }
    }
    for twin in manifest.twins {
      context.subject = "module \(twin.module)"
      let subject = TwinSubject(manifest: manifest, module: twin.module, desired: twin.desired)
      context.run(checks.twin, on: subject)
    }
    manifest.forgetParts()
    context.subject = nil
  }

  private func checkWhole(_ project: Project) -> DiagnosticSink {
    let context = self.context(project)
    context.run(checks.project, on: project)
    return context.sink
  }
}
