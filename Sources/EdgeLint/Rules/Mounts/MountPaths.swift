internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// What can be wrong with the source and the target of an entry of `Mounts`.
extension Rule {
  private static let parser = """
    moby/moby daemon/volume/mounts/linux_parser.go (validateMountConfigImpl)
    """

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
          "'\(source)' is a path, not the name of a volume", at: mount.member("source")?.value,
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

  /// createOptions with one mount, for examples.
  private static func mount(_ mount: String) -> String {
    #"{"HostConfig": {"Mounts": ["# + mount + "]}}"
  }
}
