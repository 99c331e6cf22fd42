package import EdgeDiagnostics

extension RuleInfo {
  /// What can be wrong with a text before anything is known of its meaning.
  package static let syntaxRules: [RuleInfo] = [
    .createOptionsChunkSurrogate, .inputTooLarge, .jsonDuplicateKey, .jsonLenient, .jsonSyntax,
    .jsonTooDeep, .variableUnset,
    .docHelmTemplate, .docJSONLenient,
    .yamlAliasBomb, .yamlAliasCycle, .yamlContentAfterDocument, .yamlControlCharacter,
    .yamlDirective, .yamlDuplicateKey, .yamlInnerBOM, .yamlInvalidUTF8, .yamlMergeValue,
    .yamlNullKey,
    .yamlSeparatorGarbage, .yamlSyntax, .yamlTabIndent, .yamlTagValue, .yamlTooDeep,
    .yamlUnknownAlias, .yamlUnsupportedKey,
  ]

  package static let inputTooLarge = RuleInfo(
    "input-too-large", .error, "input is larger than edgekit reads",
    explanation: """
      Offsets are 32-bit numbers and a whole input is held in memory, so edgekit refuses a file of \
      more than 1 GiB. Split it: documents are independent of each other.
      """,
    source: "edgekit")

  package static let variableUnset = RuleInfo(
    "variable-unset", .error, "placeholder of a variable that is not set",
    explanation: """
      With --set, --env, --env-file or --template-syntax every placeholder must have a value: \
      blanks and left-over placeholders are how bad deployments ship. Give the value, a default as \
      in `${NAME:-default}`, or write `$${` for a literal `${`.
      """,
    source: "edgekit")

  package static let yamlSyntax = RuleInfo(
    "yaml-syntax", .error, "text is not YAML",
    explanation: """
      The YAML parser could not read on at this place. The marked character is where it noticed; \
      the second place, where there is one, is where the construct began. kubectl reads the \
      documents before a broken one and stops there.
      """,
    source: "yaml/libyaml src/scanner.c, src/parser.c")

  package static let yamlTabIndent = RuleInfo(
    "yaml-tab-indent", .error, "tab used as indentation",
    explanation: """
      YAML forbids tabs in indentation, because editors disagree about their width. Use spaces, \
      two for each level.
      """,
    source: "YAML 1.1 section 5.1; yaml/libyaml src/scanner.c")

  package static let yamlInvalidUTF8 = RuleInfo(
    "yaml-invalid-utf8", .error, "bytes that are not UTF-8",
    explanation: """
      Input is read as UTF-8. kubectl would put U+FFFD in place of the byte and store a value that \
      nobody wrote. Save the file as UTF-8.
      """,
    source: "kubernetes/cli-runtime pkg/resource/visitor.go")

  package static let yamlControlCharacter = RuleInfo(
    "yaml-control-char", .error, "control character in the text",
    explanation: """
      YAML has no place for control characters other than tab and line ends. Write one as an \
      escape in a double-quoted string.
      """,
    source: "YAML 1.1 section 5.1; yaml/libyaml src/reader.c")

  package static let yamlInnerBOM = RuleInfo(
    "yaml-inner-bom", .error, "byte order mark inside the file",
    explanation: """
      Only at the very beginning of a file is a byte order mark skipped. Elsewhere it becomes a \
      part of the key behind it, which then looks right and is unknown. Remove it.
      """,
    source: "kubernetes/cli-runtime pkg/resource/visitor.go; yaml/libyaml src/scanner.c")

  package static let yamlSeparatorGarbage = RuleInfo(
    "yaml-separator-garbage", .error, "text after a document separator",
    explanation: """
      kubectl cuts a stream at lines that begin with `---` and refuses anything but a comment \
      after it. Put the content on the next line.
      """,
    source: "kubernetes/apimachinery pkg/util/yaml/decoder.go")

  package static let yamlContentAfterDocument = RuleInfo(
    "yaml-content-after-document", .error, "content that kubectl ignores",
    explanation: """
      The document is complete before this place, so kubectl silently ignores everything from here \
      to the next `---` line. Usually the first key is indented and the others are not, or `...` \
      was meant as `---`.
      """,
    source: "go-yaml/yaml v2 yaml.go; kubernetes/apimachinery pkg/util/yaml/decoder.go")

  package static let yamlDirective = RuleInfo(
    "yaml-directive", .error, "YAML directive",
    explanation: """
      kubectl takes the lines before the first `---` for a document of their own, so it cannot \
      read a file with a `%YAML` or `%TAG` line. Remove the line.
      """,
    source: "kubernetes/apimachinery pkg/util/yaml/decoder.go")

  package static let yamlDuplicateKey = RuleInfo(
    "yaml-duplicate-key", .error, "key given twice in one mapping",
    explanation: """
      YAML forbids it; kubectl takes the last value and says nothing, so one of the two is lost. \
      Keys count after resolution: `yes` and `true` are the same key.
      """,
    source: "YAML 1.1 section 3.2.1.1; kubernetes/kubernetes#14791")

