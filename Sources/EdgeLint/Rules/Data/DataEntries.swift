internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

private let source = """
  kubernetes/kubernetes pkg/apis/core/validation/validation.go (ValidateConfigMap, ValidateSecret)
  """

/// What the values of a ConfigMap or Secret may have in bytes, all together.
///
/// Source: kubernetes/api core/v1/types.go (MaxSecretSize).
private let sizeLimit = 1_048_576

extension Rule {
  static let configMapKey = Rule(
    "cm-key", .error, "key of a ConfigMap that cannot be the name of a file",
    explanation: """
      The keys of a ConfigMap become files and variables. They consist of letters, digits, `-`, \
      `_` and `.`, and are not `.`, nor do they begin with `..`.
      """,
    source: source,
    examples: {
      [
        .flags(
          .kubernetes,
          WorkloadSample.data(
            "ConfigMap",
            """
            data: {⟦my key⟧: x, ⟦a/b⟧: x, ⟦..⟧: x, ⟦..a⟧: x}
            binaryData: {⟦é⟧: aGk=}
            """)),
        .passes(
          .kubernetes,
          WorkloadSample.data("ConfigMap", "data: {.a: x, 1: x, key.NAME_1: x, \"${KEY}\": x}")),
      ]
    },
    check: .object { object, context in
      guard case .configMap(let map) = object.resource else { return }
      for key in map.data.map(\.key) + map.binaryData.map(\.key) {
        checkKey(key, of: "ConfigMap", context)
      }
    })

  static let secretKey = Rule(
    "secret-key", .error, "key of a Secret that cannot be the name of a file",
    explanation: """
      The keys of a Secret become files and variables. They consist of letters, digits, `-`, `_` \
      and `.`, and are not `.`, nor do they begin with `..`.
      """,
    source: source,
    examples: {
      [
        .flags(
          .kubernetes,
          WorkloadSample.data("Secret", "data: {⟦a b⟧: aGk=}\nstringData: {⟦\"\"⟧: x}")),
        .passes(.kubernetes, WorkloadSample.data("Secret", "data: {.dockercfg: e30=}")),
      ]
    },
    check: .object { object, context in
      guard case .secret(let secret) = object.resource else { return }
      for key in secret.data.map(\.key) + secret.stringData.map(\.key) {
        checkKey(key, of: "Secret", context)
      }
    })

  static let configMapDuplicateBinary = Rule(
    "cm-duplicate-binary", .error, "key that is in both `data` and `binaryData`",
    explanation: "Both become files of the same name, so that a key is in one of the two.",
    source: source,
    examples: {
      [
        .flags(
          .kubernetes,
          WorkloadSample.data("ConfigMap", "data: {⟦a⟧: x}\nbinaryData: {a: aGk=}")),
        .passes(
          .kubernetes, WorkloadSample.data("ConfigMap", "data: {a: x}\nbinaryData: {b: aGk=}")),
      ]
    },
    check: .object { object, context in
      guard case .configMap(let map) = object.resource, !map.binaryData.isEmpty else { return }
      var binary: [String: SyntaxNode] = [:]
      for entry in map.binaryData { binary[entry.name] = entry.key }
      for entry in map.data {
        guard let other = binary[entry.name] else { continue }
        context.report(
          "key '\(entry.name)' is in 'binaryData', too", at: entry.key,
          labels: [.init("in 'binaryData' here", at: other.range)], help: "remove one of the two")
      }
    })

  static let configMapSize = Rule(
    "cm-size", .error, "ConfigMap that is too large",
    explanation: """
      The values of a ConfigMap have at most 1 MiB (1048576 bytes) together. Split it, or put the \
      files into an image or a volume.
      """,
    source: source,
    examples: {
      [
        .flags(.kubernetes, sized("ConfigMap", "data", name: "⟦settings⟧", count: 129)),
        .passes(.kubernetes, sized("ConfigMap", "data", name: "settings", count: 128)),
      ]
    },
    check: .object { object, context in
      guard case .configMap(let map) = object.resource else { return }
      let text = map.data.reduce(0) { $0 + $1.node.utf8.count }
      let written = map.binaryData.reduce(text) { $0 + $1.node.utf8.count }
      // Bytes are fewer than the characters that encode them.
      guard written > sizeLimit else { return }
      let size = map.binaryData.reduce(text) { $0 + ($1.bytes?.count ?? 0) }
      reportSize(size, of: object, context)
    })

