import EdgeSyntax
import EdgeTestSupport

/// A manifest made at random that can be changed at random, and written in any layout.
struct GeneratedManifest {
  var root: JSONValue

  static func random(_ random: inout RandomText) -> GeneratedManifest {
    let modules = (0..<random.below(4)).map { number in
      JSONValue.Member("mod\(number)", module(&random))
    }
    let routes = (0..<random.below(4)).map { number in
      JSONValue.Member("r\(number)", .string("FROM /messages/* INTO $upstream \(random.below(3))"))
    }
    let agent = object([
      ("schemaVersion", .string("1.1")),
      ("runtime", object([("type", .string("docker")), ("settings", credentials(&random))])),
      ("systemModules", object([("edgeAgent", module(&random)), ("edgeHub", module(&random))])),
      ("modules", .object(modules)),
    ])
    let hub = object([
      ("schemaVersion", .string("1.1")), ("routes", .object(routes)),
      ("storeAndForwardConfiguration", object([("timeToLiveSecs", .literal("7200"))])),
    ])
    let content = object([
      ("$edgeAgent", object([("properties.desired", agent)])),
      ("$edgeHub", object([("properties.desired", hub)])),
      ("mod0", object([("properties.desired", value(&random, depth: 2))])),
    ])
    return GeneratedManifest(root: object([("modulesContent", content)]))
  }

  private static func object(_ members: [(String, JSONValue)]) -> JSONValue {
    .object(members.map { JSONValue.Member($0.0, $0.1) })
  }

  private static func credentials(_ random: inout RandomText) -> JSONValue {
    let entry = object([("address", .string("a\(random.below(3))")), ("password", .string("s"))])
    return object([("registryCredentials", object([("acr", entry)]))])
  }

