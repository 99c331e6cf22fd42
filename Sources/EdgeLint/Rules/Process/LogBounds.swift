internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let logUnbounded = Rule(
    "log-unbounded", .info, "log that may fill the disk",
    explanation: """
      Docker keeps everything that a module writes unless somebody sets a limit, so in time the disk of a \
      device fills up. Set 'LogConfig' of the module to json-file with max-size and max-file, unless every \
      device sets limits for all containers.
      """,
    source:
      "Microsoft Learn, Prepare to deploy your IoT Edge solution in production (Set up log limits)",
    fix: .unsafe,
    examples: {
      [
        .flags(.createOptions, "⟦{}⟧", fixed: #"{"HostConfig": {\#(logConfig)}}"#),
        .flags(
          .createOptions, #"{⟦"HostConfig"⟧: {"Init": true}}"#,
          fixed: #"{"HostConfig": {"Init": true, \#(logConfig)}}"#),
        .flags(
          .createOptions, #"{"HostConfig": {⟦"LogConfig"⟧: {"Type": "json-file"}}}"#,
          fixed:
            #"{"HostConfig": {"LogConfig": {"Type": "json-file", "Config": {"max-size": "10m", "max-file": "3"}}}}"#
        ),
        .flags(
          .createOptions,
          #"{"HostConfig": {"LogConfig": {"Type": "json-file", ⟦"Config"⟧: {"max-file": "3"}}}}"#,
          fixed:
            #"{"HostConfig": {"LogConfig": {"Type": "json-file", "Config": {"max-file": "3", "max-size": "10m"}}}}"#
        ),
        .flags(.createOptions, #"{"HostConfig": {⟦"LogConfig"⟧: {"Type": "", "Config": {}}}}"#),
        .passes(.createOptions, #"{"HostConfig": {\#(logConfig)}}"#),
        .passes(
          .createOptions, #"{"HostConfig": {"LogConfig": {"Config": {"max-size": "10m"}}}}"#),
        .passes(.createOptions, #"{"HostConfig": {"LogConfig": {"Type": "local"}}}"#),
        .passes(.createOptions, #"{"HostConfig": {"LogConfig": "${LOGGING}"}}"#),
      ]
    },
    check: .createOptions { subject, context in
      guard let log = subject.member("HostConfig.LogConfig"), !log.value.isNull else {
        let hostConfig = subject.body.member(inAnyCase: "hostconfig")
        return context.reportUnboundedLog(
          at: hostConfig?.key ?? subject.body,
          edit: hostConfig.map {
            CollectionEditor($0.value, in: context.sources)?
              .addition(of: "LogConfig", logConfigValue)
          }
            ?? CollectionEditor(subject.body, in: context.sources)?
            .addition(of: "HostConfig", "{\(logConfig)}"))
      }
      guard log.value.isMapping else { return }
      let type = log.value.member(inAnyCase: "type")?.value
      let isFile = type?.hasText("json-file") ?? false
      // Without a driver, options or both, what the device does counts, as without anything.
      let isOpen = type.map { $0.isNull || ($0.isString && $0.utf8.isEmpty) } ?? true
      guard isFile || isOpen else { return }
      guard let options = log.value.member(inAnyCase: "config"), !options.value.isNull else {
        return context.reportUnboundedLog(
          at: log.key,
          edit: isFile
            ? CollectionEditor(log.value, in: context.sources)?
              .addition(of: "Config", logOptions) : nil)
      }
      guard options.value.isMapping, options.value["max-size"] == nil else { return }
      guard isFile || !options.value.hasChildren else { return }
      context.reportUnboundedLog(
        at: isFile ? options.key : log.key,
        edit: isFile
          ? CollectionEditor(options.value, in: context.sources)?
            .addition(of: "max-size", JSONText.literal("10m")) : nil)
    })

  private static let logOptions = #"{"max-size": "10m", "max-file": "3"}"#
  private static let logConfigValue = #"{"Type": "json-file", "Config": \#(logOptions)}"#
  private static let logConfig = #""LogConfig": \#(logConfigValue)"#
}

extension RuleContext {
  fileprivate func reportUnboundedLog(at node: SyntaxNode, edit: Fix.Edit?) {
    report(
      "the log of the module grows without a limit", at: node,
      help:
        #"add "LogConfig": {"Type": "json-file", "Config": {"max-size": "10m", "max-file": "3"}}"#,
      fix: Fix("limit the log", .unsafe, edit: edit))
  }
}
