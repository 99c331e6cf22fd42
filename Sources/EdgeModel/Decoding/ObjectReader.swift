package import EdgeDiagnostics
package import EdgeSyntax

/// Typed access to the members of a mapping, which remembers what was claimed.
///
/// One mechanism for three needs: what was claimed becomes the model; what was not becomes an
/// unknown-field diagnostic with a suggestion, or residue that makes the way back exact. A member of
/// the wrong type is reported and reads as absent, so that one mistake gives one diagnostic.
/// `null` reads as absent, as in Kubernetes.
package struct ObjectReader {
  package let node: SyntaxNode
  package let context: DecodingContext
  private(set) var members: MemberTable
  /// What is read, where that is known: it can be asked for its names when they are needed.
  private let type: (any ModelObject.Type)?
  private var askedNames: [StaticString] = []
  private var hasNull = false

  /// - Parameter node: A mapping; anything else reads as an empty one.
  package init(_ node: SyntaxNode, _ context: DecodingContext) {
    self.init(node, context, for: nil)
  }

  /// - Parameter type: What claims members; nil when it is no type.
  init(_ node: SyntaxNode, _ context: DecodingContext, for type: (any ModelObject.Type)?) {
    self.node = node
    self.context = context
    self.type = type
    members = MemberTable(of: node)
  }

  /// A reader that finds nothing and only learns which names are asked for.
  private init(askingAbout node: SyntaxNode, _ context: DecodingContext) {
    self.node = node
    self.context = context
    type = nil
    members = MemberTable(emptyIn: node.tree)
  }

  /// The names that were asked for, or that the type asks for.
  var knownNames: [StaticString] { type.map(fieldNames) ?? askedNames }

  /// The names of the members that a type knows.
  func fieldNames(of type: any ModelObject.Type) -> [StaticString] {
    var reader = ObjectReader(askingAbout: node, context)
    _ = type.init(from: &reader)
    return reader.askedNames
  }

  /// Claims a member whatever its value, null included.
  package mutating func member(_ name: StaticString) -> SyntaxNode.Member? {
    guard let index = claim(name) else { return nil }
    return members[index]
  }

  /// Claims a value, null read as absent.
  ///
  /// - Parameter caseRule: What another letter case of the name is reported as.
  package mutating func value(
    _ name: StaticString, caseRule: RuleInfo = .fieldCase
  ) -> SyntaxNode? {
    guard let index = claim(name, caseRule: caseRule) else { return nil }
    let value = members.value(at: index)
    guard !value.isNull else {
      hasNull = true
      return nil
    }
    return value
  }

  private mutating func claim(_ name: StaticString, caseRule: RuleInfo = .fieldCase) -> Int? {
    if type == nil { askedNames.append(name) }
    guard let index = members.firstIndex(named: name) ?? caseVariant(of: name, caseRule) else {
      return nil
    }
    members.claim(index)
    return index
  }

  /// The member whose name differs in letter case alone, which the runtime takes.
  ///
  /// Only where everything is written as it was read; elsewhere it would get another name unasked.
  ///
  /// Source: JamesNK/Newtonsoft.Json JsonPropertyCollection.cs (GetClosestMatchProperty).
  private func caseVariant(of name: StaticString, _ rule: RuleInfo) -> Int? {
    guard context.isVerbatim else { return nil }
    let lowercased = "\(name)".lowercased()
    guard
      let index = members.indices.first(where: {
        !members.isClaimed($0) && members.key(at: $0).text.lowercased() == lowercased
      })
    else { return nil }
    let key = members.key(at: index)
    guard rule.name == RuleInfo.fieldCase.name else {
      context.report(
        rule, "unknown field '\(key.text)'", at: key,
        help: "did you mean '\(name)'? Its letter case counts", fix: .renaming(key, to: name))
      return index
    }
    context.report(
      .fieldCase, "field '\(key.text)' is documented as '\(name)'", at: key,
      help: "write '\(name)'; the runtime takes both, the hub and most tools do not",
      fix: key.rewriting(as: "\(name)").map { Fix("write '\(name)'", edits: [$0]) })
    return index
  }

  /// Claims every member whose name satisfies a condition.
  package mutating func claim(where condition: (String) -> Bool) -> [SyntaxNode.Member] {
    members.indices.compactMap { index in
      guard !members.isClaimed(index), condition(members.key(at: index).text) else { return nil }
      members.claim(index)
      return members[index]
    }
  }

  /// The key of a member that has a value; claims nothing.
  package func key(_ name: StaticString) -> SyntaxNode? {
    guard let index = members.firstIndex(named: name), !members.value(at: index).isNull
    else { return nil }
    return members.key(at: index)
  }

  // MARK: - Scalars

  package mutating func string(_ name: StaticString) -> Located<String>? {
    guard let value = value(name) else { return nil }
    return string(value, name)
  }

  package mutating func boolean(_ name: StaticString) -> Located<Bool>? {
    guard let value = value(name) else { return nil }
    guard case .boolean(let boolean) = value.scalar, value.kind == .boolean else {
      reportType(value, name, expected: "true or false", quoting: false)
      return nil
    }
    return Located(boolean, at: value)
  }

  /// Claims a whole number of a width; a YAML float without a fraction counts, as on the way to JSON.
  package mutating func integer<Value: FixedWidthInteger & Sendable>(
    _ name: StaticString, _: Value.Type = Int32.self
  ) -> Located<Value>? {
    guard let value = value(name) else { return nil }
    return integer(value, name)
  }

  func integer<Value: FixedWidthInteger & Sendable>(
    _ value: SyntaxNode, _ name: StaticString
  ) -> Located<Value>? {
    if let integer = value.wholeNumber(Value.self) { return Located(integer, at: value) }
    if value.kind == .number {
      context.report(
        .schemaIntRange,
        "'\(name)' must be a whole number from \(Value.min) to \(Value.max), not \(value.text)",
        at: value, help: "write a number in that range")
    } else {
      reportType(value, name, expected: "a number", quoting: false)
    }
    return nil
  }

  // MARK: - Collections

  /// Claims a mapping and gives its node.
  package mutating func mapping(_ name: StaticString) -> SyntaxNode? {
    guard let value = value(name) else { return nil }
    guard value.isMapping else {
      reportType(value, name, expected: "a mapping", quoting: false)
      return nil
    }
    return value
  }

  package mutating func object<Object: ModelObject>(
    _ name: StaticString, as _: Object.Type = Object.self
  ) -> Object? {
    guard let value = mapping(name) else { return nil }
    var reader = ObjectReader(value, context, for: Object.self)
    return Object(from: &reader)
  }

  package mutating func list<Object: ModelObject>(
    _ name: StaticString, of _: Object.Type = Object.self
  ) -> [Object] {
    guard let value = sequence(name) else { return [] }
    var objects: [Object] = []
    for element in value.elements {
      guard isMapping(element, inEntryOf: name) else { continue }
      var reader = ObjectReader(element, context, for: Object.self)
      objects.append(Object(from: &reader))
    }
    return objects
  }

  /// Claims a list of strings; a null entry is the empty string, as in Kubernetes.
  package mutating func strings(_ name: StaticString) -> [Located<String>] {
    guard let value = sequence(name) else { return [] }
    var strings: [Located<String>] = []
    for element in value.elements {
      if element.isNull {
        strings.append(Located("", at: element))
      } else if let text = string(element, name) {
        strings.append(text)
      }
    }
    return strings
  }

  /// Claims a mapping from strings to strings, in order.
  package mutating func stringMap(_ name: StaticString) -> [StringEntry] {
    guard let value = mapping(name) else { return [] }
    return value.members.compactMap { member in
      guard !member.value.isNull else {
        return StringEntry(key: member.key, value: Located("", at: member.value))
      }
      guard member.value.isString else {
        reportType(member.value, member.key.text, expected: "a string", quoting: true)
        return nil
      }
      return StringEntry(key: member.key, value: Located(member.value.text, at: member.value))
    }
  }

  /// Claims a list and gives its elements.
  package mutating func elements(_ name: StaticString) -> [SyntaxNode] {
    guard let value = sequence(name) else { return [] }
    return Array(value.elements)
  }

  /// Claims a list and gives its node.
  mutating func sequence(_ name: StaticString) -> SyntaxNode? {
    guard let value = value(name) else { return nil }
    guard value.isSequence else {
      reportType(value, name, expected: "a list", quoting: false)
      return nil
    }
    return value
  }

  // MARK: - What is left

  /// Whether nothing more can be found, and nobody asks for names either.
  var isExhausted: Bool { type != nil && !members.hasUnclaimed }

  /// The members nobody claimed, each reported as unknown.
  package func unknownFields(of objectName: String) -> Residue {
    let residue = residue
    reportUnknown(residue.members, in: objectName)
    return residue
  }

  /// The name asked for that differs from another only in letter case.
  package func knownName(ignoringCaseOf name: String) -> String? {
    knownNames.lazy.map { "\($0)" }.first { $0 != name && $0.lowercased() == name.lowercased() }
  }

  /// The members nobody claimed, each reported as unknown or misplaced; reports null where a type
  /// needs a value, too.
  package func unknownFields<Object: ModelObject>(of type: Object.Type) -> Residue {
    if hasNull { reportNulls(at: type.requiredFields, of: type.objectName) }
    let residue = residue
    reportUnknown(reportMisplaced(residue.members, in: type), in: type.objectName)
    return residue
  }

  /// The members nobody claimed, each reported as unknown; reports null at required names, too.
  func unknownFields(of objectName: String, requiring names: [StaticString]) -> Residue {
    if hasNull { reportNulls(at: names, of: objectName) }
    return unknownFields(of: objectName)
  }

  /// The members nobody claimed.
  package var residue: Residue { Residue(members.unclaimed, of: node) }

  // MARK: - Problems

  func string(_ value: SyntaxNode, _ name: StaticString) -> Located<String>? {
    guard value.isString else {
      reportType(value, name, expected: "a string", quoting: true)
      return nil
    }
    return Located(value.text, at: value)
  }

  func reportType(
    _ value: SyntaxNode, _ name: StaticString, expected: String, quoting: Bool
  ) {
    reportType(value, "\(name)", expected: expected, quoting: quoting)
  }

  func reportType(
    _ value: SyntaxNode, _ name: String, expected: String, quoting: Bool
  ) {
    let isScalar = !value.isMapping && !value.isSequence
    context.report(
      .schemaType, "'\(name)' must be \(expected), not \(value.kind.description)", at: value,
      help: quoting && isScalar ? "put it in quotes: \"\(value.text)\"" : "write \(expected)")
  }
}

extension SyntaxNode.Kind {
  /// The kind with an article, for messages.
  package var description: String {
    switch self {
    case .mapping: "a mapping"
    case .sequence: "a list"
    case .string: "a string"
    case .number: "a number"
    case .boolean: "a boolean"
    case .null: "null"
    }
  }
}

extension Fix {
  /// Gives a member of a JSON object another name.
  static func renaming(_ key: SyntaxNode, to name: StaticString) -> Fix {
    Fix("write '\(name)'", edits: [Fix.Edit(key.range, "\"\(name)\"")])
  }
}

extension SyntaxNode {
  /// The node as a whole number of a width, or nil.
  package func wholeNumber<Value: FixedWidthInteger>(_: Value.Type) -> Value? {
    guard kind == .number else { return nil }
    switch scalar {
    case .integer(let value): return value.exactly(Value.self)
    case .float(let value): return tree.schema == .json ? nil : Value(exactly: value)
    default: return nil
    }
  }
}
