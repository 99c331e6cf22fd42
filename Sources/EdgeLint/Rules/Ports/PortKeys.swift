internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// What can be wrong with the keys of `ExposedPorts` and `PortBindings`.
extension Rule {
  private static let places = ["ExposedPorts", "HostConfig.PortBindings"]
  private static let source = "moby/moby api/types/network/port.go (ParsePort)"

  static let portKeyFormat = Rule(
    "port-key-format", .error, "port of a container that is not written as `8080/tcp`",
    explanation: """
      A key of `ExposedPorts` and `PortBindings` is one port and its protocol. Ranges and \
      addresses have no place in it, and Docker refuses to create the module.
      """,
    source: source,
    examples: {
      [
        .flags(.createOptions, #"{"ExposedPorts": {⟦"8080-8090/tcp"⟧: {}}}"#),
        .flags(
          .createOptions,
          #"{"HostConfig": {"PortBindings": {⟦"80:80"⟧: [{"HostPort": "80"}]}}}"#),
        .flags(.createOptions, #"{"ExposedPorts": {⟦"http"⟧: {}, ⟦"80/tcp/udp"⟧: {}}}"#),
        .passes(.createOptions, #"{"ExposedPorts": {"8080/tcp": {}, "53/UDP": {}, "80": {}}}"#),
        .passes(.createOptions, #"{"ExposedPorts": {"${PORT}/tcp": {}}}"#),
      ]
    },
    check: .createOption(places) { member, _, context in
      for (key, problem) in problems(of: member.value) {
        guard case .format = problem else { continue }
        context.report(
          "'\(key.text)' is not a port of the container", at: key,
          help: "write one port and its protocol, such as \"8080/tcp\"")
      }
    })

  static let portOutOfRange = Rule(
    "port-out-of-range", .error, "port of a container that is not 1 to 65535",
    explanation: "Ports are 1 to 65535. Docker refuses to create a module with another one.",
    source: source,
    examples: {
      [
        .flags(.createOptions, #"{"ExposedPorts": {⟦"70000/tcp"⟧: {}, ⟦"0"⟧: {}}}"#),
        .flags(
          .createOptions,
          #"{"HostConfig": {"PortBindings": {⟦"65536/udp"⟧: [{"HostPort": "80"}]}}}"#),
        .passes(.createOptions, #"{"ExposedPorts": {"65535/tcp": {}}}"#),
      ]
    },
    check: .createOption(places) { member, _, context in
      for (key, problem) in problems(of: member.value) {
        guard case .range = problem else { continue }
        context.report("no port is '\(key.text)'", at: key, help: "use a port from 1 to 65535")
      }
    })

  static let portProtocolInvalid = Rule(
    "port-protocol-invalid", .error, "port of a container with an unknown protocol",
    explanation: "The protocols of ports are tcp, udp and sctp. Docker refuses another one.",
    source: source,
    examples: {
      [
        .flags(.createOptions, #"{"ExposedPorts": {⟦"80/http"⟧: {}}}"#),
        .flags(.createOptions, #"{"HostConfig": {"PortBindings": {⟦"80/tcpp"⟧: []}}}"#),
        .passes(.createOptions, #"{"ExposedPorts": {"80/TCP": {}, "81/sctp": {}}}"#),
      ]
    },
    check: .createOption(places) { member, _, context in
      for (key, problem) in problems(of: member.value) {
        guard case .transport = problem else { continue }
        let proto = String(key.text.drop { $0 != "/" }.dropFirst())
        context.report(
          "unknown protocol '\(proto)' of port '\(key.text)'", at: key,
          help: Suggestion.question(for: proto, among: ["tcp", "udp", "sctp"])
            ?? "use 'tcp', 'udp' or 'sctp'")
      }
    })

  static let portKeyMissingProtocol = Rule(
    "port-key-missing-protocol", .info, "port of a container without a protocol",
    explanation: "Docker takes tcp. With `/tcp` written out, readers and tools need not know that.",
    source: source, fix: .safe,
    examples: {
      [
        .flags(
          .createOptions, #"{"ExposedPorts": {⟦"8080"⟧: {}}}"#,
          fixed: #"{"ExposedPorts": {"8080/tcp": {}}}"#),
        .flags(.createOptions, #"{"ExposedPorts": {⟦"80"⟧: {}, "80/tcp": {}}}"#),
        .passes(.createOptions, #"{"ExposedPorts": {"8080/tcp": {}, "http": {}}}"#),
      ]
    },
    check: .createOption(places) { member, _, context in
      for key in member.value.members.map(\.key) {
        guard !key.utf8.contains(UInt8(ascii: "/")), !key.isOpen, let port = try? PortKey(key)
        else { continue }
        let isFree = member.value[dynamic: port.text] == nil
        context.report(
          "port '\(key.text)' has no protocol, which means tcp", at: key,
          help: "write \"\(port.text)\"",
          fix: isFree
            ? Fix(
              "write \"\(port.text)\"",
              context.replacement(of: key, with: JSONText.literal(port.text))) : nil)
      }
    })

  /// The keys that name no port, with what is wrong.
  private static func problems(
    of ports: SyntaxNode
  ) -> [(key: SyntaxNode, problem: PortKey.Problem)] {
    var problems: [(SyntaxNode, PortKey.Problem)] = []
    for member in ports.members where !member.key.isOpen {
      do throws(PortKey.Problem) {
        _ = try PortKey(member.key)
      } catch {
        problems.append((member.key, error))
      }
    }
    return problems
  }
}
