internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// Walks one object beside its schema and reports where the two part.
///
/// One mistake gives one finding: nothing is looked for below a value of the wrong type, a field that
/// nobody knows, or text that is to be filled in.
struct StructureCheck<Schema: StructureSchema> {
  let schema: Schema
  let context: DecodingContext
  /// The release that the object is for.
  let release: KubernetesRelease
  /// The kind of the object.
  let kind: String
  /// Whether values may be secrets, so that no message shows one.
  var isConfidential = false
  /// The object as a whole, and the fields on the way from it to the object that is looked at.
  var path: [Step] = []

  /// An object on the way, and how it is reached from the one before.
  struct Step {
    let object: Schema.Object
    /// Nil for the outermost object.
    let field: Schema.Field?
    /// Whether it is one of several below the field.
    let isEntry: Bool
  }

  // MARK: - Objects

  /// Checks the outermost mapping.
  mutating func check(_ node: SyntaxNode, as object: Schema.Object) {
    path.append(Step(object: object, field: nil, isEntry: false))
    checkMembers(of: node, as: object)
    path.removeLast()
  }

  /// Checks a mapping that the outermost object has under a name.
  mutating func check(_ node: SyntaxNode, as object: Schema.Object, below field: Schema.Field) {
    path.append(Step(object: object, field: field, isEntry: false))
    checkMembers(of: node, as: object)
    path.removeLast()
  }

  private mutating func checkMembers(of node: SyntaxNode, as object: Schema.Object) {
    var unknown: [SyntaxNode.Member] = []
    for member in node.members {
      guard let field = schema.field(named: member.key.utf8, of: object) else {
        // A list's items at the top are a matter of documents.
        if path.count > 1 || !member.key.hasText("items") { unknown.append(member) }
        continue
      }
      let first = schema.firstRelease(of: field)
      if first > release.minor { reportNewer(member.key, since: first) }
      if member.value.isNull {
        if schema.isRequired(field) { reportNull(member.key, in: object) }
      } else {
        check(member.value, as: schema.value(of: field), in: field, isEntry: false)
      }
    }
    if !unknown.isEmpty, !schema.isOpen(object) {
      reportUnknown(unknown, in: object, of: node)
    }
    for field in schema.mandatoryFields(of: object) { checkPresence(of: field, in: node, object) }
  }

  private func checkPresence(
    of field: Schema.Field, in node: SyntaxNode, _ object: Schema.Object
  ) {
    let name = schema.name(of: field)
    guard node[dynamic: name] == nil, !hasOwnRule(name, of: object) else { return }
    let isMisspelt = node.members.contains { member in
      schema.field(named: member.key.utf8, of: object) == nil
        && Suggestion.nearest(to: member.key.text, among: CollectionOfOne(name)) != nil
    }
    if !isMisspelt { reportMissing(name, in: node, object) }
  }

  /// Whether `ctr-none` or `wl-cron-schedule` says that a field of a workload is missing.
  private func hasOwnRule(_ field: String, of object: Schema.Object) -> Bool {
    // A custom resource may be called Job, too.
    guard !schema.typeName(of: object).isEmpty else { return false }
    return switch kind {
    case "Pod", "Deployment", "ReplicaSet", "DaemonSet", "StatefulSet", "Job":
      field == "spec" || field == "template"
    case "CronJob": ["spec", "template", "jobTemplate", "schedule"].contains(field)
    default: false
    }
  }

  // MARK: - Values

