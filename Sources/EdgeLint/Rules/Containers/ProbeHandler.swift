internal import EdgeModel
internal import EdgeSyntax

/// What a probe or a hook does.
struct ProbeHandler {
  static let ofProbes: [StaticString] = ["exec", "httpGet", "tcpSocket", "grpc"]
  static let ofHooks: [StaticString] = ["exec", "httpGet", "tcpSocket", "sleep"]

  /// The member that holds it.
  var name: String
  var key: SyntaxNode?
  var isProbe = false
  var residue: Residue?
  var exec: ExecAction?
  var httpGet: HTTPGetAction?
  var tcpSocket: TCPSocketAction?
  var grpc: GRPCAction?
  var sleep: SleepAction?

  init(_ probe: Probe, _ name: StaticString, of container: Container) {
    self.name = "\(name)"
    key = container.residue.key(name)
    isProbe = true
    residue = probe.residue
    (exec, httpGet, tcpSocket, grpc) = (probe.exec, probe.httpGet, probe.tcpSocket, probe.grpc)
  }

  init(_ hook: LifecycleHandler, _ name: StaticString, of lifecycle: Lifecycle) {
    self.name = "\(name)"
    key = lifecycle.residue.key(name)
    residue = hook.residue
    (exec, httpGet, tcpSocket, sleep) = (hook.exec, hook.httpGet, hook.tcpSocket, hook.sleep)
  }

  /// The port that is asked, by number or by name.
  var port: Located<IntOrString>? { httpGet?.port ?? tcpSocket?.port }

  func checkDetails(_ container: ContainerSubject, _ context: RuleContext) {
    if let exec, exec.command.isEmpty {
      let written = exec.residue.node?["command"]
      let isEmpty =
        written.map { $0.isNull || $0.isSequence }
        ?? exec.residue.lacks("command", of: ExecAction.self)
      if isEmpty {
        context.report(
          "'\(name)' of \(container.title) runs no command", at: residue?.key("exec"),
          help: "add 'command' with the program and its arguments")
      }
    }
    for header in httpGet?.httpHeaders ?? [] {
      guard let name = header.name, !name.isOpaque, !name.value.isHeaderName else { continue }
      context.report(
        "'\(name.value)' cannot be the name of a header", at: name.node,
        help: "use letters, digits and '-'")
    }
    guard let seconds = sleep?.seconds else { return }
    let period = container.pod.spec.terminationGracePeriodSeconds?.value ?? 30
    guard seconds.value < 0 || seconds.value > max(period, 1) else { return }
    context.report(
      "'\(name)' of \(container.title) sleeps for \(seconds.value) seconds, out of \(period)",
      at: seconds.node, help: "sleep for less, or raise 'terminationGracePeriodSeconds'")
  }

  func checkPort(_ context: RuleContext) {
    check(httpGet?.port, in: httpGet?.residue, HTTPGetAction.self, at: "httpGet", context)
    check(tcpSocket?.port, in: tcpSocket?.residue, TCPSocketAction.self, at: "tcpSocket", context)
    check(
      grpc?.port?.map(IntOrString.integer), in: grpc?.residue, GRPCAction.self, at: "grpc", context)
  }

  private func check(
    _ port: Located<IntOrString>?, in action: Residue?, _ type: any ModelObject.Type,
    at member: StaticString, _ context: RuleContext
  ) {
    guard let action else { return }
    guard let port else {
      if action.plainlyLacks("port", of: type) {
        let isEmpty = action.node?.members.first { _ in true } == nil
        context.report(
          "'\(name)' asks no port", at: isEmpty ? residue?.key(member) : action.firstKey,
          help: "add 'port'")
      }
      return
    }
    guard port.node?.isOpaque != true else { return }
    switch port.value {
    case .integer(let number):
      guard !(1...65535 ~= number) else { return }
      context.report(
        "\(number) is no port", at: port.node, help: "write a number from 1 to 65535")
    case .string(let text):
      guard let problem = APINameForm.portName.problem(of: text) else { return }
      let isNumber = text.isDigits && text.utf8.count <= 5 && text.utf8.first != UInt8(ascii: "0")
      context.report(
        isNumber ? "'\(text)' in quotes is the name of a port" : "port name '\(text)' \(problem)",
        at: port.node,
        help: isNumber ? "remove the quotes" : APINameForm.portName.help(for: text),
        fix: isNumber ? .unquoting(port.node) : nil)
    }
  }
}

extension ContainerSubject {
  /// The probes and hooks of the container.
  var handlers: [ProbeHandler] {
    var handlers: [ProbeHandler] = []
    if let probe = container.livenessProbe {
      handlers.append(ProbeHandler(probe, "livenessProbe", of: container))
    }
    if let probe = container.readinessProbe {
      handlers.append(ProbeHandler(probe, "readinessProbe", of: container))
    }
    if let probe = container.startupProbe {
      handlers.append(ProbeHandler(probe, "startupProbe", of: container))
    }
    guard let lifecycle = container.lifecycle else { return handlers }
    if let hook = lifecycle.postStart {
      handlers.append(ProbeHandler(hook, "postStart", of: lifecycle))
    }
    if let hook = lifecycle.preStop {
      handlers.append(ProbeHandler(hook, "preStop", of: lifecycle))
    }
    return handlers
  }
}

extension String {
  /// Source: kubernetes/apimachinery pkg/util/validation/validation.go (IsHTTPHeaderName).
  fileprivate var isHeaderName: Bool {
    !isEmpty
      && utf8.allSatisfy {
        0x30...0x39 ~= $0 || 0x61...0x7A ~= $0 | 0x20 || $0 == UInt8(ascii: "-")
      }
  }
}
