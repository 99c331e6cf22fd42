internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// What is wrong with the names of fields.
extension StructureCheck {
  /// Reports the members that an object does not know.
  func reportUnknown(
    _ members: [SyntaxNode.Member], in object: Schema.Object, of node: SyntaxNode
  ) {
    let names = schema.fields(of: object).map(schema.name)
    for member in members where !member.key.hasPlaceholder {
      let name = member.key.text
      if let right = names.first(where: { $0.lowercased() == name.lowercased() }) {
        report(member.key, .schemaFieldCase, insteadOf: right, in: node, .safe)
      } else if let place = place(ofMisplaced: name) {
        context.report(
          .schemaMisplacedField, "'\(name)' belongs in \(place.object), not in \(objectName)",
          at: member.key, help: "move it to \(place.path)")
      } else if let near = Suggestion.nearest(to: name, among: names) {
        report(member.key, .schemaUnknownField, insteadOf: near, in: node, .unsafe)
      } else {
        context.report(
          .schemaUnknownField, "unknown field '\(name)' in \(objectName)", at: member.key,
          help: schema.typeName(of: object) == "LabelSelector"
            ? "put it below 'matchLabels'" : listed(names))
      }
    }
  }

  /// Reports a name that is nearly another.
  private func report(
    _ key: SyntaxNode, _ rule: RuleInfo, insteadOf name: String, in node: SyntaxNode,
    _ applicability: Fix.Applicability
  ) {
    let isFree = node[dynamic: name] == nil
    let quote = key.style == .plain ? "" : key.style == .singleQuoted ? "'" : "\""
    context.report(
      rule, "unknown field '\(key.text)' in \(objectName)", at: key,
      help: "did you mean '\(name)'?",
      fix: isFree
        ? Fix("write '\(name)'", applicability, edits: [Fix.Edit(key.range, quote + name + quote)])
        : nil)
  }

  private func listed(_ names: [String]) -> String {
    guard !names.isEmpty, names.count <= 12 else {
      return "remove it, or check the indentation"
    }
    return "known are " + names.map { "'\($0)'" }.joined(separator: ", ")
  }

  // MARK: - Names of objects

  /// What a person calls the object that is looked at.
  var objectName: String { name(ofStep: path.count - 1) }

  private func name(ofStep index: Int) -> String {
    let step = path[index]
    guard let field = step.field else { return kind.withArticle }
    return objectName(
      of: step.object, in: schema.name(of: field), isEntry: step.isEntry)
  }

  private func objectName(of object: Schema.Object, in field: String, isEntry: Bool) -> String {
    let type = schema.typeName(of: object)
    if let noun = ObjectNouns.noun(of: type) { return noun }
    if field == "spec", type.hasSuffix("Spec") { return "\(type.dropLast(4)) spec".withArticle }
    return isEntry ? "an entry of '\(field)'" : "'\(field)'"
  }

  /// The way to an object from the outermost one, for example `spec.template.spec`.
  private func pathText(toStep index: Int) -> String {
    path[...index].compactMap { step in
      step.field.map { schema.name(of: $0) + (step.isEntry ? "[]" : "") }
    }.joined(separator: ".")
  }

  // MARK: - Misplaced fields

  /// Where a field belongs, and what a person calls the object there.
  private typealias Place = (object: String, path: String)

  /// Where a field would be known: right below, above, further below, or beside.
  private func place(ofMisplaced name: String) -> Place? {
    let bytes = Array(name.utf8)[...]
    let here = path.count - 1
    if let place = placeBelow(here, bytes, depth: 1...1) { return place }
    if let place = placeAbove(bytes) { return place }
    // A name that many objects have says nothing from afar.
    let frequency = schema.frequency(ofFieldNamed: name)
    guard frequency <= 12 else { return nil }
    if let place = placeBelow(here, bytes, depth: 2...5) { return place }
    guard frequency <= 2 else { return nil }
    for index in (0..<here).reversed() {
      if let place = placeBelow(index, bytes, depth: 1...2) { return place }
    }
    return nil
  }

  private func placeAbove(_ name: ArraySlice<UInt8>) -> Place? {
    for index in (0..<path.count - 1).reversed() {
      guard schema.field(named: name, of: path[index].object) != nil,
        let below = path[index + 1].field
      else { continue }
      let beside = "beside '\(schema.name(of: below))'"
      let text = pathText(toStep: index)
      return (
        self.name(ofStep: index),
        text.isEmpty ? "the top of the object, \(beside)" : "'\(text)', \(beside)"
      )
    }
    return nil
  }

  /// A place below an object on the way; those on a required field's way come first.
  private func placeBelow(
    _ step: Int, _ name: ArraySlice<UInt8>, depth: ClosedRange<Int>
  ) -> Place? {
    let start = pathText(toStep: step)
    var level = [
      Candidate(object: path[step].object, name: "", path: start, isEntry: false)
    ]
    var budget = 400
    for depthBelow in 1...depth.upperBound {
      level = level.flatMap { candidates(below: $0) }
      budget -= level.count
      guard budget > 0 else { return nil }
      guard depthBelow >= depth.lowerBound else { continue }
      if let found = level.first(where: { schema.field(named: name, of: $0.object) != nil }) {
        return (found.name, found.isEntry ? "an entry of '\(found.path)'" : "'\(found.path)'")
      }
    }
    return nil
  }

  /// An object below another, with the way to it.
  private struct Candidate {
    var object: Schema.Object
    var name: String
    var path: String
    var isEntry: Bool
  }

  private func candidates(below parent: Candidate) -> [Candidate] {
    let fields = schema.fields(of: parent.object)
    let sorted = fields.filter(schema.isRequired) + fields.filter { !schema.isRequired($0) }
    let start = parent.path + (parent.isEntry ? "[]" : "") + (parent.path.isEmpty ? "" : ".")
    return sorted.compactMap { field in
      let name = schema.name(of: field)
      guard name != "status", name != "managedFields", name != "ownerReferences" else {
        return nil
      }
      var form = schema.form(of: schema.value(of: field))
      var isEntry = false
      if case .list(let element) = form { (form, isEntry) = (schema.form(of: element), true) }
      guard case .object(let object) = form else { return nil }
      return Candidate(
        object: object, name: objectName(of: object, in: name, isEntry: isEntry),
        path: start + name, isEntry: isEntry)
    }
  }
}

extension String {
  /// The word with `a` or `an` before it.
  var withArticle: String {
    let isVowel = first.map { "AEIOaeio".contains($0) } ?? false
    return (isVowel ? "an " : "a ") + self
  }
}
