internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let cpusetFormat = Rule(
    "cpuset-format", .error, "list of cores or memory nodes that Docker cannot read",
    explanation: """
      'CpusetCpus' and 'CpusetMems' are numbers and ranges with commas between them, as in 0-3,5. Docker \
      refuses anything else, so the module is not created.
      """,
    source: "moby/moby daemon/daemon_unix.go (verifyPlatformContainerResources)",
    examples: {
      [
        .flags(.createOptions, #"{"HostConfig": {"CpusetCpus": ⟦"0..3"⟧}}"#),
        .flags(.createOptions, #"{"HostConfig": {"CpusetCpus": ⟦"3-0"⟧, "CpusetMems": ⟦"0, 1"⟧}}"#),
        .passes(.createOptions, #"{"HostConfig": {"CpusetCpus": "0-3,5", "CpusetMems": ""}}"#),
        .passes(.createOptions, #"{"HostConfig": {"CpusetCpus": "${CORES}"}}"#),
      ]
    },
    check: .createOption(["HostConfig.CpusetCpus", "HostConfig.CpusetMems"]) {
      member, subject, context in
      let value = member.value
      guard value.isString, !value.utf8.isEmpty, !isNumberList(value.text), !subject.isOpen(value)
      else { return }
      context.report(
        "'\(member.key.text)' must be numbers and ranges, not '\(value.text)'", at: value,
        help: "write a list such as 0-3,5")
    })

  /// Whether a text is a list of numbers and ascending ranges.
  private static func isNumberList(_ text: String) -> Bool {
    text.split(separator: ",", omittingEmptySubsequences: false).allSatisfy { entry in
      let ends = entry.split(separator: "-", omittingEmptySubsequences: false)
        .map { $0.first == "+" ? nil : UInt32($0) }
      return switch ends.count {
      case 1: ends[0] != nil
      case 2: ends[0].flatMap { low in ends[1].map { low <= $0 } } ?? false
      default: false
      }
    }
  }

  static let swappinessRange = Rule(
    "swappiness-range", .error, "swappiness out of range",
    explanation: """
      'MemorySwappiness' is a percentage. Docker refuses what is not from 0 to 100, so the module is not \
      created.
      """,
    source: "moby/moby daemon/daemon_unix.go (verifyPlatformContainerResources)",
    examples: {
      [
        .flags(.createOptions, #"{"HostConfig": {"MemorySwappiness": ⟦200⟧}}"#),
        .flags(.createOptions, #"{"HostConfig": {"MemorySwappiness": ⟦-1⟧}}"#),
        .passes(.createOptions, #"{"HostConfig": {"MemorySwappiness": 0}}"#),
        .passes(.createOptions, #"{"HostConfig": {"MemorySwappiness": null}}"#),
      ]
    },
    check: .hostConfigAmount(["MemorySwappiness"]) { percentage, member, context in
      guard !(0...100).contains(percentage) else { return }
      context.report(
        "'\(member.key.text)' of \(percentage) is not from 0 to 100", at: member.value,
        help: "write a percentage, or leave it out")
    })

  static let oomScoreRange = Rule(
    "oom-score-range", .error, "adjustment of the out-of-memory score out of range",
    explanation: """
      'OomScoreAdj' says which processes the kernel ends first when memory is short. Docker refuses what \
      is not from -1000 to 1000, so the module is not created.
      """,
    source: "moby/moby daemon/daemon_unix.go (verifyPlatformContainerSettings)",
    examples: {
      [
        .flags(.createOptions, #"{"HostConfig": {"OomScoreAdj": ⟦2000⟧}}"#),
        .passes(.createOptions, #"{"HostConfig": {"OomScoreAdj": -1000}}"#),
      ]
    },
    check: .hostConfigAmount(["OomScoreAdj"]) { score, member, context in
      guard !(-1000...1000).contains(score) else { return }
      context.report(
        "'\(member.key.text)' of \(score) is not from -1000 to 1000", at: member.value,
        help: "write a number in the range; 1000 is ended first")
    })

  static let blkioWeightRange = Rule(
    "blkio-weight-range", .error, "weight of disk access out of range",
    explanation: """
      'BlkioWeight' is from 10 to 1000, or 0 for none. Docker refuses others; negative ones and those \
      above 65535 make the agent refuse the whole deployment.
      """,
    source: """
      moby/moby daemon/daemon_unix.go (verifyPlatformContainerResources); Azure/iotedge \
      edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Docker/models/HostConfig.cs
      """,
    examples: {
      [
        .flags(.createOptions, #"{"HostConfig": {"BlkioWeight": ⟦5⟧}}"#),
        .flags(.createOptions, #"{"HostConfig": {"BlkioWeight": ⟦70000⟧}}"#),
        .passes(.createOptions, #"{"HostConfig": {"BlkioWeight": 10}}"#),
        .passes(.createOptions, #"{"HostConfig": {"BlkioWeight": 0}}"#),
      ]
    },
    check: .hostConfigAmount(["BlkioWeight"]) { weight, member, context in
      guard weight != 0, !(10...1000).contains(weight) else { return }
      let whole = weight < 0 || weight > 65535 ? ", and the agent refuses the deployment" : ""
      context.report(
        "'\(member.key.text)' of \(weight) is not from 10 to 1000\(whole)", at: member.value,
        help: "write a weight in the range, or 0")
    })

  static let pidsLimitZero = Rule(
    "pids-limit-zero", .info, "process limit that limits nothing",
    explanation: """
      A 'PidsLimit' of 0 or less means no limit, as if it were not there. Remove it, or write how many \
      processes the module may have.
      """,
    source: "moby/moby daemon/server/router/container/container_routes.go (postContainersCreate)",
    fix: .safe,
    examples: {
      [
        .flags(
          .createOptions, #"{"HostConfig": {"PidsLimit": ⟦0⟧, "Init": true}}"#,
          fixed: #"{"HostConfig": {"Init": true}}"#),
        .flags(
          .createOptions, #"{"HostConfig": {"Init": true, "PidsLimit": ⟦-1⟧}}"#,
          fixed: #"{"HostConfig": {"Init": true}}"#),
        .flags(
          .createOptions, #"{"HostConfig": {"PidsLimit": ⟦0⟧}}"#, fixed: #"{"HostConfig": {}}"#),
        .passes(.createOptions, #"{"HostConfig": {"PidsLimit": 100}}"#),
      ]
    },
    check: .createOption(["HostConfig.PidsLimit"]) { member, subject, context in
      guard let limit = member.value.amount, limit <= 0 else { return }
      context.report(
        "'\(member.key.text)' of \(limit) limits nothing", at: member.value,
        help: "remove it, or write a number of processes",
        fix: context.removal(of: member, from: subject.hostConfig, "remove the limit"))
    })

  static let storageOptDriver = Rule(
    "storage-opt-driver", .info, "storage options that few devices support",
    explanation: """
      'StorageOpt' works only with some storage drivers of Docker, and only with some file systems below \
      them. Elsewhere the module is not created. Check the devices, or leave it out.
      """,
    source: "moby/moby api/swagger.yaml (HostConfig.StorageOpt)",
    examples: {
      [
        .flags(.createOptions, #"{"HostConfig": {⟦"StorageOpt"⟧: {"size": "1G"}}}"#),
        .passes(.createOptions, #"{"HostConfig": {"StorageOpt": {}}}"#),
      ]
    },
    check: .createOption(["HostConfig.StorageOpt"]) { member, _, context in
      guard member.value.isMapping, member.value.hasChildren else { return }
      context.report(
        "'\(member.key.text)' works only with some storage drivers", at: member.key,
        help: "check the storage driver of every device that the deployment is for")
    })

  static let cgroupParentSlice = Rule(
    "cgroup-parent-slice", .info, "parent control group that is no slice",
    explanation: """
      Where Docker lets systemd manage control groups, as it does on most current systems, the parent \
      must be a slice: its name ends in '.slice'. There, the module is not created otherwise.
      """,
    source: "moby/moby daemon/daemon_unix.go (verifyPlatformContainerSettings)",
    examples: {
      [
        .flags(.createOptions, #"{"HostConfig": {"CgroupParent": ⟦"edge"⟧}}"#),
        .passes(.createOptions, #"{"HostConfig": {"CgroupParent": "edge.slice"}}"#),
        .passes(.createOptions, #"{"HostConfig": {"CgroupParent": ""}}"#),
      ]
    },
    check: .createOption(["HostConfig.CgroupParent"]) { member, subject, context in
      let value = member.value
      guard value.isString, !value.utf8.isEmpty, !value.text.hasSuffix(".slice"),
        !subject.isOpen(value)
      else { return }
      context.report(
        "control group '\(value.text)' is no slice of systemd", at: value,
        help: "write a name that ends in '.slice', or leave it out")
    })
}