  /// Checks a value of a field, or one of several below it.
  private mutating func check(
    _ node: SyntaxNode, as value: Schema.Value, in field: Schema.Field, isEntry: Bool
  ) {
    switch schema.form(of: value) {
    case .any: break
    case .object(let object):
      guard node.isMapping else {
        return reportNoMapping(node, in: field, isEntry: isEntry)
      }
      path.append(Step(object: object, field: field, isEntry: isEntry))
      checkMembers(of: node, as: object)
      path.removeLast()
    case .list(let element):
      guard node.isSequence else { return reportType(node, in: field, "a list") }
      for entry in node.elements {
        guard !entry.isNull else {
          if case .object = schema.form(of: element) { reportEmptyEntry(entry, of: field) }
          continue
        }
        check(entry, as: element, in: field, isEntry: true)
      }
    case .map(let element):
      guard node.isMapping else { return reportType(node, in: field, "a mapping") }
      for member in node.members where !member.value.isNull {
        checkEntry(member, as: element, in: field)
      }
    case .mapping:
      if !node.isMapping { reportType(node, in: field, "a mapping") }
    case .perhapsObject(let object):
      if node.isMapping {
        path.append(Step(object: object, field: field, isEntry: isEntry))
        checkMembers(of: node, as: object)
        path.removeLast()
      }
    default: checkScalar(node, as: value, in: field, named: nil)
    }
  }

  /// Checks a pair of a mapping with names that the user chose.
  private mutating func checkEntry(
    _ member: SyntaxNode.Member, as value: Schema.Value, in field: Schema.Field
  ) {
    switch schema.form(of: value) {
    case .any, .mapping, .object, .list, .map, .perhapsObject:
      check(member.value, as: value, in: field, isEntry: true)
    default: checkScalar(member.value, as: value, in: field, named: member.key)
    }
  }

  /// - Parameter key: The key of a pair whose name the user chose.
  private func checkScalar(
    _ node: SyntaxNode, as value: Schema.Value, in field: Schema.Field, named key: SyntaxNode?
  ) {
    let name = { key?.text ?? schema.name(of: field) }
    switch schema.form(of: value) {
    case .string:
      guard node.isString else { return reportType(node, named: name(), "a string") }
      if !schema.takes(node.utf8, in: field) { reportChoice(node, in: field, named: name()) }
    case .boolean:
      if node.kind != .boolean { reportType(node, named: name(), "true or false") }
    case .int32: checkInteger(node, Int32.self, as: value, named: name)
    case .int64: checkInteger(node, Int64.self, as: value, named: name)
    case .number:
      if node.kind != .number { reportType(node, named: name(), "a number") }
    case .intOrString:
      if !node.isString { checkInteger(node, Int32.self, as: value, named: name) }
    case .quantity: checkQuantity(node, named: name)
    case .time:
      guard node.isString else { return reportType(node, named: name(), "a string") }
      if !Timestamp.isValid(node.utf8) { reportTime(node, named: name()) }
    case .base64:
      guard node.isString else { return reportType(node, named: name(), "a string") }
      if !Base64.isValid(node.utf8) { reportBase64(node, named: name(), in: field) }
    default: break
    }
  }

  private func checkInteger<Width: FixedWidthInteger & Sendable>(
    _ node: SyntaxNode, _: Width.Type, as value: Schema.Value, named name: () -> String
  ) {
    guard let number = node.wholeNumber(Width.self) else {
      guard node.kind == .number else { return reportType(node, named: name(), "a number") }
      return reportRange(
        node, named: name(), "from \(Width.min) to \(Width.max)", isFraction: node.isFraction)
    }
    let bounds = schema.bounds(of: value)
    if let least = bounds.least, number < least {
      reportRange(node, named: name(), "of at least \(least)", isFraction: false)
    } else if let most = bounds.most, number > most {
      reportRange(node, named: name(), "of at most \(most)", isFraction: false)
    }
  }

  private func checkQuantity(_ node: SyntaxNode, named name: () -> String) {
    guard !Quantity.isPlain(node.utf8) || node.isMapping || node.isSequence else { return }
    guard node.isString || node.kind == .number else {
      return reportType(node, named: name(), "a quantity")
    }
    reportQuantity(node, named: name())
  }
}

extension SyntaxNode {
  /// Whether a number is none of an integer's.
  fileprivate var isFraction: Bool {
    if case .float(let value) = scalar { value != value.rounded() } else { false }
  }
}
