internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let createOptionsDoubleWrapped = Rule(
    "create-options-double-wrapped", .error, "createOptions inside of createOptions",
    explanation: """
      The text is what Docker is asked with, so it begins with members such as `HostConfig`. \
      Docker drops a `createOptions` or `settings` inside it, and all that it holds, without a \
      word.
      """,
    source: "Azure/iotedge#5935", fix: .safe,
    examples: {
      [
        .flags(
          .createOptions, #"{⟦"createOptions"⟧: {"HostConfig": {"Init": true}}}"#,
          fixed: #"{"HostConfig": {"Init": true}}"#),
        .flags(.createOptions, #"{"image": "a:1", ⟦"settings"⟧: {"createOptions": "{}"}}"#),
        .flags(.createOptions, #"{"image": "a:1", ⟦"createOptions"⟧: {}}"#),
        .passes(.createOptions, #"{"HostConfig": {}}"#),
      ]
    },
    check: .createOptions { subject, context in
      guard case .wrapping = subject.deviations.first?.kind,
        let member = subject.deviations.first?.member
      else { return }
      let isAlone = subject.body.members.allSatisfy { $0.key == member.key }
      let text = context.text(of: member.value.range)
      context.report(
        "'\(member.key.text)' stands inside of createOptions", at: member.key,
        help: "begin with what it holds, {\"HostConfig\": …}",
        fix: isAlone && member.value.isMapping
          ? Fix("unwrap it", context.replacement(of: subject.body, with: text)) : nil)
    })

  static let createOptionsDuplicateKey = Rule(
    .createOptionsDuplicateKey,
    examples: {
      [
        .flags(.createOptions, #"{"HostConfig": {}, ⟦"hostConfig"⟧: {}}"#),
        .flags(.createOptions, #"{"hostConfig": {}, ⟦"HostConfig"⟧: {}}"#),
        .flags(
          .module,
          #"{"settings": {"createOptions": "{\"Tty\": true, ⟦\"Tty\"⟧: false}"}}"#),
        .passes(.createOptions, #"{"Labels": {"a": "1", "A": "2"}}"#),
      ]
    },
    check: .createOptions { subject, context in
      for deviation in subject.deviations {
        guard case .repetition(let first) = deviation.kind else { continue }
        context.report(
          "'\(deviation.member.key.text)' is '\(first.text)' again", at: deviation.member.key,
          labels: [Diagnostic.Label("the first one", at: first.range)],
          help: "the last one silently replaces the first; keep one of them")
      }
    })

  static let createOptionsKeyCase = Rule(
    "create-options-key-case", .warning, "known key of createOptions in another letter case",
    explanation: """
      The agent and Docker match keys whatever their letter case, the daemon between them does \
      not: it overlooks what it has to know of, such as `cmd` or `volumes`. Write keys as \
      documented.
      """,
    source: "Azure/iotedge edgelet/docker-rs/src/models/container_create_body.rs", fix: .safe,
    examples: {
      [
        .flags(
          .createOptions, #"{⟦"hostConfig"⟧: {⟦"runtime"⟧: "nvidia"}}"#,
          fixed: #"{"HostConfig": {"Runtime": "nvidia"}}"#),
        .flags(
          .createOptions,
          #"{"HostConfig": {"PortBindings": {"80/tcp": [{⟦"HostIP"⟧: "", "HostPort": "80"}]}}}"#),
        .passes(.createOptions, #"{"HostConfig": {"Sysctls": {"NET.x": "1"}}}"#),
        .passes(.createOptions, #"{"HostConfig": {}, "hostConfig": {}}"#),
      ]
    },
    check: .createOptions { subject, context in
      for deviation in subject.deviations {
        guard case .letterCase(let known) = deviation.kind else { continue }
        let key = deviation.member.key
        context.report(
          "key '\(key.text)' is documented as '\(known.name)'", at: key,
          help: "write '\(known.name)'",
          fix: Fix(
            "write '\(known.name)'",
            context.replacement(of: key, with: JSONText.literal(known.name))))
      }
    })

  static let createOptionsUnknownKey = Rule(
    "create-options-unknown-key", .warning, "key of createOptions that Docker does not know",
    explanation: """
      Docker drops keys that it does not know without a word. A name that is almost that of a \
      known key is an error: what it says has no effect.
      """,
    source: "moby/moby daemon/internal/runconfig/config.go (loadJSON)", fix: .unsafe,
    examples: {
      [
        .flags(
          .createOptions, #"{"HostConfig": {⟦"PortBinding"⟧: {}}}"#,
          fixed: #"{"HostConfig": {"PortBindings": {}}}"#),
        .flags(.createOptions, #"{⟦"Link"⟧: ["a"]}"#),
        .flags(
          .createOptions,
          #"{"HostConfig": {"Devices": [{"PathOnHost": "/dev/a", ⟦"PathnContainer"⟧: "/dev/a"}]}}"#),
        .passes(.createOptions, #"{"HostConfig": {"PortBindings": {}}}"#),
        .passes(.createOptions, #"{"Labels": {"Link": "a"}}"#),
        .passes(.createOptions, #"{"${KEY}": 1}"#),
      ]
    },
    check: .createOptions { subject, context in
      for deviation in subject.deviations {
        guard case .unknown(let object) = deviation.kind else { continue }
        reportUnknown(deviation, in: object, context)
      }
    })

  private static func reportUnknown(
    _ deviation: CreateOptionsDeviation, in object: CreateOptionsObject, _ context: RuleContext
  ) {
    let key = deviation.member.key
    let name = key.text
    let nearest = Suggestion.nearest(to: name, among: object.fields.map(\.name))
    let distance = nearest.map { Suggestion.distance(name, $0) } ?? .max
    let isFree = nearest.map {
      deviation.object.member(inAnyCase: $0.lowercased()) == nil
    }
    var fix: Fix?
    if let nearest, distance == 1, isFree == true {
      fix = Fix(
        "write '\(nearest)'",
        context.replacement(of: key, with: JSONText.literal(nearest)), isUnsafe: true)
    }
    context.report(
      "unknown key '\(name)' in \(object.title)", at: key,
      severity: distance <= 2 ? .error : nil,
      help: nearest.map { "did you mean '\($0)'?" } ?? "Docker drops it; remove it", fix: fix)
  }

  static let createOptionsCLIFlagName = Rule(
    "create-options-cli-flag-name", .error, "option of `docker run` or of compose files",
    explanation: """
      createOptions speak Docker's API, which has other names than the command line and compose \
      files. Docker drops what it does not know, so the setting has no effect.
      """,
    source: "moby/moby api/swagger.yaml (ContainerConfig, HostConfig)",
    examples: {
      [
        .flags(.createOptions, #"{⟦"network_mode"⟧: "host"}"#),
        .flags(.createOptions, #"{"HostConfig": {⟦"cap-add"⟧: ["NET_ADMIN"]}}"#),
        .flags(.createOptions, #"{⟦"volumes"⟧: ["/a:/b"]}"#),
        .passes(.createOptions, #"{"HostConfig": {"NetworkMode": "host"}}"#),
        .passes(.createOptions, #"{"volumes": {"/a": {}}}"#),
      ]
    },
    check: .createOptions { subject, context in
      for deviation in subject.deviations {
        guard case .commandLineWord(let counterpart) = deviation.kind else { continue }
        context.report(
          "'\(deviation.member.key.text)' is no key of Docker's API, and has no effect",
          at: deviation.member.key, help: "use \(counterpart)")
      }
    })
}
