/// Finds what must not be shown in a picture of somebody's text: passwords, keys, tokens, and the
/// values of Kubernetes Secrets.
///
/// Works on the text, because a picture is also drawn of text that nothing could be read from. Names
/// decide: a value whose name ends in a word for a secret is one, in YAML, in JSON at any depth of
/// escaping, in `NAME=value`, and where name and value are members of their own. Placeholders are
/// no secrets.
package struct SecretText {
  /// How far before a part its secrets may begin, and how far a document is looked through.
  private static let reach = 4096
  /// The last words of names whose values are secrets, in lower case.
  private static let words = [
    "password", "passwd", "secret", "accesskey", "accountkey", "apikey", "privatekey", "_key",
    "-key", "sastoken", "_token", "-token", "connectionstring", "connection_string", "signature",
    "sig",
  ].map { Array($0.utf8) }

  let bytes: [UInt8]

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The secrets that touch a part of a line, in order.
  package func ranges(in part: Range<Int>) -> [Range<Int>] {
    var ranges = namedValues(from: max(0, part.lowerBound - Self.reach), to: part.upperBound)
    if let value = valueOfSecretObject(on: part) { ranges.append(value) }
    ranges += formedSecrets(from: max(0, part.lowerBound - Self.reach), to: part.upperBound)
    return ranges.filter { $0.overlaps(part) }.sorted { $0.lowerBound < $1.lowerBound }
  }

  /// Whether the value of something with a name is a secret.
  package static func isSecretName(_ name: ArraySlice<UInt8>) -> Bool {
    words.contains { name.endsInWord($0) }
  }

  // MARK: - Values with telling names

  private func namedValues(from start: Int, to end: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var position = start
    while position < end {
      guard bytes[position].isPartOfName else {
        position += 1
        continue
      }
      let start = position
      while position < bytes.count, bytes[position].isPartOfName { position += 1 }
      let name = bytes[start..<position]
      guard Self.isSecretName(name), let value = value(after: position) else { continue }
      if !value.isEmpty { ranges.append(value) }
      position = max(position, value.upperBound)
    }
    return ranges
  }

  /// The value that belongs to a name which ends at an offset; nil where nothing looks like one.
  private func value(after offset: Int) -> Range<Int>? {
    let next = skip(Self.quotesAndBlanks, from: offset)
    guard next < bytes.count else { return nil }
    switch bytes[next] {
    case UInt8(ascii: "="): return scalar(from: next + 1, isAssignment: true)
    case UInt8(ascii: ":"):
      let inner = skip(Self.blanks, from: next + 1)
      if inner < bytes.count, bytes[inner] == UInt8(ascii: "{") {
        return memberNamedValue(from: inner + 1)
      }
      return scalar(from: next + 1, isAssignment: false)
    case UInt8(ascii: ","), 0x0A, 0x0D: return memberNamedValue(from: next)
    default: return nil
    }
  }

  /// The value of a member `value` that comes next.
  private func memberNamedValue(from offset: Int) -> Range<Int>? {
    let start = skip(Self.quotesAndBlanks + [0x0A, 0x0D, UInt8(ascii: ",")], from: offset)
    guard bytes[start...].starts(with: "value".utf8) else { return nil }
    let next = skip(Self.quotesAndBlanks, from: start + 5)
    guard next < bytes.count, bytes[next] == UInt8(ascii: ":") else { return nil }
    return scalar(from: next + 1, isAssignment: false)
  }

  /// The text of a scalar without its quotes; empty where that is no secret.
  private func scalar(from offset: Int, isAssignment: Bool) -> Range<Int> {
    let start = isAssignment ? offset : skip(Self.blanks, from: offset)
    let opening = skip([Self.backslash], from: start)
    if opening < bytes.count, bytes[opening] == Self.quote || bytes[opening] == Self.apostrophe {
      let end = closing(bytes[opening], after: opening + 1, escapes: opening - start)
      return isOpaque(bytes[(opening + 1)..<end]) ? start..<start : (opening + 1)..<end
    }
    let end = endOfBareText(from: start, isAssignment: isAssignment)
    // The header of a block scalar, or a collection.
    let isHeader = bytes[start..<end].first.map { "|>{[".utf8.contains($0) } ?? true
    return isHeader || isOpaque(bytes[start..<end]) ? start..<start : start..<end
  }

  /// Whether a value stands for one that is elsewhere, or for none.
  func isOpaque(_ value: ArraySlice<UInt8>) -> Bool {
    if value.starts(with: "${".utf8) || value.starts(with: "$(".utf8) { return true }
    if value.starts(with: "null".utf8) {
      return value.dropFirst(4).allSatisfy { ", }".utf8.contains($0) }
    }
    // The variables of old templates have names in capitals.
    return value.first == UInt8(ascii: "$")
      && value.dropFirst().allSatisfy { $0.isPartOfName && !(0x61...0x7A).contains($0) }
  }

  /// Where the quote stands that is escaped as often as the opening one.
  private func closing(_ quote: UInt8, after offset: Int, escapes: Int) -> Int {
    var index = offset
    var run = 0
    while index < bytes.count, bytes[index] != 0x0A {
      if bytes[index] == Self.backslash {
        run += 1
      } else {
        if bytes[index] == quote, run == escapes { return index - run }
        run = 0
      }
      index += 1
    }
    return index
  }

  private func endOfBareText(from offset: Int, isAssignment: Bool) -> Int {
    var index = offset
    while index < bytes.count, bytes[index] >= 0x20 {
      if isAssignment, "\"'\\;&".utf8.contains(bytes[index]) { break }
      let isComment =
        bytes[index] == 0x20 && index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "#")
      if isComment { break }
      index += 1
    }
    return index
  }

  // MARK: - Values of Kubernetes Secrets

  private static let sections = ["data", "stringData"].map { Array($0.utf8) }
  private static let otherMembers = ["metadata", "kind", "apiVersion", "type", "immutable"]
    .map { Array($0.utf8) }

  /// The value of the member on a line, where the line is one of the data of a Secret.
  private func valueOfSecretObject(on line: Range<Int>) -> Range<Int>? {
    let start = max(0, line.lowerBound - Self.reach)
    let end = min(bytes.count, line.upperBound + Self.reach)
    guard isSecret(start..<end, around: line.lowerBound) else { return nil }
    let words = words(in: line)
    if let section = words.first(where: { isOne(of: Self.sections, $0) }) {
      // An object on one line has its values here, another only begins here.
      let rest = section.upperBound..<line.upperBound
      return bytes[rest].contains(where: \.isPartOfName) ? rest : nil
    }
    if let first = words.first, isOne(of: Self.otherMembers, first) { return nil }
    guard isData(line.lowerBound, from: start) else { return nil }
    guard let colon = bytes[line].firstIndex(of: UInt8(ascii: ":")) else {
      // A line of a block scalar.
      return line
    }
    let value = scalar(from: colon + 1, isAssignment: false)
    return value.isEmpty ? nil : value
  }

  /// Whether the document around a line is a Secret.
  private func isSecret(_ range: Range<Int>, around offset: Int) -> Bool {
    var isSecret = false
    for line in lines(in: range) {
      if bytes[line].starts(with: "---".utf8) {
        if line.lowerBound > offset { return isSecret }
        isSecret = false
      }
      let words = words(in: line)
      for (name, value) in zip(words, words.dropFirst())
      where bytes[name].elementsEqual("kind".utf8) && bytes[value].elementsEqual("Secret".utf8) {
        isSecret = true
      }
    }
    return isSecret
  }

  /// Whether the nearest section above a line is the data of an object.
  private func isData(_ offset: Int, from start: Int) -> Bool {
    for line in lines(in: start..<offset).reversed() {
      if bytes[line].starts(with: "---".utf8) { return false }
      guard let name = words(in: line).first else { continue }
      if isOne(of: Self.sections, name) { return true }
      if isOne(of: Self.otherMembers, name) { return false }
    }
    return false
  }

  private func isOne(of names: [[UInt8]], _ word: Range<Int>) -> Bool {
    names.contains { bytes[word].elementsEqual($0) }
  }

  private func lines(in range: Range<Int>) -> [Range<Int>] {
    bytes[range].split(separator: 0x0A).map(\.indices)
  }

  private func words(in line: Range<Int>) -> [Range<Int>] {
    bytes[line].split { !$0.isPartOfName }.map(\.indices)
  }

  // MARK: - Bytes

  private static let quote = UInt8(ascii: "\"")
  private static let apostrophe = UInt8(ascii: "'")
  private static let backslash = UInt8(ascii: "\\")
  private static let blanks: [UInt8] = [0x20, 0x09]
  private static let quotesAndBlanks = blanks + [quote, apostrophe, backslash]

  /// The first offset from one on at which none of some bytes stands.
  private func skip(_ set: [UInt8], from offset: Int) -> Int {
    var index = offset
    while index < bytes.count, set.contains(bytes[index]) { index += 1 }
    return index
  }
}

extension UInt8 {
  fileprivate var isPartOfName: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "-"): true
    default: false
    }
  }
}

extension ArraySlice<UInt8> {
  /// Whether a name ends in a word, in any letter case; a short word is the whole of a name.
  fileprivate func endsInWord(_ word: [UInt8]) -> Bool {
    guard count >= word.count, word.count > 3 || count == word.count else { return false }
    return suffix(word.count).elementsEqual(word) { $0 | 0x20 == $1 | 0x20 }
  }
}
