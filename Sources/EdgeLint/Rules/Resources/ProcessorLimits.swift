internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let nanoCPUsSuspicious = Rule(
    "nano-cpus-suspicious", .warning, "processor limit below a hundredth of a core",
    explanation: """
      'NanoCpus' counts billionths of a core. Less than 10000000 becomes a quota that Docker refuses as \
      too small, and was often meant in thousandths. For half a core write 500000000.
      """,
    source: "moby/moby daemon/daemon_unix.go (getCPUResources)",
    examples: {
      [
        .flags(.createOptions, #"{"HostConfig": {"NanoCpus": ⟦500⟧}}"#),
        .flags(.createOptions, #"{"HostConfig": {"NanoCpus": ⟦9999999⟧}}"#),
        .passes(.createOptions, #"{"HostConfig": {"NanoCpus": 10000000}}"#),
        .passes(.createOptions, #"{"HostConfig": {"NanoCpus": 0}}"#),
      ]
    },
    check: .createOption(["HostConfig.NanoCpus"]) { member, _, context in
      guard let share = member.value.amount, share > 0, share < 10_000_000 else { return }
      context.report(
        "'\(member.key.text)' of \(share) is less than a hundredth of a core", at: member.value,
        help: share < 10_000
          ? "for \(share) thousandths of a core write \(share * 1_000_000)"
          : "write billionths of a core, 500000000 for half of one")
    })

  static let nanoCPUsWithCPUQuota = Rule(
    "nano-cpus-with-cpu-quota", .error, "two limits of processor time that exclude each other",
    explanation: """
      'NanoCpus' is another way to write 'CpuPeriod' and 'CpuQuota', and Docker refuses both at once. Keep \
      one of the two ways.
      """,
    source: "moby/moby daemon/daemon_unix.go (verifyPlatformContainerResources)",
    examples: {
      [
        .flags(
          .createOptions, #"{"HostConfig": {"NanoCpus": ⟦500000000⟧, "CpuQuota": 50000}}"#),
        .flags(
          .createOptions, #"{"HostConfig": {"CpuPeriod": 100000, "NanoCpus": ⟦500000000⟧}}"#),
        .passes(.createOptions, #"{"HostConfig": {"NanoCpus": 500000000, "CpuQuota": 0}}"#),
        .passes(.createOptions, #"{"HostConfig": {"CpuPeriod": 100000, "CpuQuota": 50000}}"#),
      ]
    },
    check: .createOption(["HostConfig.NanoCpus"]) { member, subject, context in
      guard let share = member.value.amount, share > 0,
        let other = ["HostConfig.CpuQuota", "HostConfig.CpuPeriod"]
          .first(where: { subject.amount($0) ?? 0 > 0 }).flatMap(subject.member)
      else { return }
      context.report(
        "'\(member.key.text)' and '\(other.key.text)' exclude each other", at: member.value,
        labels: [.init("the other limit", at: other.value.range)], help: "remove one of the two")
    })

  static let cpuPeriodWithoutQuota = Rule(
    "cpu-period-without-quota", .warning, "scheduler period without a quota",
    explanation: """
      'CpuPeriod' says how long a period is, and only 'CpuQuota' how much of it the module may have. \
      Alone it limits nothing. Add the quota, or write 'NanoCpus'.
      """,
    source: "MicrosoftDocs/azure-docs issue 88218",
    examples: {
      [
        .flags(.createOptions, #"{"HostConfig": {"CpuPeriod": ⟦50000⟧}}"#),
        .passes(.createOptions, #"{"HostConfig": {"CpuPeriod": 50000, "CpuQuota": 25000}}"#),
        .passes(.createOptions, #"{"HostConfig": {"CpuPeriod": 50000, "CpuQuota": -1}}"#),
        .passes(.createOptions, #"{"HostConfig": {"CpuPeriod": 50000, "NanoCpus": 500000000}}"#),
        .passes(.createOptions, #"{"HostConfig": {"CpuPeriod": 0}}"#),
      ]
    },
    check: .createOption(["HostConfig.CpuPeriod"]) { member, subject, context in
      guard let period = member.value.amount, period > 0,
        subject.amount("HostConfig.CpuQuota") == 0, subject.amount("HostConfig.NanoCpus") == 0
      else { return }
      context.report(
        "'\(member.key.text)' limits nothing without 'CpuQuota'", at: member.value,
        help: "for half a core add \"CpuQuota\": \(period / 2)")
    })

  static let cpuPeriodRange = Rule(
    "cpu-period-range", .error, "scheduler period out of range",
    explanation: """
      Docker takes periods from 1000 to 1000000 microseconds, and 0 for the usual 100000. It refuses \
      others, so the module is not created.
      """,
    source: "moby/moby daemon/daemon_unix.go (verifyPlatformContainerResources)",
    examples: {
      [
        .flags(.createOptions, #"{"HostConfig": {"CpuPeriod": ⟦10⟧, "CpuQuota": 5000}}"#),
        .flags(.createOptions, #"{"HostConfig": {"CpuPeriod": ⟦1000001⟧}}"#),
        .passes(.createOptions, #"{"HostConfig": {"CpuPeriod": 1000}}"#),
        .passes(.createOptions, #"{"HostConfig": {"CpuPeriod": 0}}"#),
      ]
    },
    check: .hostConfigAmount(["CpuPeriod"]) { period, member, context in
      guard period != 0, !(1000...1_000_000).contains(period) else { return }
      context.report(
        "'\(member.key.text)' of \(period) microseconds is not from 1000 to 1000000",
        at: member.value, help: "write 100000, the usual period, or 0")
    })

  static let cpuQuotaRange = Rule(
    "cpu-quota-range", .error, "quota of processor time below what Docker allows",
    explanation: """
      Docker refuses a quota of less than 1000 microseconds, so the module is not created. 0 or less \
      means no quota.
      """,
    source: "moby/moby daemon/daemon_unix.go (verifyPlatformContainerResources)",
    examples: {
      [
        .flags(.createOptions, #"{"HostConfig": {"CpuQuota": ⟦50⟧}}"#),
        .passes(.createOptions, #"{"HostConfig": {"CpuQuota": 1000}}"#),
        .passes(.createOptions, #"{"HostConfig": {"CpuQuota": -1}}"#),
      ]
    },
    check: .hostConfigAmount(["CpuQuota"]) { quota, member, context in
      guard quota > 0, quota < 1000 else { return }
      context.report(
        "'\(member.key.text)' of \(quota) microseconds is below the minimum of 1000",
        at: member.value, help: "write microseconds in a period, 50000 for half a core")
    })

  static let cpuSharesNegative = Rule(
    "cpu-shares-negative", .error, "negative weight of processor time",
    explanation: """
      'CpuShares' is a weight against other containers, 1024 unless given. Docker refuses a negative one, \
      so the module is not created.
      """,
    source: "moby/moby daemon/internal/runconfig/hostconfig_unix.go (validateResources)",
    examples: {
      [
        .flags(.createOptions, #"{"HostConfig": {"CpuShares": ⟦-1⟧}}"#),
        .passes(.createOptions, #"{"HostConfig": {"CpuShares": 512}}"#),
      ]
    },
    check: .hostConfigAmount(["CpuShares"]) { shares, member, context in
      guard shares < 0 else { return }
      context.report(
        "'\(member.key.text)' of \(shares) is negative", at: member.value,
        help: "write a weight such as 512, or leave it out")
    })

  static let cpuRealtimeRuntime = Rule(
    "cpu-realtime-runtime", .error, "real-time share that is longer than its period",
    explanation: """
      'CpuRealtimeRuntime' is a part of 'CpuRealtimePeriod'. Docker refuses more than the whole, so the \
      module is not created.
      """,
    source: "moby/moby daemon/internal/runconfig/hostconfig_unix.go (validateResources)",
    examples: {
      [
        .flags(
          .createOptions,
          #"{"HostConfig": {"CpuRealtimePeriod": 100000, "CpuRealtimeRuntime": ⟦950000⟧}}"#),
        .passes(
          .createOptions,
          #"{"HostConfig": {"CpuRealtimePeriod": 1000000, "CpuRealtimeRuntime": 950000}}"#),
        .passes(.createOptions, #"{"HostConfig": {"CpuRealtimeRuntime": 950000}}"#),
      ]
    },
    check: .createOption(["HostConfig.CpuRealtimeRuntime"]) { member, subject, context in
      guard let runtime = member.value.amount,
        let period = subject.amount("HostConfig.CpuRealtimePeriod"), period > 0, runtime > period
      else { return }
      context.report(
        "'\(member.key.text)' of \(runtime) is longer than 'CpuRealtimePeriod' of \(period)",
        at: member.value, help: "write at most \(period)")
    })
}

extension RuleCheck {
  /// Judges members of `HostConfig` that are whole numbers, on their own.
  static func hostConfigAmount(
    _ names: [String],
    _ check: @escaping @Sendable (Int64, SyntaxNode.Member, RuleContext) -> Void
  ) -> RuleCheck {
    .createOption(names.map { "HostConfig." + $0 }) { member, _, context in
      if let amount = member.value.amount { check(amount, member, context) }
    }
  }
}
