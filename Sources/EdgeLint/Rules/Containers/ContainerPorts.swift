internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let containerPort = Rule(
    "ctr-port", .error, "port of a container that the API server refuses",
    explanation: """
      A container port is a number from 1 to 65535. Its name, if it has one, has at most 15 \
      lower-case letters, digits and `-`, with a letter among them, and is there once in a container.
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
      The same port and protocol are listed twice in a container, and lead to the same or to no port \
      of the host. `kubectl apply` merges the list by the number, so that one of the two is lost.
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
      var seen: [PortUse: [ContainerPort]] = [:]
      for port in container.container.ports {
        guard let number = port.containerPort else { continue }
        let use = PortUse(port, number.value)
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

  static let containerHostPortConflict = Rule(
    "ctr-hostport-conflict", .error, "port of the host that two containers take",
    explanation: """
      A port of the host leads to one container. The same port, protocol and address are taken twice \
      among the containers of a pod.
      """,
    source: """
      kubernetes/kubernetes pkg/apis/core/validation/validation.go \
      (AccumulateUniqueHostPorts, checkHostPortConflicts)
      """,
    examples: {
      [
        .flags(
          .kubernetes,
          WorkloadSample.pod(
            """
            containers:
            - {name: sensor, ports: [{containerPort: 80, hostPort: 8080}]}
            - {name: filter, ports: [{containerPort: 81, hostPort: ⟦8080⟧, protocol: TCP}]}
            """)),
        // In a Pod on the host's network every port is one of the host.
        .flags(
          .kubernetes,
          WorkloadSample.pod(
            """
            hostNetwork: true
            containers:
            - {name: sensor, ports: [{containerPort: 80}]}
            - {name: filter, ports: [{containerPort: ⟦80⟧}]}
            """)),
        .flags(
          .kubernetes,
          WorkloadSample.pod(
            "initContainers: [{ports: [{containerPort: 1, hostPort: 8}, {hostPort: ⟦8⟧}]}]")),
        .passes(
          .kubernetes,
          WorkloadSample.pod(
            """
            containers:
            - {name: sensor, ports: [{containerPort: 80, hostPort: 8080}]}
            - {name: filter, ports: [{containerPort: 81, hostPort: 8080, protocol: UDP}]}
            - {name: third, ports: [{containerPort: 82, hostPort: 8080, hostIP: 10.0.0.1}]}
            - {name: fourth, ports: [{containerPort: 80}]}
            - {name: fifth, ports: [{containerPort: 80}]}
            """)),
        // Init containers run one after the other.
        .passes(
          .kubernetes,
          WorkloadSample.pod(
            """
            initContainers:
            - {name: one, ports: [{containerPort: 80, hostPort: 8080}]}
            - {name: two, ports: [{containerPort: 80, hostPort: 8080}]}
            """)),
      ]
    },
    check: .pod { pod, context in
      let isShared = pod.isBarePod && pod.spec.hostNetwork?.value == true
      let groups = [pod.spec.containers] + pod.spec.initContainers.map { [$0] }
      for group in groups {
        var first: [PortUse: SyntaxNode] = [:]
        for port in group.lazy.flatMap(\.ports) {
          guard let host = port.hostPort ?? (isShared ? port.containerPort : nil),
            host.value > 0, let node = host.node
          else { continue }
          let use = PortUse(port, host.value, address: port.hostIP?.value ?? "")
          guard let earlier = first[use] else {
            first[use] = node
            continue
          }
          context.report(
            "port \(host.value) of the host is taken twice", at: node,
            labels: [.init("first taken here", at: earlier.range)],
            help: "use another 'hostPort' for one of them")
        }
      }
    })

  static let containerHostNetworkPort = Rule(
    "ctr-hostnetwork-port", .error, "port of the host that differs on the host's network",
    explanation: """
      With `hostNetwork: true` a container listens on the host itself, so no other port of the host \
      can lead to its own. Write the same number, or leave `hostPort` out.
      """,
    source: "kubernetes/kubernetes pkg/apis/core/validation/validation.go (validateHostNetwork)",
    examples: {
      [
        .flags(
          .kubernetes,
          WorkloadSample.pod(
            """
            hostNetwork: true
            containers: [{name: sensor, ports: [{containerPort: 80, hostPort: ⟦81⟧}]}]
            """)),
        .passes(
          .kubernetes,
          WorkloadSample.pod(
            """
            hostNetwork: true
            containers: [{name: sensor, ports: [{containerPort: 80, hostPort: 80}, {containerPort: 81}]}]
            """)),
        .passes(
          .kubernetes,
          WorkloadSample.container("ports: [{containerPort: 80, hostPort: 81}]")),
      ]
    },
    check: .container { container, context in
      guard container.pod.spec.hostNetwork?.value == true, container.role == .regular else {
        return
      }
      for port in container.container.ports {
        guard let host = port.hostPort, let own = port.containerPort, host.value != 0,
          host.value != own.value
        else { continue }
        context.report(
          "port \(own.value) cannot be port \(host.value) on the host's network", at: host.node,
          help: "write \(own.value), or remove 'hostPort'")
      }
    })
}

/// What makes two ports the same port.
private struct PortUse: Hashable {
  private let number: Int32
  private let transport: String
  private let address: String

  init(_ port: ContainerPort, _ number: Int32, address: String = "") {
    self.number = number
    self.address = address
    transport = port.protocol?.value.text ?? TransportProtocol.tcp.rawValue
  }
}
