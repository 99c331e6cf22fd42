internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// A place where createOptions differ from what Docker's API knows.
///
/// All of them are found in one walk, before any rule asks: clean createOptions, as most are, then
/// cost each rule nothing.
struct CreateOptionsDeviation: Sendable {
  enum Kind: Sendable {
    /// The whole settings of a module, or options in options.
    case wrapping
    /// A known member in another letter case than documented.
    case letterCase(DockerMember)
    /// A member that another one of the same name replaces, or was replaced by.
    case repetition(of: SyntaxNode)
    case unknown(DockerObject)
    /// A member that belongs at another path.
    case misplacement(to: [String])
    /// An option of the command line, and what the API calls it.
    case commandLineWord(counterpart: String)
    /// A name for the container.
    case containerName
    case inspectOutput
    /// What the agent on Kubernetes read.
    case kubernetesSection
    /// A value that nobody converts.
    case mistype(DockerType)
    /// A value that the agent converts, and what it should be, where that can be said.
    case conversion(DockerType, literal: String?)
    /// Null, and whether the agent or the daemon refuses it.
    case null(isRefused: Bool)
    /// What goes without saying.
    case defaultValue
  }

  let kind: Kind
  let member: SyntaxNode.Member
  /// The value of the member, or one of its entries.
  let value: SyntaxNode
  /// The object that has the member.
  let object: SyntaxNode
}

/// Walks createOptions beside the tables of what there can be.
struct CreateOptionsWalk {
  private let body: SyntaxNode
  private var found: [CreateOptionsDeviation] = []

  /// Where some createOptions differ from what the API knows.
  static func deviations(of body: SyntaxNode) -> [CreateOptionsDeviation] {
    var walk = CreateOptionsWalk(body: body)
    if let member = wrapping(in: body) {
      walk.report(.wrapping, member, in: body)
    } else {
      walk.visit(body, as: .container)
    }
    return walk.found
  }

  private init(body: SyntaxNode) {
    self.body = body
  }

  /// The member that shows that an object is the settings of a module, or holds the options.
  private static func wrapping(in body: SyntaxNode) -> SyntaxNode.Member? {
    body.members.first {
      $0.key.utf8.hasText(inAnyCase: "createoptions")
        || ($0.key.hasText("settings") && $0.value.isMapping)
    }
  }

  private mutating func report(
    _ kind: CreateOptionsDeviation.Kind, _ member: SyntaxNode.Member, at value: SyntaxNode? = nil,
    in object: SyntaxNode
  ) {
    found.append(
      CreateOptionsDeviation(
        kind: kind, member: member, value: value ?? member.value, object: object))
  }

  // MARK: - Names

  private mutating func visit(_ node: SyntaxNode, as object: DockerObject) {
    for member in node.members {
      let name = member.key.text
      guard let known = object[name] else {
        visitUnknown(member, named: name, in: node, as: object)
        continue
      }
      if name != known.name, !visitVariant(member, of: known, in: node, as: object) { continue }
      visit(member, as: known, in: node)
    }
  }

  /// Reports a name in another letter case; false when that is all there is to say about the
  /// member.
  private mutating func visitVariant(
    _ member: SyntaxNode.Member, of known: DockerMember, in node: SyntaxNode,
    as object: DockerObject
  ) -> Bool {
    if object.title == DockerObject.container.title, member.key.hasText("volumes"),
      member.value.isSequence
    {
      report(.commandLineWord(counterpart: "HostConfig.Binds"), member, in: node)
      return false
    }
    let name = known.name.lowercased()
    let twin = node.members.first {
      $0.key != member.key && $0.key.utf8.hasText(inAnyCase: name)
    }
    if let twin {
      if twin.key.range.start < member.key.range.start {
        report(.repetition(of: twin.key), member, in: node)
      } else if twin.key.utf8.elementsEqual(known.name.utf8) {
        report(.repetition(of: member.key), twin, in: node)
      }
    } else if !known.traits.contains(.ignored) {
      report(.letterCase(known), member, in: node)
    }
    return true
  }

  private mutating func visitUnknown(
    _ member: SyntaxNode.Member, named name: String, in node: SyntaxNode, as object: DockerObject
  ) {
    guard !object.judgesUnknownMembers, !member.key.isOpen else { return }
    let lowercased = name.lowercased()
    switch object.title {
    case DockerObject.container.title, DockerObject.hostConfig.title:
      let isOutermost = node == body
      if let kind = Self.kind(of: name, lowercased, isOutermost: isOutermost) {
        report(kind, member, in: node)
        return
      }
    case DockerObject.endpoint.title where DockerWords.inspectedEndpoint.contains(lowercased):
      return report(.inspectOutput, member, in: node)
    // Those have a rule of their own.
    case DockerObject.mount.title where DockerWords.inspectedMount.contains(lowercased): return
    default: break
    }
    report(.unknown(object), member, in: node)
  }

