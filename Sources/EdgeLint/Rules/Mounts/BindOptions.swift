internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// What can be wrong with the options of an entry of `Binds`.
extension Rule {
  private static let parser = """
    moby/moby daemon/volume/mounts/linux_parser.go (ParseMountRaw, linuxValidMountMode)
    """

  static let bindModeInvalid = Rule(
    "bind-mode-invalid", .error, "bind with an option that Docker does not know",
    explanation: """
      The options are `ro`, `rw`, `z`, `Z`, `nocopy`, a propagation such as `rslave`, and \
      `consistent`, `cached` or `delegated`. Docker refuses to create a module with another one.
      """,
    source: parser, fix: .safe,
    examples: {
      [
        .flags(
          .createOptions, #"{"HostConfig": {"Binds": ["/a:/b:⟦readonly⟧"]}}"#,
          fixed: #"{"HostConfig": {"Binds": ["/a:/b:ro"]}}"#),
        .flags(
          .createOptions, #"{"HostConfig": {"Binds": ["/a:/b:z,⟦RW⟧"]}}"#,
          fixed: #"{"HostConfig": {"Binds": ["/a:/b:z,rw"]}}"#),
        .flags(.createOptions, #"{"HostConfig": {"Binds": ["/a:/b:⟦rslav⟧", "/a:/c:⟦0777⟧"]}}"#),
        .passes(.createOptions, #"{"HostConfig": {"Binds": ["/a:/b:ro,Z,rslave,nocopy"]}}"#),
      ]
    },
    check: .createOptions { subject, context in
      for bind in subject.binds {
        for option in bind.options where BindText.group(of: option.text) == nil {
          let meant = meantOption(option.text)
          let range = context.range(of: option.range, in: bind.node)
          context.report(
            "unknown option '\(option.text)' of a bind", at: range, pointer: bind.node.pointer,
            help: meant.map { "write '\($0)'" }
              ?? Suggestion.question(for: option.text, among: BindText.optionWords)
              ?? "use 'ro' or 'rw'",
            fix: meant.map { Fix("write '\($0)'", edits: [Fix.Edit(range, $0)]) })
        }
      }
    })

  /// What an option says in other words that Docker knows; nil where nobody can be sure.
  private static func meantOption(_ option: String) -> String? {
    let word = option.lowercased()
    return switch word {
    case "readonly", "read-only", "r": "ro"
    case "readwrite", "read-write", "wr", "w": "rw"
    default: word != "z" && BindText.group(of: word) != nil ? word : nil
    }
  }

  static let bindModeConflict = Rule(
    "bind-mode-conflict", .error, "bind with options that exclude each other",
    explanation: """
      Docker takes one option of each kind: `ro` or `rw`, `z` or `Z`, one propagation, one \
      consistency. It refuses two of a kind.
      """,
    source: parser,
    examples: {
      [
        .flags(.createOptions, #"{"HostConfig": {"Binds": ["/a:/b:ro,⟦rw⟧"]}}"#),
        .flags(.createOptions, #"{"HostConfig": {"Binds": ["/a:/b:z,slave,⟦Z⟧,⟦shared⟧"]}}"#),
        .passes(.createOptions, #"{"HostConfig": {"Binds": ["/a:/b:ro,z,rslave"]}}"#),
      ]
    },
    check: .createOptions { subject, context in
      for bind in subject.binds where bind.options.count > 1 {
        var seen: [BindText.OptionGroup: String] = [:]
        for option in bind.options {
          guard let group = BindText.group(of: option.text) else { continue }
          guard let first = seen[group] else {
            seen[group] = option.text
            continue
          }
          context.report(
            first == option.text
              ? "option '\(first)' is given twice"
              : "options '\(first)' and '\(option.text)' exclude each other",
            at: option.range, of: bind.node, help: "keep one of them")
        }
      }
    })
}
