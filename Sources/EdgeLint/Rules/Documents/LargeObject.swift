internal import EdgeDiagnostics
internal import EdgeSyntax

extension Rule {
  static let docTooLarge = Rule(
    "doc-too-large", .error, "object that is too large to be stored",
    explanation: """
      A server takes requests of up to 3 MiB, and etcd stores up to 1.5 MiB unless it is told \
      otherwise. `kubectl apply` keeps the whole object as JSON in one annotation, which ends at \
      262144 bytes; there, `kubectl create` or server-side apply still work. Aliases count with \
      what they stand for.
      """,
    source: """
      kubernetes/apiserver pkg/server/config.go; etcd --max-request-bytes; kubernetes/apimachinery \
      pkg/api/validation/objectmeta.go (ValidateAnnotationsSize)
      """,
    examples: {
      let text = String(repeating: "0123456789", count: 30)
      let aliases = { (name: String) in
        Array(repeating: "*\(name)", count: 30).joined(separator: ", ")
      }
      return [
        .flags(
          .kubernetes,
          """
          apiVersion: example.com/v1
          kind: Table
          metadata:
            name: ⟦large⟧
          text: &text "\(text)"
          row: &row [\(aliases("text"))]
          rows: [\(aliases("row"))]
          """),
        .passes(
          .kubernetes,
          """
          apiVersion: example.com/v1
          kind: Table
          metadata:
            name: small
          text: &text "\(text)"
          row: [\(aliases("text"))]
          """),
      ]
    },
    check: .object { object, context in
      let range = object.node.range
      // JSON is rarely twice as long as what is written, but for aliases.
      guard range.end - range.start > 100_000 || object.node.hasAliases else { return }
      let size = object.node.sizeAsJSON
      let (limit, severity, help): (Int, Severity, String)
      switch size {
      case (3 << 20 + 1)...:
        (limit, severity) = (3 << 20, .error)
        help = "split it; a server refuses the request"
      case (3 << 19 + 1)...:
        (limit, severity) = (3 << 19, .warning)
        help = "split it; etcd refuses it unless it has a larger limit"
      case 262_145...:
        (limit, severity) = (262_144, .warning)
        help = "use kubectl create or kubectl apply --server-side, or split it"
      default: return
      }
      context.report(
        "the object has \(size) bytes as JSON, more than \(limit)", at: object.place,
        severity: severity, help: help)
    })
}

extension SyntaxNode {
  /// How many bytes it has as JSON without blanks.
  fileprivate var sizeAsJSON: Int {
    switch kind {
    case .mapping:
      members.reduce(1) { $0 + $1.key.sizeAsString + 2 + $1.value.sizeAsJSON }
    case .sequence: elements.reduce(1) { $0 + 1 + $1.sizeAsJSON }
    case .string: sizeAsString
    case .number, .boolean, .null: max(1, utf8.count)
    }
  }

  private var sizeAsString: Int {
    utf8.reduce(2) { size, byte in
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x08, 0x09, 0x0A, 0x0C, 0x0D: size + 2
      case ..<0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"): size + 6
      default: size + 1
      }
    }
  }
}
