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
          for deployments in batch.batches(of: Self.checkedTogether) {
            judge(deployments.map { ($0, nil) }, &part, context)
          }
        }
      }
      + objects.batches(of: 256).parallelMap { batch in
        judge(project) { part, context in
          let objectContext = self.context(project)
          for headers in batch.batches(of: Self.checkedTogether) {
            let resources = judge(headers, &part, objectContext)
            let found = zip(headers, resources).compactMap { header, resource in
              resource.workload == nil
                ? nil : workloads[header.node.range].map { (deployments[$0], Optional(resource)) }
            }
            judge(found, &part, context)
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

  /// How many objects a rule looks at before it is the next rule's turn: the code of all the rules is
  /// larger than what is known of a few objects, and has to be fetched anew for each turn.
  private static let checkedTogether = 16

  // MARK: - Kubernetes

  private func judge(
    _ headers: ArraySlice<ObjectHeader>, _ part: inout Judged, _ context: RuleContext
  ) -> [Resource] {
    var resources: [Resource] = []
    for header in headers {
      let decoding = DecodingContext(sources: sources)
      decoding.subject = header.subject
      resources.append(Resource.decode(header, decoding))
      part.objects.append(withoutStructure(decoding.sink))
    }
    for header in headers {
      if let structure { part.objects.append(structure.judge(header)) }
      if judgesScalars { part.objects.append(OddScalars.judge(header, sources)) }
    }
    check(zip(headers, resources).map { ObjectSubject(header: $0, resource: $1) }, context)
    return resources
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

  private func check(_ objects: [ObjectSubject], _ context: RuleContext) {
    context.run(checks.object, on: objects) { $0.header.subject }
    let pods = objects.compactMap { object in
      object.resource.workload.flatMap { workload in
        workload.podTemplate.flatMap { template in
          template.spec.map {
            PodSubject(
              object: object, workload: workload, metadata: template.metadata, spec: $0)
          }
        }
      }
    }
    context.run(checks.pod, on: pods) { $0.object.header.subject }
    guard !checks.container.isEmpty else { return }
    let containers = pods.flatMap { pod in
      pod.spec.initContainers.map { ContainerSubject(pod: pod, container: $0, role: .initial) }
        + pod.spec.containers.map { ContainerSubject(pod: pod, container: $0, role: .regular) }
    }
    context.run(checks.container, on: containers) { $0.pod.object.header.subject }
  }

  // MARK: - Deployments

  private func judge(
    _ found: [(deployment: PendingDeployment, decoded: Resource?)], _ part: inout Judged,
    _ context: RuleContext
  ) {
    var manifests: [ManifestSubject] = []
    for (pending, decoded) in found {
      var (deployment, sink) = pending.read(decoded)
      sink.keep { foundByReaders.contains($0.rule.name) }
      part.reading.append(sink)
      guard let deployment else { continue }
      let file = sources.file(of: deployment.root.range.source)
      manifests.append(ManifestSubject(deployment, fileName: sources[file].name))
    }
    check(manifests, context)
    part.deployments += manifests.map { DeploymentTarget($0) }
  }

  private func check(_ manifests: [ManifestSubject], _ context: RuleContext) {
    context.run(checks.manifest, on: manifests) { $0.deployment.workload?.subject }
    let modules = manifests.flatMap(\.modules)
    context.run(checks.module, on: modules) { "module \($0.name)" }
    let createOptions = modules.compactMap { module in
      module.module.createOptions.flatMap {
        $0.body.isMapping ? CreateOptionsSubject(module: module, body: $0.body) : nil
      }
    }
    context.run(checks.createOptions, on: createOptions) { "module \($0.module.name)" }
    context.run(checks.createOption, on: createOptions)
    if !checks.route.isEmpty {
      context.run(checks.route, on: manifests.flatMap(\.routes)) { "route \($0.name)" }
    }
    let twins = manifests.flatMap { manifest in
      manifest.twins.map {
        TwinSubject(manifest: manifest, module: $0.module, desired: $0.desired)
      }
    }
    context.run(checks.twin, on: twins) { "module \($0.module)" }
    for manifest in manifests { manifest.forgetParts() }
  }

  private func checkWhole(_ project: Project) -> DiagnosticSink {
    let context = self.context(project)
    context.run(checks.project, on: project)
    return context.sink
  }
}