  /// What a name is that is none of createOptions, or none of `HostConfig`; nil if nobody knows it.
  private static func kind(
    of name: String, _ lowercased: String, isOutermost: Bool
  ) -> CreateOptionsDeviation.Kind? {
    if lowercased == "endpointsconfig" {
      return .misplacement(to: ["NetworkingConfig", "EndpointsConfig"])
    }
    if isOutermost, let known = DockerObject.hostConfig[lowercased] {
      return .misplacement(to: ["HostConfig", known.name])
    }
    if !isOutermost, let known = DockerObject.container[lowercased], known.name != "HostConfig" {
      return .misplacement(to: [known.name])
    }
    if let counterpart = DockerWords.counterpart(of: name) {
      return .commandLineWord(counterpart: counterpart)
    }
    guard isOutermost else { return nil }
    return switch lowercased {
    case "name", "container_name": .containerName
    case "k8s-experimental", "k8s-extensions": .kubernetesSection
    default: DockerWords.inspectedContainer.contains(lowercased) ? .inspectOutput : nil
    }
  }

  // MARK: - Types

  private mutating func visit(
    _ member: SyntaxNode.Member, as known: DockerMember, in object: SyntaxNode
  ) {
    let value = member.value
    guard !value.isNull else {
      let isRefused =
        known.type.isNumberOrBoolean && known.traits.contains(.agent)
        && !known.traits.contains(.nullable)
      return report(.null(isRefused: isRefused), member, in: object)
    }
    guard !value.hasPlaceholder else { return }
    let fit = DockerFit(value, as: known.type, isConverted: known.traits.contains(.agent))
    switch fit {
    case .fits: break
    case .conversion(let literal):
      let isJudged = value.kind == .number ? .fractionIsJudged : DockerMember.Traits()
      guard known.traits.isDisjoint(with: [.conversionIsJudged, isJudged]) else { return }
      return report(.conversion(known.type, literal: literal), member, in: object)
    case .mistake:
      let isJudged = value.isString ? .textIsJudged : DockerMember.Traits()
      guard known.traits.isDisjoint(with: [.mistakeIsJudged, isJudged]) else { return }
      return report(.mistype(known.type), member, in: object)
    }
    if value.isEmpty, !known.traits.contains(.emptyCounts), !known.traits.contains(.ignored) {
      report(.defaultValue, member, in: object)
    }
    descend(into: value, as: known.type, member, known.traits, object)
  }

  private mutating func descend(
    into value: SyntaxNode, as type: DockerType, _ member: SyntaxNode.Member,
    _ traits: DockerMember.Traits, _ object: SyntaxNode
  ) {
    switch type {
    case .object(let known): visit(value, as: known)
    case .list(let entry):
      for element in value.elements { visit(element, as: entry, of: member, traits, object) }
    case .map(let entry):
      for each in value.members { visit(each.value, as: entry, of: member, traits, object) }
    case .string, .boolean, .integer, .empty: break
    }
  }

  private mutating func visit(
    _ entry: SyntaxNode, as type: DockerType, of member: SyntaxNode.Member,
    _ traits: DockerMember.Traits, _ object: SyntaxNode
  ) {
    guard !entry.isNull else {
      guard !traits.contains(.entryMistakeIsJudged), type.isJudgedWhenNull else { return }
      return report(
        .null(isRefused: traits.contains(.strictEntries)), member, at: entry, in: object)
    }
    guard !entry.hasPlaceholder else { return }
    switch DockerFit(entry, as: type, isConverted: traits.contains(.agent)) {
    case .fits: descend(into: entry, as: type, member, traits.forNestedEntries, object)
    case .conversion(let literal):
      guard !traits.contains(.entryConversionIsJudged) else { return }
      report(.conversion(type, literal: literal), member, at: entry, in: object)
    case .mistake:
      guard !traits.contains(.entryMistakeIsJudged) else { return }
      report(.mistype(type), member, at: entry, in: object)
    }
  }
}

extension DockerType {
  fileprivate var isNumberOrBoolean: Bool {
    switch self {
    case .integer, .boolean: true
    default: false
    }
  }

  /// Whether null as an entry of this type has no rule of its own.
  fileprivate var isJudgedWhenNull: Bool {
    if case .empty = self { false } else { true }
  }
}

extension DockerMember.Traits {
  /// What holds for entries of entries.
  fileprivate var forNestedEntries: Self {
    subtracting([.entryMistakeIsJudged, .entryConversionIsJudged])
  }
}

extension SyntaxNode {
  /// Whether it is what a value is that nobody gave: false, 0, or nothing.
  fileprivate var isEmpty: Bool {
    switch kind {
    case .mapping: members.first { _ in true } == nil
    case .sequence: elements.first { _ in true } == nil
    case .string: utf8.isEmpty
    case .boolean: scalar == .boolean(false)
    case .number: scalar == .integer(WideInteger(isNegative: false, magnitude: 0))
    case .null: true
    }
  }
}