  static func module(_ random: inout RandomText) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("type", .string("docker")),
      ("settings", settings(&random)),
    ]
    if random.once(in: 2) {
      let variables = (0..<random.below(4)).map {
        JSONValue.Member("V\($0)", object([("value", .string("\(random.below(3))"))]))
      }
      members.append(("env", .object(variables)))
    }
    if random.once(in: 2) { members.append(("startupOrder", .literal("\(random.below(4))"))) }
    return object(members)
  }

  /// createOptions are an object here; how they are written is a matter of layout.
  private static func settings(_ random: inout RandomText) -> JSONValue {
    var members: [(String, JSONValue)] = [("image", .string("image:\(random.below(4))"))]
    if !random.once(in: 4) { members.append(("createOptions", createOptions(&random))) }
    return object(members)
  }

  private static func createOptions(_ random: inout RandomText) -> JSONValue {
    func words(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
    var members: [(String, JSONValue)] = []
    if random.once(in: 2) {
      members.append(("Env", words((0..<random.below(4)).map { "E\($0)=\(random.below(3))" })))
    }
    if random.once(in: 2) { members.append(("Cmd", words(["run", "\(random.below(3))"]))) }
    if random.once(in: 2) {
      let binds = (0..<random.below(3)).map { "/src\(random.below(3)):/target\($0)" }
      let ports = object([
        ("80/tcp", .array([object([("HostPort", .string("8\(random.below(3))"))])]))
      ])
      members.append(
        (
          "HostConfig",
          object([
            ("Binds", words(binds)), ("PortBindings", ports),
            ("Memory", .literal(random.one(of: ["1", "1.0", "10e-1", "2"]))),
          ])
        ))
    }
    return object(members)
  }

  static func value(_ random: inout RandomText, depth: Int) -> JSONValue {
    switch random.below(depth > 0 ? 5 : 3) {
    case 0: .string(random.one(of: ["a", "b", "é \"quoted\" \\", "", "😀"]))
    case 1: .literal(random.one(of: ["1", "2", "true", "null", "1.50"]))
    case 2: .literal("\(random.below(5))")
    case 3: .array((0..<random.below(3)).map { _ in value(&random, depth: depth - 1) })
    default:
      .object(
        (0..<random.below(4)).map { JSONValue.Member("k\($0)", value(&random, depth: depth - 1)) })
    }
  }

  // MARK: - Changes

  /// Changes a few things somewhere.
  mutating func change(_ count: Int, _ random: inout RandomText) {
    for _ in 0..<count { Self.change(&root, depth: 0, &random) }
  }

  private static func change(_ value: inout JSONValue, depth: Int, _ random: inout RandomText) {
    switch value {
    case .object(var members):
      // What makes a document a manifest stays.
      if depth < 3 || !members.isEmpty && !random.once(in: 4) {
        let index = random.below(members.count)
        change(&members[index].value, depth: depth + 1, &random)
      } else if random.once(in: 2), !members.isEmpty {
        members.remove(at: random.below(members.count))
      } else {
        let name = "new\(random.below(3))"
        if !members.contains(where: { $0.name == name }) {
          members.insert(
            .init(name, Self.value(&random, depth: 1)), at: random.below(members.count + 1))
        }
      }
      value = .object(members)
    case .array(var elements):
      if random.once(in: 2), !elements.isEmpty {
        change(&elements[random.below(elements.count)], depth: depth + 1, &random)
      } else if random.once(in: 2), !elements.isEmpty {
        elements.remove(at: random.below(elements.count))
      } else {
        elements.append(.string("/n\(random.below(3)):/new\(random.below(3))"))
      }
      value = .array(elements)
    case .string, .literal: value = Self.value(&random, depth: 1)
    }
  }

  // MARK: - Text

  /// Writes it in a random layout: order, blanks, line ends, and createOptions as text, in pieces or as an
  /// object.
  func text(_ random: inout RandomText) -> String {
    let style = Style(
      unit: random.one(of: ["  ", "    ", "\t", nil]),
      lineEnd: random.once(in: 4) ? "\r\n" : "\n",
      colon: random.once(in: 3) ? ":" : ": ", shuffles: random.once(in: 3))
    var text = random.once(in: 6) ? "\u{FEFF}" : ""
    Self.write(root, style, indentation: style.lineEnd, isSettings: false, to: &text, &random)
    return text + (random.once(in: 4) ? "" : style.lineEnd)
  }

  private struct Style {
    /// Nil for everything on one line.
    let unit: String?
    let lineEnd: String
    let colon: String
    let shuffles: Bool
  }

  private static func write(
    _ value: JSONValue, _ style: Style, indentation: String, isSettings: Bool,
    to text: inout String, _ random: inout RandomText
  ) {
    let (items, brackets): ([(String, JSONValue)], (String, String))
    switch value {
    case .object(let members):
      items = (style.shuffles ? members.shuffled(using: &random) : members).flatMap {
        isSettings && $0.name == "createOptions"
          ? pieces(of: $0.value, &random) : [("\(literal($0.key))" + style.colon, $0.value)]
      }
      brackets = ("{", "}")
    case .array(let elements): (items, brackets) = (elements.map { ("", $0) }, ("[", "]"))
    case .string(let bytes):
      text += literal(bytes)
      return
    case .literal(let literal):
      text += literal
      return
    }
    let isOneLine = style.unit == nil || random.once(in: 8)
    let style =
      isOneLine
      ? Style(unit: nil, lineEnd: style.lineEnd, colon: style.colon, shuffles: style.shuffles)
      : style
    let deeper = indentation + (style.unit ?? "")
    text += brackets.0
    for (index, item) in items.enumerated() {
      text += (index > 0 ? "," : "") + (isOneLine ? (index > 0 ? " " : "") : deeper) + item.0
      write(
        item.1, style, indentation: deeper, isSettings: item.0.hasPrefix("\"settings\""), to: &text,
        &random)
    }
    text += (isOneLine || items.isEmpty ? "" : indentation) + brackets.1
  }

  private static func pieces(
    of options: JSONValue, _ random: inout RandomText
  ) -> [(String, JSONValue)] {
    var writer = JSONWriter()
    writer.value(options)
    let text = writer.bytes
    switch random.below(4) {
    case 0: return [("\"createOptions\": ", options)]
    case 1 where text.count > 8:
      let size = text.count / 3 + 1
      return stride(from: 0, to: text.count, by: size).enumerated().map { number, start in
        let name = number == 0 ? "createOptions" : "createOptions0\(number)"
        return ("\"\(name)\": ", .string(Array(text[start..<min(start + size, text.count)])))
      }
    default: return [("\"createOptions\": ", .string(text))]
    }
  }

  private static func literal(_ bytes: [UInt8]) -> String {
    var writer = JSONWriter()
    writer.string(utf8: bytes[...])
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
