internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// The checks of the enabled rules, sorted once by what they look at.
struct CheckTable: Sendable {
  /// A check of a rule, which is named by its place among the rules.
  ///
  /// Subjects are objects, so that a check is kept as it is written and not wrapped in another
  /// function: they are called by the million.
  struct Entry<Subject: AnyObject>: Sendable {
    let rule: Int
    let check: @Sendable (Subject, RuleContext) -> Void
  }

  /// A check of something of which there is little.
  typealias PlainEntry<Subject> = (rule: Int, check: @Sendable (Subject, RuleContext) -> Void)

  /// The rules that have checks.
  private(set) var rules: [RuleInfo] = []
  private(set) var file: [PlainEntry<FileSubject>] = []
  private(set) var document: [PlainEntry<SyntaxNode>] = []
  private(set) var object: [Entry<ObjectSubject>] = []
  private(set) var pod: [Entry<PodSubject>] = []
  private(set) var container: [Entry<ContainerSubject>] = []
  private(set) var manifest: [Entry<ManifestSubject>] = []
  private(set) var module: [Entry<ModuleSubject>] = []
  private(set) var route: [Entry<RouteSubject>] = []
  private(set) var twin: [Entry<TwinSubject>] = []
  private(set) var createOptions: [Entry<CreateOptionsSubject>] = []
  private(set) var createOption = CreateOptionChecks()
  private(set) var project: [PlainEntry<Project>] = []

  init(_ rules: [Rule]) {
    for rule in rules {
      self.rules.append(rule.info)
      add(rule.check, of: self.rules.count - 1)
    }
  }

  private mutating func add(_ check: RuleCheck, of rule: Int) {
    switch check {
    case .reading: break
    case .file(let check): file.append((rule, check))
    case .document(let check): document.append((rule, check))
    case .object(let check): object.append(Entry(rule: rule, check: check))
    case .pod(let check): pod.append(Entry(rule: rule, check: check))
    case .container(let check): container.append(Entry(rule: rule, check: check))
    case .manifest(let check): manifest.append(Entry(rule: rule, check: check))
    case .module(let check): module.append(Entry(rule: rule, check: check))
    case .route(let check): route.append(Entry(rule: rule, check: check))
    case .twin(let check): twin.append(Entry(rule: rule, check: check))
    case .createOptions(let check): createOptions.append(Entry(rule: rule, check: check))
    case .createOption(let paths, let check):
      for path in paths { createOption.add(check, of: rule, at: path) }
    case .project(let check): project.append((rule, check))
    case .several(let checks): for check in checks { add(check, of: rule) }
    }
  }
}

/// Checks of members of createOptions, found by the members that are there: most createOptions have
/// a handful of the hundred members that Docker knows.
struct CreateOptionChecks: Sendable {
  typealias Check = @Sendable (SyntaxNode.Member, CreateOptionsSubject, RuleContext) -> Void

  private var checks: [(rule: Int, check: Check)] = []
  /// By names in lower case.
  private var members: [(name: String, checks: CreateOptionChecks)] = []

  /// - Parameter path: Names with dots between them.
  mutating func add(_ check: @escaping Check, of rule: Int, at path: String) {
    add(check, of: rule, at: path.lowercased().split(separator: ".")[...])
  }

  private mutating func add(
    _ check: @escaping Check, of rule: Int, at path: ArraySlice<Substring>
  ) {
    guard let name = path.first else { return checks.append((rule, check)) }
    let known = members.firstIndex { $0.name == name }
    if known == nil { members.append((String(name), CreateOptionChecks())) }
    members[known ?? members.count - 1].checks.add(check, of: rule, at: path.dropFirst())
  }

  func run(on subject: CreateOptionsSubject, _ context: RuleContext) {
    run(inside: subject.body, subject, context)
  }

  private func run(
    inside node: SyntaxNode, _ subject: CreateOptionsSubject, _ context: RuleContext
  ) {
    guard !members.isEmpty else { return }
    for member in node.members {
      let key = member.key.utf8
      guard let found = members.first(where: { key.hasText(inAnyCase: $0.name) })?.checks
      else { continue }
      for (rule, check) in found.checks {
        context.run(rule) { check(member, subject, context) }
      }
      found.run(inside: member.value, subject, context)
    }
  }
}
