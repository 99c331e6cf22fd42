internal import EdgeDiagnostics

/// Reads the tokens of one route from left to right.
///
/// The source, the condition and the sink have files of their own. A syntax error ends the work;
/// what edgeHub finds only when it compiles is collected in ``problems``.
struct RouteParser {
  let text: [UInt8]
  let tokens: [RouteToken]
  let comments: [Range<Int>]
  var index = 0
  var problems: [RouteProblem] = []
  /// Whether to say how problems can be repaired; off while a repair is tried.
  private var makesRepairs = true

  /// The parts of the condition so far, each after its operands.
  var nodes: [RouteCondition.Node] = []
  /// How many parentheses, calls and prefix operators are open here.
  var nesting = 0
  /// How many of them are parentheses, of groups and calls.
  var openParentheses = 0
  /// The first problem with a single character; see ``condition()``.
  var characterProblem: Int?

  init(_ text: [UInt8]) {
    self.text = text
    let lexed = RouteLexer.tokens(of: text)
    tokens = lexed.tokens
    comments = lexed.comments
  }

  mutating func parse() -> RouteSyntax? {
    do {
      return try route()
    } catch {
      problems.append(error.problem)
      return nil
    }
  }

  /// Problems by place, those of one place in the order they were found.
  var problemsInOrder: [RouteProblem] {
    problems.enumerated()
      .sorted {
        ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
      }
      .map(\.element)
  }

  private mutating func route() throws(RouteRejection) -> RouteSyntax? {
    try checkNotEmpty()
    try selectAll()
    let from = try fromKeyword()
    let comment = commentOfSource(after: from)
    let source: RouteSource
    let condition: RouteCondition?
    do {
      source = try self.source(after: from)
      condition = try whereClause()
    } catch {
      throw comment.map(swallowed) ?? error
    }
    if let comment {
      var problem = swallowed(comment).problem
      problem.stage = .accepted
      problems.append(problem)
    }
    let into = token
    advance()
    let sink = try self.sink(after: into)
    let trailing = trailing(into: into, sink: sink, hasCondition: condition != nil)
    return RouteSyntax(source: source, condition: condition, sink: sink, trailing: trailing)
  }

  // MARK: Tokens

  var token: RouteToken { tokens[index] }

  /// The token after the current one; at the end, the end again.
  var following: RouteToken { tokens[min(index + 1, tokens.count - 1)] }

  /// The token before the current one, which must not be the first.
  var previous: RouteToken { tokens[index - 1] }

  /// Whether nothing stands between the current token and the one before.
  var isGlued: Bool { index > 0 && previous.range.upperBound == token.range.lowerBound }

  /// Where to point at the current token: its place, or at the end of the text what stands before.
  var place: Range<Int> { token.kind == .end ? previous.range : token.range }

  mutating func advance() {
    if index + 1 < tokens.count { index += 1 }
  }

  func string(_ token: RouteToken) -> String { text.string(token.range) }

  /// A token as messages show it.
  func shown(_ token: RouteToken) -> String {
    token.kind == .end ? "the end of the route" : "'\(text.excerpt(token.range))'"
  }

  /// The first token that begins at an offset or later. Takes logarithmic time.
  func firstToken(from offset: Int) -> RouteToken {
    var low = 0
    var high = tokens.count - 1
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    return tokens[low]
  }

  // MARK: Clauses

  private func checkNotEmpty() throws(RouteRejection) {
    guard token.kind == .end else { return }
    guard let comment = comments.first else {
      throw RouteRejection(.routeEmpty, "the route is empty", at: 0..<text.count)
    }
    throw RouteRejection(
      "the route is a comment and nothing else", at: comment,
      help: "write 'FROM', a source, 'INTO' and a sink")
  }

  private mutating func selectAll() throws(RouteRejection) {
    guard token.kind == .select else { return }
    advance()
    switch token.kind {
    case .star: advance()
    case .from, .end:
      throw RouteRejection(
        "'*' is missing after '\(string(previous))'", at: previous.range,
        help: "write 'SELECT * FROM', or leave 'SELECT' out")
    default:
      if let rejection = starGluedToKeyword(token) { throw rejection }
      throw RouteRejection(
        "only '*' can be selected, not \(shown(token))", at: token.range,
        help: "write 'SELECT * FROM', or leave 'SELECT' out")
    }
  }

