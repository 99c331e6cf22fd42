package import EdgeDiagnostics
package import EdgeSyntax

/// What IoT Hub accepts in desired properties, beside their size as a whole.
///
/// Source: MicrosoftDocs/azure-docs articles/iot-hub/iot-hub-devguide-device-twins.md; Azure/iotedge
/// edge-hub/core/src/Microsoft.Azure.Devices.Edge.Hub.Core/twin/ReportedPropertiesValidator.cs.
package enum TwinLimits {
  /// Levels of objects and arrays below `desired`.
  package static let depth = 10
  /// Bytes of UTF-8 in a key.
  package static let keyLength = 1024
  /// Bytes of UTF-8 in a string.
  package static let stringLength = 4096
  /// Bytes of a twin, as the hub counts them.
  package static let size = 32 * 1024
  /// The largest whole number is one less than 2^52, the smallest is -2^52.
  package static let integerMagnitude: UInt64 = 1 << 52

  /// Reports what the hub would refuse in a desired section.
  package static func check(_ desired: SyntaxNode, _ context: DecodingContext) {
    for member in desired.members where isServiceKey(member.key) {
      context.report(
        .desiredServiceKeys, "'\(member.key.text)' belongs to the service", at: member.key,
        severity: context.severityOfMistakes, help: "remove it")
    }
    check(desired, of: .free, context)
  }

  /// Reports what the hub would refuse in a part of a twin.
  ///
  /// - Parameters:
  ///   - part: What the outermost keys of the twin mean.
  ///   - path: The keys that lead to the node, for a layered deployment; their spelling is not judged.
  package static func check(
    _ node: SyntaxNode, of part: Part, under path: [String] = [], _ context: DecodingContext
  ) {
    var inner = part
    for key in path {
      guard let next = inner.member(key) else { return }
      inner = next
    }
    check(node, depth: path.count, inArray: false, inner, context)
  }

  private static func isServiceKey(_ key: SyntaxNode) -> Bool {
    key.hasText("$metadata") || key.hasText("$version") || key.hasText("$etag")
  }

  private static func check(
    _ node: SyntaxNode, depth: Int, inArray: Bool, _ part: Part, _ context: DecodingContext
  ) {
    switch node.kind {
    case .mapping, .sequence:
      guard depth < Self.depth else {
        return context.report(
          .twinDepth, "nesting is deeper than \(Self.depth) levels", at: node,
          severity: context.severityOfMistakes, help: "flatten the properties, or send them as text"
        )
      }
      for member in node.members where depth > 0 || !isServiceKey(member.key) {
        checkKey(member.key, part, context)
        guard let inner = part.member(member.key.text) else { continue }
        check(member.value, depth: depth + 1, inArray: false, inner, context)
      }
      for element in node.elements {
        check(element, depth: depth + 1, inArray: true, part, context)
      }
    case .string:
      // The text of a route has a rule of its own.
      if part != .route { checkString(node, context) }
    case .number: checkNumber(node, context)
    case .null:
      // What null means in a system twin is said by the rules of its members.
      guard inArray || part == .free else { return }
      context.report(
        inArray ? .twinArrayNull : .twinNull,
        inArray ? "null in an array" : "null removes a property instead of setting it", at: node,
        severity: context.severityOfMistakes, help: "leave it out")
    case .boolean: break
    }
  }

  private static func checkKey(_ key: SyntaxNode, _ part: Part, _ context: DecodingContext) {
    let text = key.utf8
    if text.count > keyLength, part != .modules {
      context.report(
        .twinKeyLength, "a key has \(text.count) bytes, more than \(keyLength)", at: key,
        severity: context.severityOfMistakes, help: "shorten it")
    }
    guard !part.hasNamedKeys, !key.hasPlaceholder, text.hasRefusedCharacter else { return }
    // In a template `$NAME` is filled in before the hub sees it.
    guard !context.isTemplate || !text.contains(UInt8(ascii: "$")) else { return }
    context.report(
      .twinKeyChars, "key '\(key.text)' has a character that the hub refuses", at: key,
      severity: context.severityOfMistakes,
      help: "use no '.', '$', '#', blank or control character in it")
  }

  private static func checkString(_ node: SyntaxNode, _ context: DecodingContext) {
    let count = node.utf8.count
    guard count > stringLength else { return }
    context.report(
      .twinValueSize, "a string has \(count) bytes, more than \(stringLength)", at: node,
      severity: context.severityOfMistakes, help: "shorten it, or split it over several properties")
  }

  private static func checkNumber(_ node: SyntaxNode, _ context: DecodingContext) {
    guard case .integer(let value) = node.scalar else { return }
    let limit = value.isNegative ? integerMagnitude : integerMagnitude - 1
    guard value.magnitude > limit else { return }
    context.report(
      .twinIntegerRange, "\(node.text) is outside the integers that a twin holds", at: node,
      severity: context.severityOfMistakes, help: "write it as a string")
  }
}

