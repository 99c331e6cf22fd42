import EdgeConvert
import EdgeDiagnostics
import EdgeSyntax

/// What a manifest says, however it is wrapped and split: written apart from the program's own way of
/// comparing.
struct ManifestMeaning: Equatable, CustomStringConvertible {
  /// One line for each value, with its place; sorted.
  private let lines: [String]

  var description: String { lines.joined(separator: "\n") }

  /// - Parameter withMetadata: Whether what surrounds the content counts.
  init(_ json: [UInt8], withMetadata: Bool) throws {
    let root = try Self.read(json)
    let outer = root["content"] ?? root
    let content = outer["modulesContent"] ?? outer["moduleContent"] ?? .null
    var lines: [String] = []
    Self.list(content, at: "content", into: &lines)
    if withMetadata, root["content"] != nil {
      for member in root.members where member.name != "content" {
        Self.list(member.value, at: member.name, into: &lines)
      }
    }
    self.lines = lines.sorted()
  }

  struct NotJSON: Error {}

  private static func read(_ json: [UInt8]) throws -> JSONValue {
    let sources = SourceManager()
    var sink = DiagnosticSink()
    let source = sources.add(name: "manifest", bytes: json)
    let tree = JSONReader(source: source, bytes: json).read(reporting: &sink)
    guard let root = tree?.roots.first else { throw NotJSON() }
    return JSONValue(root)
  }

  private static func list(_ value: JSONValue, at place: String, into lines: inout [String]) {
    switch value {
    case .object(let members):
      var rest: [JSONValue.Member] = []
      var pieces: [(Int, JSONValue)] = []
      for member in members {
        if place.contains("$edgeAgent"), member.name.hasPrefix("createOptions"),
          let number = Int("0" + member.name.dropFirst("createOptions".count))
        {
          pieces.append((number, member.value))
        } else {
          rest.append(member)
        }
      }
      list(pieces.sorted { $0.0 < $1.0 }.map(\.1), at: place + "/createOptions", into: &lines)
      if rest.isEmpty { lines.append("\(place) {}") }
      for member in rest { list(member.value, at: "\(place)/\(member.name)", into: &lines) }
    case .array(let elements):
      lines.append("\(place) [\(elements.count)]")
      for (index, element) in elements.enumerated() {
        list(element, at: "\(place)/\(index)", into: &lines)
      }
    case .string(let text): lines.append("\(place) \"\(String(decoding: text, as: UTF8.self))\"")
    case .literal(let text): lines.append("\(place) \(text)")
    }
  }

  /// Joined pieces; empty options and none are the same.
  private static func list(
    _ pieces: [JSONValue], at place: String, into lines: inout [String]
  ) {
    let text = pieces.compactMap(\.text).joined()
    guard let value = try? read(Array(text.utf8)), !value.members.isEmpty else { return }
    list(value, at: place, into: &lines)
  }
}
