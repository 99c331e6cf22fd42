/// A fixed list of values of one field, each spelled as in the API.
package protocol Vocabulary: RawRepresentable, CaseIterable, Hashable, Sendable
where RawValue == String {
  /// Whether the empty string reads as if the field were absent, because the API server then fills
  /// in a default.
  static var treatsEmptyAsAbsent: Bool { get }
  /// Whether decoding reports unknown values; false where a rule of its own says more about them.
  static var isCheckedWhenDecoded: Bool { get }
}

extension Vocabulary {
  package static var treatsEmptyAsAbsent: Bool { false }
  package static var isCheckedWhenDecoded: Bool { true }
}

/// A value of a ``Vocabulary``, or the text of one that it does not know.
package enum Choice<Known: Vocabulary>: Hashable, Sendable {
  case known(Known)
  case unknown(String)

  package init(_ text: String) {
    self = Known(rawValue: text).map(Self.known) ?? .unknown(text)
  }

  /// The value, when it is one of the list.
  package var recognized: Known? {
    guard case .known(let value) = self else { return nil }
    return value
  }

  /// The spelling in the document.
  package var text: String {
    switch self {
    case .known(let value): value.rawValue
    case .unknown(let text): text
    }
  }

  package static func == (left: Self, right: Known) -> Bool { left.recognized == right }
  package static func != (left: Self, right: Known) -> Bool { left.recognized != right }
}
