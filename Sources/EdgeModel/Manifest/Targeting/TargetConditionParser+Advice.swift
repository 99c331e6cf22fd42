internal import EdgeDiagnostics

/// What to say when a target condition does not go on as it must.
extension TargetConditionParser {
  /// A query where only its filter is wanted.
  func checkNotQuery() throws(TargetConditionRejection) {
    guard isKeyword(token, "select") || isKeyword(token, "from") || isKeyword(token, "where")
    else { return }
    let filter = tokens.firstIndex { isKeyword($0, "where") }
    let end =
      filter.map { tokens[$0].range.upperBound } ?? tokens[tokens.count - 2].range.upperBound
    throw TargetConditionRejection(
      .targetConditionSelect, "a target condition is the filter only, not a whole query",
      at: token.range.lowerBound..<end,
      help: filter == nil
        ? "write for example tags.env='prod'" : "keep what follows '\(text.string(lastWord(end)))'")
  }

  private func lastWord(_ end: Int) -> Range<Int> { end - "where".utf8.count..<end }

  /// `AND`, `OR` or the end should stand here.
  func unexpectedAfterOperand() -> TargetConditionRejection {
    if let membership = membership() { return membership }
    if isKeyword(token, "not") {
      return TargetConditionRejection(
        "'AND' or 'OR' is missing before '\(string(token))'", at: token.range,
        help: "write 'AND \(string(token))'")
    }
    switch token.kind {
    case .rightParenthesis:
      return TargetConditionRejection("this ')' closes nothing", at: token.range, help: "remove it")
    case .sign:
      return TargetConditionRejection(
        "comparisons do not chain", at: token.range, help: "join two comparisons with 'AND'")
    case .other: return unexpectedCharacter()
    case .word:
      if let word = Suggestion.nearest(to: string(token), among: ["AND", "OR"]) {
        return TargetConditionRejection(
          "unknown keyword \(shown(token))", at: token.range, help: "did you mean '\(word)'?")
      }
      return TargetConditionRejection(
        "expected 'AND' or 'OR' before \(shown(token))", at: token.range)
    default:
      return TargetConditionRejection(
        "expected 'AND' or 'OR', found \(shown(token))", at: token.range)
    }
  }

  /// A path or value should stand here.
  func missingOperand() -> TargetConditionRejection {
    switch token.kind {
    case .unterminatedText:
      return TargetConditionRejection(
        .targetConditionQuotes, "the text that begins here is never closed",
        at: token.range.lowerBound..<token.range.lowerBound + 1,
        help: "close it with a single quote")
    case .other: return unexpectedCharacter()
    case .star:
      return TargetConditionRejection("'*' can only stand alone", at: token.range)
    case .end where index > 0:
      return TargetConditionRejection(
        "nothing stands after '\(string(tokens[index - 1]))'", at: tokens[index - 1].range)
    default:
      return TargetConditionRejection(
        "expected a path or a value, found \(shown(token))", at: token.range)
    }
  }

  /// A comparison sign should stand here.
  func missingComparison(after operand: TargetOperand) -> TargetConditionRejection {
    if let membership = membership() { return membership }
    switch token.kind {
    case .other: return unexpectedCharacter()
    case .word where !isKeyword(token, "and") && !isKeyword(token, "or"):
      return TargetConditionRejection(
        "\(shown(token)) is not an operator of target conditions", at: token.range,
        help: "use one of =, !=, <>, <, <=, >, >=")
    default:
      return TargetConditionRejection(
        "'\(text.excerpt(operand.range))' is not compared with anything", at: operand.range,
        help: "write for example \(text.excerpt(operand.range)) = 'value'")
    }
  }

  /// `IN` or `NIN`, also after `NOT`.
  private func membership() -> TargetConditionRejection? {
    let word = isKeyword(token, "not") ? following : token
    guard isKeyword(word, "in") || isKeyword(word, "nin") else { return nil }
    return TargetConditionRejection(
      .targetConditionIn, "'\(string(word))' cannot be used in a target condition", at: word.range,
      help: "compare with each value and join the comparisons with 'OR'")
  }

  private func unexpectedCharacter() -> TargetConditionRejection {
    var end = token.range.upperBound
    for next in tokens[(index + 1)...] {
      guard next.kind == .other, next.range.lowerBound == end else { break }
      end = next.range.upperBound
    }
    let range = token.range.lowerBound..<end
    let sign = text.excerpt(range)
    let help: String? =
      switch sign {
      case "&&", "&": "use 'AND'"
      case "||", "|": "use 'OR'"
      case "!": "use 'NOT'"
      default: nil
      }
    return TargetConditionRejection("unexpected '\(sign)'", at: range, help: help)
  }

  func doubledSign(_ first: Range<Int>) -> TargetConditionRejection {
    let range = first.lowerBound..<token.range.upperBound
    let sign = text.string(range)
    return TargetConditionRejection(
      "'\(sign)' is not an operator of target conditions", at: range,
      help: sign == "==" ? "use '='" : nil)
  }

  func unknownFunction(_ name: TargetToken) -> TargetConditionRejection {
    TargetConditionRejection(
      "'\(string(name))' is not a function of target conditions", at: name.range,
      help: "the only function is is_defined(path)")
  }
}
