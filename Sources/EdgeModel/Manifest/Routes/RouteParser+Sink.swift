internal import EdgeDiagnostics

extension RouteParser {
  /// Reads `$upstream` or a call of `BrokeredEndpoint`.
  mutating func sink(after into: RouteToken) throws(RouteRejection) -> RouteSink {
    switch token.kind {
    case .systemProperty: return try upstream()
    case .identifier where following.kind == .leftParenthesis: return try moduleInput()
    default: throw invalidSink(into)
    }
  }

  private mutating func upstream() throws(RouteRejection) -> RouteSink {
    let name = string(token)
    guard name.lowercased() == "$upstream" else {
      let isNear = Suggestion.nearest(to: name, among: ["$upstream"]) != nil
      throw RouteRejection(
        .routeSink, "unknown sink '\(name)'", at: token.range,
        help: isNear ? "did you mean '$upstream'?" : Self.sinkHelp)
    }
    defer { advance() }
    return .upstream(range: token.range)
  }

  private static let sinkHelp =
    "use '$upstream', or 'BrokeredEndpoint(\"/modules/NAME/inputs/INPUT\")'"

  private func brokered(_ address: String) -> String {
    "write 'BrokeredEndpoint(\"\(address)\")'"
  }

  // MARK: Not a sink

  private func invalidSink(_ into: RouteToken) -> RouteRejection {
    if let placeholder = placeholderHere() ?? placeholder(at: index + (token.kind == .end ? 0 : 1))
    {
      return placeholder
    }
    switch token.kind {
    case .end:
      return RouteRejection(
        .routeSink, "there is no sink after '\(string(into))'", at: into.range,
        help: Self.sinkHelp)
    case .identifier: return invalidSinkName()
    case .string:
      return RouteRejection(
        .routeSink, "an address alone is not a sink", at: token.range,
        help: brokered(text.string(inside(token))))
    case .slash:
      let path = unquotedAddress()
      return RouteRejection(
        .routeSink, "an address alone is not a sink", at: path, help: brokered(text.string(path)))
    default:
      return RouteRejection(
        .routeSink, "expected a sink after '\(string(into))', found \(shown(token))",
        at: place, help: Self.sinkHelp)
    }
  }

  private func invalidSinkName() -> RouteRejection {
    let name = string(token)
    if name == "$", following.kind == .identifier {
      return RouteRejection(
        .routeSink, "a blank stands after '$'",
        at: token.range.lowerBound..<following.range.upperBound,
        help: "write '$\(string(following))'")
    }
    if name.lowercased() == "upstream" {
      return RouteRejection(
        .routeSink, "the '$' of '$upstream' is missing", at: token.range, help: "write '$upstream'")
    }
    if Self.isBrokeredEndpoint(name) {
      return addressWithoutParentheses()
    }
    let near = Suggestion.nearest(to: name, among: ["upstream", "BrokeredEndpoint"])
    return RouteRejection(
      .routeSink, "unknown sink '\(name)'", at: token.range,
      help: near.map { $0 == "upstream" ? "did you mean '$upstream'?" : "did you mean '\($0)'?" }
        ?? Self.sinkHelp)
  }

  private func addressWithoutParentheses() -> RouteRejection {
    let name = string(token)
    guard following.kind == .string else {
      return RouteRejection(
        .routeSink, "'\(name)' has no address", at: token.range,
        help: "write '\(name)(\"/modules/NAME/inputs/INPUT\")'")
    }
    return RouteRejection(
      .routeSink, "the address of '\(name)' is not in parentheses", at: following.range,
      help: "write '(\(string(following)))'")
  }

  // MARK: BrokeredEndpoint

  private static func isBrokeredEndpoint(_ name: String) -> Bool {
    name.lowercased() == "brokeredendpoint"
  }

  private mutating func moduleInput() throws(RouteRejection) -> RouteSink {
    let name = token
    guard Self.isBrokeredEndpoint(string(name)) else {
      let near = Suggestion.nearest(to: string(name), among: ["BrokeredEndpoint"])
      throw RouteRejection(
        .routeSink, "unknown sink function '\(string(name))'", at: name.range,
        help: near.map { "did you mean '\($0)'?" } ?? "use 'BrokeredEndpoint'")
    }
    advance()
    let open = token
    advance()
    guard token.kind == .string else { throw invalidAddressText(open) }
    let address = token
    advance()
    guard token.kind == .rightParenthesis else { throw unclosedSink(open) }
    let end = token.range.upperBound
    advance()
    return .input(
      try moduleInput(address: address, range: name.range.lowerBound..<end))
  }

  private func invalidAddressText(_ open: RouteToken) -> RouteRejection {
    if let placeholder = placeholderHere() { return placeholder }
    switch token.kind {
    case .unterminatedString: return unclosedText(token, rule: .routeSink)
    case .slash, .identifier:
      let path = unquotedAddress()
      return RouteRejection(
        .routeSink, "the address is not in quotes", at: path,
        help: "write '\"\(text.string(path))\"'")
    case .rightParenthesis:
      return RouteRejection(
        .routeSink, "the address is missing",
        at: open.range.lowerBound..<token.range.upperBound,
        help: "write '(\"/modules/NAME/inputs/INPUT\")'")
    default:
      return RouteRejection(
        .routeSink, "expected an address in quotes, found \(shown(token))",
        at: token.kind == .end ? open.range : token.range)
    }
  }

  private func unclosedSink(_ open: RouteToken) -> RouteRejection {
    switch token.kind {
    case .end:
      return RouteRejection(
        .routeSink, "'(' is never closed", at: open.range, help: "add ')' at the end")
    case .comma:
      let close = tokens[index...].first { $0.kind == .rightParenthesis }
      let end = close?.range.lowerBound ?? tokens[tokens.count - 2].range.upperBound
      return RouteRejection(
        .routeSink, "'BrokeredEndpoint' takes one address", at: token.range.lowerBound..<end,
        help: "a route has one sink: write a second route")
    default:
      return RouteRejection(
        .routeSink, "expected ')' after the address, found \(shown(token))", at: place)
    }
  }

  /// From the current token to the last one of what looks like a path without quotes.
  private func unquotedAddress() -> Range<Int> {
    var last = token
    for next in tokens[index...] {
      guard next.range.lowerBound <= last.range.upperBound,
        next.kind != .end, next.kind != .rightParenthesis, next.kind != .unterminatedString
      else { break }
      last = next
    }
    return token.range.lowerBound..<last.range.upperBound
  }

  /// The inside of a text in quotes.
  func inside(_ token: RouteToken) -> Range<Int> {
    token.range.lowerBound + 1..<token.range.upperBound - 1
  }
}