extension TwinLimits {
  /// What the keys of an object in a twin mean, so that a mistake is said once: names that have rules of
  /// their own are left to them.
  package enum Part: Sendable {
    /// Properties of a module.
    case free
    /// Members that the agent or the hub knows.
    case known
    /// `$edgeAgent` as a whole.
    case agent
    /// Keys are names of modules.
    case modules
    case module, settings
    /// Keys are names of variables.
    case environment
    /// `$edgeHub` as a whole.
    case hub
    /// Keys are names of routes.
    case routes
    case route

    /// What a member is; nil where nothing of it stays in the twin as it is.
    fileprivate func member(_ key: @autoclosure () -> String) -> Part? {
      switch self {
      case .free: return .free
      case .known, .environment: return .known
      case .agent: return ["modules", "systemModules"].contains(key()) ? .modules : .known
      case .modules: return .module
      case .module: return ["settings": .settings, "env": .environment][key()] ?? .known
      case .settings: return key().lowercased().hasPrefix("createoptions") ? nil : .known
      case .hub: return key() == "routes" ? .routes : .known
      case .routes, .route: return .route
      }
    }

    fileprivate var hasNamedKeys: Bool {
      self == .modules || self == .environment || self == .routes
    }
  }

  /// The size of a value in a twin as the hub counts it, in bytes: those of all keys and values; a
  /// string without control characters, 8 for a number, 4 for a boolean.
  ///
  /// Source: MicrosoftDocs/azure-docs articles/iot-hub/iot-hub-devguide-device-twins.md.
  package static func size(of node: SyntaxNode) -> Int {
    switch node.kind {
    case .mapping: node.members.reduce(0) { $0 + $1.key.utf8.count + size(of: $1.value) }
    case .sequence: node.elements.reduce(0) { $0 + size(of: $1) }
    case .string: size(ofText: node.utf8.span)
    case .number: 8
    case .boolean: 4
    case .null: 0
    }
  }

  /// The size of a string as the hub counts it: U+0000 to U+001F and U+007F to U+009F do not count.
  package static func size(ofText text: Span<UInt8>) -> Int {
    var size = 0
    var previous: UInt8 = 0
    for index in text.indices {
      let byte = text[index]
      if byte >= 0x20, byte != 0x7F { size += 1 }
      if previous == 0xC2, byte < 0xA0 { size -= 2 }
      previous = byte
    }
    return size
  }
}

extension ArraySlice<UInt8> {
  /// Whether a key has what the hub refuses: a control character, a blank, `.`, `$` or `#`.
  package var hasRefusedCharacter: Bool {
    var previous: UInt8 = 0
    for byte in self {
      let isRefused =
        byte <= 0x20 || byte == 0x7F || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "$")
        || byte == UInt8(ascii: "#") || previous == 0xC2 && byte < 0xA0
      if isRefused { return true }
      previous = byte
    }
    return false
  }
}

extension RuleInfo {
  /// What the hub refuses in desired properties.
  package static let twinRules: [RuleInfo] = [
    .desiredServiceKeys, .twinArrayNull, .twinDepth, .twinIntegerRange, .twinKeyChars,
    .twinKeyLength, .twinNull, .twinSize, .twinValueSize,
  ]

  private static let twinPage = """
    MicrosoftDocs/azure-docs articles/iot-hub/iot-hub-devguide-device-twins.md
    """

  package static let desiredServiceKeys = RuleInfo(
    "desired-service-keys", .error, "`$metadata` or `$version` in desired properties",
    explanation: "Both are the service's own; they come from copying a twin. Remove them.",
    source: twinPage)

  package static let twinKeyChars = RuleInfo(
    "twin-key-chars", .error, "key with a character that the hub refuses",
    explanation: "Keys of a twin have no `.`, `$`, `#`, blank or control character.",
    source: twinPage)

  package static let twinKeyLength = RuleInfo(
    "twin-key-length", .error, "key of more than 1024 bytes",
    explanation: "Keys of a twin have at most 1 KiB of UTF-8.", source: twinPage)

  package static let twinDepth = RuleInfo(
    "twin-depth", .error, "desired properties nested deeper than ten levels",
    explanation: "The hub refuses more than ten levels of objects and arrays.", source: twinPage)

  package static let twinValueSize = RuleInfo(
    "twin-value-size", .error, "string of more than 4096 bytes in a twin",
    explanation: "The hub refuses a string value of more than 4096 bytes of UTF-8.",
    source: "MicrosoftDocs/azure-docs articles/iot-hub/iot-hub-devguide-quotas-throttling.md")

  package static let twinIntegerRange = RuleInfo(
    "twin-integer-range", .error, "integer that a twin cannot hold",
    explanation: "Integers of a twin lie between -2^52 and 2^52 - 1. Write others as strings.",
    source: twinPage)

  package static let twinNull = RuleInfo(
    "twin-null", .warning, "null in desired properties",
    explanation: "Null deletes a property when the twin is patched; it is never a value.",
    source: twinPage)

  package static let twinArrayNull = RuleInfo(
    "twin-array-null", .error, "null in an array of desired properties",
    explanation: "Arrays of a twin may not hold null.",
    source: """
      Azure/iotedge edge-hub/core/src/Microsoft.Azure.Devices.Edge.Hub.Core/twin/\
      ReportedPropertiesValidator.cs (ValidateArrayContent)
      """)

  package static let twinSize = RuleInfo(
    "twin-size", .error, "desired properties over 32 KiB",
    explanation: """
      The hub counts the bytes of keys and values of each twin and refuses more than 32 KiB. Shorten \
      createOptions, or move modules to a layered deployment.
      """,
    source: twinPage)
}
