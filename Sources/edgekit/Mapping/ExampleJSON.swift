internal import EdgeDiagnostics
internal import EdgeSyntax

/// The JSON of examples as people read it: what is short stands on one line.
enum ExampleJSON {
  /// An object in lines.
  static func lines(of json: String) -> [String] {
    let sources = SourceManager()
    var sink = DiagnosticSink()
    let source = sources.add(name: "example", bytes: Array(json.utf8))
    guard let root = DocumentReader.read(source, in: sources, reporting: &sink).first else {
      return [json]
    }
    return lines(of: JSONValue(root), indent: 0)
  }

  /// - Parameter indent: The columns that are taken already.
  private static func lines(of value: JSONValue, indent: Int) -> [String] {
    let short = line(of: value)
    guard indent + short.count > 70 else { return [short] }
    switch value {
    case .object(let members):
      let inner = members.map { member in
        let lines = lines(of: member.value, indent: indent + 2)
        return ["\(JSONText.literal(member.name)): \(lines[0])"] + lines.dropFirst()
      }
      return block(inner, in: ("{", "}"))
    case .array(let elements):
      return block(elements.map { lines(of: $0, indent: indent + 2) }, in: ("[", "]"))
    case .string, .literal: return [short]
    }
  }

  private static func block(_ items: [[String]], in brackets: (String, String)) -> [String] {
    var lines = [brackets.0]
    for (index, item) in items.enumerated() {
      lines += item.map { "  \($0)" }
      if index < items.count - 1 { lines[lines.count - 1] += "," }
    }
    return lines + [brackets.1]
  }

  private static func line(of value: JSONValue) -> String {
    switch value {
    case .object(let members):
      let inner = members.map { "\(JSONText.literal($0.name)): \(line(of: $0.value))" }
      return "{\(inner.joined(separator: ", "))}"
    case .array(let elements): return "[\(elements.map(line).joined(separator: ", "))]"
    case .string(let bytes): return JSONText.literal(String(decoding: bytes, as: UTF8.self))
    case .literal(let text): return text
    }
  }
}
