/// The condition that says for which devices a deployment is meant.
///
/// Every part knows its place, in bytes of the condition's text from 0. The grammar is put together
/// from the documentation and from what creating a deployment is known to refuse; the service's own
/// is not published.
///
/// Source: MicrosoftDocs/azure-docs,
/// articles/iot-hub/iot-hub-devguide-query-language.md and
/// articles/iot-edge/module-deployment-monitoring.md.
package struct TargetCondition: Sendable, Hashable {
  /// nil: the text is blank, and the deployment is for no device.
  package let expression: TargetExpression?

  /// Reads a condition in UTF-8.
  ///
  /// Takes time linear in the text. Conditions are read down to ``maximumNesting`` levels.
  ///
  /// - Returns: The condition, or nil if its structure cannot be made out; and all problems in the
  ///   order of the text. A condition with problems in single operands is returned nevertheless.
  package static func parse(
    _ text: [UInt8]
  ) -> (condition: TargetCondition?, problems: [TargetConditionProblem]) {
    var parser = TargetConditionParser(text)
    let condition = parser.parse()
    return (condition, parser.problems)
  }

  /// How deep parentheses and `NOT` may be nested.
  package static let maximumNesting = 100
}

/// A part of a target condition.
package indirect enum TargetExpression: Sendable, Hashable {
  /// Two or more parts joined by `OR`.
  case or([TargetExpression])
  /// Two or more parts joined by `AND`.
  case and([TargetExpression])
  /// `NOT` and what it negates; the range is that of the word.
  case not(TargetExpression, keyword: Range<Int>)
  /// Parentheses; the range includes them.
  case group(TargetExpression, range: Range<Int>)
  case comparison(TargetComparison)
  /// `is_defined(path)`: a path, or an operand that cannot be read; the range is that of the whole
  /// call.
  case isDefined(TargetOperand, range: Range<Int>)
  /// `*` alone, which means every device for automatic device configurations.
  case everything(range: Range<Int>)

  package var range: Range<Int> {
    switch self {
    case .or(let parts), .and(let parts):
      (parts.first?.range.lowerBound ?? 0)..<(parts.last?.range.upperBound ?? 0)
    case .not(let inner, let keyword): keyword.lowerBound..<inner.range.upperBound
    case .group(_, let range), .isDefined(_, let range), .everything(let range): range
    case .comparison(let comparison): comparison.range
    }
  }
}

/// Two operands and what is asked about them.
package struct TargetComparison: Sendable, Hashable {
  package let left: TargetOperand
  package let sign: Sign
  package let signRange: Range<Int>
  package let right: TargetOperand

  package var range: Range<Int> { left.range.lowerBound..<right.range.upperBound }

  package enum Sign: Sendable, Hashable {
    /// `notEqual` is written `!=` or `<>`.
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
  }
}

/// One side of a comparison.
package struct TargetOperand: Sendable, Hashable {
  package let form: Form
  package let range: Range<Int>

  package enum Form: Sendable, Hashable {
    case path(TargetPath)
    /// With `''` read as one apostrophe.
    case text(String)
    case number(Double)
    case bool(Bool)
    case null
    /// A word that is neither a path nor a value; a problem says why.
    case unreadable
  }
}

/// What a target condition can ask about.
package struct TargetPath: Sendable, Hashable {
  package let root: Root
  /// The names after the root, letter case counting; none for ``Root/deviceId``.
  package let members: [String]
  package let range: Range<Int>

  package enum Root: Sendable, Hashable {
    case deviceId, tags, reportedProperties
  }
}
