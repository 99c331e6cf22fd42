internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

extension Rule {
  static let containerHostPortConflict = Rule(
    "ctr-hostport-conflict", .error, "port of the host that two containers take",
    explanation: """
      A port of the host leads to one container. The same port, protocol and address are taken \
      twice among the containers of a pod.
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
        var first: [ContainerPortUse: SyntaxNode] = [:]
        for port in group.lazy.flatMap(\.ports) {
          guard let host = port.hostPort ?? (isShared ? port.containerPort : nil),
            host.value > 0, let node = host.node
          else { continue }
          let use = ContainerPortUse(port, host.value, address: port.hostIP?.value ?? "")
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
      With `hostNetwork: true` a container listens on the host itself, so no other port of the \
      host can lead to its own. Write the same number, or leave `hostPort` out.
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
            containers: [{name: sensor, ports: [{containerPort: 80, hostPort: 80}, {containerPort: \
            81}]}]
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
struct ContainerPortUse: Hashable {
  private let number: Int32
  private let transport: String
  private let address: String

  init(_ port: ContainerPort, _ number: Int32, address: String = "") {
    self.number = number
    self.address = address
    transport = port.protocol?.value.text ?? TransportProtocol.tcp.rawValue
  }
}
