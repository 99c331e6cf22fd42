internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// A text that two values have in common exactly when they mean the same at their place.
struct MeaningText {
  /// Who compares.
  enum Reader: Sendable {
    /// Somebody who wants to know what differs.
    case person
    /// edgeAgent, for which lists have an order, and members of createOptions that it has no type for are
    /// text.
    ///
    /// Source: Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Docker/DockerConfig.cs
    /// (CompareCreateOptions), models/CreateContainerParameters.cs, models/HostConfig.cs.
    case agent
  }

  private(set) var bytes: [UInt8] = []
  private let showsDefaults: Bool
  private let reader: Reader

  /// - Parameter showsDefaults: Whether a default that is spelled out differs from a missing member.
  static func text(
    of value: Value, at place: Place, showsDefaults: Bool = false, for reader: Reader = .person
  ) -> [UInt8] {
    var text = MeaningText(showsDefaults: showsDefaults, reader)
    text.write(value, at: place)
    return text.bytes
  }

  private init(showsDefaults: Bool, _ reader: Reader) {
    self.showsDefaults = showsDefaults
    self.reader = reader
  }

  private func text(of value: Value, at place: Place) -> [UInt8] {
    Self.text(of: value, at: place, showsDefaults: showsDefaults, for: reader)
  }

  private mutating func write(_ value: Value, at place: Place) {
    let value = place.opened(value)
    if let node = value.node, !node.isMapping, !place.readsTextAsObject {
      node.isSequence ? writeList(value, at: place) : write(PlainMeaning(node, at: place))
    } else {
      writeObject(value, at: place)
    }
  }

  private mutating func write(_ plain: PlainMeaning) {
    switch plain {
    case .null: bytes += "null".utf8
    case .boolean(let value): bytes += "\(value)".utf8
    case .number(let number): bytes += number.utf8
    case .text(let text): JSONText.append(utf8: text.span, to: &bytes)
    }
  }

  private mutating func writeObject(_ value: Value, at place: Place) {
    if case .agent = reader, case .docker(.object(let object), _, _) = place {
      return writeForAgent(place.members(of: value), of: object)
    }
    var members: [Member] = []
    for member in place.members(of: value) {
      if !showsDefaults, member.field.isNothing(member.value) { continue }
      let text = text(of: member.value, at: member.field.place)
      // The same as no member.
      if !showsDefaults, case .object = member.field.absence, text == Array("{}".utf8) { continue }
      members.append((member.key, text))
    }
    writeMembers(members.sorted { $0.key.lexicographicallyPrecedes($1.key) })
  }

  private typealias Member = (key: ArraySlice<UInt8>, text: [UInt8])

  private mutating func writeMembers(_ members: [Member]) {
    bytes.append(UInt8(ascii: "{"))
    for (key, text) in members {
      JSONText.append(utf8: key.span, to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      bytes += text
      bytes.append(UInt8(ascii: ","))
    }
    if !members.isEmpty { bytes.removeLast() }
    bytes.append(UInt8(ascii: "}"))
  }

  /// First the members that the agent has types for, without values that are the type's default, then all
  /// others as they are.
  private mutating func writeForAgent(_ members: [NormalMember], of object: CreateOptionsObject) {
    var known: [Member] = []
    var others: [Member] = []
    for member in members {
      if let type = object[member.key], type.traits.contains(.agent) {
        guard !type.isDefault(member.value) else { continue }
        known.append((member.key, text(of: member.value, at: member.field.place)))
      } else if let node = member.value.node {
        var json = JSONWriter()
        json.value(node)
        others.append((member.writtenKey, json.bytes))
      }
    }
    writeMembers(known.sorted { $0.key.lexicographicallyPrecedes($1.key) } + others)
  }

  private mutating func writeList(_ value: Value, at place: Place) {
    let texts: [[UInt8]]
    switch reader {
    case .agent: texts = value.elements.map { text(of: $0, at: place.element) }
    case .person:
      var entries = value.elements.enumerated().map { index, element in
        let text = place.entryText(element) ?? text(of: element, at: place.element)
        return (key: place.entryKey(element, text: text), index: index, text: text)
      }
      // Entries of one key keep their order.
      entries.sort { left, right in
        left.key == right.key
          ? left.index < right.index : left.key.lexicographicallyPrecedes(right.key)
      }
      texts = entries.map(\.text)
    }
    bytes.append(UInt8(ascii: "["))
    for text in texts { bytes += text + [UInt8(ascii: ",")] }
    if !texts.isEmpty { bytes.removeLast() }
    bytes.append(UInt8(ascii: "]"))
  }
}

extension CreateOptionsField {
  /// Whether the agent writes nothing for a value: null, and where that is not a value of its own, false
  /// and 0.
  fileprivate func isDefault(_ value: Value) -> Bool {
    guard let node = value.node else { return false }
    switch node.kind {
    case .null: return true
    case .boolean: return !traits.contains(.nullable) && node.jsonLiteral == "false"
    case .number: return !traits.contains(.nullable) && ExactNumber(node.utf8)?.text == "0"
    case .string, .mapping, .sequence: return false
    }
  }
}

extension Place {
  /// Whether a text here is short for an object.
  var readsTextAsObject: Bool {
    if case .route = self { true } else { false }
  }

  /// createOptions that are nothing as an object without members; anything else as it is.
  func opened(_ value: Value) -> Value {
    guard case .docker(.object(let object), _, _) = self,
      object == .container, let node = value.node
    else { return value }
    let isNothing =
      node.isNull
      || node.isString
        && ["", "null"].contains(node.text.filter { !$0.isWhitespace }.lowercased())
    return isNothing ? .empty : value
  }

  /// What the elements of a list here are.
  var element: Place {
    switch self {
    case .docker(.list(let type), _, let isAgentType):
      .docker(type, .ordered, isAgentType: isAgentType)
    case .docker: .docker(nil, .ordered, isAgentType: false)
    default: .json
    }
  }

  /// What an element that is there or not says; nil for an element of another kind.
  func entryText(_ element: Value) -> [UInt8]? {
    guard case .docker(_, .set(let normalize), _) = self, let text = element.string else {
      return nil
    }
    return Array(JSONText.literal(normalize(text.text)).utf8)
  }

  /// What finds the element of another list that is the same entry; the same for all elements where
  /// only their order tells.
  ///
  /// - Parameter text: What the element says.
  func entryKey(_ element: Value, text: @autoclosure () -> [UInt8]) -> [UInt8] {
    guard case .docker(_, let rule, _) = self else { return [] }
    switch rule {
    case .set: return text()
    case .keyed(let key): return key(element).map { Array($0.utf8) } ?? []
    case .bindings: return Array(element.bindingKey.utf8)
    case .ordered, .keys, .portBindings: return []
    }
  }
}
