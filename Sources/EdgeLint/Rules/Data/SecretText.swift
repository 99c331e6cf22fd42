internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let secretNotEncoded = Rule(
    "secret-not-encoded", .error, "plain text in the encoded data of a Secret",
    explanation: """
      `data` of a Secret holds bytes in base64, and this value looks like the text itself. Move it \
      to `stringData`, or encode it. A word that happens to be base64 is accepted, and the program \
      then gets other bytes: that is a warning, because it may be meant.
      """,
    source: "golang/go src/encoding/json/decode.go (literalStore); src/encoding/base64",
    examples: {
      [
        .flags(
          .kubernetes,
          WorkloadSample.data("Secret", "data: {a: ⟦plain⟧, b: ⟦\"plain text!\"⟧}")),
        // It happens to be base64, of bytes that are no text.
        .flags(.kubernetes, WorkloadSample.data("Secret", "data: {a: ⟦changeme⟧}")),
        .passes(
          .kubernetes,
          WorkloadSample.data(
            "Secret", "data: {a: cGxhaW4=, b: \"${B}\"}\nstringData: {c: plain}")),
        // Encoded, but the padding has got lost: another rule says so.
        .passes(.kubernetes, WorkloadSample.data("Secret", "data: {a: aGk}")),
      ]
    },
    check: .object { object, context in
      guard case .secret(let secret) = object.resource else { return }
      for entry in secret.data where entry.node.isString && !entry.node.isOpaque {
        guard let bytes = entry.bytes else {
          guard !entry.lostItsPadding else { continue }
          context.report(
            "the value of '\(entry.name)' looks like plain text, not like base64", at: entry.node,
            help: "move it to 'stringData', or encode it")
          continue
        }
        guard entry.node.utf8.isWord, String(validating: bytes, as: UTF8.self) == nil else {
          continue
        }
        context.report(
          "the value of '\(entry.name)' looks like plain text, and is decoded to something else",
          at: entry.node, severity: .warning, help: "move it to 'stringData', or encode it")
      }
    })

  static let secretPlainText = Rule(
    "secret-plaintext", .warning, "key or signature in plain sight",
    explanation: """
      A connection string, a signature or a private key stands in a ConfigMap or in the value of a \
      variable, where everybody who may read the workload reads it, and where it gets into the \
      history of the repository. Put it into a Secret, and renew it.
      """,
    source: """
      MicrosoftDocs/azure-docs articles/iot-hub/iot-hub-dev-guide-sas.md; RFC 7468
      """,
    examples: {
      [
        .flags(
          .kubernetes,
          WorkloadSample.data(
            "ConfigMap",
            """
            data:
              hub: HostName=h.azure-devices.net;⟦SharedAccessKey⟧=c2VjcmV0c2VjcmV0c2VjcmV0
              key: |
                ⟦-----BEGIN RSA PRIVATE KEY-----⟧
            """)),
        .flags(
          .kubernetes,
          WorkloadSample.container(
            "env: [{name: A, value: AccountName=a;⟦AccountKey⟧=c2VjcmV0c2VjcmV0c2VjcmV0}]")),
        .passes(
          .kubernetes,
          WorkloadSample.data(
            "ConfigMap",
            """
            data:
              a: HostName=h.azure-devices.net;SharedAccessKey=<your key here>
              b: SharedAccessKey=${KEY}
              c: SharedAccessKeyName=iothubowner
              d: -----BEGIN PUBLIC KEY-----
            """)),
        .passes(
          .kubernetes,
          WorkloadSample.data(
            "Secret", "stringData: {a: SharedAccessKey=c2VjcmV0c2VjcmV0c2VjcmV0}")),
      ]
    },
    check: .object { object, context in
      if case .configMap(let map) = object.resource {
        for entry in map.data where entry.node.isString {
          report(in: entry.node, "'\(entry.name)' of \(object.title)", context)
        }
      } else if let spec = object.resource.workload?.podTemplate?.spec {
        for variable in (spec.initContainers + spec.containers).lazy.flatMap(\.env) {
          guard let node = variable.value?.node else { continue }
          report(in: node, "variable '\(variable.name?.value ?? "")'", context)
        }
      }
    })
}

