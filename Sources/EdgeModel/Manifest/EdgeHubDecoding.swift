package import EdgeSyntax
package import EdgeDiagnostics

extension EdgeHub {
  /// Reads the desired properties of the hub.
  ///
  /// - Parameter desired: The object; anything else reads as an empty one.
  package init(desired: SyntaxNode, _ context: DecodingContext) {
    self.init()
    var reader = ObjectReader(desired, context)
    let caseRule = context.isJudging ? RuleInfo.hubSchemaVersionCase : .fieldCase
    schemaVersion = reader.schemaVersion(
      accepted: ["1.0", "1.1", "1.2", "1.3"], rule: .hubSchemaVersion, caseRule: caseRule)
    let skipsEmptyRoutes = context.isJudging && schemaVersion?.value.hasPrefix("1.0") == true
    if let node = reader.mapping("routes") {
      routes = node.members.compactMap {
        Route(member: $0, whenEmpty: skipsEmptyRoutes ? .warning : .error, context)
      }
    }
    if let node = reader.mapping("storeAndForwardConfiguration") {
      storeAndForward = StoreAndForward(node, context)
    }
    residue = reader.residue
    reader.reportCaseVariants(caseRules: ["schemaVersion": caseRule])
    if context.isJudging { TwinLimits.check(desired, of: .hub, context) }
  }
}

extension StoreAndForward {
  fileprivate init(_ node: SyntaxNode, _ context: DecodingContext) {
    self.init()
    self.node = node
    var reader = ObjectReader(node, context)
    // Null is no number for the runtime, and not the same as no member at all.
    if let value = reader.member("timeToLiveSecs")?.value {
      timeToLiveSecs = Self.seconds(value, context)
    }
    residue = reader.residue
    reader.reportCaseVariants()
  }

  /// A whole number, or a string with one, which every known reader takes.
  private static func seconds(
    _ value: SyntaxNode, _ context: DecodingContext
  ) -> Located<Int32>? {
    if let seconds = value.wholeNumber(Int32.self) { return Located(seconds, at: value) }
    if value.isString, let seconds = Int32(value.text) {
      if context.isJudging {
        context.report(
          .hubTTLRange, "timeToLiveSecs is the string \"\(value.text)\" instead of a number",
          at: value, severity: .warning,
          help: "remove the quotes; the runtime takes both, the az extension does not",
          fix: Fix("remove the quotes", edits: [Fix.Edit(value.range, value.text)]))
        return Located(seconds, at: value)
      }
      context.report(
        .lossTypeCoerced, "timeToLiveSecs is the string \"\(value.text)\", written as a number",
        at: value, help: "remove the quotes")
      return Located(seconds, at: value)
    }
    if context.isJudging, value.hasPlaceholder { return nil }
    context.report(
      .hubTTLRange, "timeToLiveSecs must be a whole number of seconds, not \(value.summary)",
      at: value, help: "write a number such as 7200")
    return nil
  }
}

extension Route {
  /// Reads a route of a manifest; one that is neither text nor an object with text is reported.
  ///
  /// - Parameters:
  ///   - name: Its name, where the key of the member is more than that.
  ///   - severity: How bad it is that a route is empty.
  package init?(
    member: SyntaxNode.Member, named name: Located<String>? = nil,
    whenEmpty severity: Severity = .error, _ context: DecodingContext
  ) {
    let name = name ?? Located(member.key.text, at: member.key)
    let outer = context.subject
    context.subject = "route \(name.value)"
    defer { context.subject = outer }
    if member.value.isString {
      guard let text = Self.text(member.value, name, whenEmpty: severity, context) else {
        return nil
      }
      self.init(name: name, text: text)
      return
    }
    guard member.value.isMapping else {
      context.report(
        .routeMalformed,
        "route '\(name.value)' must be a string or an object, not \(member.value.kind.description)",
        at: member.value, help: "write it as \"FROM … INTO …\"")
      return nil
    }
    var reader = ObjectReader(member.value, context)
    guard let node = reader.value("route"), node.isString else {
      context.report(
        .routeMalformed, "route '\(name.value)' has no text in 'route'", at: member.key,
        help: "add \"route\": \"FROM … INTO …\"")
      return nil
    }
    guard let text = Self.text(node, name, whenEmpty: severity, context) else { return nil }
    self.init(name: name, text: text)
    isObject = true
    priority = reader.routeNumber("priority", 0...9, .routePriorityRange)
    timeToLiveSecs = reader.routeNumber("timeToLiveSecs", 0...UInt32.max, .routeTTLRange)
    residue = reader.residue
    reader.reportCaseVariants()
  }

