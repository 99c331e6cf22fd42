internal import EdgeModel
internal import EdgeSyntax

/// A member of an object in the form in which objects at its place are compared.
struct NormalMember: Sendable {
  /// The key in the one spelling that stands for all that mean the same.
  let key: ArraySlice<UInt8>
  let writtenKey: ArraySlice<UInt8>
  let value: Value
  let field: Field
}

extension Place {
  /// The members of an object here, in order; of members that are one, the last.
  func members(of value: Value) -> [NormalMember] {
    switch self {
    case .route where !value.isMapping:
      return [
        NormalMember(
          key: Self.routeKey, writtenKey: Self.routeKey, value: value, field: field(Self.routeKey))
      ]
    case .docker: return dockerMembers(of: value)
    default: return plainMembers(of: value)
    }
  }

  private static let routeKey = Array("route".utf8)[...]

  private func plainMembers(of value: Value) -> [NormalMember] {
    value.entries.map {
      NormalMember(key: $0.key, writtenKey: $0.key, value: $0.value, field: field($0.key))
    }
  }

  /// A key of an object here in the one spelling that stands for all that mean the same.
  func normalKey(_ key: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard case .docker(let type, let rule, _) = self else { return key }
    if case .object(let object) = type, let member = object[key] {
      return Array(member.name.utf8)[...]
    }
    return rule.normalized(key)
  }

  private func dockerMembers(of value: Value) -> [NormalMember] {
    var members: [NormalMember] = []
    var positions: [ArraySlice<UInt8>: Int] = [:]
    for entry in value.entries {
      let key = normalKey(entry.key)
      let member = NormalMember(
        key: key, writtenKey: entry.key, value: entry.value, field: field(entry.key))
      if let index = positions[key] {
        members[index] = member
      } else {
        positions[key] = members.count
        members.append(member)
      }
    }
    return members
  }
}

extension Field {
  /// Whether a value says no more than no member would, where that can be seen from the value alone.
  func isNothing(_ value: Value) -> Bool {
    switch absence {
    case .counts, .object, .listed: return false
    case .text(let text): return value.string.map { $0.isText(text) } ?? false
    case .integer(let number):
      guard let node = value.node, node.kind == .number else { return false }
      return ExactNumber(node.utf8) == ExactNumber(Array("\(number)".utf8)[...])
    case .null: return value.node?.isNull ?? false
    case .nothing: return isEmpty(value)
    case .anything: return true
    }
  }

  /// Whether a value is as good as no member, members of its own included.
  func means(nothing value: Value) -> Bool {
    guard case .object = absence else { return isNothing(value) }
    return MeaningText.text(of: value, at: place) == Array("{}".utf8)
  }

  /// Whether a value that says nothing is compared as if it were not there.
  var hidesNothing: Bool {
    switch absence {
    case .nothing, .null, .anything: true
    default: false
    }
  }

  /// Null, false, 0, and an empty text, list or object.
  private func isEmpty(_ value: Value) -> Bool {
    guard let node = value.node else { return value.entries.isEmpty }
    switch node.kind {
    case .null: return true
    case .boolean: return node.jsonLiteral == "false"
    case .number: return ExactNumber(node.utf8)?.text == "0"
    case .string: return node.utf8.isEmpty
    case .mapping: return place.members(of: value).allSatisfy { $0.field.isNothing($0.value) }
    case .sequence: return node.elements.first { _ in true } == nil
    }
  }
}
