internal import EdgeDiagnostics

extension TargetConditionParser {
  /// Reads a path or a value.
  ///
  /// - Parameter isRight: Whether it follows a comparison sign, where a bare word is more likely a
  ///   text without quotes than a wrong path.
  mutating func operand(isRight: Bool) throws(TargetConditionRejection) -> TargetOperand {
    let token = token
    switch token.kind {
    case .text:
      advance()
      return TargetOperand(form: .text(unquoted(token)), range: token.range)
    case .doubleQuoted:
      problems.append(
        TargetConditionProblem(
          .targetConditionQuotes, "\(shown(token)) is in double quotes", at: token.range,
          help: "write \(singleQuoted(unquoted(token)))"))
      advance()
      return TargetOperand(form: .text(unquoted(token)), range: token.range)
    case .word:
      guard !isReserved(token) else { throw missingOperand() }
      advance()
      return word(token, isRight: isRight)
    default: throw missingOperand()
    }
  }

  private func isReserved(_ token: TargetToken) -> Bool {
    ["and", "or", "not"].contains { isKeyword(token, $0) }
  }

  private func unquoted(_ token: TargetToken) -> String {
    let inside = text[token.range.lowerBound + 1..<token.range.upperBound - 1]
    var bytes: [UInt8] = []
    var isDoubled = false
    for byte in inside {
      // Within the token a quote is always one of a pair.
      isDoubled = byte == text[token.range.lowerBound] && !isDoubled
      if !isDoubled { bytes.append(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A value as it would have to be written.
  private func singleQuoted(_ value: String) -> String {
    "'" + value.map { $0 == "'" ? "''" : String($0) }.joined() + "'"
  }

  private mutating func word(_ token: TargetToken, isRight: Bool) -> TargetOperand {
    let name = string(token)
    let form: TargetOperand.Form
    switch name.lowercased() {
    case "true": form = .bool(true)
    case "false": form = .bool(false)
    case "null": form = .null
    default:
      if let number = number(name) {
        form = .number(number)
      } else if let path = path(token, isRight: isRight) {
        form = .path(path)
      } else {
        form = .unreadable
      }
    }
    return TargetOperand(form: form, range: token.range)
  }

  /// A decimal number; `Double` itself would take `nan` and `0x1` too.
  private func number(_ name: String) -> Double? {
    guard let first = name.utf8.first, RouteWord.isDigit(first) || first == UInt8(ascii: "-"),
      name.utf8.allSatisfy({ RouteWord.isDigit($0) || "-+.eE".utf8.contains($0) })
    else { return nil }
    return Double(name)
  }

  private mutating func path(_ token: TargetToken, isRight: Bool) -> TargetPath? {
    let parts = string(token).split(separator: ".", omittingEmptySubsequences: false)
      .map(String.init)
    let words = parts.map { $0.lowercased() }
    if words == ["deviceid"] {
      return TargetPath(root: .deviceId, members: [], range: token.range)
    }
    let rootLength =
      words[0] == "tags" ? 1 : words.starts(with: ["properties", "reported"]) ? 2 : 0
    let members = parts.dropFirst(rootLength)
    guard rootLength > 0, !members.isEmpty, !members.contains("") else {
      problems.append(invalidPath(token, words, isRight: isRight))
      return nil
    }
    return TargetPath(
      root: rootLength == 1 ? .tags : .reportedProperties, members: Array(members),
      range: token.range)
  }

  private func invalidPath(
    _ token: TargetToken, _ words: [String], isRight: Bool
  ) -> TargetConditionProblem {
    let name = string(token)
    let isPathlike = ["tags", "properties", "deviceid"].contains(words[0])
    if isRight, !isPathlike {
      return TargetConditionProblem(
        .targetConditionQuotes, "\(shown(token)) is not in quotes", at: token.range,
        help: "write \(singleQuoted(name))")
    }
    var message = "a target condition cannot ask about \(shown(token))"
    var help = "use deviceId, tags.NAME or properties.reported.NAME"
    if words == ["tags"] || words == ["properties", "reported"] || words.contains("") {
      message = "a name is missing in \(shown(token))"
    } else if words.starts(with: ["properties", "desired"]) {
      message = "a target condition cannot ask about desired properties"
      help = "use properties.reported.NAME or tags.NAME"
    } else if let near = Suggestion.nearest(to: words[0], among: ["deviceId", "tags"]),
      near == "tags" || words.count == 1
    {
      let rest = name.drop { $0 != "." }
      help = "did you mean '\(near == "tags" ? near + rest : near)'?"
    } else if words.count == 1 {
      help = "did you mean 'tags.\(name)'?"
    }
    return TargetConditionProblem(.targetConditionPath, message, at: token.range, help: help)
  }
}
