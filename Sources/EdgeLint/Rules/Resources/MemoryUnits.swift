internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let memoryUnitString = Rule(
    "memory-unit-string", .error, "amount of memory given as text with a unit",
    explanation: """
      Docker's API takes bytes as a whole number; only its command line knows units. The agent cannot \
      make a number of the text and refuses the whole deployment, not just the module. Write the bytes.
      """,
    source: """
      Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Docker/models/HostConfig.cs
      """,
    fix: .safe,
    examples: {
      [
        .flags(
          .createOptions, #"{"HostConfig": {"Memory": ⟦"512m"⟧}}"#,
          fixed: #"{"HostConfig": {"Memory": 536870912}}"#),
        .flags(
          .createOptions,
          #"{"HostConfig": {"Memory": ⟦"1.5GiB"⟧, "MemoryReservation": ⟦"256 Mi"⟧}}"#,
          fixed: #"{"HostConfig": {"Memory": 1610612736, "MemoryReservation": 268435456}}"#),
        .flags(.createOptions, #"{"HostConfig": {"MemorySwap": ⟦"plenty"⟧}}"#),
        .passes(.createOptions, #"{"HostConfig": {"Memory": 536870912, "MemorySwap": -1}}"#),
        .passes(.createOptions, #"{"HostConfig": {"Memory": "536870912"}}"#),
        .passes(.createOptions, #"{"HostConfig": {"Memory": "${MEMORY}"}}"#),
      ]
    },
    check: .createOption([
      "HostConfig.Memory", "HostConfig.MemoryReservation", "HostConfig.MemorySwap",
    ]) { member, subject, context in
      context.reportUnit(of: member, subject)
    })

  static let shmSizeUnitString = Rule(
    "shm-size-unit-string", .error, "size of shared memory given as text with a unit",
    explanation: """
      Docker's API takes the size of /dev/shm in bytes as a whole number; only its command line knows \
      units. The agent cannot make a number of the text and refuses the whole deployment. Write the bytes.
      """,
    source: """
      Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Docker/models/HostConfig.cs
      """,
    fix: .safe,
    examples: {
      [
        .flags(
          .createOptions, #"{"HostConfig": {"ShmSize": ⟦"64m"⟧}}"#,
          fixed: #"{"HostConfig": {"ShmSize": 67108864}}"#),
        .passes(.createOptions, #"{"HostConfig": {"ShmSize": 67108864}}"#),
        .passes(.createOptions, #"{"HostConfig": {"ShmSize": "67108864"}}"#),
      ]
    },
    check: .createOption(["HostConfig.ShmSize"]) { member, subject, context in
      context.reportUnit(of: member, subject)
    })

  static let memoryNotInteger = Rule(
    "memory-not-integer", .warning, "amount of memory that is no whole number",
    explanation: """
      Docker takes bytes as a whole number. The agent rounds a fraction and spells out an exponent before \
      Docker sees them, but nothing else that reads createOptions does. Write the whole number.
      """,
    source: """
      Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Docker/models/HostConfig.cs
      """,
    fix: .safe,
    examples: {
      [
        .flags(
          .createOptions, #"{"HostConfig": {"Memory": ⟦1.5e8⟧}}"#,
          fixed: #"{"HostConfig": {"Memory": 150000000}}"#),
        .flags(
          .createOptions, #"{"HostConfig": {"MemoryReservation": ⟦67108864.5⟧}}"#,
          fixed: #"{"HostConfig": {"MemoryReservation": 67108864}}"#),
        .passes(.createOptions, #"{"HostConfig": {"Memory": 150000000}}"#),
        .passes(.createOptions, #"{"HostConfig": {"Memory": "512m"}}"#),
      ]
    },
    check: .createOption([
      "HostConfig.Memory", "HostConfig.MemoryReservation", "HostConfig.MemorySwap",
    ]) { member, _, context in
      guard member.value.kind == .number, case .float(let number) = member.value.scalar else {
        return
      }
      // As .NET rounds: a half goes to the even neighbour.
      let whole = abs(number) < 0x1p53 ? Int64(number.rounded(.toNearestOrEven)) : nil
      context.report(
        "'\(member.key.text)' must be a whole number of bytes", at: member.value,
        help: whole.map { "write \($0)" } ?? "write the bytes as a whole number",
        fix: whole.map {
          Fix("write the whole number", edits: [Fix.Edit(member.value.range, String($0))])
        })
    })
}

extension RuleContext {
  /// Reports text where Docker takes bytes, unless the agent can read it as a number.
  fileprivate func reportUnit(of member: SyntaxNode.Member, _ subject: CreateOptionsSubject) {
    let value = member.value
    guard value.isString, value.amount == nil, !subject.isOpen(value) else { return }
    let size = ByteSize(value.text, base: .binary)
    let bytes = size?.wholeBytes
    report(
      "'\(member.key.text)' takes a number of bytes, not '\(value.text)'", at: value,
      help: bytes.map { "write \($0)" } ?? "write the bytes as a whole number, without quotes",
      fix: bytes.map { Fix("write the bytes", edits: [Fix.Edit(value.range, String($0))]) })
  }
}