  private static func text(
    _ node: SyntaxNode, _ name: Located<String>, whenEmpty severity: Severity,
    _ context: DecodingContext
  ) -> Located<String>? {
    let text = node.text
    guard text.utf8.contains(where: { $0 > 0x20 }) else {
      context.report(
        .routeEmpty, "route '\(name.value)' is empty", at: node, severity: severity,
        help: "write \"FROM … INTO …\", or remove the route")
      return nil
    }
    return Located(text, at: node)
  }
}

extension ObjectReader {
  fileprivate mutating func routeNumber(
    _ name: StaticString, _ range: ClosedRange<UInt32>, _ rule: RuleInfo
  ) -> Located<UInt32>? {
    guard let value = value(name) else { return nil }
    // 2000000000 is the runtime's own spelling of "none".
    // Azure/iotedge edge-hub/…/Routing.Core/RouteFactory.cs, DefaultPriority
    if let number = value.wholeNumber(UInt32.self), range ~= number || number == 2_000_000_000 {
      return Located(number, at: value)
    }
    if context.isJudging, value.hasPlaceholder { return nil }
    context.report(
      rule,
      "'\(name)' must be a whole number from \(range.lowerBound) to \(range.upperBound), "
        + "not \(value.summary)", at: value, help: "write a number in that range")
    return nil
  }

  /// Claims a schema version and checks that some runtime takes it.
  mutating func schemaVersion(
    accepted: [String], rule: RuleInfo, caseRule: RuleInfo = .fieldCase
  ) -> Located<String>? {
    guard let value = value("schemaVersion", caseRule: caseRule) else { return nil }
    guard value.isString else {
      context.report(
        .schemaVersionType, "schemaVersion must be a string, not \(value.kind.description)",
        at: value, help: "put it in quotes: \"\(value.text)\"",
        fix: accepted.contains(value.text)
          ? Fix("put it in quotes", edits: [.init(value.range, "\"\(value.text)\"")]) : nil)
      return nil
    }
    let text = value.text
    if !value.hasPlaceholder,
      !accepted.contains(where: {
        text == $0 || text.hasPrefix($0 + ".") && text.isVersion
      })
    {
      context.report(
        rule, "unknown schemaVersion '\(text)'", at: value,
        help: "use one of \(accepted.map { "\"\($0)\"" }.joined(separator: ", "))")
      return nil
    }
    return Located(text, at: value)
  }

  /// Reports members that would be known in another letter case; they are read as unknown.
  ///
  /// - Parameter caseRules: What some of them are reported as.
  package func reportCaseVariants(caseRules: [String: RuleInfo] = [:]) {
    for member in residue.members {
      let name = member.key.text
      guard let known = knownName(ignoringCaseOf: name) else { continue }
      context.report(
        caseRules[known] ?? .fieldCase, "unknown field '\(name)'", at: member.key,
        severity: context.severityOfMistakes ?? .error,
        help: "did you mean '\(known)'? Names are case-sensitive")
    }
  }
}

extension SyntaxNode {
  /// The value in a few words, for messages: a scalar as written, a collection by its kind.
  package var summary: String {
    switch kind {
    case .string: "\"\(text.prefix(40))\""
    case .number, .boolean: text
    case .mapping, .sequence, .null: kind.description
    }
  }
}

extension String {
  /// Whether it reads as a .NET version: two to four numbers with dots between them.
  fileprivate var isVersion: Bool {
    let parts = split(separator: ".", omittingEmptySubsequences: false)
    return 2...4 ~= parts.count && parts.allSatisfy { UInt32($0) != nil }
  }
}
