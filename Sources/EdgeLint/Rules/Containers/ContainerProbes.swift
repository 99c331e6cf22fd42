internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

private let source = """
  kubernetes/kubernetes pkg/apis/core/validation/validation.go (validateProbe, \
  validateLivenessProbe, validateReadinessProbe, validateStartupProbe, validateHandler)
  """

extension Rule {
  static let containerInitProbe = Rule(
    "ctr-init-probe", .error, "probe or hook of an init container",
    explanation: """
      An init container ends before the others start, so it has no probes and no lifecycle hooks. \
      One with `restartPolicy: Always` runs on beside them and may have both.
      """,
    source: """
      kubernetes/kubernetes pkg/apis/core/validation/validation.go (validateInitContainers)
      """,
    examples: {
      [
        .flags(
          .kubernetes,
          WorkloadSample.pod(
            """
            initContainers:
            - name: prepare
              ⟦readinessProbe⟧: {tcpSocket: {port: 80}}
              ⟦lifecycle⟧: {preStop: {exec: {command: [sync]}}}
            """)),
        .passes(
          .kubernetes,
          WorkloadSample.pod(
            """
            initContainers:
            - name: proxy
              restartPolicy: Always
              readinessProbe: {tcpSocket: {port: 80}}
            containers:
            - name: sensor
              readinessProbe: {tcpSocket: {port: 80}}
            """)),
      ]
    },
    check: .container { subject, context in
      let container = subject.container
      guard subject.role == .initial, container.restartPolicy?.value != .known(.always) else {
        return
      }
      let present: [(StaticString, Bool)] = [
        ("lifecycle", container.lifecycle != nil),
        ("livenessProbe", container.livenessProbe != nil),
        ("readinessProbe", container.readinessProbe != nil),
        ("startupProbe", container.startupProbe != nil),
      ]
      for (name, isPresent) in present where isPresent {
        context.report(
          "\(subject.title) cannot have '\(name)'", at: container.residue.key(name),
          help: "remove it, or add 'restartPolicy: Always' if the container runs on")
      }
    })

  static let containerProbeHandler = Rule(
    "ctr-probe-handler", .error, "probe or hook that does not do exactly one thing",
    explanation: """
      A probe has exactly one of `exec`, `httpGet`, `tcpSocket` and `grpc`; a hook one of `exec`, \
      `httpGet`, `tcpSocket` and `sleep`. A command is not empty, the names of headers are \
      letters, digits and `-`, and nobody sleeps for longer than the grace period.
      """,
    source: source,
    examples: {
      [
        .flags(
          .kubernetes,
          WorkloadSample.container(
            """
            ⟦livenessProbe⟧: {}
            readinessProbe: {httpGet: {port: 80}, ⟦exec⟧: {command: [check]}}
            startupProbe:
              ⟦exec⟧: {}
            lifecycle:
              ⟦postStart⟧: {}
              preStop: {sleep: {seconds: ⟦99⟧}}
            """)),
        .flags(
          .kubernetes,
          WorkloadSample.container(
            "livenessProbe: {httpGet: {port: 80, httpHeaders: [{name: ⟦a b⟧, value: c}]}}")),
        .passes(
          .kubernetes,
          WorkloadSample.container(
            """
            livenessProbe: {grpc: {port: 80}}
            readinessProbe: {http: {port: 80}}
            lifecycle: {preStop: {sleep: {seconds: 30}}}
            """)),
      ]
    },
    check: .container { container, context in
      for handler in container.handlers {
        guard let residue = handler.residue else { continue }
        let names = handler.isProbe ? ProbeHandler.ofProbes : ProbeHandler.ofHooks
        let present = (residue.node?.members.map { $0 } ?? []).filter { member in
          !member.value.isNull && names.contains { member.key.hasText($0) }
        }
        var list: String { names.map { "'\($0)'" }.joined(separator: ", ") }
        if present.isEmpty, residue.isEmpty {
          context.report(
            "'\(handler.name)' of \(container.title) does nothing", at: handler.key,
            help: "add one of \(list)")
        } else if present.count > 1 {
          context.report(
            "'\(handler.name)' of \(container.title) does two things", at: present[1].key,
            labels: [.init("the first one", at: present[0].key.range)], help: "keep one of \(list)")
        }
        handler.checkDetails(container, context)
      }
    })

