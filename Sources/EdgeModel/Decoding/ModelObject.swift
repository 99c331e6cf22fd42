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
  /// The way there in the user's words, for example `template.spec`.
  package let place: String

  package init(_ type: any ModelObject.Type, at place: String) {
    self.type = type
    self.place = place
  }
}
