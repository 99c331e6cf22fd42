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
    case letterCase(CreateOptionsField)
    /// A member that another one of the same name replaces, or was replaced by.
    case repetition(of: SyntaxNode)
    case unknown(CreateOptionsObject)
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
    case mistype(CreateOptionsType)
    /// A value that the agent converts, and what it should be, where that can be said.
    case conversion(CreateOptionsType, literal: String?)
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

/// Walks createOptions beside the model of what there can be.
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

  private mutating func visit(_ node: SyntaxNode, as object: CreateOptionsObject) {
    for member in node.members {
      guard let known = object[member.key.utf8] else {
        visitUnknown(member, in: node, as: object)
        continue
      }
      if !member.key.hasText(known.spelling),
        !visitVariant(member, of: known, in: node, as: object)
      {
        continue
      }
      visit(member, as: Known(field: known, object: object), in: node)
    }
  }

  /// Reports a name in another letter case; false when that is all there is to say about the
  /// member.
  private mutating func visitVariant(
    _ member: SyntaxNode.Member, of known: CreateOptionsField, in node: SyntaxNode,
    as object: CreateOptionsObject
  ) -> Bool {
    if object == .container, member.key.hasText("volumes"),
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
    _ member: SyntaxNode.Member, in node: SyntaxNode, as object: CreateOptionsObject
  ) {
    // Those of a port binding have a rule of their own.
    guard object != .portBinding, !member.key.isOpen else { return }
    let name = member.key.text
    let lowercased = name.lowercased()
    switch object {
    case .container, .hostConfig:
      let isOutermost = node == body
      if let kind = Self.kind(of: name, lowercased, isOutermost: isOutermost) {
        report(kind, member, in: node)
        return
      }
    case .endpoint where DockerWords.inspectedEndpoint.contains(lowercased):
      return report(.inspectOutput, member, in: node)
    // Those have a rule of their own.
    case .mount where DockerWords.inspectedMount.contains(lowercased): return
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
    if isOutermost, let known = CreateOptionsObject.hostConfig[lowercased] {
      return .misplacement(to: ["HostConfig", known.name])
    }
    if !isOutermost, let known = CreateOptionsObject.container[lowercased],
      known.name != "HostConfig"
    {
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

  /// A member that the model knows.
  private struct Known {
    var field: CreateOptionsField
    var object: CreateOptionsObject
    /// Whether an entry of an entry is looked at, which no other rule judges.
    var isNested = false

    var judgedElsewhere: JudgedElsewhere { JudgedElsewhere(field, of: object) }

    /// The same one level deeper.
    var nested: Known { Known(field: field, object: object, isNested: true) }
  }

  private mutating func visit(
    _ member: SyntaxNode.Member, as known: Known, in object: SyntaxNode
  ) {
    let value = member.value
    let field = known.field
    guard !value.isNull else {
      let isRefused =
        field.type.isNumberOrBoolean && field.traits.contains(.agent)
        && !field.traits.contains(.nullable)
      return report(.null(isRefused: isRefused), member, in: object)
    }
    guard !value.hasPlaceholder else { return }
    switch CreateOptionsFit(value, as: field.type, isConverted: field.traits.contains(.agent)) {
    case .fits: break
    case .conversion(let literal):
      let ofKind: JudgedElsewhere = value.kind == .number ? .fraction : []
      guard known.judgedElsewhere.isDisjoint(with: ofKind.union(.conversion)) else { return }
      return report(.conversion(field.type, literal: literal), member, in: object)
    case .mistake:
      let ofKind: JudgedElsewhere = value.isString ? .text : []
      guard known.judgedElsewhere.isDisjoint(with: ofKind.union(.mistake)) else { return }
      return report(.mistype(field.type), member, in: object)
    }
    if value.isEmpty, field.traits.isDisjoint(with: [.emptyCounts, .ignored]) {
      report(.defaultValue, member, in: object)
    }
    descend(into: value, as: field.type, member, known, object)
  }

  private mutating func descend(
    into value: SyntaxNode, as type: CreateOptionsType, _ member: SyntaxNode.Member,
    _ known: Known, _ object: SyntaxNode
  ) {
    switch type {
    case .object(let known): visit(value, as: known)
    case .list(let entry):
      for element in value.elements { visit(element, as: entry, of: member, known, object) }
    case .map(let entry):
      for each in value.members { visit(each.value, as: entry, of: member, known, object) }
    case .string, .boolean, .integer, .empty: break
    }
  }

  private mutating func visit(
    _ entry: SyntaxNode, as type: CreateOptionsType, of member: SyntaxNode.Member,
    _ known: Known, _ object: SyntaxNode
  ) {
    let traits = known.field.traits
    guard !entry.isNull else {
      guard known.isNested || !known.judgedElsewhere.contains(.entryMistake),
        type.isJudgedWhenNull
      else { return }
      return report(
        .null(isRefused: traits.contains(.strictEntries)), member, at: entry, in: object)
    }
    guard !entry.hasPlaceholder else { return }
    switch CreateOptionsFit(entry, as: type, isConverted: traits.contains(.agent)) {
    case .fits: descend(into: entry, as: type, member, known.nested, object)
    case .conversion(let literal):
      guard known.isNested || !known.judgedElsewhere.contains(.entryConversion) else { return }
      report(.conversion(type, literal: literal), member, at: entry, in: object)
    case .mistake:
      guard known.isNested || !known.judgedElsewhere.contains(.entryMistake) else { return }
      report(.mistype(type), member, at: entry, in: object)
    }
  }
}

extension CreateOptionsType {
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
