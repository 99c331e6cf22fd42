import EdgeDiagnostics
import EdgeModel
import EdgeSyntax
import EdgeTestSupport

/// Changes manifests at random: so that they mean the same, or so that they mean something else.
struct RandomPair {
  private var random: RandomText

  init(seed: UInt64) {
    random = RandomText(seed: seed)
  }

  /// The value of a JSON text.
  static func value(_ text: String) -> JSONValue {
    guard let value = read(text) else { preconditionFailure("no JSON: \(text)") }
    return value
  }

  /// The value of a text, if it is JSON.
  private static func read(_ text: String) -> JSONValue? {
    let sources = SourceManager()
    let bytes = Array(text.utf8)
    let source = sources.add(name: "pair.json", bytes: bytes)
    var sink = DiagnosticSink()
    let tree = JSONReader(source: source, bytes: bytes).read(reporting: &sink)
    return tree?.roots.first.map { JSONValue($0) }
  }

  // MARK: - The same meaning

  /// The same in other words: keys in another order, numbers and strings in another spelling, createOptions
  /// in pieces, as an object or in another letter case, defaults spelled out or not.
  mutating func respelled(_ value: JSONValue) -> String {
    write(reworded(value, in: .other))
  }

  private enum Place {
    case other, agent, modules, module, settings
  }

  private mutating func reworded(_ value: JSONValue, in place: Place) -> JSONValue {
    guard case .object(let members) = value else { return value }
    var result = members.map { member in
      JSONValue.Member(
        member.key, reworded(member.value, in: Self.place(of: member.name, in: place)))
    }
    if place == .module { rewordDefaults(of: &result) }
    if place == .settings { rewordCreateOptions(of: &result) }
    result.shuffle(using: &random)
    return .object(result)
  }

  private static func place(of name: String, in place: Place) -> Place {
    switch (place, name) {
    case (.other, "properties.desired"), (.other, "content"), (.other, "modulesContent"),
      (.other, "moduleContent"):
      .other
    case (.other, "$edgeAgent"): .agent
    case (.agent, "properties.desired"): .agent
    case (.agent, "modules"): .modules
    case (.modules, _): .module
    case (.module, "settings"): .settings
    case (.agent, _) where name.hasPrefix(DesiredPath.modules): .module
    default: .other
    }
  }

  private mutating func rewordDefaults(of members: inout [JSONValue.Member]) {
    let defaults: [(String, JSONValue)] = [
      ("restartPolicy", .string("on-unhealthy")), ("imagePullPolicy", .string("on-create")),
      ("startupOrder", .literal("4294967295")), ("version", .string("")), ("env", .emptyObject),
    ]
    for (name, value) in defaults where random.once(in: 2) {
      if let index = members.firstIndex(where: { $0.name == name }) {
        if members[index].value == value { members.remove(at: index) }
      } else {
        members.append(.init(name, value))
      }
    }
  }

  private mutating func rewordCreateOptions(of members: inout [JSONValue.Member]) {
    let pieces = members.filter { $0.name.hasPrefix("createOptions") }
      .sorted { $0.name < $1.name }
    let text = pieces.map { $0.value.text ?? "" }.joined()
    // Text that is no object stays as it is.
    guard text.isEmpty || text.hasPrefix("{") else { return }
    members.removeAll { $0.name.hasPrefix("createOptions") }
    var body = Self.value(text.isEmpty ? "{}" : text)
    body.members.shuffle(using: &random)
    if case .array(var entries)? = body["Env"] {
      entries.shuffle(using: &random)
      body["Env"] = .array(entries)
    }
    body.members = body.members.map {
      .init(random.once(in: 4) ? $0.name.lowercased() : $0.name, $0.value)
    }
    switch random.below(3) {
    case 0: members.append(.init("createOptions", body))
    case 1: members.append(.init("createOptions", .string(write(body))))
    default:
      var rest = Substring(write(body))
      var number = 0
      while !rest.isEmpty {
        let piece = rest.prefix(number < 90 ? 1 + random.below(60) : rest.count)
        let suffix = number == 0 ? "" : number < 10 ? "0\(number)" : "\(number)"
        members.append(.init("createOptions" + suffix, .string(String(piece))))
        rest = rest.dropFirst(piece.count)
        number += 1
      }
    }
  }

  // MARK: - Text

  private mutating func write(_ value: JSONValue) -> String {
    switch value {
    case .object(let members):
      let parts = members.map { "\(string($0.key)):\(random.blanks())\(write($0.value))" }
      return "{" + random.blanks() + parts.joined(separator: "," + random.blanks()) + "}"
    case .array(let elements):
      let parts = elements.map { write($0) }
      return "[" + parts.joined(separator: random.blanks() + ",") + "]"
    case .string(let bytes): return string(bytes)
    case .literal(let text): return number(text)
    }
  }

  private mutating func string(_ bytes: [UInt8]) -> String {
    var text = "\""
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar.value < 0x20 || scalar == "\"" || scalar == "\\"
        || scalar.value < 0x10000 && random.once(in: 12)
      {
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }

  /// A number in another spelling; an integer that is one to the agent stays one.
  private mutating func number(_ text: String) -> String {
    guard let first = text.utf8.first, first == 0x2D || (0x30...0x39).contains(first),
      !text.contains("."), !text.contains("e"), !text.contains("E"), random.once(in: 3)
    else { return text }
    return text + random.one(of: ["e0", ".0", ".00e0", "E+0"])
  }

  // MARK: - Another meaning

  /// The value after some changes at random places.
  mutating func changed(_ value: JSONValue, times: Int) -> JSONValue {
    var result = value
    for _ in 0..<times { result = edited(result, depth: 0) }
    return result
  }

  private mutating func edited(_ value: JSONValue, depth: Int) -> JSONValue {
    switch value {
    case .object(var members) where !members.isEmpty:
      let index = random.below(members.count)
      // What wraps the modules stays.
      if depth > 4, random.once(in: 5) {
        if random.once(in: 2) {
          members.remove(at: index)
        } else {
          members.append(
            .init(
              "new\(random.below(100))",
              Self.value(random.json(depth: 1).replacing("1e400", with: "1e40"))))
        }
      } else {
        members[index].value = edited(members[index].value, depth: depth + 1)
      }
      return .object(members)
    case .array(var elements) where !elements.isEmpty:
      let index = random.below(elements.count)
      switch random.below(4) {
      case 0: elements.remove(at: index)
      case 1: elements.insert(.string("new"), at: index)
      default: elements[index] = edited(elements[index], depth: depth + 1)
      }
      return .array(elements)
    case .string(let bytes):
      let text = String(decoding: bytes, as: UTF8.self)
      // createOptions are changed inside, unless this is but a piece of them.
      guard text.hasPrefix("{"), random.below(4) > 0, let old = Self.read(text) else {
        return .string(text + "x")
      }
      let body = edited(old, depth: 9)
      var writer = JSONWriter()
      writer.value(body)
      return .string(writer.bytes)
    case .literal: return .literal(random.one(of: ["1", "2", "true", "0.25"]))
    case .object, .array: return value
    }
  }

  static func text(_ value: JSONValue) -> String {
    var writer = JSONWriter()
    writer.value(value)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