  package static let yamlUnknownAlias = RuleInfo(
    "yaml-unknown-alias", .error, "alias without an anchor in this document",
    explanation: "Anchors are known only in the document that defines them, after the definition.",
    source: "go-yaml/yaml v2 decode.go (alias)")

  package static let yamlAliasCycle = RuleInfo(
    "yaml-alias-cycle", .error, "anchor that contains itself",
    explanation: "A value that contains itself has no end and cannot be written as JSON.",
    source: "go-yaml/yaml v2 decode.go (alias)")

  package static let yamlAliasBomb = RuleInfo(
    "yaml-alias-bomb", .error, "aliases that expand to far more than was written",
    explanation: """
      Aliases of aliases grow without bound. edgekit refuses what kubectl refuses: more than a \
      thousand values of which nearly all, or in very large documents a tenth, come from aliases.
      """,
    source: "go-yaml/yaml v2 decode.go (allowedAliasRatio)")

  package static let yamlTooDeep = RuleInfo(
    "yaml-too-deep", .error, "nesting deeper than 100 levels",
    explanation: """
      No Kubernetes object and no manifest nests this deep; a limit keeps broken input from taking \
      the machine down.
      """,
    source: "edgekit")

  package static let yamlTagValue = RuleInfo(
    "yaml-tag-value", .error, "text that is not what its tag says",
    explanation: """
      A tag such as `!!int` or `!!binary` says how to read a scalar; kubectl refuses the file when \
      the text cannot be read so.
      """,
    source: "go-yaml/yaml v2 resolve.go (resolve), decode.go (scalar)")

  package static let yamlNullKey = RuleInfo(
    "yaml-null-key", .error, "null used as a key",
    explanation: "JSON has only string keys, so kubectl refuses a null key. Quote it.",
    source: "kubernetes-sigs/yaml yaml.go (convertToJSONableObject)")

  package static let yamlUnsupportedKey = RuleInfo(
    "yaml-unsupported-key", .error, "mapping or sequence used as a key",
    explanation: """
      JSON has only string keys. An unquoted `{{ .Values.x }}` reads as such a key: render the \
      chart first, or quote the text.
      """,
    source: "go-yaml/yaml v2 decode.go (mapping)")

  package static let yamlMergeValue = RuleInfo(
    "yaml-merge-value", .error, "merge key whose value is no mapping",
    explanation: "`<<` takes a mapping, an alias to one, or a sequence of those.",
    source: "go-yaml/yaml v2 decode.go (merge)")

  package static let docHelmTemplate = RuleInfo(
    "doc-helm-template", .error, "Helm template that has not been rendered",
    explanation: """
      `{{ … }}` is an action of a template, not YAML. Render the chart first with `helm template`, \
      and read its output.
      """,
    source: "helm/helm docs")

  package static let docJSONLenient = RuleInfo(
    "doc-json-lenient", .warning, "stream that begins with `{` and is not strict JSON",
    explanation: """
      kubectl reads such a stream as JSON first; only since 1.33 does it try YAML afterwards. \
      Write strict JSON, or begin the file with `---`.
      """,
    source: "kubernetes/apimachinery pkg/util/yaml/decoder.go")

  package static let jsonSyntax = RuleInfo(
    "json-syntax", .error, "text is not JSON",
    explanation: """
      The hub, the runtime and every tool read manifests as JSON. The marked text is what the \
      parser could not read.
      """,
    source: "RFC 8259; akheron/jansson src/load.c")

  package static let createOptionsChunkSurrogate = RuleInfo(
    "create-options-chunk-surrogate", .warning, "character cut in two by pieces of createOptions",
    explanation: """
      The agent joins UTF-16 code units, but half of a surrogate pair is no Unicode text, and most readers \
      refuse the whole file. Cut before the character, or after it.
      """,
    source: """
      Azure/iotedge edge-util/src/Microsoft.Azure.Devices.Edge.Util/StringEx.cs (Chunks); RFC 8259 \
      section 8.2
      """)

  package static let jsonLenient = RuleInfo(
    "json-lenient", .warning, "JSON with comments or trailing commas",
    explanation: """
      edgekit reads them, and what it writes has none. The hub and most tools refuse the file as it \
      is. A template may have them: its tool makes strict JSON of it.
      """,
    source: "RFC 8259")

  package static let jsonDuplicateKey = RuleInfo(
    "json-duplicate-key", .error, "key given twice in one object",
    explanation:
      "Readers take the last value, or the first, and say nothing: one of the two is lost.",
    source: "RFC 8259 section 4")

  package static let jsonTooDeep = RuleInfo(
    "json-too-deep", .error, "nesting deeper than 100 levels",
    explanation: """
      A twin takes ten levels. A limit keeps broken input from taking the machine down.
      """,
    source: "edgekit")
}
