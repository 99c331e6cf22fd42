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
  /// Reads the deployments among some documents; the dialects are not known here.
  package typealias DeploymentReader =
    @Sendable ([SyntaxNode]) -> (deployments: [FoundDeployment], sink: DiagnosticSink)

  private let sources: SourceManager
  private let options: LintOptions
  private let checks: CheckTable
  private let enabled: Set<String>
  /// Those that readers find.
  private let foundByReaders: Set<String>
  private let readDeployments: DeploymentReader

  /// - Parameter rules: The enabled rules.
  package init(
    rules: [Rule], options: LintOptions, sources: SourceManager,
    readDeployments: @escaping DeploymentReader
  ) {
    self.sources = sources
    self.options = options
    self.readDeployments = readDeployments
    checks = CheckTable(rules)
    enabled = Set(rules.map(\.name))
    foundByReaders = Set(rules.filter(\.isFoundByReaders).map(\.name))
  }

  /// Judges an input; findings of rules that are not enabled are left out.
  package func run(_ input: LintInput) -> LintResult {
    var sink = input.sink
    let context = DecodingContext(sources: sources)
    let (objects, embedded) = objects(in: input.documents, context)
    let read = readDeployments(input.documents + embedded)
    sink.append(context.sink)
    var found = withoutStructure(read.sink, in: objects)
    found.keep { foundByReaders.contains($0.rule.name) }
    sink.append(found)
    let project = Project(
      objects: objects,
      manifests: read.deployments.map {
        ManifestSubject($0, fileName: sources[sources.file(of: $0.root.range.source)].name)
      })
    sink.append(check(files: input.files, documents: input.documents, project))
    sink.append(check(objects: project.objects, project))
    sink.append(check(manifests: project.manifests, project))
    sink.append(checkWhole(project))
    sink.keep { enabled.contains($0.rule.name) }
    sink.removeRepetitions(in: sources)
    Precedence.apply(to: &sink)
    return LintResult(
      sink: sink, objectCount: objects.count, deploymentCount: read.deployments.count)
  }

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
    let context = RuleContext(
      project, rules: checks.rules, options: options, sources: sources)
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

  // MARK: - Kubernetes

  private func check(objects: [ObjectHeader], _ project: Project) -> DiagnosticSink {
    let judge = StructureJudge(options, sources: sources)
    let judgesStructure = !enabled.isDisjoint(with: StructureJudge.rules)
    let judgesScalars = !enabled.isDisjoint(with: OddScalars.rules)
    return joined(
      objects.batches(of: 256).parallelMap { batch in
        let context = RuleContext(
          project, rules: checks.rules, options: options, sources: sources)
        var sink = DiagnosticSink()
        for header in batch {
          let decoding = DecodingContext(sources: sources)
          decoding.subject = header.subject
          let resource = Resource.decode(header, decoding)
          sink.append(withoutStructure(decoding.sink))
          if judgesStructure { sink.append(judge.judge(header)) }
          if judgesScalars { sink.append(OddScalars.judge(header, sources)) }
          check(ObjectSubject(header: header, resource: resource), context)
        }
        sink.append(context.sink)
        return sink
      })
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

  private func check(manifests: [ManifestSubject], _ project: Project) -> DiagnosticSink {
    joined(
      manifests.batches(of: 64).parallelMap { batch in
        let context = RuleContext(
          project, rules: checks.rules, options: options, sources: sources)
        for manifest in batch { check(manifest, context) }
        return context.sink
      })
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
    manifest.forgetRoutes()
    context.subject = nil
  }

  private func checkWhole(_ project: Project) -> DiagnosticSink {
    let context = RuleContext(
      project, rules: checks.rules, options: options, sources: sources)
    context.run(checks.project, on: project)
    return context.sink
  }

  private func joined(_ sinks: [DiagnosticSink]) -> DiagnosticSink {
    var whole = DiagnosticSink()
    for sink in sinks { whole.append(sink) }
    return whole
  }
}
