internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// What can be wrong with an entry of `Mounts`.
extension Rule {
  private static let parser = """
    moby/moby daemon/volume/mounts/linux_parser.go (validateMountConfigImpl)
    """

  static let mountMissingField = Rule(
    "mount-missing-field", .error, "mount without its type, target or source",
    explanation: """
      A mount has a `Type` and a `Target`, and one of type `bind` has a `Source`. Docker refuses \
      to create the module without.
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
        guard names.allSatisfy({ CreateOptionsObject.mount[$0] != nil || isInspected($0) })
        else { continue }
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
      The types are `bind`, `volume` and `tmpfs`, in lower case. `npipe` is of Windows and \
      `cluster` of Swarm.
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