  static let containerProbeThreshold = Rule(
    "ctr-probe-threshold", .error, "number of a probe that the API server refuses",
    explanation: """
      Seconds and thresholds are 0 or more. A liveness or startup probe succeeds at the first \
      success, so its `successThreshold` is 1. A grace period of a probe is more than 0, and a \
      readiness probe has none, because it stops nothing.
      """,
    source: source,
    examples: {
      [
        .flags(
          .kubernetes,
          WorkloadSample.container(
            """
            livenessProbe: {tcpSocket: {port: 80}, periodSeconds: ⟦-1⟧, successThreshold: ⟦2⟧}
            startupProbe: {tcpSocket: {port: 80}, terminationGracePeriodSeconds: ⟦0⟧}
            readinessProbe: {tcpSocket: {port: 80}, ⟦terminationGracePeriodSeconds⟧: 5}
            """)),
        .passes(
          .kubernetes,
          WorkloadSample.container(
            """
            livenessProbe: {tcpSocket: {port: 80}, periodSeconds: 0, successThreshold: 1}
            startupProbe: {tcpSocket: {port: 80}, terminationGracePeriodSeconds: 1}
            readinessProbe: {tcpSocket: {port: 80}, successThreshold: 2}
            """)),
      ]
    },
    check: .container { subject, context in
      let container = subject.container
      for (probe, name) in [
        (container.livenessProbe, "livenessProbe"), (container.readinessProbe, "readinessProbe"),
        (container.startupProbe, "startupProbe"),
      ] {
        guard let probe else { continue }
        for number in [
          probe.initialDelaySeconds, probe.timeoutSeconds, probe.periodSeconds,
          probe.successThreshold, probe.failureThreshold,
        ] {
          guard let number, number.value < 0 else { continue }
          context.report(
            "a number of '\(name)' is \(number.value)", at: number.node, help: "write 0 or more")
        }
        let isReadiness = name == "readinessProbe"
        if let count = probe.successThreshold, count.value > 1, !isReadiness {
          context.report(
            "'successThreshold' of '\(name)' is \(count.value)", at: count.node, help: "write 1")
        }
        guard let period = probe.terminationGracePeriodSeconds else { continue }
        if isReadiness {
          context.report(
            "'readinessProbe' has no grace period",
            at: probe.residue.key("terminationGracePeriodSeconds"), help: "remove it")
        } else if period.value <= 0 {
          context.report(
            "the grace period of '\(name)' is \(period.value)", at: period.node,
            help: "write 1 or more")
        }
      }
    })

  static let containerProbePort = Rule(
    "ctr-probe-port", .error, "port of a probe that is neither a number nor a name",
    explanation: """
      A probe asks a port by its number, from 1 to 65535, or by the name it has in the container. \
      Text in quotes is a name, and a name has a letter: `"8080"` is refused.
      """,
    source: """
      kubernetes/kubernetes pkg/apis/core/validation/validation.go (validatePortNumOrName)
      """, fix: .safe,
    examples: {
      [
        .flags(
          .kubernetes,
          WorkloadSample.container("livenessProbe: {httpGet: {path: /, port: ⟦\"8080\"⟧}}"),
          fixed: WorkloadSample.container("livenessProbe: {httpGet: {path: /, port: 8080}}")),
        .flags(
          .kubernetes,
          WorkloadSample.container(
            """
            livenessProbe: {httpGet: {⟦path⟧: /}}
            readinessProbe: {tcpSocket: {port: ⟦70000⟧}}
            startupProbe: {grpc: {port: ⟦0⟧}}
            lifecycle: {preStop: {httpGet: {port: ⟦HTTP⟧}}}
            """)),
        .passes(
          .kubernetes,
          WorkloadSample.container(
            """
            livenessProbe: {httpGet: {port: 80}}
            readinessProbe: {tcpSocket: {port: http-8080}}
            startupProbe: {httpGet: {port: "${PORT}"}}
            """)),
      ]
    },
    check: .container { container, context in
      for handler in container.handlers { handler.checkPort(context) }
    })

  static let containerProbePortUndeclared = Rule(
    "ctr-probe-port-undeclared", .info, "probe of a named port that the container does not list",
    explanation: """
      A port that a probe names is looked up in `ports` of the same container. The API server does \
      not look, and the probe fails without end.
      """,
    source: "kubernetes/kubernetes pkg/probe/util.go (ResolveContainerPort)",
    examples: {
      [
        .flags(
          .kubernetes,
          WorkloadSample.container(
            """
            ports: [{name: web, containerPort: 80}]
            livenessProbe: {httpGet: {port: ⟦http⟧}}
            """)),
        .passes(
          .kubernetes,
          WorkloadSample.container(
            """
            ports: [{name: http, containerPort: 80}]
            livenessProbe: {httpGet: {port: http}}
            readinessProbe: {tcpSocket: {port: 81}}
            startupProbe: {tcpSocket: {port: "82"}}
            """)),
      ]
    },
    check: .container { container, context in
      for handler in container.handlers {
        guard let port = handler.port, case .string(let name) = port.value,
          APINameForm.portName.problem(of: name) == nil
        else { continue }
        let names = container.container.ports.compactMap(\.name?.value)
        guard !names.contains(name) else { continue }
        context.report(
          "\(container.title) has no port '\(name)'", at: port.node,
          help: Suggestion.question(for: name, among: names)
            ?? "name one in 'ports', or write its number")
      }
    })
}
