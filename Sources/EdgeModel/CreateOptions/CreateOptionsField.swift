/// One member that Docker takes in createOptions: what it is, who reads it, and all that documentation
/// says of it.
///
/// The one declaration of a key: lint judges names and types by it, convert puts two values of it
/// together by it, and `explain` prints it. Nothing in it has to be made at run time, so that a table of
/// a hundred costs nothing until somebody asks.
package struct CreateOptionsField: Sendable {
  /// The documented spelling.
  package let spelling: StaticString
  package let type: CreateOptionsType
  package let traits: Traits
  /// How entries are told apart when two values become one.
  package let identity: CreateOptionsIdentity
  /// What it is, without a stop.
  package let meaning: StaticString
  /// What it is where it is absent; empty where nothing is to be said.
  package let usual: StaticString
  /// What Docker demands of the value; empty where any of the type will do.
  package let check: StaticString
  /// The words that are taken, with blanks between them; empty where the list is not closed.
  private let words: StaticString
  /// The option of `docker run`; empty where there is none.
  package let flag: StaticString
  /// The version of Docker's API that it came with; empty for what all that matter have.
  package let since: StaticString
  /// What the runtime does with it; empty where it hands it on.
  package let runtime: StaticString
  /// Where the facts are from.
  package let source: StaticString

  package struct Traits: OptionSet, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The agent has a type for it, and so converts some values of other types.
    package static let agent = Traits(rawValue: 1 << 0)
    /// The daemon has a type for it: it converts nothing, and knows one spelling.
    package static let daemon = Traits(rawValue: 1 << 1)
    /// Null is as good as no member for the agent, although it is a number or a boolean.
    package static let nullable = Traits(rawValue: 1 << 2)
    /// No entry of the list may be null.
    package static let strictEntries = Traits(rawValue: 1 << 3)
    /// 0, false or an empty value says something else than no member.
    package static let emptyCounts = Traits(rawValue: 1 << 4)
    /// Whatever it says has no effect.
    package static let ignored = Traits(rawValue: 1 << 5)
    /// Only Windows knows it.
    package static let windows = Traits(rawValue: 1 << 6)
  }

  package static func field(
    _ spelling: StaticString, _ type: CreateOptionsType, _ traits: Traits = [],
    by identity: CreateOptionsIdentity = .whole, means meaning: StaticString,
    usual: StaticString = "",
    check: StaticString = "", words: StaticString = "", flag: StaticString = "",
    since: StaticString = "", runtime: StaticString = "",
    source: StaticString = "moby/moby api/swagger.yaml"
  ) -> CreateOptionsField {
    CreateOptionsField(
      spelling: spelling, type: type, traits: traits, identity: identity, meaning: meaning,
      usual: usual, check: check, words: words, flag: flag, since: since, runtime: runtime,
      source: source)
  }

  /// The documented spelling as text.
  package var name: String { spelling.description }

  /// The words that are taken; none where the list is not closed.
  package var values: [String] { words.description.split(separator: " ").map(String.init) }
}
