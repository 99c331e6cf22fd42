extension SourceManager {
  /// The edits of a fix in the files that hold the text; nil where one of them cannot be made.
  package func physicalEdits(of fix: Fix) -> [Fix.Edit]? {
    var edits: [Fix.Edit] = []
    for edit in fix.edits {
      guard let physical = physical(edit) else { return nil }
      edits.append(physical)
    }
    return edits
  }

  /// An edit of embedded text as an edit of the file that holds it.
  ///
  /// - Returns: Nil where the text is not written in the file as it reads, for example across pieces or
  ///   lines of a folded scalar, so that nobody can say what the edit would be there.
  func physical(_ edit: Fix.Edit) -> Fix.Edit? {
    var edit = edit
    while let origin = self[edit.range.source].origin {
      guard let range = parentRange(of: edit.range),
        let style = EmbeddingStyle(
          self[origin.range.source].bytes, at: Int(range.start), of: origin.range)
      else { return nil }
      let written = text(of: range)
      guard let expected = style.spelling(of: text(of: edit.range)), expected == written,
        let replacement = style.spelling(of: edit.replacement)
      else { return nil }
      edit = Fix.Edit(range, replacement)
    }
    return edit
  }

  private func text(of range: SourceRange) -> String {
    String(decoding: self[range.source].bytes[Int(range.start)..<Int(range.end)], as: UTF8.self)
  }
}

/// How text is spelled inside the scalar that holds it.
private enum EmbeddingStyle {
  /// With escapes, in JSON and in YAML.
  case doubleQuoted
  /// Quotes doubled.
  case singleQuoted
  /// As it is, on lines of one indentation.
  case block
  /// As it is, without quotes.
  case plain

  /// - Parameters:
  ///   - offset: Where the edit begins.
  ///   - scalar: The scalar, or the first of several that hold the pieces of one text.
  init?(_ bytes: [UInt8], at offset: Int, of scalar: SourceRange) {
    let range = Int(scalar.start)..<Int(scalar.end)
    guard bytes.indices.contains(range.lowerBound) else { return nil }
    switch bytes[range.lowerBound] {
    case UInt8(ascii: "\""): self = .doubleQuoted
    case UInt8(ascii: "'"): self = .singleQuoted
    case UInt8(ascii: "|"): self = .block
    case UInt8(ascii: ">"): return nil
    default: self = .plain
    }
    // A further piece is written as the first is, or else nobody knows how.
    guard range.contains(offset) || self == .doubleQuoted else { return nil }
  }

  /// A text as it is written inside; nil where that is not possible on the spot.
  func spelling(of text: String) -> String? {
    switch self {
    case .doubleQuoted:
      var literal: [UInt8] = []
      JSONText.append(text, to: &literal)
      return String(decoding: literal.dropFirst().dropLast(), as: UTF8.self)
    case .singleQuoted:
      return text.contains("\n") ? nil : text.replacing("'", with: "''")
    case .block: return text.contains("\n") ? nil : text
    case .plain:
      let isPlain = text.utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "/._-@=$*<>()'".utf8.contains(byte)
        }
      }
      return isPlain || text.utf8.allSatisfy({ $0 == 0x20 }) ? text : nil
    }
  }
}
