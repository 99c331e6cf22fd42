internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// What can be wrong with how an entry of `Mounts` is to be mounted.
extension Rule {
  static let mountReadOnlyString = Rule(
    "mount-read-only-string", .warning, "ReadOnly of a mount that is not true or false",
    explanation: """
      Docker wants a boolean. Text and numbers work only because the agent converts them; other \
      tools do not.
      """,
    source: """
      Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Docker/models/Mount.cs
      """,
    fix: .safe,
    examples: {
      [
        .flags(
          .createOptions,
          mount(#"{"Type": "bind", "Source": "/a", "Target": "/b", "ReadOnly": ⟦"False"⟧}"#),
          fixed: mount(#"{"Type": "bind", "Source": "/a", "Target": "/b", "ReadOnly": false}"#)),
        .passes(
          .createOptions,
          mount(#"{"Type": "bind", "Source": "/a", "Target": "/b", "ReadOnly": true}"#)),
        // Nobody converts that.
        .passes(
          .createOptions,
          mount(#"{"Type": "bind", "Source": "/a", "Target": "/b", "ReadOnly": "yes"}"#)),
      ]
    },
    check: .createOptions { subject, context in
      for mount in subject.mounts {
        guard let value = mount.member("readonly")?.value else { continue }
        let word = value.text.lowercased()
        let literal: String
        switch value.scalar {
        case .string where value.isString && (word == "true" || word == "false"): literal = word
        case .integer(let number): literal = number.magnitude == 0 ? "false" : "true"
        default: continue
        }
        context.report(
          "'ReadOnly' must be true or false, not \(value.kind.words)", at: value,
          help: "write \(literal)",
          fix: Fix("write \(literal)", context.replacement(of: value, with: literal)))
      }
    })

  static let mountBindSourceMustExist = Rule(
    "mount-bind-source-must-exist", .info, "bind mount of a path that has to exist",
    explanation: """
      Unlike `Binds`, a mount of type `bind` is refused when its source is missing on the device. \
      Create the path before the module is deployed.
      """,
    source: "moby/moby daemon/server/router/container/container_routes.go (postContainersCreate)",
    examples: {
      [
        .flags(
          .createOptions, mount(#"{"Type": "bind", "Source": ⟦"/data"⟧, "Target": "/b"}"#)),
        .passes(.createOptions, mount(#"{"Type": "volume", "Source": "data", "Target": "/b"}"#)),
        .passes(.createOptions, mount(#"{"Type": "bind", "Source": "data", "Target": "/b"}"#)),
      ]
    },
    check: .createOptions { subject, context in
      for source in MountSource.mounts(of: subject) {
        context.report(
          "'\(source.path)' has to exist on the device", at: source.node,
          help: "create it beforehand; a bind in 'Binds' creates a missing directory")
      }
    })

  static let mountOptionsMismatch = Rule(
    "mount-options-mismatch", .warning, "options of another type of mount",
    explanation: """
      `BindOptions`, `VolumeOptions` and `TmpfsOptions` are each for one type of mount. Docker \
      ignores the others, and from API 1.42 on refuses them.
      """,
    source: "moby/moby daemon/server/router/container/container_routes.go (postContainersCreate)",
    fix: .safe,
    examples: {
      [
        .flags(
          .createOptions,
          mount(#"{"Type": "bind", "Source": "/a", "Target": "/b", ⟦"VolumeOptions"⟧: {}}"#),
          fixed: mount(#"{"Type": "bind", "Source": "/a", "Target": "/b"}"#)),
        .flags(
          .createOptions, mount(#"{"Type": "volume", "Target": "/b", ⟦"TmpfsOptions"⟧: {}}"#)),
        .passes(
          .createOptions,
          mount(#"{"Type": "tmpfs", "Target": "/t", "TmpfsOptions": {"SizeBytes": 4096}}"#)),
      ]
    },
    check: .createOptions { subject, context in
      for mount in subject.mounts {
        guard let type = mount.type?.lowercased(), ["bind", "volume", "tmpfs"].contains(type) else {
          continue
        }
        for owner in ["bind", "volume", "tmpfs", "image"] where owner != type {
          guard let options = mount.member(owner + "options") else { continue }
          context.report(
            "'\(options.key.text)' has no effect on a mount of type '\(type)'", at: options.key,
            help: "remove it",
            fix: Fix("remove it", context.removal(of: options, from: mount.node)))
        }
      }
    })

  static let tmpfsModeOctal = Rule(
    "tmpfs-mode-octal", .warning, "permissions of a tmpfs that look octal",
    explanation: """
      JSON has no octal numbers: `Mode` is read as a decimal number, so 777 means other \
      permissions than `chmod 777`. Write the same bits in decimal, 511 for 777.
      """,
    source: "moby/moby api/swagger.yaml (Mount)", fix: .unsafe,
    examples: {
      [
        .flags(
          .createOptions,
          mount(#"{"Type": "tmpfs", "Target": "/t", "TmpfsOptions": {"Mode": ⟦777⟧}}"#),
          fixed: mount(#"{"Type": "tmpfs", "Target": "/t", "TmpfsOptions": {"Mode": 511}}"#)),
        .flags(
          .createOptions,
          mount(#"{"Type": "tmpfs", "Target": "/t", "TmpfsOptions": {"Mode": ⟦1777⟧}}"#)),
        .passes(
          .createOptions,
          mount(#"{"Type": "tmpfs", "Target": "/t", "TmpfsOptions": {"Mode": 489}}"#)),
      ]
    },
    check: .createOptions { subject, context in
      for mount in subject.mounts {
        guard
          let mode = mount.member("tmpfsoptions")?.value.member(inAnyCase: "mode")?.value,
          mode.kind == .number, (3...4).contains(mode.utf8.count),
          let bits = UInt32(mode.text, radix: 8)
        else { continue }
        // What is already a result of the repair must not be repaired again.
        guard bits <= 0o1777, !isCommonMode(mode.text) else { continue }
        context.report(
          "mode \(mode.text) is read as a decimal number", at: mode,
          help: "write \(bits) for the permissions \(mode.text)",
          fix: Fix(
            "write \(bits)", context.replacement(of: mode, with: String(bits)), isUnsafe: true))
      }
    })

  /// Whether a number is the decimal form of usual permissions: 511 is 777, 420 is 644.
  private static func isCommonMode(_ text: String) -> Bool {
    let decimal = UInt32(text) ?? 0
    return [0o777, 0o775, 0o770, 0o755, 0o750, 0o700, 0o644, 0o640, 0o600, 0o1777]
      .contains(decimal)
  }

  /// createOptions with one mount, for examples.
  private static func mount(_ mount: String) -> String {
    #"{"HostConfig": {"Mounts": ["# + mount + "]}}"
  }
}
