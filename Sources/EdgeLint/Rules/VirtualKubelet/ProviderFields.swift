internal import EdgeDiagnostics
internal import EdgeModel
internal import EdgeSyntax

/// What the provider never looks at.
extension Rule {
  private static let provider = """
    Azure/iot-edge-virtual-kubelet-provider \
    src/Microsoft.Azure.VirtualKubelet.Edge.Provider/EdgeProvider.cs (CreatePodAsync)
    """

  static let vkIgnoredField = Rule(
    "vk-ignored-field", .info, "field that the provider does not look at",
    explanation: """
      Of a container the provider reads the name and the image, of the rest of a pod nothing: what it \
      says in other fields has no effect on the device. Write it into the createOptions of the module's \
      ConfigMap, or let edgekit translate it.
      """,
    source: provider,
    examples: {
      [
        .flags(
          .kubernetes,
          RuleExample.edgeDeployment(
            "⟦restartPolicy⟧: Always\n⟦volumes⟧:\n- {name: data, emptyDir: {}}\nnodeSelector: {a: b}"
          ).replacing(
            "sensor:1.0",
            with: """
              sensor:1.0
                      ⟦env⟧:
                      - {name: LEVEL, value: debug}
                      ⟦ports⟧:
                      - containerPort: 8080
                      ⟦livenessProbe⟧:
                        tcpSocket: {port: 8080}
                      args: []
              """)),
        .passes(edge: RuleExample.placement),
        .passes(podWith: "restartPolicy: Always\nhostNetwork: true"),
      ]
    },
    check: .pod { pod, context in
      guard pod.targetsVirtualNode else { return }
      for member in pod.node?.members.map({ $0 }) ?? [] {
        guard let advice = ignoredPodFields[member.key.text], !member.value.saysNothing else {
          continue
        }
        context.report(
          "the provider does not look at '\(member.key.text)' of the pod", at: member.key,
          help: advice)
      }
      for container in pod.spec.containers {
        let name = container.name?.value ?? ""
        for member in container.residue.node?.members.map({ $0 }) ?? [] {
          guard let setting = ignoredContainerFields[member.key.text], !member.value.saysNothing
          else { continue }
          context.report(
            "the provider does not look at '\(member.key.text)' of container '\(name)'",
            at: member.key, help: setting.advice(for: name))
        }
      }
    })

  /// Where a field of a container goes instead.
  private enum Setting {
    case createOptions(String)
    case configMap(String)
    case none

    func advice(for container: String) -> String {
      switch self {
      case .createOptions(let members):
        "set \(members) in the createOptions of ConfigMap '\(container)'"
      case .configMap(let key): "set \(key) in ConfigMap '\(container)'"
      case .none: "a module has nothing like it; the image has to see to it itself"
      }
    }
  }

  private static let ignoredContainerFields: [String: Setting] = [
    "args": .createOptions("Cmd"), "command": .createOptions("Entrypoint"),
    "env": .createOptions("Env"), "envFrom": .createOptions("Env"),
    "imagePullPolicy": .configMap("imagePullPolicy"), "lifecycle": .none,
    "livenessProbe": .createOptions("Healthcheck"),
    "ports": .createOptions("ExposedPorts and HostConfig.PortBindings"), "readinessProbe": .none,
    "resources": .createOptions("HostConfig.Memory and HostConfig.NanoCpus"),
    "restartPolicy": .configMap("restartPolicy"),
    "securityContext": .createOptions("User, HostConfig.Privileged or HostConfig.CapAdd"),
    "startupProbe": .none, "stdin": .createOptions("OpenStdin"),
    "stdinOnce": .createOptions("StdinOnce"), "tty": .createOptions("Tty"),
    "volumeDevices": .createOptions("HostConfig.Devices"),
    "volumeMounts": .createOptions("HostConfig.Binds or HostConfig.Mounts"),
    "workingDir": .createOptions("WorkingDir"),
  ]

