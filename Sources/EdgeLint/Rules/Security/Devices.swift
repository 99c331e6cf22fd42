internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let deviceFormat = Rule(
    "device-format", .error, "device that Docker cannot give to the module",
    explanation: """
      An entry of 'Devices' is an object with the absolute paths 'PathOnHost' and 'PathInContainer'. The \
      short form /dev/a:/dev/b:rwm is one of Docker's command line, and the agent refuses the whole \
      deployment because of it; with a path that is missing or relative the module does not start.
      """,
    source: """
      Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Docker/models/HostConfig.cs; \
      moby/moby daemon/pkg/oci/devices_linux.go (DevicesFromPath)
      """,
    fix: .safe,
    examples: {
      [
        .flags(
          .createOptions, #"{"HostConfig": {"Devices": [⟦"/dev/video0"⟧]}}"#,
          fixed:
            #"{"HostConfig": {"Devices": [{"PathOnHost": "/dev/video0", "PathInContainer": "/dev/video0", "CgroupPermissions": "rwm"}]}}"#
        ),
        .flags(
          .createOptions, #"{"HostConfig": {"Devices": [⟦"/dev/a:/dev/b:r"⟧, ⟦7⟧]}}"#,
          fixed:
            #"{"HostConfig": {"Devices": [{"PathOnHost": "/dev/a", "PathInContainer": "/dev/b", "CgroupPermissions": "r"}, 7]}}"#
        ),
        .flags(
          .createOptions,
          #"{"HostConfig": {"Devices": [{"PathOnHost": ⟦"dev/a"⟧, "PathInContainer": "/dev/a", "CgroupPermissions": "rwm"}]}}"#
        ),
        .flags(
          .createOptions,
          #"{"HostConfig": {"Devices": [{"PathOnHost": ⟦"/dev/a"⟧, "CgroupPermissions": "rwm"}]}}"#),
        .flags(
          .createOptions, #"{"HostConfig": {"Devices": [⟦{"CgroupPermissions": "rwm"}⟧]}}"#),
        .passes(
          .createOptions,
          #"{"HostConfig": {"Devices": [{"PathOnHost": "/dev/a", "PathInContainer": "/dev/b", "CgroupPermissions": "rwm"}]}}"#
        ),
        // The name is a finding of its own.
        .passes(
          .createOptions,
          #"{"HostConfig": {"Devices": [{"PathOnHost": "/dev/a", "PathnContainer": "/dev/a", "CgroupPermissions": "rwm"}]}}"#
        ),
      ]
    },
    check: .createOption(["HostConfig.Devices"]) { member, subject, context in
      for device in member.value.elements where !subject.isOpen(device) {
        guard device.isMapping else {
          context.reportShortDevice(device)
          continue
        }
        context.checkPaths(of: device, subject)
      }
    })

  static let devicePermissions = Rule(
    "device-permissions", .error, "device without usable permissions",
    explanation: """
      'CgroupPermissions' says whether the module may read (r), write (w) and make (m) the device. Docker \
      has no default for it here, other than on its command line: without it, or with other letters, the \
      module does not start. In a privileged module nothing of it counts.
      """,
    source: "moby/moby daemon/pkg/oci/devices_linux.go (DevicesFromPath)",
    fix: .safe,
    examples: {
      [
        .flags(
          .createOptions,
          #"{"HostConfig": {"Devices": [{"PathOnHost": ⟦"/dev/a"⟧, "PathInContainer": "/dev/a"}]}}"#,
          fixed:
            #"{"HostConfig": {"Devices": [{"PathOnHost": "/dev/a", "PathInContainer": "/dev/a", "CgroupPermissions": "rwm"}]}}"#
        ),
        .flags(
          .createOptions,
          #"{"HostConfig": {"Devices": [{"PathOnHost": "/dev/a", "PathInContainer": "/dev/a", "CgroupPermissions": ⟦""⟧}]}}"#,
          fixed:
            #"{"HostConfig": {"Devices": [{"PathOnHost": "/dev/a", "PathInContainer": "/dev/a", "CgroupPermissions": "rwm"}]}}"#
        ),
        .flags(
          .createOptions,
          #"{"HostConfig": {"Devices": [{"PathOnHost": "/dev/a", "PathInContainer": "/dev/a", "CgroupPermissions": ⟦"rwx"⟧}]}}"#
        ),
        .flags(
          .createOptions,
          #"{"HostConfig": {"Privileged": true, "Devices": [{"PathOnHost": ⟦"/dev/a"⟧, "PathInContainer": "/dev/a"}]}}"#,
          under: .lockedDown),
        .passes(
          .createOptions,
          #"{"HostConfig": {"Privileged": true, "Devices": [{"PathOnHost": "/dev/a", "PathInContainer": "/dev/a"}]}}"#
        ),
        .passes(
          .createOptions,
          #"{"HostConfig": {"Devices": [{"PathOnHost": "/dev/a", "PathInContainer": "/dev/a", "CgroupPermissions": "mrw"}]}}"#
        ),
      ]
    },
    check: .createOption(["HostConfig.Devices"]) { member, subject, context in
      guard !subject.isPrivileged(on: context.options.deviceProfile) else { return }
      for device in member.value.elements where device.isMapping {
        context.checkPermissions(of: device, subject)
      }
    })

  static let deviceWithPrivileged = Rule(
    "device-with-privileged", .info, "devices of a privileged module",
    explanation: """
      A privileged module sees all devices of its host with all permissions, so 'Devices' adds nothing \
      unless it gives a device another path. Remove it, or better 'Privileged'.
      """,
    source: "moby/moby daemon/oci_linux.go (WithDevices)",
    isOffByDefault: true,
    examples: {
      [
        .flags(
          .createOptions,
          #"{"HostConfig": {"Privileged": true, ⟦"Devices"⟧: [{"PathOnHost": "/dev/a", "PathInContainer": "/dev/a", "CgroupPermissions": "rwm"}]}}"#
        ),
        .passes(.createOptions, #"{"HostConfig": {"Privileged": true, "Devices": []}}"#),
        .passes(
          .createOptions,
          #"{"HostConfig": {"Devices": [{"PathOnHost": "/dev/a", "PathInContainer": "/dev/a", "CgroupPermissions": "rwm"}]}}"#
        ),
        .passes(
          .createOptions,
          #"{"HostConfig": {"Privileged": true, "Devices": [{"PathOnHost": "/dev/a", "PathInContainer": "/dev/a", "CgroupPermissions": "rwm"}]}}"#,
          under: .lockedDown),
      ]
    },
    check: .createOption(["HostConfig.Devices"]) { member, subject, context in
      guard member.value.isSequence, member.value.hasChildren,
        subject.isPrivileged(on: context.options.deviceProfile)
      else { return }
      context.report(
        "a privileged module sees every device anyway", at: member.key,
        help: "remove '\(member.key.text)', or better 'Privileged'")
    })

  static let deviceCgroupRuleFormat = Rule(
    "device-cgroup-rule-format", .error, "device rule that Docker cannot read",
    explanation: """
      A rule is the kind of the device, its numbers and permissions, as in 'c 189:* rmw': a, b or c, major \
      and minor number or '*', and letters of 'rwm'. With any other text the module does not start.
      """,
    source: "moby/moby daemon/pkg/oci/oci.go (AppendDevicePermissionsFromCgroupRules)",
    examples: {
      [
        .flags(.createOptions, #"{"HostConfig": {"DeviceCgroupRules": [⟦"/dev/a rwm"⟧]}}"#),
        .flags(.createOptions, #"{"HostConfig": {"DeviceCgroupRules": [⟦"c 189 rwm"⟧]}}"#),
        .passes(
          .createOptions, #"{"HostConfig": {"DeviceCgroupRules": ["c 189:* rmw", "a *:* r"]}}"#),
        .passes(.createOptions, #"{"HostConfig": {"DeviceCgroupRules": ["${RULE}"]}}"#),
      ]
    },
    check: .createOption(["HostConfig.DeviceCgroupRules"]) { member, subject, context in
      for rule in member.value.elements
      where rule.isString && !isDeviceRule(rule.text) && !subject.isOpen(rule) {
        context.report(
          "device rule '\(rule.text)' is not of the form 'c 189:* rwm'", at: rule,
          help: "write a, b or c, then major:minor with '*' for any, then letters of 'rwm'")
      }
    })

  private static func isDeviceRule(_ text: String) -> Bool {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 3, ["a", "b", "c"].contains(words[0]) else { return false }
    let numbers = words[1].split(separator: ":", omittingEmptySubsequences: false)
    return numbers.count == 2
      && numbers.allSatisfy { number in
        number == "*" || (!number.isEmpty && number.utf8.allSatisfy { (0x30...0x39).contains($0) })
      } && (1...3).contains(words[2].count) && words[2].allSatisfy { "rwm".contains($0) }
  }
}

extension RuleContext {
  /// Reports a device in the short form of the command line, or something else that is no object.
  fileprivate func reportShortDevice(_ device: SyntaxNode) {
    var object: String?
    let parts = device.text.split(separator: ":", omittingEmptySubsequences: false)
    if device.isString, device.tree.schema == .json, (1...3).contains(parts.count) {
      let isShort = parts.count == 2 && !parts[1].hasPrefix("/")
      let target = parts.count == 1 || isShort ? parts[0] : parts[1]
      let permissions = isShort ? parts[1] : parts.count == 3 ? parts[2] : "rwm"
      if parts[0].hasPrefix("/"), target.hasPrefix("/"), Self.arePermissions(String(permissions)) {
        object = """
          {"PathOnHost": \(JSONText.literal(String(parts[0]))), \
          "PathInContainer": \(JSONText.literal(String(target))), \
          "CgroupPermissions": "\(permissions)"}
          """
      }
    }
    report(
      "a device must be an object with 'PathOnHost' and 'PathInContainer'", at: device,
      help: object.map { "write \($0)" }
        ?? "write an object with 'PathOnHost', 'PathInContainer' and 'CgroupPermissions'",
      fix: object.map { Fix("write an object", edits: [Fix.Edit(device.range, $0)]) })
  }

  fileprivate func checkPaths(of device: SyntaxNode, _ subject: CreateOptionsSubject) {
    for name in ["PathOnHost", "PathInContainer"] {
      guard let path = device.member(inAnyCase: name.lowercased())?.value else {
        // A name that is almost right is a finding of its own.
        let isMistyped = device.members.contains {
          let distance = Suggestion.distance(name, $0.key.text)
          return distance == 1 || distance == 2
        }
        guard !isMistyped else { continue }
        let other = device.members.first { $0.key.utf8.starts(with: "Path".utf8) }?.value
        report(
          "the device has no '\(name)'", at: other ?? device, help: "add the absolute path")
        // One report for a device without any path.
        if other == nil { return }
        continue
      }
      guard path.isString, path.utf8.first != UInt8(ascii: "/"), !subject.isOpen(path) else {
        continue
      }
      report(
        "'\(name)' must be an absolute path, not '\(path.text)'", at: path,
        help: "write the whole path, such as /dev/video0")
    }
  }

  fileprivate func checkPermissions(of device: SyntaxNode, _ subject: CreateOptionsSubject) {
    let missing = "the module gets no permission for the device"
    let help = "write \"CgroupPermissions\": \"rwm\", or fewer of the letters"
    guard let permissions = device.member(inAnyCase: "cgrouppermissions")?.value else {
      let isMistyped = device.members.contains {
        (1...2).contains(Suggestion.distance("CgroupPermissions", $0.key.text))
      }
      guard !isMistyped else { return }
      return report(
        missing, at: device.member(inAnyCase: "pathonhost")?.value ?? device, help: help,
        fix: Fix(
          "give all permissions",
          edit: CollectionEditor(device, in: sources)?.addition(of: "CgroupPermissions", "\"rwm\""))
      )
    }
    guard permissions.isString, !subject.isOpen(permissions) else { return }
    guard !permissions.utf8.isEmpty else {
      return report(
        missing, at: permissions, help: help,
        fix: Fix(
          "give all permissions", edits: [Fix.Edit(permissions.range, JSONText.literal("rwm"))]))
    }
    guard !Self.arePermissions(permissions.text) else { return }
    report(
      "permissions '\(permissions.text)' have letters other than r, w and m", at: permissions,
      help: help)
  }

  private static func arePermissions(_ text: String) -> Bool {
    !text.isEmpty && text.allSatisfy { "rwm".contains($0) }
  }
}
