internal import EdgeSyntax

/// What the reader of YAML cannot read.
extension Rule {
  static let yamlSyntax = Rule(reading: .yamlSyntax) {
    [
      .flags(.file("a.yaml"), "image: example.azurecr.io/sensor⟦:⟧ 1.0\n"),
      .flags(.file("a.yaml"), "name: ⟦\"sensor⟧\n"),
      .flags(.file("a.yaml"), "args: ⟦[⟧one, two\n"),
      .passes(.file("a.yaml"), "image: example.azurecr.io/sensor:1.0\nargs: [one, two]\n"),
    ]
  }

  static let yamlTabIndent = Rule(reading: .yamlTabIndent) {
    [
      .flags(.file("a.yaml"), "metadata:\n⟦\t⟧name: sensor\n"),
      .passes(.file("a.yaml"), "metadata:\n  name:\tsensor\n"),
    ]
  }

  static let yamlInvalidUTF8 = Rule(reading: .yamlInvalidUTF8) {
    [
      .flags(.file("a.yaml"), "name: caf⟦\u{FFFD}⟧\n"),
      .passes(.file("a.yaml"), "name: café\n"),
    ]
  }

  static let yamlControlCharacter = Rule(reading: .yamlControlCharacter) {
    [
      .flags(.file("a.yaml"), "name: bell⟦\u{7}⟧\n"),
      .passes(.file("a.yaml"), "name: \"bell\\u0007\"\n"),
    ]
  }

  static let yamlSeparatorGarbage = Rule(reading: .yamlSeparatorGarbage) {
    [
      .flags(.file("a.yaml"), "a: 1\n--- ⟦{b: 2}⟧\n"),
      .flags(.file("a.yaml"), "---⟦--BEGIN CERTIFICATE-----⟧\n"),
      .passes(.file("a.yaml"), "a: 1\n--- # the second\nb: 2\n"),
    ]
  }

  static let yamlContentAfterDocument = Rule(reading: .yamlContentAfterDocument) {
    [
      .flags(.file("a.yaml"), "a: 1\n...\n⟦b⟧: 2\n"),
      .flags(.file("a.yaml"), " a: 1\n⟦b⟧: 2\n"),
      .passes(.file("a.yaml"), "a: 1\n---\nb: 2\n"),
    ]
  }

  static let yamlInnerBOM = Rule(reading: .yamlInnerBOM) {
    [
      .flags(.file("a.yaml"), "a: 1\n⟦\u{FEFF}⟧b: 2\n"),
      .flags(
        .file("a.yaml"),
        """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: m
        data:
          ⟦\u{FEFF}⟧key: x

        """),
      .passes(.file("a.yaml"), "\u{FEFF}a: 1\nb: \"\u{FEFF}\"\n"),
    ]
  }

  static let yamlDirective = Rule(reading: .yamlDirective) {
    [
      .flags(.file("a.yaml"), "⟦%YAML 1.1⟧\n---\na: 1\n"),
      .passes(.file("a.yaml"), "---\na: 1%\n"),
    ]
  }

  static let yamlDuplicateKey = Rule(reading: .yamlDuplicateKey) {
    [
      .flags(
        .kubernetes,
        """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: m
        data:
          level: debug
          ⟦level⟧: info
        """),
      // Keys count after resolution.
      .flags(.file("a.yaml"), "yes: 1\n⟦true⟧: 2\n"),
      .passes(.file("a.yaml"), "a: {level: 1}\nb: {level: 2}\n"),
    ]
  }

  static let yamlNullKey = Rule(reading: .yamlNullKey) {
    [
      .flags(.file("a.yaml"), "labels:\n  ⟦~⟧: x\n"),
      .passes(.file("a.yaml"), "labels:\n  \"~\": x\n"),
    ]
  }

  static let yamlUnsupportedKey = Rule(reading: .yamlUnsupportedKey) {
    [
      .flags(.file("a.yaml"), "? ⟦[a, b]⟧\n: x\n"),
      .passes(.file("a.yaml"), "\"[a, b]\": x\n"),
    ]
  }

  static let yamlMergeValue = Rule(reading: .yamlMergeValue) {
    [
      .flags(.file("a.yaml"), "limits:\n  <<: ⟦defaults⟧\n"),
      .passes(.file("a.yaml"), "defaults: &defaults {cpu: 1}\nlimits:\n  <<: *defaults\n"),
    ]
  }

  static let yamlTagValue = Rule(reading: .yamlTagValue) {
    [
      .flags(.file("a.yaml"), "replicas: ⟦!!int three⟧\n"),
      .passes(.file("a.yaml"), "replicas: !!int 3\n"),
    ]
  }

  static let yamlUnknownAlias = Rule(reading: .yamlUnknownAlias) {
    [
      .flags(.file("a.yaml"), "a: &limits {cpu: 1}\n---\nb: ⟦*limits⟧\n"),
      .passes(.file("a.yaml"), "a: &limits {cpu: 1}\nb: *limits\n"),
    ]
  }

  static let yamlAliasCycle = Rule(reading: .yamlAliasCycle) {
    [
      .flags(.file("a.yaml"), "a: &a [⟦*a⟧]\n"),
      .passes(.file("a.yaml"), "a: &a [1]\nb: [*a]\n"),
    ]
  }

  static let yamlAliasBomb = Rule(reading: .yamlAliasBomb) {
    [
      .flags(
        .file("a.yaml"),
        """
        a: &a [x, x, x, x, x, x, x, x, x, x]
        b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
        c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
        d: [⟦*c⟧, *c, *c, *c, *c, *c, *c, *c, *c, *c]

        """),
      .passes(
        .file("a.yaml"),
        """
        a: &a [x, x, x, x, x, x, x, x, x, x]
        b: [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]

        """),
    ]
  }

  static let yamlTooDeep = Rule(reading: .yamlTooDeep) {
    let open = String(repeating: "[", count: 100)
    let close = String(repeating: "]", count: 100)
    return [
      .flags(.file("a.yaml"), "a: \(open.dropLast())⟦[⟧]\(close.dropLast())\n"),
      .passes(.file("a.yaml"), "a: \(open.dropLast())\(close.dropLast())\n"),
    ]
  }

}
