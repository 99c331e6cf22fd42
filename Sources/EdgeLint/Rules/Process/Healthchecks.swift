internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let healthcheckTestFormat = Rule(
    "healthcheck-test-format", .error, "health check that Docker does not run",
    explanation: """
      'Test' is a list that begins with CMD and a program with its arguments, with CMD-SHELL and one command \
      line, or is ["NONE"]. Docker does not run a check that begins with anything else, and cannot read \
      plain text, so that the module is not created.
      """,
    source: "moby/moby daemon/health.go (getProbe); api/swagger.yaml (HealthConfig)",
    fix: .safe,
    examples: {
      [
        .flags(
          .createOptions, #"{"Healthcheck": {"Test": [⟦"/app/ok"⟧, "-q"]}}"#,
          fixed: #"{"Healthcheck": {"Test": ["CMD", "/app/ok", "-q"]}}"#),
        .flags(
          .createOptions, #"{"Healthcheck": {"Test": [⟦"curl -f x || exit 1"⟧]}}"#,
          fixed: #"{"Healthcheck": {"Test": ["CMD-SHELL", "curl -f x || exit 1"]}}"#),
        .flags(
          .createOptions, #"{"Healthcheck": {"Test": [⟦"cmd"⟧, "/app/ok"]}}"#,
          fixed: #"{"Healthcheck": {"Test": ["CMD", "/app/ok"]}}"#),
        .flags(.createOptions, #"{"Healthcheck": {"Test": ⟦"/app/ok"⟧}}"#),
        .flags(.createOptions, #"{"Healthcheck": {"Test": ⟦["CMD-SHELL", "curl", "x"]⟧}}"#),
        .flags(.createOptions, #"{"Healthcheck": {"Test": ⟦["CMD-SHELL"]⟧}}"#),
        .flags(.createOptions, #"{"Healthcheck": {"Test": ⟦["NONE", "x"]⟧}}"#),
        .passes(.createOptions, #"{"Healthcheck": {"Test": ["CMD", "/app/ok"]}}"#),
        .passes(.createOptions, #"{"Healthcheck": {"Test": ["CMD-SHELL", "a || exit 1"]}}"#),
        .passes(.createOptions, #"{"Healthcheck": {"Test": ["NONE"]}}"#),
        .passes(.createOptions, #"{"Healthcheck": {"Test": []}}"#),
        .passes(.createOptions, #"{"Healthcheck": {"Test": ["${CHECK}"]}}"#),
      ]
    },
    check: .createOption(["Healthcheck.Test"]) { member, subject, context in
      let test = member.value
      guard test.isSequence else {
        guard test.isString, !subject.isOpen(test) else { return }
        return context.report(
          "'\(member.key.text)' must be a list of texts", at: test,
          help: "write [\"CMD-SHELL\", …] with the command line as the second text")
      }
      let words = test.elements.map { $0 }
      guard let first = words.first, first.isString, !subject.isOpen(first) else { return }
      switch first.text {
      case "CMD": break
      case "CMD-SHELL" where words.count != 2:
        context.report(
          "CMD-SHELL takes one command line, not \(words.count - 1)", at: test,
          help: "write the whole command line as the second text")
      case "NONE" where words.count > 1:
        context.report(
          "NONE takes nothing behind it", at: test, help: "write [\"NONE\"], or CMD before the rest"
        )
      case "CMD-SHELL", "NONE": break
      default: context.reportKind(first, in: words)
      }
    })

  static let healthcheckShellOperatorInCmd = Rule(
    "healthcheck-shell-operator-in-cmd", .warning, "health check that needs a shell and has none",
    explanation: """
      Behind CMD no shell takes a text apart: blanks, pipes and the like are part of one argument, and the \
      check fails always. Write CMD-SHELL and the whole command line, or each argument as a text of its own.
      """,
    source: "Azure/iotedge issue 5746",
    fix: .safe,
    examples: {
      [
        .flags(
          .createOptions, #"{"Healthcheck": {"Test": ["CMD", ⟦"redis-cli ping || exit 1"⟧]}}"#,
          fixed: #"{"Healthcheck": {"Test": ["CMD-SHELL", "redis-cli ping || exit 1"]}}"#),
        .flags(
          .createOptions, #"{"Healthcheck": {"Test": ["CMD", ⟦"curl -f x"⟧]}}"#,
          fixed: #"{"Healthcheck": {"Test": ["CMD-SHELL", "curl -f x"]}}"#),
        .flags(
          .createOptions, #"{"Healthcheck": {"Test": ["CMD", "curl", ⟦"x || exit 1"⟧]}}"#),
        .passes(
          .createOptions, #"{"Healthcheck": {"Test": ["CMD", "sh", "-c", "a -b || exit 1"]}}"#),
        .passes(.createOptions, #"{"Healthcheck": {"Test": ["CMD", "say", "two words"]}}"#),
        .passes(.createOptions, #"{"Healthcheck": {"Test": ["CMD-SHELL", "a || exit 1"]}}"#),
      ]
    },
    check: .createOption(["Healthcheck.Test"]) { member, subject, context in
      let words = member.value.elements.map { $0 }
      guard let first = words.first, first.hasText("CMD") else { return }
      for (word, previous) in zip(words.dropFirst(), words)
      where word.isString && !previous.isShellFlag && needsShell(word.text) && !subject.isOpen(word)
      {
        context.report(
          "no shell takes this command line apart", at: word,
          help: words.count == 2
            ? "write CMD-SHELL instead of CMD" : "write CMD-SHELL and the whole command line",
          fix: words.count == 2 && first.tree.schema == .json
            ? Fix(
              "write CMD-SHELL", edits: [Fix.Edit(first.range, JSONText.literal("CMD-SHELL"))])
            : nil)
      }
    })

  /// Whether a text has a blank, and an option or an operator of a shell.
  private static func needsShell(_ text: String) -> Bool {
    guard text.contains(" ") else { return false }
    return [" -", ";", "&&", "|", ">", "$("].contains { text.contains($0) }
  }

  static let healthcheckDurationUnit = Rule(
    "healthcheck-duration-unit", .error, "time of a health check that is below a millisecond",
    explanation: """
      The times of health checks count nanoseconds, and Docker refuses less than a million of them, so the \
      module is not created. A small number was often meant in seconds: multiply it by 1000000000.
      """,
    source: "moby/moby daemon/container.go (validateHealthCheck)",
    fix: .unsafe,
    examples: {
      [
        .flags(
          .createOptions, #"{"Healthcheck": {"Test": ["CMD", "a"], "Interval": ⟦30⟧}}"#,
          fixed: #"{"Healthcheck": {"Test": ["CMD", "a"], "Interval": 30000000000}}"#),
        .flags(
          .createOptions, #"{"Healthcheck": {"Timeout": ⟦999999⟧, "StartPeriod": ⟦1⟧}}"#),
        .passes(
          .createOptions, #"{"Healthcheck": {"Interval": 1000000, "Timeout": 0, "Retries": 3}}"#),
      ]
    },
    check: .createOption([
      "Healthcheck.Interval", "Healthcheck.Timeout", "Healthcheck.StartPeriod",
    ]) { member, _, context in
      let value = member.value
      guard value.kind == .number, let time = value.amount, time > 0, time < 1_000_000 else {
        return
      }
      // More was hardly meant in seconds.
      let nanoseconds = time <= 86_400 ? time * 1_000_000_000 : nil
      context.report(
        "'\(member.key.text)' of \(time) nanoseconds is below a millisecond", at: value,
        help: nanoseconds.map { "for \(time) seconds write \($0)" } ?? "write nanoseconds",
        fix: nanoseconds.map {
          Fix("take it for seconds", .unsafe, edits: [Fix.Edit(value.range, String($0))])
        })
    })

  static let healthcheckDurationString = Rule(
    "healthcheck-duration-string", .error, "time of a health check that is text",
    explanation: """
      The times of health checks are whole numbers of nanoseconds. Text with a unit is for Docker's command \
      line and compose files; the API cannot read it, so the module is not created.
      """,
    source: "moby/moby api/swagger.yaml (HealthConfig)",
    fix: .safe,
    examples: {
      [
        .flags(
          .createOptions, #"{"Healthcheck": {"Interval": ⟦"30s"⟧, "Timeout": ⟦"1m30.5s"⟧}}"#,
          fixed: #"{"Healthcheck": {"Interval": 30000000000, "Timeout": 90500000000}}"#),
        .flags(.createOptions, #"{"Healthcheck": {"StartPeriod": ⟦"30"⟧}}"#),
        .passes(.createOptions, #"{"Healthcheck": {"Interval": 30000000000}}"#),
        .passes(.createOptions, #"{"Healthcheck": {"Interval": "${INTERVAL}"}}"#),
      ]
    },
    check: .createOption(
      ["Interval", "Timeout", "StartPeriod", "StartInterval"].map { "Healthcheck." + $0 }
    ) { member, subject, context in
      let value = member.value
      guard value.isString, !subject.isOpen(value) else { return }
      let nanoseconds = GoDuration.nanoseconds(value.text)
      context.report(
        "'\(member.key.text)' must be a number of nanoseconds, not '\(value.text)'", at: value,
        help: nanoseconds.map { "write \($0)" }
          ?? "write a number such as 30000000000 for 30 seconds",
        fix: nanoseconds.map {
          Fix("write nanoseconds", edits: [Fix.Edit(value.range, String($0))])
        })
    })

  static let healthcheckNotActedOn = Rule(
    "healthcheck-not-acted-on", .info, "health check that nobody acts on",
    explanation: """
      Docker runs the check and shows the result, but IoT Edge does not look at it: no module is started \
      again, and no status changes, because of it. A module that hangs should end itself, so that its \
      restart policy counts.
      """,
    source: """
      Azure/iotedge edgelet/edgelet-docker/src/module.rs (runtime_state); Azure/iotedge issue 5746
      """,
    examples: {
      [
        .flags(.createOptions, #"{⟦"Healthcheck"⟧: {"Test": ["CMD", "/app/ok"]}}"#),
        .passes(.createOptions, #"{"Healthcheck": {"Test": ["NONE"]}}"#),
        .passes(.createOptions, #"{"Healthcheck": {}}"#),
      ]
    },
    check: .createOption(["Healthcheck"]) { member, _, context in
      let test = member.value.member(inAnyCase: "test")?.value
      guard member.value.hasChildren,
        test?.elements.first(where: { _ in true })?.hasText("NONE") != true
      else { return }
      context.report(
        "IoT Edge does not act on the health of a module", at: member.key,
        help: "let the program end itself when it is not well, so that its restart policy counts")
    })

  static let healthcheckStartIntervalIgnored = Rule(
    "healthcheck-start-interval-ignored", .warning, "start interval that Docker ignores",
    explanation: """
      'StartInterval' came with version 1.44 of Docker's API. IoT Edge 1.6 asks for 1.41, and 1.5 for 1.34 \
      or 1.41, so Docker takes it for 0 whatever its own version is.
      """,
    source: """
      moby/moby daemon/server/router/container/container_routes.go (postContainersCreate); Azure/iotedge \
      edgelet/docker-rs/src/apis/configuration.rs
      """,
    examples: {
      [
        .flags(
          .createOptions,
          #"{"Healthcheck": {"Test": ["CMD", "a"], ⟦"StartInterval"⟧: 5000000000}}"#),
        .passes(
          .createOptions, #"{"Healthcheck": {"Test": ["CMD", "a"], "StartInterval": 0}}"#),
      ]
    },
    check: .createOption(["Healthcheck.StartInterval"]) { member, _, context in
      guard member.value.kind == .number, member.value.amount != 0 else { return }
      context.report(
        "'\(member.key.text)' has no effect in the version of Docker's API that IoT Edge uses",
        at: member.key, help: "remove it; 'Interval' counts from the start")
    })
}

extension RuleContext {
  /// Reports a first word of a check that says nothing of how it is run.
  fileprivate func reportKind(_ first: SyntaxNode, in words: [SyntaxNode]) {
    let kinds = ["CMD", "CMD-SHELL", "NONE"]
    var fix: Fix?
    var help = "write CMD before it"
    if let kind = kinds.first(where: { $0 == first.text.uppercased() }) {
      help = "write \(kind)"
      fix = Fix("write \(kind)", edits: [Fix.Edit(first.range, JSONText.literal(kind))])
    } else {
      let isLine = words.count == 1 && first.utf8.contains(UInt8(ascii: " "))
      let kind = isLine ? "CMD-SHELL" : "CMD"
      help = "write \(kind) before it"
      var place = first.range
      place.end = place.start
      fix = Fix("write \(kind) before it", edits: [Fix.Edit(place, "\"\(kind)\", ")])
    }
    // A whole command line may hold a password.
    let isWord = !first.utf8.contains(UInt8(ascii: " "))
    report(
      "a health check that begins with \(isWord ? "'\(first.text)'" : "a command line") is never run",
      at: first, help: help,
      fix: first.tree.schema == .json ? fix : nil)
  }
}
