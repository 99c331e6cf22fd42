internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// A text that two values have in common exactly when they mean the same at their place.
struct MeaningText {
  private(set) var bytes: [UInt8] = []
  private let showsDefaults: Bool

  /// - Parameter showsDefaults: Whether a default that is spelled out differs from a missing member.
  static func text(
    of value: Value, at place: Place, showsDefaults: Bool = false
  ) -> [UInt8] {
    var text = MeaningText(showsDefaults: showsDefaults)
    text.write(value, at: place)
    return text.bytes
  }

  private init(showsDefaults: Bool) {
    self.showsDefaults = showsDefaults
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
    var members: [(key: ArraySlice<UInt8>, text: [UInt8])] = []
    for member in place.members(of: value) {
      if !showsDefaults, member.field.isNothing(member.value) { continue }
      let text = Self.text(
        of: member.value, at: member.field.place, showsDefaults: showsDefaults)
      // The same as no member.
      if !showsDefaults, case .object = member.field.absence, text == Array("{}".utf8) { continue }
      members.append((member.key, text))
    }
    members.sort { $0.key.lexicographicallyPrecedes($1.key) }
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

  private mutating func writeList(_ value: Value, at place: Place) {
    var entries = value.elements.enumerated().map { index, element in
      let text =
        place.entryText(element)
        ?? Self.text(of: element, at: place.element, showsDefaults: showsDefaults)
      return (key: place.entryKey(element, text: text), index: index, text: text)
    }
    // Entries of one key keep their order.
    entries.sort { left, right in
      left.key == right.key
        ? left.index < right.index : left.key.lexicographicallyPrecedes(right.key)
    }
    bytes.append(UInt8(ascii: "["))
    for entry in entries { bytes += entry.text + [UInt8(ascii: ",")] }
    if !entries.isEmpty { bytes.removeLast() }
    bytes.append(UInt8(ascii: "]"))
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
