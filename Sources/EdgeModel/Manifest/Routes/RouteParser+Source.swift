internal import EdgeDiagnostics

extension RouteParser {
  /// Reads a path: a slash and a name or `*`, again and again.
  mutating func source(after from: RouteToken) throws(RouteRejection) -> RouteSource {
    guard token.kind == .slash else { throw missingSource(from) }
    let start = token.range.lowerBound
    var items: [RouteSource.Item] = []
    while token.kind == .slash {
      let slash = token
      advance()
      guard token.kind == .star || token.kind == .identifier else {
        throw invalidItem(number: items.count, after: slash)
      }
      items.append(RouteSource.Item(text: string(token), range: token.range))
      advance()
    }
    return RouteSource(items: items, range: start..<previous.range.upperBound)
  }

  private func missingSource(_ from: RouteToken) -> RouteRejection {
    if let placeholder = placeholderHere() { return placeholder }
    switch token.kind {
    case .into, .where, .end:
      return RouteRejection(
        "there is no source after '\(string(from))'", at: from.range,
        help: "use '/messages/*' for all telemetry")
    case .star, .identifier:
      let name = string(token)
      return RouteRejection(
        "a source begins with '/', not with '\(name)'", at: token.range,
        help: ["*", "messages", "twinChangeNotifications"].contains(name)
          ? "write '/\(name)'" : "write for example '/messages/*'")
    default:
      return RouteRejection(
        "expected a source that begins with '/', found \(shown(token))", at: place)
    }
  }

  /// - Parameter number: How many segments stand before the one that cannot be read.
  private func invalidItem(number: Int, after slash: RouteToken) -> RouteRejection {
    if let placeholder = placeholderHere() { return placeholder }
    let isEnd = token.kind == .into || token.kind == .where
    if token.kind == .end || isEnd && !isGlued {
      return number == 0
        ? RouteRejection(
          "'/' alone is not a source", at: slash.range, help: "use '/*' for every message")
        : RouteRejection(
          "the source ends with '/'", at: slash.range, help: "remove it, or add '*'")
    }
    switch token.kind {
    case .slash:
      return RouteRejection("a segment of the source is empty", at: token.range)
    case .systemProperty:
      return unroutable(number, "begins with '$'")
    case .queryPath:
      return RouteRejection("'\(string(token))' has brackets and is not a name", at: token.range)
    case let kind where kind.isNumber: return unroutable(number, "reads as a number")
    case let kind where kind.isKeyword: return unroutable(number, "is a keyword")
    case let kind where kind.isWordLiteral: return unroutable(number, "is a literal")
    default:
      return RouteRejection(
        "expected a name or '*' after '/', found \(shown(token))", at: place)
    }
  }

  /// The token is a word, but one that no segment can be.
  private func unroutable(_ number: Int, _ reason: String) -> RouteRejection {
    let name = string(token)
    let message = "'\(name)' \(reason) and cannot be a name in a source"
    switch number {
    case 2:
      return RouteRejection(
        .routeSourceUnroutableName, message, at: token.range,
        help: "rename the module, or write FROM /messages/modules WHERE "
          + "$connectionModuleId = '\(name)'")
    case 4:
      return RouteRejection(
        .routeSourceUnroutableName, message, at: token.range,
        help: "rename the output, or write WHERE $outputName = '\(name)'")
    default:
      return RouteRejection(message, at: token.range)
    }
  }

  /// Neither `WHERE` nor `INTO` follows the source.
  func unexpectedAfterSource() -> RouteRejection {
    if let rejection = starGluedToKeyword(previous) ?? placeholderHere() ?? missingInto() {
      return rejection
    }
    let found = shown(token)
    switch token.kind {
    case .identifier:
      if let word = Suggestion.nearest(to: string(token), among: ["WHERE", "INTO"]) {
        return RouteRejection(
          "unknown keyword \(found)", at: token.range, help: "did you mean '\(word)'?")
      }
      return RouteRejection(
        "expected 'WHERE' or 'INTO' after the source, found \(found)", at: token.range,
        help: "a name in a source cannot have a blank in it")
    case .comma:
      return RouteRejection(
        "a route has one source", at: token.range, help: "write a second route")
    default:
      return isGlued
        ? RouteRejection("\(found) cannot be part of a name in a source", at: token.range)
        : RouteRejection(
          "expected 'WHERE' or 'INTO' after the source, found \(found)", at: token.range)
    }
  }

  /// A star and a keyword without a blank between them are one name.
  func starGluedToKeyword(_ token: RouteToken) -> RouteRejection? {
    let name = string(token)
    guard name.hasPrefix("*"),
      ["into", "where", "from"].contains(name.dropFirst().lowercased())
    else { return nil }
    return RouteRejection(
      "'\(name)' reads as one name", at: token.range,
      help: "write a blank before '\(name.dropFirst())'")
  }
}
