internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// What a probe does, as a test of Docker, which runs inside the container.
struct ProbeTest {
  private let source: ContainerSource
  private let context: MappingContext

  init(_ source: ContainerSource, _ context: MappingContext) {
    self.source = source
    self.context = context
  }

  /// The value of `Test`; nil with a report for a probe that cannot be one.
  ///
  /// - Parameter field: The field that the probe stands in.
  func test(_ probe: Probe, in field: StaticString) -> BodyValue? {
    if let exec = probe.exec, !exec.command.isEmpty { return command(exec, in: field) }
    if let get = probe.httpGet {
      return request(
        .httpProbeUnsupported, "asks over HTTP", at: get.residue.node, in: field, port: get.port
      ) { port in
        Self.curl(get, port: port)
      }
    }
    if let socket = probe.tcpSocket {
      return request(
        .tcpProbeUnsupported, "opens a connection", at: socket.residue.node, in: field,
        port: socket.port
      ) { port in
        "nc -z -v \(Self.shellWord(socket.host?.nonEmpty ?? "localhost")) \(port)"
      }
    }
    if let grpc = probe.grpc {
      context.reportImpossible(
        .grpcProbeUnsupported,
        "container '\(context.container)': the \(field) asks over gRPC, which Docker cannot",
        at: grpc.residue.node, help: "write 'exec' with a command that is in the image")
    } else if probe.residue.isEmpty {
      context.reportDropped(
        "field '\(field)', which says nothing to do,", at: source.key(field),
        help: "write 'exec' with a command that is in the image")
    }
    return nil
  }

  /// A command without a shell; only variables that are written out are known to it.
  ///
  /// Source: kubernetes/kubernetes pkg/kubelet/prober/prober.go (runProbe);
  /// pkg/kubelet/container/helpers.go (ExpandContainerCommandOnlyStatic).
  private func command(_ exec: ExecAction, in field: StaticString) -> BodyValue {
    var variables: [String: String] = [:]
    for entry in source.container.env where entry.valueFrom == nil {
      if let name = entry.name { variables[name.value] = entry.value?.value ?? "" }
    }
    var test = context.expanded(
      exec.command, variables, in: "the \(field)", from: exec.residue.node?["command"],
      help: "write its value in 'env'; a probe knows no variables but those")
    test.elements.insert(.string("CMD", from: test.origin), at: 0)
    return test
  }

  /// A test that needs a tool in the image, where that is allowed.
  ///
  /// - Parameters:
  ///   - rule: What is reported where it is not.
  ///   - line: The command line for a port.
  private func request(
    _ rule: RuleInfo, _ what: String, at node: SyntaxNode?, in field: StaticString,
    port: Located<IntOrString>?, line: (String) -> String
  ) -> BodyValue? {
    guard context.options.pods.probesWithTools else {
      context.reportImpossible(
        rule,
        "container '\(context.container)': the \(field) \(what) from outside, a test of Docker runs inside",
        at: node,
        help: "write 'exec' with a command that is in the image, or give --http-probe curl")
      return nil
    }
    guard let port = number(of: port, at: node) else { return nil }
    let line = line(port)
    context.decoding.report(
      .lossProbeNeedsTool,
      "container '\(context.container)': the \(field) needs \(line.prefix { $0 != " " }) in the image",
      at: node, help: "write 'exec' with a command that is in the image")
    return .array(
      [.string("CMD-SHELL", from: node), .string("\(line) || exit 1", from: node)], from: node)
  }

  /// The number of a port that is written as such, or that is the name of one of the container's.
  ///
  /// Source: kubernetes/kubernetes pkg/probe/util.go (ResolveContainerPort).
  private func number(of port: Located<IntOrString>?, at node: SyntaxNode?) -> String? {
    let text = port?.value.text ?? ""
    if case .string(let name)? = port?.value,
      let found = source.container.ports.first(where: { $0.name?.value == name })?.containerPort
    {
      return String(found.value)
    }
    if let number = UInt16(text), number > 0 { return text }
    context.decoding.report(
      .probePortUnknown, "container '\(context.container)' has no port '\(text)'",
      at: port?.node ?? node,
      help: Suggestion.question(
        for: text, among: source.container.ports.compactMap { $0.name?.value })
        ?? "write the number of the port, or name one under 'ports'")
    return nil
  }

  // MARK: - Command lines

  private static func curl(_ get: HTTPGetAction, port: String) -> String {
    let scheme = get.scheme?.value.recognized == .https ? "https" : "http"
    let name = get.host?.nonEmpty ?? "localhost"
    let host = name.contains(":") ? "[\(name)]" : name
    let path = get.path?.nonEmpty ?? "/"
    let url = "\(scheme)://\(host):\(port)\(path.hasPrefix("/") ? "" : "/")\(path)"
    var words = ["curl", "-f"]
    for header in get.httpHeaders {
      guard let name = header.name else { continue }
      words += ["-H", "\(name.value): \(header.value?.value ?? "")"]
    }
    words.append(url)
    return words.map(shellWord).joined(separator: " ")
  }

  /// A word that the shell takes as it is: in quotes, unless every character is harmless.
  private static func shellWord(_ word: String) -> String {
    let isHarmless = word.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: "-_./:%+,=@".utf8.contains(byte)
      }
    }
    guard !isHarmless else { return word }
    return "'"
      + word.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "'\\''") + "'"
  }
}

extension Located<String> {
  /// The text, unless it is empty.
  fileprivate var nonEmpty: String? { value.isEmpty ? nil : value }
}
