/// A type that is read from one mapping.
package protocol ModelObject: Sendable {
  /// What a person calls such a mapping, for messages, for example `a container`.
  static var objectName: String { get }
  /// The members without which the mapping means nothing, so that `null` there is a mistake.
  static var requiredFields: [StaticString] { get }
  /// Objects near it, whose members people write into it by mistake.
  static var neighbors: [Neighbor] { get }

  /// Claims the members it knows, in any order.
  init(from reader: inout ObjectReader)
}

extension ModelObject {
  package static var requiredFields: [StaticString] { [] }
  package static var neighbors: [Neighbor] { [] }
}

/// A kind of object and where it stands, seen from another that is often confused with it.
package struct Neighbor: Sendable {
  package let type: any ModelObject.Type
  /// What a person calls it, seen from there.
  package let name: String
  /// The way there in the user's words, for example `template.spec`.
  package let place: String

  /// - Parameter name: Where the name of the type itself would say too much.
  package init(_ type: any ModelObject.Type, named name: String? = nil, at place: String) {
    self.type = type
    self.name = name ?? type.objectName
    self.place = place
  }
}
