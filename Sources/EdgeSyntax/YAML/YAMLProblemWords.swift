/// libyaml's words in words that people who write YAML know.
///
/// Source: yaml/libyaml src/scanner.c and src/parser.c, the texts given to
/// yaml_parser_set_scanner_error and yaml_parser_set_parser_error.
struct YAMLProblemWords {
  let message: String
  let help: String

  /// - Parameters:
  ///   - problem: What libyaml says.
  ///   - character: The character at the place.
  init(_ problem: String, character: String) {
    (message, help) = Self.words(for: problem, character: character)
  }

  private static func words(
    for problem: String, character: String
  ) -> (message: String, help: String) {
    switch problem {
    case "found character that cannot start any token":
      ("a value cannot begin with '\(character)'", "put the value in quotes")
    case "block sequence entries are not allowed in this context":
      ("a list cannot begin on the line of its key", "begin it on the next line")
    case "mapping keys are not allowed in this context":
      ("a '?' is not allowed here", "put the text in quotes")
    case "did not find expected key":
      character == ":"
        ? ("expected a key before ':'", "write a name before the colon")
        : ("expected a key here", "check the indentation: keys of one mapping begin in one column")
    case "did not find expected '-' indicator":
      ("expected '-' here", "check the indentation: entries of one list begin in one column")
    case "did not find expected ',' or ']'":
      ("expected ',' or ']' before this", "add the missing comma, or close the list")
    case "did not find expected ',' or '}'":
      ("expected ',' or '}' before this", "add the missing comma, or close the mapping")
    case "did not find expected node content":
      ("expected a value before '\(character)'", "add one, or remove what comes before it")
    case "did not find expected comment or line break":
      ("text behind '|' or '>'", "put it on the next line, or put the value in quotes")
    case "found an indentation indicator equal to 0":
      ("a block cannot be indented by 0", "write a digit from 1 to 9, or none")
    default: otherWords(for: problem)
    }
  }

  private static func otherWords(for problem: String) -> (message: String, help: String) {
    switch problem {
    case "found unknown escape character":
      ("is no escape", "write '\\\\' for a backslash, or use single quotes")
    case "did not find expected hexdecimal number":
      ("has too few digits", "write 2 digits after \\x, 4 after \\u and 8 after \\U")
    case "found invalid Unicode character escape code":
      (
        "is no character of its own",
        "YAML has no surrogate pairs: write the character itself, or \\U and eight digits"
      )
    case "did not find expected tag URI", "did not find expected '!'",
      "did not find expected whitespace or line break", "found undefined tag handle":
      ("'!' begins a tag, and this is none", "put the text in quotes")
    default:
      (
        problem.replacingPrefix("did not find expected ", with: "expected ")
          .replacingPrefix("could not find expected ", with: "expected "),
        "check the text before this place"
      )
    }
  }

  /// What libyaml was doing, for example "while parsing a block mapping"; nil when that says nothing.
  func label(ofContext context: String) -> String? {
    switch context {
    case "while parsing a block mapping", "while parsing a flow mapping": "the mapping"
    case "while parsing a block collection", "while parsing a flow sequence": "the list"
    case "while scanning a quoted scalar": "the string"
    default: nil
    }
  }
}

extension String {
  fileprivate func replacingPrefix(_ prefix: String, with other: String) -> String {
    hasPrefix(prefix) ? other + dropFirst(prefix.count) : self
  }
}
