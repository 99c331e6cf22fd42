internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let stopTimeoutType = Rule(
    "stop-timeout-type", .error, "stop timeout that is no whole number",
    explanation: """
      'StopTimeout' is a whole number of seconds. Docker cannot read text, and no fraction, so the module \
      is not created.
      """,
    source: "moby/moby api/swagger.yaml (ContainerConfig.StopTimeout)",
    fix: .safe,
    examples: {
      [
        .flags(.createOptions, #"{"StopTimeout": ⟦"60"⟧}"#, fixed: #"{"StopTimeout": 60}"#),
        .flags(.createOptions, #"{"StopTimeout": ⟦60.0⟧}"#, fixed: #"{"StopTimeout": 60}"#),
        .flags(.createOptions, #"{"StopTimeout": ⟦"1m"⟧}"#),
        .passes(.createOptions, #"{"StopTimeout": 60}"#),
        .passes(.createOptions, #"{"StopTimeout": null}"#),
        .passes(.createOptions, #"{"StopTimeout": "${SECONDS}"}"#),
      ]
    },
    check: .createOption(["StopTimeout"]) { member, subject, context in
      let value = member.value
      guard !value.isNull, !subject.isOpen(value) else { return }
      var number: Int64?
      switch value.scalar {
      case .integer: return
      case .float(let seconds): number = Int64(exactly: seconds)
      case .string where value.isString: number = Int64(value.text)
      default: break
      }
      context.report(
        "'\(member.key.text)' must be a whole number of seconds", at: value,
        help: number.map { "write \($0)" } ?? "write a number such as 60",
        fix: number.map {
          Fix("write the number", edits: [Fix.Edit(value.range, String($0))])
        })
    })

  static let stopTimeoutLarge = Rule(
    "stop-timeout-large", .info, "long time for a module to stop",
    explanation: """
      The agent waits for a module to stop before it goes on with the deployment. More than five minutes \
      hold up everything else on the device.
      """,
    source: "edgekit",
    examples: {
      [
        .flags(.createOptions, #"{"StopTimeout": ⟦3600⟧}"#),
        .passes(.createOptions, #"{"StopTimeout": 300}"#),
      ]
    },
    check: .createOption(["StopTimeout"]) { member, _, context in
      guard member.value.kind == .number, let seconds = member.value.amount, seconds > 300 else {
        return
      }
      context.report(
        "a deployment waits up to \(seconds) seconds for the module to stop", at: member.value,
        help: "write at most 300 if the module can do with that")
    })

  static let stopSignalInvalid = Rule(
    "stop-signal-invalid", .error, "stop signal that Linux does not have",
    explanation: """
      'StopSignal' is the name of a signal, with or without SIG, or its number as text. Docker refuses \
      others, so the module is not created.
      """,
    source: "moby/sys signal/signal.go (ParseSignal)",
    examples: {
      [
        .flags(.createOptions, #"{"StopSignal": ⟦"SIGFOO"⟧}"#),
        .flags(.createOptions, #"{"StopSignal": ⟦"0"⟧}"#),
        .flags(.createOptions, #"{"StopSignal": ⟦"RTMIN+16"⟧}"#),
        .passes(.createOptions, #"{"StopSignal": "SIGINT"}"#),
        .passes(.createOptions, #"{"StopSignal": "rtmax-3"}"#),
        .passes(.createOptions, #"{"StopSignal": "9"}"#),
        .passes(.createOptions, #"{"StopSignal": ""}"#),
        .passes(.createOptions, #"{"StopSignal": "${SIGNAL}"}"#),
      ]
    },
    check: .createOption(["StopSignal"]) { member, subject, context in
      let value = member.value
      guard value.isString, !value.utf8.isEmpty, !subject.isOpen(value) else { return }
      guard !LinuxSignal.isKnown(value.text) else { return }
      context.report(
        "unknown signal '\(value.text)'", at: value,
        help: LinuxSignal.question(for: value.text) ?? "write a signal such as SIGTERM")
    })

  static let restartPolicyInCreateOptions = Rule(
    "restart-policy-in-create-options", .warning, "restart policy of Docker in a module",
    explanation: """
      The agent starts modules again by the 'restartPolicy' of the module. A policy of Docker competes with \
      it, and agents before 1.4.20 and 1.5.0 refused or spoiled it. Remove it, and set the module's own.
      """,
    source: "Azure/iotedge issue 6992; commit 550dc0d196",
    fix: .safe,
    examples: {
      [
        .flags(
          .createOptions,
          #"{"HostConfig": {"RestartPolicy": {"Name": ⟦"always"⟧}, "Init": true}}"#,
          fixed: #"{"HostConfig": {"Init": true}}"#),
        .flags(
          .createOptions,
          #"{"HostConfig": {"RestartPolicy": {"Name": ⟦"on-failure"⟧, "MaximumRetryCount": 3}}}"#,
          fixed: #"{"HostConfig": {}}"#),
        .passes(.createOptions, #"{"HostConfig": {"RestartPolicy": {"Name": "no"}}}"#),
        .passes(.createOptions, #"{"HostConfig": {"RestartPolicy": {"Name": ""}}}"#),
        .passes(.createOptions, #"{"HostConfig": {"RestartPolicy": {}}}"#),
        .passes(.createOptions, #"{"HostConfig": {"RestartPolicy": {"Name": "${POLICY}"}}}"#),
      ]
    },
    check: .createOption(["HostConfig.RestartPolicy"]) { member, subject, context in
      guard let name = member.value.member(inAnyCase: "name")?.value, name.isString,
        !name.utf8.isEmpty, !name.utf8.hasText(inAnyCase: "no"), !subject.isOpen(name)
      else { return }
      let own = name.utf8.hasText(inAnyCase: "on-failure") ? "on-failure" : "always"
      context.report(
        "restart policy '\(name.text)' of Docker competes with the module's own", at: name,
        help: "remove it, and set the module's 'restartPolicy' to '\(own)'",
        fix: context.removal(
          of: member, from: subject.hostConfig, "remove the restart policy of Docker"))
    })

  static let autoRemove = Rule(
    "auto-remove", .error, "container that removes itself",
    explanation: """
      Docker removes such a container as soon as it stops, and the agent then makes it anew, for ever. \
      Nothing is left to look at. Remove the setting.
      """,
    source: "moby/moby api/swagger.yaml (HostConfig.AutoRemove)",
    fix: .safe,
    examples: {
      [
        .flags(
          .createOptions, #"{"HostConfig": {"AutoRemove": ⟦true⟧}}"#,
          fixed: #"{"HostConfig": {}}"#),
        .passes(.createOptions, #"{"HostConfig": {"AutoRemove": false}}"#),
      ]
    },
    check: .createOption(["HostConfig.AutoRemove"]) { member, subject, context in
      guard member.value.isOn else { return }
      context.report(
        "the container vanishes when it stops, and the agent makes it anew for ever",
        at: member.value, help: "remove it",
        fix: context.removal(of: member, from: subject.hostConfig, "remove the setting"))
    })
}
