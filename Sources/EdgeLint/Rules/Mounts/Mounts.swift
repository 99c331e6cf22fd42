internal import EdgeDiagnostics
internal import EdgeSyntax

/// What can be wrong with an entry of `Mounts`.
extension Rule {
  private static let parser = """
    moby/moby daemon/volume/mounts/linux_parser.go (validateMountConfigImpl)
    """

  static let mountMissingField = Rule(
    "mount-missing-field", .error, "mount without its type, target or source",
    explanation: """
      A mount has a `Type` and a `Target`, and one of type `bind` has a `Source`. Docker refuses to \
      create the module without.
      """,
    source: parser,
    examples: {
      [
        .flags(.createOptions, mount(#"⟦{"Type": "bind", "Target": "/b"}⟧"#)),
        .flags(.createOptions, mount(#"⟦{"Source": "ab", "Target": "/b"}⟧"#)),
        .flags(.createOptions, mount(#"⟦{"Type": "volume", "Source": "ab", "Target": ""}⟧"#)),
        .passes(.createOptions, mount(#"{"Type": "volume", "Target": "/b"}"#)),
        .passes(.createOptions, mount(#"{"type": "bind", "source": "/a", "target": "/b"}"#)),
        // What is written there instead has rules of its own.
        .passes(.createOptions, mount(#"{"Type": "bind", "Source": "/a", "Destination": "/b"}"#)),
        .passes(.createOptions, mount(#"{"Type": "bind", "Source": "/a", "Taget": "/b"}"#)),
      ]
    },
    check: .createOptions { subject, context in
      for mount in subject.mounts {
        let names = mount.node.members.map { $0.key.text }
        guard names.allSatisfy({ DockerObject.mount[$0] != nil || isInspected($0) }) else {
          continue
        }
        var missing = ["Type", "Target"].filter { mount.isMissing($0) }
        if mount.type == "bind", mount.isMissing("Source") { missing.append("Source") }
        if names.contains(where: { $0.lowercased() == "destination" }) {
          missing.removeAll { $0 == "Target" }
        }
        guard !missing.isEmpty else { continue }
        context.report(
          "a mount has no \(missing.map { "'\($0)'" }.joined(separator: " and no "))",
          at: mount.node, help: "add \(missing.map { "\"\($0)\": …" }.joined(separator: ", "))")
      }
    })

  private static func isInspected(_ name: String) -> Bool {
    DockerWords.inspectedMount.contains(name.lowercased())
  }

  static let mountTypeUnknown = Rule(
    "mount-type-unknown", .error, "mount of a type that Docker on Linux does not know",
    explanation: """
      The types are `bind`, `volume` and `tmpfs`, in lower case. `npipe` is of Windows and `cluster` \
      of Swarm.
      """,
    source: parser, fix: .safe,
    examples: {
      [
        .flags(
          .createOptions, mount(#"{"Type": ⟦"Bind"⟧, "Source": "/a", "Target": "/b"}"#),
          fixed: mount(#"{"Type": "bind", "Source": "/a", "Target": "/b"}"#)),
        .flags(.createOptions, mount(#"{"Type": ⟦"npipe"⟧, "Source": "a", "Target": "/b"}"#)),
        .passes(.createOptions, mount(#"{"Type": "volume", "Source": "ab", "Target": "/b"}"#)),
        // That came with a later API.
        .passes(.createOptions, mount(#"{"Type": "image", "Source": "ab", "Target": "/b"}"#)),
      ]
    },
    check: .createOptions { subject, context in
      let types = ["bind", "volume", "tmpfs", "image"]
      for mount in subject.mounts {
        guard let type = mount.type, !types.contains(type),
          let node = mount.member("type")?.value
        else { continue }
        let known = types.first { $0 == type.lowercased() }
        context.report(
          "unknown type '\(type)' of a mount", at: node,
          help: known.map { "write '\($0)'" }
            ?? Suggestion.question(for: type, among: types.dropLast())
            ?? "use 'bind', 'volume' or 'tmpfs'",
          fix: known.flatMap {
            Fix("write '\($0)'", context.replacement(of: node, with: JSONText.literal($0)))
          })
      }
    })

  static let mountSourceRelative = Rule(
    "mount-source-relative", .error, "bind mount of a relative path",
    explanation:
      "The source of a bind mount is an absolute path of the host. Docker refuses others.",
    source: parser,
    examples: {
      [
        .flags(
          .createOptions, mount(#"{"Type": "bind", "Source": ⟦"data"⟧, "Target": "/b"}"#)),
        .flags(
          .createOptions, mount(#"{"Type": "bind", "Source": ⟦"C:/data"⟧, "Target": "/b"}"#)),
        .passes(.createOptions, mount(#"{"Type": "bind", "Source": "/data", "Target": "/b"}"#)),
        .passes(.createOptions, mount(#"{"Type": "volume", "Source": "data", "Target": "/b"}"#)),
        .passes(.createOptions, mount(#"{"Type": "bind", "Source": "${DATA}", "Target": "/b"}"#)),
      ]
    },
    check: .createOptions { subject, context in
      for mount in subject.mounts {
        guard mount.type == "bind", let source = mount.text("source"), !source.hasPrefix("/")
        else { continue }
        context.report(
          "'\(source)' is no absolute path of the host", at: mount.member("source")?.value,
          help: "write the whole path, or use type 'volume' for a volume")
      }
    })

  static let mountVolumePathSource = Rule(
    "mount-volume-path-source", .error, "volume mount of a path",
    explanation: """
      The source of a volume mount is the name of a volume, and a name has no slash. A path of the \
      host needs type `bind`.
      """,
    source: "Azure/iotedge#6634", fix: .unsafe,
    examples: {
      [
        .flags(
          .createOptions, mount(#"{"Type": "volume", "Source": ⟦"/data"⟧, "Target": "/d"}"#),
          fixed: mount(#"{"Type": "bind", "Source": "/data", "Target": "/d"}"#)),
        .flags(
          .createOptions, mount(#"{"Type": "volume", "Source": ⟦"data/x"⟧, "Target": "/d"}"#)),
        .passes(.createOptions, mount(#"{"Type": "volume", "Source": "data", "Target": "/d"}"#)),
        .passes(.createOptions, mount(#"{"Type": "bind", "Source": "/data", "Target": "/d"}"#)),
      ]
    },
    check: .createOptions { subject, context in
      for mount in subject.mounts {
        guard mount.type == "volume", let source = mount.text("source"), source.contains("/"),
          let type = mount.member("type")?.value
        else { continue }
        let isPath = source.hasPrefix("/")
        context.report(
          "'\(source)' can be no volume", at: mount.member("source")?.value,
          help: isPath ? "use type 'bind' for a path" : "write the name of a volume",
          fix: isPath
            ? Fix(
              "make it a bind mount", context.replacement(of: type, with: "\"bind\""),
              isUnsafe: true) : nil)
      }
    })

  static let mountTmpfsSource = Rule(
    "mount-tmpfs-source", .error, "tmpfs mount with a source",
    explanation: "A tmpfs is empty memory and has no source. Docker refuses one.", source: parser,
    fix: .safe,
    examples: {
      [
        .flags(
          .createOptions, mount(#"{"Type": "tmpfs", ⟦"Source"⟧: "x", "Target": "/t"}"#),
          fixed: mount(#"{"Type": "tmpfs", "Target": "/t"}"#)),
        .passes(.createOptions, mount(#"{"Type": "tmpfs", "Source": "", "Target": "/t"}"#)),
      ]
    },
    check: .createOptions { subject, context in
      for mount in subject.mounts {
        guard mount.type == "tmpfs", mount.text("source") != nil,
          let source = mount.member("source")
        else { continue }
        context.report(
          "a tmpfs has no source", at: source.key, help: "remove it",
          fix: Fix("remove it", context.removal(of: source, from: mount.node)))
      }
    })

  static let mountTargetInvalid = Rule(
    "mount-target-invalid", .error, "mount at a relative path, or at the root",
    explanation: """
      The path in the container begins with `/` and is not the root itself. Docker refuses another \
      one.
      """,
    source: parser,
    examples: {
      [
        .flags(
          .createOptions, mount(#"{"Type": "volume", "Source": "ab", "Target": ⟦"data"⟧}"#)),
        .flags(.createOptions, mount(#"{"Type": "tmpfs", "Target": ⟦"/"⟧}"#)),
        .passes(.createOptions, mount(#"{"Type": "tmpfs", "Target": "/t"}"#)),
      ]
    },
    check: .createOptions { subject, context in
      for mount in subject.mounts {
        guard let target = mount.text("target"), !ContainerPath.canBeTarget(target) else {
          continue
        }
        context.report(
          target.hasPrefix("/")
            ? "nothing can be mounted at the root of a container"
            : "'\(target)' is no absolute path of the container",
          at: mount.member("target")?.value, help: "write a path that begins with '/'")
      }
    })

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
      `BindOptions`, `VolumeOptions` and `TmpfsOptions` are each for one type of mount. Docker ignores \
      the others, and from API 1.42 on refuses them.
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
      JSON has no octal numbers: `Mode` is read as a decimal number, so 777 means other permissions \
      than `chmod 777`. Write the same bits in decimal, 511 for 777.
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

extension MountEntry {
  /// Whether a text is absent or empty.
  fileprivate func isMissing(_ name: String) -> Bool {
    guard let value = member(name.lowercased())?.value else { return true }
    return value.isString && value.utf8.isEmpty
  }
}
