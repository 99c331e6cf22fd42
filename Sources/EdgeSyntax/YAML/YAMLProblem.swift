internal import EdgeDiagnostics

/// Turns what libyaml says into what a person would want to hear.
///
/// libyaml tells where it noticed, which is often one line too late, and what it was doing. Here are
/// the mistakes that people make; ``YAMLProblemWords`` has the words for the rest.
struct YAMLProblem {
  let problem: YAMLEventReader.Problem
  let text: ProblemText
  let base: Int
  let openBracket: Int?

  /// - Parameters:
  ///   - text: The part of the source that was being read, with the source's own indices.
  ///   - openBracket: Where the innermost collection begins, when it is written with brackets.
  init(
    _ problem: YAMLEventReader.Problem, in text: ArraySlice<UInt8>, source: SourceID,
    openBracket: UInt32?
  ) {
    self.problem = problem
    self.text = ProblemText(text, source: source)
    self.openBracket = openBracket.map { Int($0) }
    base = text.startIndex
  }

  /// Whether the document before the place is complete.
  var isAfterDocument: Bool { problem.text.contains("<document start>") }

  var diagnostic: Diagnostic {
    if let offset = problem.byteOffset { return encodingProblem(at: base + offset) }
    let offset = text.offset(ofIndex: problem.index ?? 0)
    let context = problem.contextIndex.map { text.offset(ofIndex: $0) }
    if let action = text.helmAction(around: offset) {
      return Self.helmTemplate(at: text.range(action))
    }
    if let conflict = conflictMarker(at: [context, offset]) { return conflict }
    if let mark = text.byteOrderMark(around: offset) {
      return Self.innerByteOrderMark(at: text.range(mark))
    }
    if text[offset] == UInt8(ascii: "\t") || problem.text.contains("tab character") {
      return tabIndent(at: offset)
    }
    if isAfterDocument {
      return Self.contentAfterDocument(at: text.range(text.word(at: offset)))
    }
    return mistake(at: offset, context: context) ?? generic(at: offset, context: context)
  }

  /// What libyaml noticed, in other words, and where the construct began.
  private func generic(at offset: Int, context: Int?) -> Diagnostic {
    let words = YAMLProblemWords(problem.text, character: text.character(at: offset))
    var labels: [Diagnostic.Label] = []
    if let context, context != offset, let name = words.label(ofContext: problem.context ?? "") {
      let isBracket = text[context] == UInt8(ascii: "[") || text[context] == UInt8(ascii: "{")
      let mark = isBracket ? context..<(context + 1) : text.word(at: context)
      labels.append(.init("\(name) begins here", at: text.range(mark)))
    }
    return Diagnostic(
      .yamlSyntax, words.message, at: text.range(text.word(at: offset)), labels: labels,
      help: words.help)
  }

  /// A diagnostic of `yaml-syntax`.
  func syntax(
    _ message: String, at range: Range<Int>, labels: [(String, Range<Int>)] = [], help: String
  ) -> Diagnostic {
    Diagnostic(
      .yamlSyntax, message, at: text.range(range),
      labels: labels.map { .init($0.0, at: text.range($0.1)) }, help: help)
  }
}

// MARK: - What is not a mistake in YAML

extension YAMLProblem {
  static func contentAfterDocument(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .yamlContentAfterDocument,
      "the document is complete before this place; kubectl ignores what follows", at: range,
      help: "indent all keys of a mapping alike, or put '---' on a line of its own before this")
  }

  /// A byte order mark that is not at the beginning of its file.
  static func innerByteOrderMark(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .yamlInnerBOM, "a byte order mark inside the file", at: range,
      help: "remove it; files that were put together often have one at each seam")
  }

  static func helmTemplate(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .docHelmTemplate, "this is a Helm template, not YAML", at: range,
      help: "render the chart first: helm template CHART | edgekit convert -")
  }

  private func encodingProblem(at offset: Int) -> Diagnostic {
    if let broken = text.brokenSequence, broken.lowerBound <= offset {
      return Diagnostic(
        .yamlInvalidUTF8, "invalid UTF-8 at byte \(broken.lowerBound)", at: text.range(broken),
        help: "save the file as UTF-8")
    }
    let character = text.character(at: offset)
    let value = character.unicodeScalars.first?.value ?? 0
    let digits = String(value, radix: 16, uppercase: true)
    let code = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return Diagnostic(
      .yamlControlCharacter,
      "\(value < 0xA0 ? "control" : "forbidden") character U+\(code) at byte \(offset)",
      at: text.range(offset..<(offset + max(1, character.utf8.count))),
      help: "remove it, or write \"\\u\(code)\" in double quotes")
  }

  private func conflictMarker(at offsets: [Int?]) -> Diagnostic? {
    let lines = offsets.compactMap { $0.map { text.line(at: $0) } }
    return lines.first { text.isConflictMarker($0) }.map {
      syntax("a merge conflict is left in the file", at: $0, help: "resolve it in git first")
    }
  }

  private func tabIndent(at offset: Int) -> Diagnostic {
    var start = offset
    // libyaml may notice at the text behind the tab.
    while start > base, text[start] != UInt8(ascii: "\t"), text[start - 1] != 0x0A { start -= 1 }
    var end = start
    while text[end] == UInt8(ascii: "\t") { end += 1 }
    return Diagnostic(
      .yamlTabIndent, "a tab is used as indentation",
      at: text.range(start..<max(end, min(start + 1, text.end))), help: "indent with spaces")
  }
}
