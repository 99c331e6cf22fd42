internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let logDriverUnknown = Rule(
    "log-driver-unknown", .warning, "log driver that Docker does not bring along",
    explanation: """
      A driver that Docker does not bring along must be installed as a plugin on every device, or the \
      module is not created.
      """,
    source: "moby/moby api/swagger.yaml (HostConfig.LogConfig)",
    examples: {
      [
        .flags(.createOptions, #"{"HostConfig": {"LogConfig": {"Type": ⟦"json"⟧}}}"#),
        .passes(.createOptions, #"{"HostConfig": {"LogConfig": {"Type": "journald"}}}"#),
        .passes(.createOptions, #"{"HostConfig": {"LogConfig": {"Type": ""}}}"#),
        .passes(.createOptions, #"{"HostConfig": {"LogConfig": {"Type": "${DRIVER}"}}}"#),
      ]
    },
    check: .createOption(["HostConfig.LogConfig.Type"]) { member, subject, context in
      let value = member.value
      guard value.isString, !value.utf8.isEmpty, !logDrivers.contains(value.text),
        !subject.isOpen(value)
      else { return }
      context.report(
        "Docker brings no log driver '\(value.text)' along", at: value,
        help: Suggestion.question(for: value.text, among: logDrivers)
          ?? "use one of \(logDrivers.joined(separator: ", ")), or install the plugin on every device"
      )
    })

  private static let logDrivers = CreateOptionsObject.logConfig["Type"]?.values ?? []

  static let logTypeEmpty = Rule(
    "log-type-empty", .info, "log options without a log driver",
    explanation: """
      Without a 'Type' Docker takes the driver that is set on the device, and refuses options that this one \
      does not know. Name the driver that the options are for, mostly json-file.
      """,
    source: "moby/moby daemon/logs.go (mergeAndVerifyLogConfig)",
    fix: .unsafe,
    examples: {
      [
        .flags(
          .createOptions,
          #"{"HostConfig": {"LogConfig": {"Type": ⟦""⟧, "Config": {"max-size": "10m"}}}}"#,
          fixed:
            #"{"HostConfig": {"LogConfig": {"Type": "json-file", "Config": {"max-size": "10m"}}}}"#),
        .flags(
          .createOptions, #"{"HostConfig": {⟦"LogConfig"⟧: {"Config": {"max-size": "10m"}}}}"#,
          fixed:
            #"{"HostConfig": {"LogConfig": {"Config": {"max-size": "10m"}, "Type": "json-file"}}}"#),
        .passes(.createOptions, #"{"HostConfig": {"LogConfig": {"Type": "", "Config": {}}}}"#),
        .passes(
          .createOptions,
          #"{"HostConfig": {"LogConfig": {"Type": "local", "Config": {"max-size": "10m"}}}}"#),
      ]
    },
    check: .createOption(["HostConfig.LogConfig"]) { member, _, context in
      guard let options = member.value.member(inAnyCase: "config")?.value, options.isMapping,
        options.hasChildren
      else { return }
      let type = member.value.member(inAnyCase: "type")?.value
      guard type.map({ $0.isNull || ($0.isString && $0.utf8.isEmpty) }) ?? true else { return }
      let edit =
        type.map { Fix.Edit($0.range, JSONText.literal("json-file")) }
        ?? CollectionEditor(member.value, in: context.sources)?
        .addition(of: "Type", JSONText.literal("json-file"))
      context.report(
        "no log driver is named, so each device uses its own, which may refuse these options",
        at: type ?? member.key,
        help: "write \"Type\": \"json-file\"", fix: Fix("name the driver", .unsafe, edit: edit))
    })

  static let logOptionUnknown = Rule(
    "log-option-unknown", .error, "log option that the driver does not know",
    explanation: """
      Docker refuses options that json-file and local do not know, and a size of the buffer without \
      non-blocking mode, so the module is not created. Other drivers have options of their own, which are \
      not checked.
      """,
    source: """
      moby/moby daemon/logger/jsonfilelog/jsonfilelog.go (ValidateLogOpt), daemon/logger/local/local.go, \
      daemon/logger/factory.go (ValidateLogOpts)
      """,
    fix: .safe,
    examples: {
      [
        .flags(
          .createOptions,
          #"{"HostConfig": {"LogConfig": {"Type": "json-file", "Config": {⟦"maxsize"⟧: "10m"}}}}"#,
          fixed:
            #"{"HostConfig": {"LogConfig": {"Type": "json-file", "Config": {"max-size": "10m"}}}}"#),
        .flags(
          .createOptions,
          #"{"HostConfig": {"LogConfig": {"Type": "local", "Config": {⟦"tag"⟧: "a", ⟦"max-buffer-size"⟧: "4m"}}}}"#
        ),
        .passes(
          .createOptions,
          #"{"HostConfig": {"LogConfig": {"Type": "json-file", "Config": {"max-size": "10m", "tag": "a", "mode": "non-blocking", "max-buffer-size": "4m"}}}}"#
        ),
        .passes(
          .createOptions,
          #"{"HostConfig": {"LogConfig": {"Type": "syslog", "Config": {"syslog-address": "x"}}}}"#),
        .passes(
          .createOptions,
          #"{"HostConfig": {"LogConfig": {"Type": "json-file", "Config": {"cache-disabled": "true"}}}}"#
        ),
      ]
    },
    check: .createOption(["HostConfig.LogConfig"]) { member, subject, context in
      let type = member.value.member(inAnyCase: "type")?.value
      guard let options = member.value.member(inAnyCase: "config")?.value,
        let known = type.flatMap({ knownLogOptions(of: $0.text) })
      else { return }
      for option in options.members where !subject.isOpen(option.key) {
        let name = option.key.text
        if name == "max-buffer-size", options["mode"]?.hasText("non-blocking") != true {
          context.report(
            "log option '\(name)' needs mode 'non-blocking'", at: option.key,
            help: "add \"mode\": \"non-blocking\", or remove it")
        }
        // The cache for reading logs back has options for every driver.
        guard !known.contains(name), !name.hasPrefix("cache-") else { continue }
        let near = known.filter { Suggestion.distance($0, name) == 1 }
        let isFree = near.count == 1 && !options.members.contains { $0.key.text == near[0] }
        context.report(
          "log driver '\(type?.text ?? "")' has no option '\(name)'", at: option.key,
          help: Suggestion.question(for: name, among: known)
            ?? "use one of \(known.joined(separator: ", "))",
          fix: isFree
            ? Fix(
              "write '\(near[0])'", edits: [Fix.Edit(option.key.range, JSONText.literal(near[0]))])
            : nil)
      }
    })

  private static func knownLogOptions(of driver: String) -> [String]? {
    switch driver {
    case "json-file":
      [
        "compress", "env", "env-regex", "labels", "labels-regex", "max-buffer-size", "max-file",
        "max-size", "mode", "tag",
      ]
    case "local": ["compress", "max-buffer-size", "max-file", "max-size", "mode"]
    default: nil
    }
  }

  static let logOptionNotString = Rule(
    "log-option-not-string", .warning, "log option whose value is not text",
    explanation: """
      Docker takes the values of log options as text. The agent makes text of a number or boolean before \
      Docker sees it, but nothing else that reads createOptions does. Write it with quotes.
      """,
    source: """
      Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Docker/models/LogConfig.cs
      """,
    fix: .safe,
    examples: {
      [
        .flags(
          .createOptions,
          #"{"HostConfig": {"LogConfig": {"Type": "json-file", "Config": {"max-file": ⟦3⟧, "compress": ⟦true⟧}}}}"#,
          fixed:
            #"{"HostConfig": {"LogConfig": {"Type": "json-file", "Config": {"max-file": "3", "compress": "true"}}}}"#
        ),
        .passes(
          .createOptions,
          #"{"HostConfig": {"LogConfig": {"Type": "json-file", "Config": {"max-file": "3"}}}}"#),
      ]
    },
    check: .createOption(["HostConfig.LogConfig.Config"]) { member, _, context in
      for option in member.value.members
      where option.value.kind == .number || option.value.kind == .boolean {
        context.report(
          "the value of log option '\(option.key.text)' must be text", at: option.value,
          help: "write \"\(option.value.text)\"", fix: option.value.quotingFix)
      }
    })

  static let logOptionValue = Rule(
    "log-option-value", .error, "value of a log option that json-file refuses",
    explanation: """
      json-file takes a size such as 10m for 'max-size', a whole number of at least 1 for 'max-file', and \
      true or false for 'compress', which in turn needs both others, with at least 2 files. Otherwise the \
      module does not start.
      """,
    source: """
      moby/moby daemon/logger/jsonfilelog/jsonfilelog.go (New); docker/go-units size.go (FromHumanSize)
      """,
    examples: {
      [
        .flags(.createOptions, logSample(#""max-size": ⟦"ten"⟧"#)),
        .flags(.createOptions, logSample(#""max-size": ⟦"0"⟧, "max-file": ⟦"0"⟧"#)),
        .flags(.createOptions, logSample(#""max-file": ⟦"3.5"⟧, "compress": ⟦"yes"⟧"#)),
        .flags(.createOptions, logSample(#""max-file": "3", "compress": ⟦"true"⟧"#)),
        .flags(.createOptions, logSample(#""max-size": "10m", "compress": ⟦"true"⟧"#)),
        .passes(
          .createOptions, logSample(#""max-size": "10.5 MiB", "max-file": "2", "compress": "true""#)
        ),
        .passes(.createOptions, logSample(#""max-size": "${SIZE}", "compress": "false""#)),
        .passes(.createOptions, logSample(#""max-file": "<Number of files>""#)),
        .passes(
          .createOptions,
          #"{"HostConfig": {"LogConfig": {"Type": "syslog", "Config": {"max-size": "ten"}}}}"#),
      ]
    },
    check: .createOption(["HostConfig.LogConfig"]) { member, subject, context in
      guard let type = member.value.member(inAnyCase: "type")?.value, type.hasText("json-file"),
        let options = member.value.member(inAnyCase: "config")?.value
      else { return }
      let size = options["max-size"]
      let files = options["max-file"]
      if let size, size.isLogValue, !subject.isOpen(size),
        (ByteSize(size.text, base: .decimal)?.bytes ?? 0) < 1
      {
        context.report(
          "'\(size.text)' is no size of a log file", at: size, help: "write a size such as 10m")
      }
      if let files, files.isLogValue, !subject.isOpen(files), Int64(files.text) ?? 0 < 1 {
        context.report(
          "'\(files.text)' is no number of log files", at: files, help: "write 1 or more")
      }
      guard let compress = options["compress"], compress.isLogValue, !subject.isOpen(compress)
      else { return }
      guard let isOn = GoBoolean.value(of: compress.text) else {
        return context.report(
          "'\(compress.text)' is neither true nor false", at: compress,
          help: "write \"true\" or \"false\"")
      }
      let count = files.map { subject.isOpen($0) ? 2 : Int64($0.text) ?? 2 } ?? 1
      guard isOn, size == nil || count == 1 else { return }
      context.report(
        "compression needs 'max-size' and a 'max-file' of at least 2", at: compress,
        help: "add what is missing, or remove 'compress'")
    })

  private static func logSample(_ options: String) -> String {
    #"{"HostConfig": {"LogConfig": {"Type": "json-file", "Config": {\#(options)}}}}"#
  }
}

extension SyntaxNode {
  /// Whether it is text, or becomes text on the way to Docker.
  fileprivate var isLogValue: Bool { isString || kind == .number || kind == .boolean }
}
