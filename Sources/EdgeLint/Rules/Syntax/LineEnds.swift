internal import EdgeDiagnostics

extension Rule {
  static let yamlCRLF = Rule(
    "yaml-crlf", .info, "block of text whose lines end in CR LF",
    explanation: """
      The lines of a block scalar become data with LF alone, whatever the file has. Where the data \
      has to keep CR LF, write it in double quotes with `\\r\\n`; else save the file with LF.
      """,
    source: "YAML 1.1 section 4.2; yaml/libyaml src/scanner.c",
    examples: {
      [
        .flags(.file("a.yaml"), "a: 1\r\nscript: ⟦|⟧\r\n  one\r\n  two\r\nb: |\r\n  three\r\n"),
        .passes(.file("a.yaml"), "a: 1\r\nb: two\r\n"),
        .passes(.file("a.yaml"), "script: |\n  one\n  two\n"),
      ]
    },
    check: .file { file, context in
      guard let block = TextLines(file.bytes).firstBlockWithCarriageReturn else { return }
      context.report(
        "the lines of this text end in CR LF, and the value gets LF alone",
        at: file.range(block..<block + 1), pointer: nil,
        help: "save the file with LF, or write the text in double quotes with '\\r\\n'")
    })

  static let yamlLoneCR = Rule(
    "yaml-lone-cr", .error, "line that ends in CR alone",
    explanation: """
      YAML takes a CR without LF for a line end, kubectl does not when it looks for `---`: \
      everything behind the first document is lost. Save the file with LF.
      """,
    source: "kubernetes/apimachinery pkg/util/yaml/decoder.go (LineReader.Read)",
    examples: {
      [
        .flags(.file("a.yaml"), "a: 1⟦\r⟧---\rb: 2\r"),
        .passes(.file("a.yaml"), "a: 1\r\n---\r\nb: \"\\r\"\r\n"),
      ]
    },
    check: .file { file, context in
      guard let place = TextLines(file.bytes).firstLoneCarriageReturn else { return }
      context.report(
        "a line ends in CR without LF, which kubectl takes for no line end",
        at: file.range(place..<place + 1), pointer: nil, help: "save the file with LF")
    })
}

/// The line ends of a text.
private struct TextLines {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The first CR that no LF follows; nil in JSON, where it is white space.
  var firstLoneCarriageReturn: Int? {
    var start = bytes.startIndex
    while let place = bytes[start...].firstIndex(of: UInt8(ascii: "\r")) {
      start = place + 1
      guard start < bytes.endIndex, bytes[start] == UInt8(ascii: "\n") else {
        return isJSON ? nil : place
      }
    }
    return nil
  }

  private var isJSON: Bool { bytes.first { $0 > 0x20 } == UInt8(ascii: "{") }

  /// The first `|` or `>` at the end of a line that ends in CR LF.
  var firstBlockWithCarriageReturn: Int? {
    var start = bytes.startIndex
    while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\r")) {
      start = end + 1
      if start < bytes.endIndex, bytes[start] == UInt8(ascii: "\n"),
        let block = block(endingAt: end)
      {
        return block
      }
    }
    return nil
  }

  /// The indicator of a block scalar that ends a line: behind `: ` or `- `, with what may follow.
  private func block(endingAt end: Int) -> Int? {
    var place = end
    while place > 0, "+-123456789 ".utf8.contains(bytes[place - 1]) { place -= 1 }
    guard place > 2 else { return nil }
    let (indicator, blank, before) = (bytes[place - 1], bytes[place - 2], bytes[place - 3])
    guard indicator == UInt8(ascii: "|") || indicator == UInt8(ascii: ">"), blank == 0x20,
      before == UInt8(ascii: ":") || before == UInt8(ascii: "-")
    else { return nil }
    let line = bytes[..<place].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return bytes[line..<place].first { $0 != 0x20 } == UInt8(ascii: "#") ? nil : place - 1
  }
}
