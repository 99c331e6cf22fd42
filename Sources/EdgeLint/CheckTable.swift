internal import EdgeDiagnostics
internal import EdgeSyntax

/// The checks of the enabled rules, sorted once by what they look at.
struct CheckTable: Sendable {
  typealias Entry<Check> = (rule: RuleInfo, check: Check)

  private(set) var file: [Entry<@Sendable (FileSubject, RuleContext) -> Void>] = []
  private(set) var document: [Entry<@Sendable (SyntaxNode, RuleContext) -> Void>] = []
  private(set) var object: [Entry<@Sendable (ObjectSubject, RuleContext) -> Void>] = []
  private(set) var pod: [Entry<@Sendable (PodSubject, RuleContext) -> Void>] = []
  private(set) var container: [Entry<@Sendable (ContainerSubject, RuleContext) -> Void>] = []
  private(set) var manifest: [Entry<@Sendable (ManifestSubject, RuleContext) -> Void>] = []
  private(set) var module: [Entry<@Sendable (ModuleSubject, RuleContext) -> Void>] = []
  private(set) var route: [Entry<@Sendable (RouteSubject, RuleContext) -> Void>] = []
  private(set) var twin: [Entry<@Sendable (TwinSubject, RuleContext) -> Void>] = []
  private(set) var createOptions: [Entry<@Sendable (CreateOptionsSubject, RuleContext) -> Void>] =
    []
  private(set) var createOption = CreateOptionChecks()
  private(set) var project: [Entry<@Sendable (Project, RuleContext) -> Void>] = []

  init(_ rules: [Rule]) {
    for rule in rules { add(rule.check, of: rule.info) }
  }

  private mutating func add(_ check: RuleCheck, of info: RuleInfo) {
    switch check {
    case .reading: break
    case .file(let check): file.append((info, check))
    case .document(let check): document.append((info, check))
    case .object(let check): object.append((info, check))
    case .pod(let check): pod.append((info, check))
    case .container(let check): container.append((info, check))
    case .manifest(let check): manifest.append((info, check))
    case .module(let check): module.append((info, check))
    case .route(let check): route.append((info, check))
    case .twin(let check): twin.append((info, check))
    case .createOptions(let check): createOptions.append((info, check))
    case .createOption(let paths, let check):
      for path in paths { createOption.add(check, of: info, at: path) }
    case .project(let check): project.append((info, check))
    case .several(let checks): for check in checks { add(check, of: info) }
    }
  }
}

/// Checks of members of createOptions, found by the members that are there: most createOptions have
/// a handful of the hundred members that Docker knows.
struct CreateOptionChecks: Sendable {
  typealias Check = @Sendable (SyntaxNode.Member, CreateOptionsSubject, RuleContext) -> Void

  private var checks: [(rule: RuleInfo, check: Check)] = []
  private var members: [String: CreateOptionChecks] = [:]

  /// - Parameter path: Names with dots between them.
  mutating func add(_ check: @escaping Check, of rule: RuleInfo, at path: String) {
    add(check, of: rule, at: path.lowercased().split(separator: ".")[...])
  }

  private mutating func add(
    _ check: @escaping Check, of rule: RuleInfo, at path: ArraySlice<Substring>
  ) {
    guard let name = path.first else { return checks.append((rule, check)) }
    members[String(name), default: CreateOptionChecks()]
      .add(check, of: rule, at: path.dropFirst())
  }

  func run(on subject: CreateOptionsSubject, _ context: RuleContext) {
    run(inside: subject.body, subject, context)
  }

  private func run(
    inside node: SyntaxNode, _ subject: CreateOptionsSubject, _ context: RuleContext
  ) {
    guard !members.isEmpty else { return }
    for member in node.members {
      guard let found = members[member.key.text.lowercased()] else { continue }
      for (rule, check) in found.checks {
        context.rule = rule
        check(member, subject, context)
      }
      found.run(inside: member.value, subject, context)
    }
  }
}
