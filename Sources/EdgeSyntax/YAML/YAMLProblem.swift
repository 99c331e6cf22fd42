internal import EdgeDiagnostics

/// Turns what libyaml says into what a person would want to hear.
struct YAMLProblem {
  private let problem: YAMLEventReader.Problem
  private let text: ArraySlice<UInt8>
  private let base: Int
  private let source: SourceID

  /// - Parameters:
  ///   - text: The part of the source that was being read, with the source's own indices.
  init(
    _ problem: YAMLEventReader.Problem, in text: ArraySlice<UInt8>, source: SourceID
  ) {
    self.problem = problem
    self.text = text
    base = text.startIndex
    self.source = source
  }

  var diagnostic: Diagnostic {
    if let offset = problem.byteOffset { return encodingProblem(at: offset) }
    let offset = byteOffset(of: problem.index ?? 0)
    if let template = helmAction(around: offset) { return Self.helmTemplate(at: template) }
    if byte(at: offset) == UInt8(ascii: "\t") || problem.text.contains("tab character") {
      return tabIndent(at: offset)
    }
    if problem.text.contains("<document start>") {
      return Self.contentAfterDocument(at: token(at: offset))
    }
    let wording = Self.wording(problem.text, character: character(at: offset))
    var labels: [Diagnostic.Label] = []
    if let contextIndex = problem.contextIndex {
      let start = byteOffset(of: contextIndex)
      if start != offset, let context = problem.context {
        labels.append(.init(Self.context(context), at: token(at: start)))
      }
    }
    return Diagnostic(
      .yamlSyntax, wording.message, at: token(at: offset), labels: labels, help: wording.help)
  }

  // MARK: - Special cases

  static func contentAfterDocument(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .yamlContentAfterDocument,
      "the document is complete before this place; kubectl ignores what follows", at: range,
      help: "indent all keys of a mapping alike, or put '---' on a line of its own before this")
  }

  static func helmTemplate(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .docHelmTemplate, "this is a Helm template, not YAML", at: range,
      help: "render the chart first: helm template CHART | edgekit convert -")
  }

  private func encodingProblem(at offset: Int) -> Diagnostic {
    let range = range(offset, offset + 1)
    if problem.text.contains("control characters") || problem.text.contains("Unicode character") {
      return Diagnostic(
        .yamlControlCharacter, "control character at byte \(base + offset)", at: range,
        help: "remove it, or write it as an escape such as \"\\u0000\" in double quotes")
    }
    return Diagnostic(
      .yamlInvalidUTF8, "invalid UTF-8 at byte \(base + offset)", at: range,
      help: "save the file as UTF-8")
  }

  private func tabIndent(at offset: Int) -> Diagnostic {
    var start = offset
    // libyaml may notice at the text behind the tab.
    while start > 0, byte(at: start) != UInt8(ascii: "\t"), byte(at: start - 1) != 0x0A {
      start -= 1
    }
    var end = start
    while byte(at: end) == UInt8(ascii: "\t") { end += 1 }
    return Diagnostic(
      .yamlTabIndent, "a tab is used as indentation", at: range(start, max(end, start + 1)),
      help: "indent with spaces")
  }

  /// A template action on the line of the problem, or on the line before it.
  private func helmAction(around offset: Int) -> SourceRange? {
    var start = offset
    var lines = 0
    while start > 0 {
      if byte(at: start - 1) == UInt8(ascii: "\n") {
        lines += 1
        if lines == 2 { break }
      }
      start -= 1
    }
    var position = start
    while position < text.count, position <= offset || byte(at: position) != UInt8(ascii: "\n") {
      if byte(at: position) == UInt8(ascii: "{"), byte(at: position + 1) == UInt8(ascii: "{") {
        var end = position
        while end < text.count, byte(at: end) != 0x0A, byte(at: end) != UInt8(ascii: "}") {
          end += 1
        }
        return range(position, min(end + 2, text.count))
      }
      position += 1
    }
    return nil
  }

  // MARK: - Words

  /// libyaml's problem as a message and what to do about it.
  ///
  /// Source: yaml/libyaml src/scanner.c and src/parser.c, the texts given to
  /// yaml_parser_set_scanner_error and yaml_parser_set_parser_error.
  private static func wording(
    _ problem: String, character: String
  ) -> (message: String, help: String) {
    switch problem {
    case "found character that cannot start any token":
      ("a value cannot begin with '\(character)'", "put the value in quotes")
    case "mapping values are not allowed in this context":
      ("a ':' is not allowed here", "quote the value, or check the indentation of this line")
    case "block sequence entries are not allowed in this context":
      ("a '-' is not allowed here", "begin the list on a line of its own, below its key")
    case "could not find expected ':'":
      ("expected ':' after this key", "add ':' and a space, or check the indentation")
    case "did not find expected key":
      ("expected a key here", "check the indentation: keys of one mapping begin in one column")
    case "did not find expected '-' indicator":
      ("expected '-' here", "check the indentation: entries of one list begin in one column")
    case "did not find expected ',' or ']'":
      ("expected ',' or ']' here", "close the list that begins before this place")
    case "did not find expected ',' or '}'":
      ("expected ',' or '}' here", "close the mapping that begins before this place")
    case "did not find expected node content":
      ("expected a value here", "add one, or remove the separator before it")
    case "found unexpected end of stream":
      ("the text ends inside a quoted string", "close the quotes")
    case "found unexpected document indicator":
      ("a document ends inside a quoted string", "close the quotes")
    case "found unknown escape character":
      ("unknown escape in a double-quoted string", "write '\\\\' for a backslash, or use single quotes")
    case "found invalid Unicode character escape code":
      (
        "this escape is no character of its own",
        "YAML has no surrogate pairs: write the character itself, or \\U and eight digits"
      )
    case "found undefined tag handle":
      ("unknown tag handle", "remove the tag, or quote the text")
    default:
      (problem.drop(prefix: "found ").drop(prefix: "did not find "), "check the text before this place")
    }
  }

  /// libyaml's context as a label, for example "while parsing a block mapping".
  private static func context(_ context: String) -> String {
    let construct = context.drop(prefix: "while parsing ").drop(prefix: "while scanning ")
    return "\(construct) begins here"
  }

  // MARK: - Places

  private func byteOffset(of index: Int) -> Int {
    unsafe text.withUnsafeBytes { text in
      var cursor = unsafe OffsetCursor(text)
      return unsafe min(cursor.byteOffset(of: index, in: text), text.count)
    }
  }

  private func byte(at offset: Int) -> UInt8? {
    offset >= 0 && offset < text.count ? text[base + offset] : nil
  }

  private func character(at offset: Int) -> String {
    let end = min(offset + 4, text.count)
    guard offset < end else { return "" }
    return String(decoding: text[(base + offset)..<(base + end)], as: UTF8.self).unicodeScalars.first
      .map { String($0) } ?? ""
  }

  private func range(_ start: Int, _ end: Int) -> SourceRange {
    SourceRange(source: source, start: UInt32(base + start), end: UInt32(base + end))
  }

  /// The word at a place, so that the mark is as long as what it speaks of.
  private func token(at offset: Int) -> SourceRange {
    var end = offset
    while let byte = byte(at: end), byte > 0x20, end == offset || !Self.ends(byte) { end += 1 }
    // At a line end there is nothing to mark but the place itself.
    return range(offset, max(end, offset))
  }

  private static func ends(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"),
      UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "\""), UInt8(ascii: "'"):
      true
    default: false
    }
  }
}

extension String {
  fileprivate func drop(prefix: String) -> String {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self
  }
}