  private static let ignoredPodFields = [
    "activeDeadlineSeconds": "a module runs as long as the deployment applies",
    "dnsConfig": "set HostConfig.Dns in the modules' createOptions",
    "hostAliases": "set HostConfig.ExtraHosts in the modules' createOptions",
    "hostIPC": "set HostConfig.IpcMode in the modules' createOptions",
    "hostNetwork": "set HostConfig.NetworkMode in the modules' createOptions",
    "hostPID": "set HostConfig.PidMode in the modules' createOptions",
    "hostname": "set Hostname in the modules' createOptions",
    "imagePullSecrets": "set runtime.settings.registryCredentials in ConfigMap 'edgeagent'",
    "restartPolicy": "set restartPolicy in the modules' ConfigMaps",
    "runtimeClassName": "set HostConfig.Runtime in the modules' createOptions",
    "securityContext": "set User and HostConfig in the modules' createOptions",
    "serviceAccountName": "modules have the identity that the hub gives them; remove it",
    "shareProcessNamespace": "set HostConfig.PidMode in the modules' createOptions",
    "terminationGracePeriodSeconds": "set StopTimeout in the modules' createOptions",
    "volumes": "set HostConfig.Binds or HostConfig.Mounts in the modules' createOptions",
  ]

  static let vkInitContainer = Rule(
    "vk-init-container", .warning, "init containers of an edge deployment",
    explanation: """
      The provider makes modules of `containers` only. Init containers are left out without a word, and \
      nothing they prepare is there. Make them modules that end by themselves, with a lower \
      startupOrder; the agent does not wait for them.
      """,
    source: provider,
    examples: {
      [
        .flags(
          edge: """
            ⟦initContainers⟧:
            - name: prepare
              image: example.azurecr.io/prepare:1.0
            """),
        .passes(edge: "initContainers: []"),
        .passes(podWith: "initContainers:\n- name: prepare\n  image: example.azurecr.io/a:1.0"),
      ]
    },
    check: .pod { pod, context in
      guard !pod.spec.initContainers.isEmpty, pod.targetsVirtualNode else { return }
      let names = pod.spec.initContainers.compactMap { $0.name.map { "'\($0.value)'" } }
      context.report(
        "init container\(names.count == 1 ? "" : "s") \(names.joined(separator: ", ")) "
          + "will not be deployed",
        at: pod.node?.member("initContainers")?.key,
        help: "make them modules with a lower startupOrder, or do their work in the module's image")
    })

  static let vkJob = Rule(
    "vk-job", .warning, "Job or CronJob on the virtual node",
    explanation: """
      The provider reports each pod as Running for ever, so a Job never completes there, and a CronJob \
      piles up deployments. Modules run as long as their deployment applies.
      """,
    source: provider,
    examples: {
      [
        .flags(
          .kubernetes,
          """
          apiVersion: batch/v1
          kind: ⟦Job⟧
          metadata:
            name: once
          spec:
            template:
              metadata:
                labels: {app: once}
                annotations:
                  isEdgeDeployment: "true"
                  targetCondition: tags.site='1'
              spec:
                restartPolicy: Never
                containers:
                - name: once
                  image: example.azurecr.io/once:1.0
          """),
        .passes(edge: RuleExample.placement),
        .passes(
          .kubernetes,
          """
          apiVersion: batch/v1
          kind: Job
          metadata:
            name: once
          spec:
            template:
              spec:
                restartPolicy: Never
                containers:
                - name: once
                  image: example.azurecr.io/once:1.0
          """),
      ]
    },
    check: .pod { pod, context in
      switch pod.object.resource {
      case .job, .cronJob: break
      default: return
      }
      guard pod.targetsVirtualNode else { return }
      context.report(
        "a \(pod.object.header.kind) never completes on the virtual node",
        at: pod.object.header.kindNode,
        help: "write a Deployment, with status 'stopped' or restartPolicy 'never' in the ConfigMap "
          + "of a module that is to run once")
    })
}

extension SyntaxNode {
  /// Whether it is null or an empty collection.
  fileprivate var saysNothing: Bool {
    if isNull { return true }
    var (members, elements) = (members, elements)
    return isMapping && members.next() == nil || isSequence && elements.next() == nil
  }
}
