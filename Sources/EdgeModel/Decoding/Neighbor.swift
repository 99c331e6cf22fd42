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
