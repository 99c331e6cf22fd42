internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// The least memory that Docker lets a container have.
///
/// Source: moby/moby daemon/daemon_unix.go (linuxMinMemory).
private let leastMemory: Int64 = 6_291_456

extension Rule {
  static let memoryBelowMinimum = Rule(
    "memory-below-minimum", .error, "memory limit below what Docker allows",
    explanation: """
      Docker creates no container with less than 6 MiB of memory, so the module fails to start. The \
      number counts bytes: a small one was often meant in megabytes. Write at least 6291456, or 0 for no \
      limit.
      """,
    source: "moby/moby daemon/daemon_unix.go (verifyPlatformContainerResources)",
    examples: {
      [
        .flags(.createOptions, #"{"HostConfig": {"Memory": ⟦512⟧}}"#),
        .flags(
          .createOptions,
          #"{"HostConfig": {"Memory": 8388608, "MemoryReservation": ⟦"6291455"⟧}}"#),
        .flags(.createOptions, #"{"HostConfig": {"Memory": ⟦-1⟧}}"#),
        .passes(.createOptions, #"{"HostConfig": {"Memory": 6291456}}"#),
        .passes(.createOptions, #"{"HostConfig": {"Memory": 0, "MemoryReservation": -1}}"#),
      ]
    },
    check: .createOption(["HostConfig.Memory", "HostConfig.MemoryReservation"]) {
      member, _, context in
      // A negative limit is refused, a negative reservation is none.
      let isLimit = member.key.utf8.hasText(inAnyCase: "memory")
      guard let bytes = member.value.amount, bytes > 0 || (isLimit && bytes < 0),
        bytes < leastMemory
      else { return }
      let isTiny = (1..<1 << 20).contains(bytes)
      let question = isTiny ? "; bytes, not megabytes?" : ""
      context.report(
        "'\(member.key.text)' of \(bytes) bytes is below the minimum of \(leastMemory)\(question)",
        at: member.value,
        help: isTiny
          ? "for \(bytes) MiB write \(bytes << 20)"
          : "write at least \(leastMemory), or 0 for no limit")
    })

  static let memorySwapInvalid = Rule(
    "memory-swap-invalid", .error, "swap limit that Docker refuses",
    explanation: """
      'MemorySwap' is memory and swap together. It needs 'Memory', must not be below it, and -1 means \
      that swap is not limited. Docker refuses anything else, so the module is not created.
      """,
    source: "moby/moby daemon/daemon_unix.go (verifyPlatformContainerResources)",
    examples: {
      [
        .flags(.createOptions, #"{"HostConfig": {"MemorySwap": ⟦1⟧}}"#),
        .flags(
          .createOptions, #"{"HostConfig": {"Memory": 16777216, "MemorySwap": ⟦8388608⟧}}"#),
        .flags(.createOptions, #"{"HostConfig": {"Memory": 16777216, "MemorySwap": ⟦-2⟧}}"#),
        .passes(.createOptions, #"{"HostConfig": {"Memory": 16777216, "MemorySwap": 16777216}}"#),
        .passes(.createOptions, #"{"HostConfig": {"MemorySwap": -1}}"#),
        .passes(.createOptions, #"{"HostConfig": {"MemorySwap": 0}}"#),
        .passes(.createOptions, #"{"HostConfig": {"Memory": "${M}", "MemorySwap": 8388608}}"#),
      ]
    },
    check: .createOption(["HostConfig.MemorySwap"]) { member, subject, context in
      guard let swap = member.value.amount, swap > 0 || swap < -1 else { return }
      guard swap > 0 else {
        return context.report(
          "'\(member.key.text)' of \(swap) bytes means nothing", at: member.value,
          help: "write -1 for no limit, or 'Memory' and swap together in bytes")
      }
      guard let memory = subject.amount("HostConfig.Memory") else { return }
      if memory == 0 {
        context.report(
          "'\(member.key.text)' limits swap, but 'Memory' limits nothing", at: member.value,
          help: "set 'Memory', too")
      } else if swap < memory {
        context.report(
          "'\(member.key.text)' of \(swap) bytes is below 'Memory' of \(memory)",
          at: member.value,
          labels: subject["HostConfig.Memory"].map {
            [.init("memory is limited here", at: $0.range)]
          }
            ?? [],
          help: "write memory and swap together, at least \(memory)")
      }
    })

  static let memoryReservationAboveLimit = Rule(
    "memory-reservation-above-limit", .error, "memory reservation above the memory limit",
    explanation: """
      'MemoryReservation' is the soft limit below the hard one, 'Memory'. Docker refuses one that is \
      above it, so the module is not created. Lower the reservation, or raise the limit.
      """,
    source: "moby/moby daemon/daemon_unix.go (verifyPlatformContainerResources)",
    examples: {
      [
        .flags(
          .createOptions,
          #"{"HostConfig": {"Memory": 8388608, "MemoryReservation": ⟦16777216⟧}}"#),
        .passes(
          .createOptions, #"{"HostConfig": {"Memory": 8388608, "MemoryReservation": 8388608}}"#),
        .passes(.createOptions, #"{"HostConfig": {"MemoryReservation": 16777216}}"#),
      ]
    },
    check: .createOption(["HostConfig.MemoryReservation"]) { member, subject, context in
      guard let reservation = member.value.amount, let memory = subject.amount("HostConfig.Memory"),
        memory > 0, reservation > memory
      else { return }
      context.report(
        "'\(member.key.text)' of \(reservation) bytes is above 'Memory' of \(memory)",
        at: member.value,
        labels: subject["HostConfig.Memory"].map { [.init("memory is limited here", at: $0.range)] }
          ?? [],
        help: "write at most \(memory), or raise 'Memory'")
    })

  static let bytesNotPageMultiple = Rule(
    "bytes-not-page-multiple", .info, "number of bytes that is no multiple of a page",
    explanation: """
      Memory is handed out in pages of 4096 bytes, so such a number was often meant to be a power of two \
      and is mistyped. Nothing refuses it.
      """,
    source: "edgekit (most sizes of shared memory in public manifests are mistyped like this)",
    examples: {
      [
        .flags(.createOptions, #"{"HostConfig": {"ShmSize": ⟦1536870912⟧}}"#),
        .flags(.createOptions, #"{"HostConfig": {"Memory": ⟦500000000⟧}}"#),
        .flags(
          .createOptions,
          #"{"HostConfig": {"Mounts": [{"Type": "tmpfs", "Target": "/t", "TmpfsOptions": {"SizeBytes": ⟦1000000⟧}}]}}"#
        ),
        .passes(.createOptions, #"{"HostConfig": {"ShmSize": 536870912, "Memory": 0}}"#),
        .passes(.createOptions, #"{"HostConfig": {"Memory": 512}}"#),
      ]
    },
    check: .createOption(["HostConfig.Memory", "HostConfig.ShmSize", "HostConfig.Mounts"]) {
      member, _, context in
      for mount in member.value.elements {
        let options = mount.member(inAnyCase: "tmpfsoptions")?.value
        if let size = options?.member(inAnyCase: "sizebytes") { context.reportOddSize(of: size) }
      }
      // A limit that Docker refuses has a rule of its own.
      let isMemory = member.key.utf8.hasText(inAnyCase: "memory")
      if !isMemory || member.value.amount ?? 0 >= leastMemory {
        context.reportOddSize(of: member)
      }
    })
}

extension RuleContext {
  /// Reports a number of bytes that is no multiple of a page.
  fileprivate func reportOddSize(of member: SyntaxNode.Member) {
    let (page, mebibyte): (Int64, Int64) = (4096, 1 << 20)
    guard let bytes = member.value.amount, bytes > 0, bytes < 1 << 62, !bytes.isMultiple(of: page)
    else { return }
    let nearest = max(1, bytes / mebibyte + (bytes % mebibyte >= mebibyte / 2 ? 1 : 0))
    report(
      "'\(member.key.text)' of \(bytes) bytes is no multiple of a page; "
        + "\(nearest) MiB are \(nearest * mebibyte)", at: member.value,
      help: "check the digits: memory comes in pages of \(page) bytes")
  }
}
