internal import EdgeDiagnostics

/// A scalar whose tag says what it is, held against its text.
///
/// Source: go-yaml/yaml v2 resolve.go (resolve) and decode.go (scalar), which refuse a tag that
/// contradicts the text.
struct TaggedScalar {
  let tag: NodeRecord.Tag
  let text: ArraySlice<UInt8>

  /// The text as it counts, nil when it is not what the tag says.
  var decoded: [UInt8]? {
    let resolved = ScalarSchema.resolvePlain(text)
    let fits =
      switch (tag, resolved) {
      case (.integer, .integer), (.float, .float), (.float, .integer), (.boolean, .boolean),
        (.null, .null), (.none, _), (.string, _), (.custom, _), (.merge, _),
        (.binary, _):
        true
      default: false
      }
    guard fits else { return nil }
    return tag == .binary ? Base64.decode(text) : Array(text)
  }

  /// What to say when it does not fit.
  func problem(at range: SourceRange) -> Diagnostic {
    let (kind, help) =
      switch tag {
      case .integer: ("an integer", "remove the tag, or correct the number")
      case .float: ("a number", "remove the tag, or correct the number")
      case .boolean: ("a boolean", "write 'true' or 'false', or remove the tag")
      case .null: ("null", "remove the tag, or the text")
      case .binary: ("base64", "encode the bytes, or remove the tag")
      case .none, .string, .custom, .merge: ("what its tag says", "remove the tag")
      }
    return Diagnostic(
      .yamlTagValue, "'\(String(decoding: text, as: UTF8.self))' is not \(kind)", at: range,
      help: help)
  }
}