  private mutating func fromKeyword() throws(RouteRejection) -> RouteToken {
    guard token.kind != .from else {
      defer { advance() }
      return token
    }
    if let placeholder = placeholderHere() { throw placeholder }
    switch token.kind {
    case .systemProperty where following.kind == .end:
      throw RouteRejection(
        "'\(string(token))' is not a route", at: token.range,
        help: "a variable was probably not replaced by its value")
    case .slash:
      throw RouteRejection("'FROM' is missing before the source", at: token.range)
    case .identifier:
      if let word = Suggestion.nearest(to: string(token), among: ["FROM", "SELECT"]) {
        throw RouteRejection(
          "unknown keyword '\(string(token))'", at: token.range, help: "did you mean '\(word)'?")
      }
    case .end:
      throw RouteRejection(
        "the route ends after '\(string(previous))'", at: previous.range,
        help: "write 'FROM', a source, 'INTO' and a sink")
    default: break
    }
    throw RouteRejection(
      "expected 'FROM' at the beginning of the route, found \(shown(token))", at: place)
  }

  /// Reads up to `INTO` and stops before it.
  private mutating func whereClause() throws(RouteRejection) -> RouteCondition? {
    switch token.kind {
    case .into: return nil
    case .where: return try condition()
    default: throw unexpectedAfterSource()
    }
  }

  /// What follows the sink, and a problem about it.
  private mutating func trailing(
    into: RouteToken, sink: RouteSink, hasCondition: Bool
  ) -> Range<Int>? {
    guard token.kind != .end else { return nil }
    let range = token.range.lowerBound..<tokens[tokens.count - 2].range.upperBound
    var problem = trailingProblem(range)
    let rest = sink.range.upperBound..<range.upperBound
    if range.count == 1, problem.severity == .info {
      problem.help = "remove it"
      problem.repair = .init(
        title: "remove '\(text.string(range))'", applicability: .safe, edits: [(rest, "")])
    } else if token.kind == .where, !hasCondition {
      let start = into.range.lowerBound
      problem.repair = validated(
        .init(
          title: "move the condition before '\(string(into))'", applicability: .safe,
          edits: [(start..<start, text.string(range) + " "), (rest, "")]))
    }
    problems.append(problem)
    return range
  }

  /// A repair, unless the route would have a problem after it, too.
  func validated(_ repair: RouteProblem.Repair) -> RouteProblem.Repair? {
    guard makesRepairs else { return nil }
    var parser = RouteParser(repair.applied(to: text))
    parser.makesRepairs = false
    _ = parser.parse()
    return parser.problems.isEmpty ? repair : nil
  }

  private func trailingProblem(_ range: Range<Int>) -> RouteProblem {
    let what: String
    var help: String?
    var severity: Severity?
    switch token.kind {
    case _ where isHarmlessTrailing():
      what = "'\(text.excerpt(range))' after the sink is ignored"
      severity = .info
    case .where:
      what = "the condition after the sink is ignored"
      help = "move it before 'INTO'"
    case .comma:
      what = "what follows the first sink is ignored"
      help = "a route has one sink: write a second route"
    default:
      what = "text after the sink is ignored"
      help = "remove it"
    }
    return RouteProblem(
      .routeTrailingText, .accepted, what, at: range, severity: severity, help: help)
  }

  /// Whether only `;`, or a remark as other languages write it after `//`, follows the sink.
  private func isHarmlessTrailing() -> Bool {
    let isSemicolon = token.kind == .unknown && text[token.range.lowerBound] == UInt8(ascii: ";")
    let rest = tokens[(index + (isSemicolon ? 1 : 0))...].prefix(2)
    guard let first = rest.first, let second = rest.last else { return false }
    return first.kind == .end
      || first.kind == .slash && second.kind == .slash
        && first.range.upperBound == second.range.lowerBound
  }
}
