internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let mountInspectFields = Rule(
    "mount-inspect-fields", .error, "mount as `docker inspect` prints it",
    explanation: """
      `docker inspect` shows mounts with `Destination`, `RW` and others; Docker's API wants \
      `Target`, `ReadOnly` and options. It drops the former, and the mount is left without a \
      target.
      """,
    source: "Azure/iotedge#2705; Azure/iotedge#319", fix: .safe,
    examples: {
      [
        .flags(
          .createOptions,
          #"{"HostConfig": {"Mounts": [{"Type": "bind", "Source": "/a", ⟦"Destination"⟧: "/b"}]}}"#,
          fixed: #"{"HostConfig": {"Mounts": [{"Type": "bind", "Source": "/a", "Target": "/b"}]}}"#),
        .flags(
          .createOptions,
          """
          {"HostConfig": {"Mounts": [{"Type": "bind", "Source": "/a", "Target": "/b", \
          ⟦"Mode"⟧: "", ⟦"RW"⟧: false, ⟦"Propagation"⟧: "rprivate"}]}}
          """,
          fixed: """
            {"HostConfig": {"Mounts": [{"Type": "bind", "Source": "/a", "Target": "/b", \
            "ReadOnly": true, "BindOptions": {"Propagation": "rprivate"}}]}}
            """),
        .flags(
          .createOptions,
          """
          {"HostConfig": {"Mounts": [{"Type": "volume", ⟦"Name"⟧: "ab", "Source": "ab", \
          "Target": "/b", ⟦"Driver"⟧: "local"}]}}
          """),
        .passes(
          .createOptions,
          """
          {"HostConfig": {"Mounts": [{"Type": "bind", "Source": "/a", "Target": "/b", \
          "BindOptions": {"Propagation": "rslave"}}]}}
          """),
      ]
    },
    check: .createOptions { subject, context in
      for mount in subject.mounts {
        for member in mount.node.members {
          let name = member.key.text.lowercased()
          guard DockerWords.inspectedMount.contains(name) else { continue }
          context.report(
            "'\(member.key.text)' is output of 'docker inspect', and no key of a mount",
            at: member.key, help: help(for: name),
            fix: fix(of: member, named: name, in: mount, context))
        }
      }
    })

  private static func help(for name: String) -> String {
    switch name {
    case "destination": "write 'Target'"
    case "rw": "write 'ReadOnly', true where 'RW' is false"
    case "propagation": "write \"BindOptions\": {\"Propagation\": …}"
    case "name": "write it as 'Source'"
    case "driver": "write \"VolumeOptions\": {\"DriverConfig\": {\"Name\": …}}, or remove it"
    default: "remove it"
    }
  }

  /// The same in the words of the API; nil where those are there already, or say something else.
  private static func fix(
    of member: SyntaxNode.Member, named name: String, in mount: MountEntry, _ context: RuleContext
  ) -> Fix? {
    let (key, value) = (member.key, member.value)
    let isFree = { (name: String) in mount.node.member(inAnyCase: name) == nil }
    switch name {
    case "destination":
      guard isFree("target") else { return nil }
      return Fix("write 'Target'", context.replacement(of: key, with: "\"Target\""))
    case "rw":
      guard case .boolean(let isWritable) = value.scalar, isFree("readonly") else { return nil }
      return Fix(
        "write 'ReadOnly'", context.replacement(of: key, with: "\"ReadOnly\""),
        context.replacement(of: value, with: isWritable ? "false" : "true"))
    case "propagation" where !value.utf8.isEmpty && mount.type == "bind":
      guard isFree("bindoptions"), value.isString else { return nil }
      return Fix(
        "write 'BindOptions'",
        context.replacement(of: key, with: "\"BindOptions\""),
        context.replacement(
          of: value, with: "{\"Propagation\": \(JSONText.literal(value.text))}"))
    case "mode", "propagation":
      return Fix("remove it", context.removal(of: member, from: mount.node))
    case "name" where mount.text("source") == value.text:
      return Fix("remove it", context.removal(of: member, from: mount.node))
    case "driver" where value.utf8.isEmpty || value.hasText("local"):
      return Fix("remove it", context.removal(of: member, from: mount.node))
    default: return nil
    }
  }
}
