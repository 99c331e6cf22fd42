/// An operator of a condition and where it stands.
package struct RouteOperator: Sendable, Hashable {
  package let kind: Kind
  package let range: Range<Int>

  package enum Kind: Sendable, Hashable {
    case coalesce, or, and
    /// `notEqual` is written `!=` or `<>`.
    case equal, notEqual
    case less, lessOrEqual, greater, greaterOrEqual
    case add, subtract, concatenate
    case multiply, divide, remainder
    case negate, not
  }
}

extension RouteOperator.Kind {
  /// The infix operator a token stands for.
  init?(infix token: RouteToken.Kind) {
    switch token {
    case .coalesce: self = .coalesce
    case .or: self = .or
    case .and: self = .and
    case .equal: self = .equal
    case .notEqual: self = .notEqual
    case .less: self = .less
    case .lessOrEqual: self = .lessOrEqual
    case .greater: self = .greater
    case .greaterOrEqual: self = .greaterOrEqual
    case .plus: self = .add
    case .minus: self = .subtract
    case .concatenate: self = .concatenate
    case .star: self = .multiply
    case .slash: self = .divide
    case .percent: self = .remainder
    default: return nil
    }
  }

  /// How tightly an infix operator binds: the larger, the tighter; all are left-associative. 0 is
  /// left for a character that is no operator but passes the grammar as one.
  package var precedence: Int {
    switch self {
    case .coalesce: 1
    case .or: 2
    case .and: 3
    case .equal, .notEqual: 4
    case .less, .lessOrEqual, .greater, .greaterOrEqual: 5
    case .add, .subtract, .concatenate: 6
    case .multiply, .divide, .remainder: 7
    case .negate, .not: 8
    }
  }

  package var isComparison: Bool { precedence == 4 || precedence == 5 }
}
