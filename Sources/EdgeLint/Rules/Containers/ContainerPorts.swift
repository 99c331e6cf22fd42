internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let containerPort = Rule(
    "ctr-port", .error, "port of a container that the API server refuses",
    explanation: """
      A container port is a number from 1 to 65535. Its name, if it has one, has at most 15 \
      lower-case letters, digits and `-`, with a letter among them, and is there once in a \
      container.
      """,
    source: """
      kubernetes/kubernetes pkg/apis/core/validation/validation.go (validateContainerPorts)
      """,
    examples: {
      [
        .flags(
          .kubernetes,
          WorkloadSample.container(
            """
            ports:
            - containerPort: ⟦0⟧
            - containerPort: ⟦65536⟧
            - name: ⟦metrics⟧
            - ⟦hostPort⟧: 80
            - {containerPort: 80, hostPort: ⟦70000⟧}
            - {containerPort: 81, name: ⟦MyPort⟧}
            - {containerPort: 82, name: ⟦"123"⟧}
            - {containerPort: 83, name: ⟦a--b⟧}
            - {containerPort: 84, name: ⟦abcdefghijklmnop⟧}
            """)),
        .flags(
          .kubernetes,
          WorkloadSample.container(
            "ports: [{containerPort: 80, name: web}, {containerPort: 81, name: ⟦web⟧}]")),
        .passes(
          .kubernetes,
          WorkloadSample.container(
            """
            ports:
            - {containerPort: 80, name: http, hostPort: 0}
            - {containerPort: 65535, hostPort: 65535, name: "${NAME}"}
            - {port: 80}
            - {containerPort: "80"}
            """)),
      ]
    },
    check: .container { container, context in
      var names: [String: SyntaxNode] = [:]
      for port in container.container.ports {
        if let number = port.containerPort {
          if !(1...65535 ~= number.value) {
            context.report(
              "\(number.value) is no port of \(container.title)", at: number.node,
              help: "write a number from 1 to 65535")
          }
        } else if port.residue.plainlyLacks("containerPort", of: ContainerPort.self) {
          context.report(
            "a port of \(container.title) has no number",
            at: port.name?.node ?? port.residue.firstKey, help: "add 'containerPort'")
        }
        if let host = port.hostPort, !(0...65535 ~= host.value) {
          context.report(
            "\(host.value) is no port of the host", at: host.node,
            help: "write a number from 1 to 65535, or remove it")
        }
        guard let name = port.name, let node = name.node, !name.value.isEmpty, !name.isOpaque
        else { continue }
        if let problem = APINameForm.portName.problem(of: name.value) {
          context.report(
            "port name '\(name.value)' \(problem)", at: node,
            help: APINameForm.portName.help(for: name.value))
        } else if let first = names[name.value] {
          context.report(
            "port name '\(name.value)' is given twice in \(container.title)", at: node,
            labels: [.init("first given here", at: first.range)],
            help: "give one of them another name")
        } else {
          names[name.value] = node
        }
      }
    })

  static let containerPortDuplicate = Rule(
    "ctr-port-duplicate", .warning, "container port that is listed twice",
    explanation: """
      The same port and protocol are listed twice in a container, and lead to the same or to no \
      port of the host. `kubectl apply` merges the list by the number, so that one of the two is \
      lost.
      """,
    source: "kubernetes/kubernetes pkg/api/pod/warnings.go",
    examples: {
      [
        .flags(
          .kubernetes,
          WorkloadSample.container(
            "ports: [{containerPort: 80}, {containerPort: ⟦80⟧, protocol: TCP}]")),
        .flags(
          .kubernetes,
          WorkloadSample.container(
            "ports: [{containerPort: 80, hostPort: 8080}, {containerPort: ⟦80⟧, name: web}]")),
        .passes(
          .kubernetes,
          WorkloadSample.container(
            "ports: [{containerPort: 80}, {containerPort: 80, protocol: UDP}]")),
        .passes(
          .kubernetes,
          WorkloadSample.container(
            "ports: [{containerPort: 80, hostPort: 81}, {containerPort: 80, hostPort: 82}]")),
      ]
    },
    check: .container { container, context in
      guard container.container.ports.count > 1 else { return }
      var seen: [ContainerPortUse: [ContainerPort]] = [:]
      for port in container.container.ports {
        guard let number = port.containerPort else { continue }
        let use = ContainerPortUse(port, number.value)
        let first = seen[use]?.first { other in
          let (mine, others) = (port.hostPort?.value ?? 0, other.hostPort?.value ?? 0)
          return mine == 0 || others == 0
        }
        if let first = first?.containerPort?.node {
          context.report(
            "port \(number.value) of \(container.title) is listed twice", at: number.node,
            labels: [.init("first listed here", at: first.range)], help: "remove one of them")
        }
        // One of each kind is enough to compare with, however many there are.
        if (seen[use]?.count ?? 0) < 2 { seen[use, default: []].append(port) }
      }
    })
}
