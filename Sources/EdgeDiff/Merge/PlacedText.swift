internal import EdgeSyntax

/// Text of one side as it is written in the text of another: with its indentation, its line ends, and on
/// one line where all around it is.
struct PlacedText {
  private let target: MergeText
  /// The blanks of the line in the target that the text begins on.
  private let indentation: [UInt8]
  private let isMultiLine: Bool

  init(in layout: ContainerLayout) {
    target = layout.text
    indentation = layout.indentation
    isMultiLine = layout.isMultiLine
  }

  /// All that is written of a member or element, its pieces with what separates them.
  ///
  /// - Parameter text: What the entries are written in.
  func text(of child: MergeChild, in text: MergeText) -> [UInt8] {
    let separator = isMultiLine ? target.lineEnd + indentation : target.gap
    let entries = child.entries.map { entry -> [UInt8] in
      let value = self.text(of: entry.value, in: text)
      guard let key = entry.key else { return value }
      let written = text.bytes[key.byteRange]
      return written + colon(text, key, entry.value) + value
    }
    return Array(entries.joined(separator: [UInt8(ascii: ",")] + separator))
  }

  /// The comments above a member or element and behind it on its line; none where all is on one line.
  func comments(
    around child: MergeChild, in layout: ContainerLayout
  ) -> (before: [UInt8], behind: [UInt8]) {
    guard isMultiLine, let place = layout.surroundings(of: child) else { return ([], []) }
    let bytes = layout.text.bytes
    var before = place.lead
    while before.lowerBound < before.upperBound, MergeText.isBlank(bytes[before.lowerBound]) {
      before = (before.lowerBound + 1)..<before.upperBound
    }
    while before.lowerBound < before.upperBound, MergeText.isBlank(bytes[before.upperBound - 1]) {
      before = before.lowerBound..<(before.upperBound - 1)
    }
    return (shifted(before, in: layout.text), Array(bytes[place.trail]))
  }

  /// A value; comments in it are kept where its lines are.
  func text(of value: SyntaxNode, in text: MergeText) -> [UInt8] {
    guard value.isMapping || value.isSequence else { return Array(text.bytes[value.byteRange]) }
    let hasLines = text.bytes[value.byteRange].contains(UInt8(ascii: "\n"))
    if isMultiLine, hasLines { return shifted(value.byteRange, in: text) }
    // One line among many in its own text is meant to be one; a file on one line is not.
    let breaksLines = isMultiLine && text.isOneLine
    if !hasLines, !breaksLines, text.gap == target.gap {
      return Array(text.bytes[value.byteRange])
    }
    var written: [UInt8] = []
    append(value, in: text, breaksLines ? indentation : nil, to: &written)
    return written
  }

  /// How the key is divided from the value: as its author does, unless the target is laid out otherwise.
  private func colon(_ text: MergeText, _ key: SyntaxNode, _ value: SyntaxNode) -> [UInt8] {
    let written = text.bytes[key.byteRange.upperBound..<value.byteRange.lowerBound]
    return text.gap == target.gap || !MergeText.isPlainColon(written)
      ? Array(written) : target.colon
  }

  /// Lines with another indentation.
  private func shifted(_ range: Range<Int>, in text: MergeText) -> [UInt8] {
    let base = text.lineIndentation(at: range.lowerBound)
    let lines = text.bytes[range].split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let written = lines.enumerated().map { index, line -> [UInt8] in
      let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      guard index > 0 else { return Array(line) }
      let blanks = line.prefix(while: MergeText.isSpace)
      guard blanks.count < line.count else { return [] }
      var deeper = blanks.starts(with: base) ? blanks.dropFirst(base.count) : []
      var levels: [UInt8] = []
      while deeper.starts(with: text.indentUnit) {
        deeper = deeper.dropFirst(text.indentUnit.count)
        levels += target.indentUnit
      }
      return indentation + levels + deeper + line.dropFirst(blanks.count)
    }
    return Array(written.joined(separator: target.lineEnd))
  }

  /// Writes a value anew, strings and numbers as they are spelled.
  ///
  /// - Parameter indentation: The blanks of the line that it begins on; nil to write all on one line.
  private func append(
    _ value: SyntaxNode, in text: MergeText, _ indentation: [UInt8]?, to output: inout [UInt8]
  ) {
    guard value.isMapping || value.isSequence else {
      return output.append(contentsOf: text.bytes[value.byteRange])
    }
    let deeper = indentation.map { $0 + target.indentUnit }
    var isFirst = true
    func begin() {
      if !isFirst { output.append(UInt8(ascii: ",")) }
      output += deeper.map { target.lineEnd + $0 } ?? (isFirst ? [] : target.gap)
      isFirst = false
    }
    output.append(UInt8(ascii: value.isMapping ? "{" : "["))
    for member in value.members {
      begin()
      output += text.bytes[member.key.byteRange] + target.colon
      append(member.value, in: text, deeper, to: &output)
    }
    for element in value.elements {
      begin()
      append(element, in: text, deeper, to: &output)
    }
    if !isFirst, let indentation { output += target.lineEnd + indentation }
    output.append(UInt8(ascii: value.isMapping ? "}" : "]"))
  }
}