  static let secretSize = Rule(
    "secret-size", .error, "Secret that is too large",
    explanation: """
      The values of a Secret have at most 1 MiB (1048576 bytes) together, once they are decoded.
      """,
    source: source,
    examples: {
      [
        .flags(.kubernetes, sized("Secret", "stringData", name: "⟦settings⟧", count: 129)),
        .passes(.kubernetes, sized("Secret", "stringData", name: "settings", count: 128)),
      ]
    },
    check: .object { object, context in
      guard case .secret(let secret) = object.resource else { return }
      let text = secret.stringData.reduce(0) { $0 + $1.node.utf8.count }
      let written = secret.data.reduce(text) { $0 + $1.node.utf8.count }
      guard written > sizeLimit else { return }
      let names = Set(secret.stringData.map(\.name))
      let size = secret.data.reduce(text) { size, entry in
        names.contains(entry.name) ? size : size + (entry.bytes?.count ?? 0)
      }
      reportSize(size, of: object, context)
    })

  static let configMapEmpty = Rule(
    "cm-empty", .info, "ConfigMap without data",
    explanation: """
      The ConfigMap has neither `data` nor `binaryData`. Perhaps something else is to fill it; \
      otherwise what reads it finds nothing.
      """,
    source: "kubernetes/api core/v1/types.go (ConfigMap)",
    examples: {
      [
        .flags(.kubernetes, WorkloadSample.data("ConfigMap", name: "⟦settings⟧", "data: {}")),
        .flags(
          .kubernetes, "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ⟦settings⟧\n"),
        .passes(.kubernetes, WorkloadSample.data("ConfigMap", "data: {a: \"\"}")),
        .passes(.kubernetes, WorkloadSample.data("ConfigMap", "Data: {a: x}")),
      ]
    },
    check: .object { object, context in
      guard case .configMap(let map) = object.resource, map.data.isEmpty, map.binaryData.isEmpty,
        map.residue.isEmpty
      else { return }
      let values = [object.node["data"], object.node["binaryData"]].compactMap(\.self)
      guard values.allSatisfy({ $0.isNull || $0.isMapping }) else { return }
      context.report(
        "\(object.title) has no data", at: object.place, help: "add 'data', or remove the ConfigMap"
      )
    })

  static let configMapCarriageReturns = Rule(
    "cm-crlf", .info, "ConfigMap value with CRLF line ends",
    explanation: """
      The text has carriage returns, which programs on Linux take for part of the line: scripts \
      with them do not run. Line ends of a block literal are never such; these were written as \
      `\\r`.
      """,
    source: "yaml/yaml-spec 1.2.2 section 5.4; POSIX.1-2017 section 3.206",
    examples: {
      [
        .flags(.kubernetes, WorkloadSample.data("ConfigMap", #"data: {⟦run.sh⟧: "a\r\nb\r\n"}"#)),
        .passes(.kubernetes, WorkloadSample.data("ConfigMap", "data:\n  run.sh: |\n    a\n    b")),
      ]
    },
    check: .object { object, context in
      guard case .configMap(let map) = object.resource else { return }
      for entry in map.data where entry.node.isString {
        let text = entry.node.utf8
        guard let index = text.firstIndex(of: 0x0D), text.index(after: index) < text.endIndex,
          text[text.index(after: index)] == 0x0A
        else { continue }
        context.report(
          "the value of '\(entry.name)' has CRLF line ends", at: entry.key,
          help: "write it as a block literal: \(entry.name): |")
      }
    })
}

private func checkKey(_ key: SyntaxNode, of kind: String, _ context: RuleContext) {
  let name = key.text
  guard let problem = APINameForm.dataKey.problem(of: name), !key.isOpaque else { return }
  context.report(
    "key '\(name)' of a \(kind) \(problem)", at: key, help: APINameForm.dataKey.advice)
}

private func reportSize(_ size: Int, of object: ObjectSubject, _ context: RuleContext) {
  guard size > sizeLimit else { return }
  context.report(
    "\(object.title) has \(size) bytes, more than \(sizeLimit)", at: object.place,
    help: "split it, or put the files into an image or a volume")
}

/// An object whose values have 8 KiB each, by means of an alias.
private func sized(_ kind: String, _ member: String, name: String, count: Int) -> String {
  let text = String(repeating: "0123456789abcdef", count: 512)
  let entries = (1..<count).map { "  a\($0): *text" }.joined(separator: "\n")
  return WorkloadSample.data(kind, name: name, "\(member):\n  a0: &text \(text)\n\(entries)")
}