extension EncodedEntry {
  /// Whether it is text in base64, but for the padding.
  fileprivate var lostItsPadding: Bool {
    let count = node.utf8.count { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    let padding = repeatElement(UInt8(ascii: "="), count: (4 - count % 4) % 4)
    guard let bytes = Base64.decode(node.utf8 + padding) else { return false }
    return String(validating: bytes, as: UTF8.self) != nil
  }
}

extension ArraySlice<UInt8> {
  /// Whether it is lower-case letters and digits such as people choose, and encoders hardly ever.
  fileprivate var isWord: Bool {
    8...24 ~= count && contains { $0 >= 0x61 }
      && allSatisfy { 0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 }
  }
}

private func report(in node: SyntaxNode, _ title: @autoclosure () -> String, _ context: RuleContext)
{
  guard let (part, kind) = PlainSecret.first(in: node.utf8) else { return }
  context.report(
    "\(title()) has \(kind) in plain sight", at: part, of: node,
    help: "put it into a Secret, and renew it")
}

/// Finds keys by the words before them.
private enum PlainSecret {
  private static let names: [(name: String, kind: String)] = [
    ("SharedAccessKey", "a shared access key"), ("AccountKey", "the key of an account"),
    ("sig", "a signature"),
  ]

  /// The words before the first key, in bytes of the text, and what kind of key it is.
  static func first(in text: ArraySlice<UInt8>) -> (part: Range<Int>, kind: String)? {
    assignedKey(in: text) ?? privateKey(in: text)
  }

  private static func assignedKey(in text: ArraySlice<UInt8>) -> (Range<Int>, String)? {
    var start = text.startIndex
    while let equals = text[start...].firstIndex(of: UInt8(ascii: "=")) {
      start = equals + 1
      for (name, kind) in names where text[..<equals].ends(with: name.utf8) {
        let first = equals - name.utf8.count
        // A part of a longer word is another word.
        let isWord = first == text.startIndex || !isAlphanumeric(text[first - 1])
        guard isWord, isKey(text[start...]) else { continue }
        // The other parts of a signature are near.
        guard name != "sig" || text[..<first].suffix(512).contains(word: "sr=") else { continue }
        return (first - text.startIndex..<equals - text.startIndex, kind)
      }
    }
    return nil
  }

  /// Whether a text begins with at least 16 characters such as encoded keys have.
  private static func isKey(_ text: ArraySlice<UInt8>) -> Bool {
    text.prefix { isAlphanumeric($0) || "+/%-_".utf8.contains($0) }.count >= 16
  }

  private static func privateKey(in text: ArraySlice<UInt8>) -> (Range<Int>, String)? {
    var start = text.startIndex
    while let dash = text[start...].firstIndex(of: UInt8(ascii: "-")) {
      start = dash + 1
      guard text[dash...].starts(with: "-----BEGIN ".utf8) else { continue }
      let line = text[dash...].prefix(64).prefix { $0 >= 0x20 }
      guard let end = line.firstEnd(of: "PRIVATE KEY-----") else { continue }
      return (dash - text.startIndex..<end - text.startIndex, "a private key")
    }
    return nil
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    0x30...0x39 ~= byte || 0x61...0x7A ~= byte | 0x20
  }
}

extension ArraySlice<UInt8> {
  fileprivate func ends(with word: String.UTF8View) -> Bool {
    count >= word.count && suffix(word.count).elementsEqual(word)
  }

  fileprivate func contains(word: String) -> Bool { firstEnd(of: word) != nil }

  /// Just behind the first place of a word.
  fileprivate func firstEnd(of word: String) -> Int? {
    guard let letter = word.utf8.first else { return nil }
    var start = startIndex
    while let index = self[start...].firstIndex(of: letter) {
      if self[index...].starts(with: word.utf8) { return index + word.utf8.count }
      start = index + 1
    }
    return nil
  }
}
