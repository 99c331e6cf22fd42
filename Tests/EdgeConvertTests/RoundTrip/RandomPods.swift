import EdgeTestSupport

/// Random edge deployments with fields of pods and containers of every kind, as JSON text.
struct RandomPods {
  private var random: RandomText

  init(seed: UInt64) {
    random = RandomText(seed: seed)
  }

  mutating func next() -> String {
    let names = ["app", "side-car", "third"].prefix(1 + random.below(3))
    let containers = names.map { name in
      let fields = some(Self.containerFields).map { #""\#($0)": \#($1)"# }
      return #"{"name": "\#(name)", "image": "a/b:1", \#(mounts())"#
        + fields.map { $0 + ", " }.joined() + #""terminationMessagePath": "/x"}"#
    }
    let pod = some(Self.podFields).map { #""\#($0)": \#($1), "# }.joined()
    return """
      {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "site"}, "spec": {
       "replicas": \(random.below(2)), "selector": {"matchLabels": {"app": "site"}}, "template": {
        "metadata": {"labels": {"app": "site"}, "annotations": {"isEdgeDeployment": "true",
          "targetCondition": "*", "priority": "10"}},
        "spec": {\(pod)"volumes": \(Self.volumes),
          "containers": [\(containers.joined(separator: ", "))]}}}}
      """
  }

  private mutating func some(_ fields: [(String, [String])]) -> [(String, String)] {
    fields.filter { _ in random.once(in: 3) }.map { ($0.0, random.one(of: $0.1)) }
  }

  private mutating func mounts() -> String {
    let paths = Self.mountPoints.filter { _ in random.once(in: 3) }
    return #""volumeMounts": [\#(paths.joined(separator: ", "))], "#
  }

  private static let volumes = """
    [{"name": "host", "hostPath": {"path": "/h"}}, {"name": "made", "hostPath": {"path": "/m", \
    "type": "DirectoryOrCreate"}}, {"name": "dir", "hostPath": {"path": "/d", "type": "Directory"}}, \
    {"name": "dev", "hostPath": {"path": "/dev/x", "type": "CharDevice"}}, \
    {"name": "empty", "emptyDir": {}}, {"name": "claim", "persistentVolumeClaim": {"claimName": "data"}}, \
    {"name": "nfs", "nfs": {"server": "10.0.0.1", "path": "/export"}}]
    """

  private static let mountPoints = [
    #"{"name": "host", "mountPath": "/h", "readOnly": true}"#,
    #"{"name": "host", "mountPath": "/h2", "subPath": "a/b", "mountPropagation": "HostToContainer"}"#,
    #"{"name": "made", "mountPath": "/m"}"#, #"{"name": "dir", "mountPath": "/d"}"#,
    #"{"name": "dev", "mountPath": "/dev/x"}"#, #"{"name": "empty", "mountPath": "/e"}"#,
    #"{"name": "claim", "mountPath": "/c", "readOnly": true}"#,
    #"{"name": "nfs", "mountPath": "/n"}"#,
  ]

  private static let containerFields: [(String, [String])] = [
    (
      "env",
      [
        #"[{"name": "A", "value": "1"}, {"name": "B", "value": "$(A)-$$(A)"}, {"name": "c.d", "value": "x"}]"#,
        #"[{"name": "EMPTY"}, {"name": "NAME", "valueFrom": {"fieldRef": {"fieldPath": "metadata.name"}}}]"#,
      ]
    ),
    ("command", [#"["/app", "$(A)", "$$(B)"]"#]), ("args", [#"["-x", ""]"#]),
    ("workingDir", [#""/srv""#]),
    (
      "ports",
      [
        #"[{"containerPort": 80, "hostPort": 8080}, {"containerPort": 53, "protocol": "UDP", "name": "dns"}]"#,
        #"[{"containerPort": 443, "hostPort": 443, "hostIP": "127.0.0.1"}]"#,
      ]
    ),
    (
      "resources",
      [
        #"{"limits": {"cpu": "1500m", "memory": "256Mi"}, "requests": {"cpu": "250m", "memory": "128Mi"}}"#,
        #"{"limits": {"nvidia.com/gpu": 1, "cpu": "5m"}, "requests": {"memory": "100M"}}"#,
      ]
    ),
    (
      "livenessProbe",
      [#"{"exec": {"command": ["/ok"]}, "periodSeconds": 5, "initialDelaySeconds": 3}"#]
    ),
    ("lifecycle", [#"{"stopSignal": "SIGUSR1"}"#]),
    ("imagePullPolicy", [#""Always""#, #""Never""#, #""IfNotPresent""#]),
    (
      "securityContext",
      [
        #"{"privileged": true, "capabilities": {"add": ["NET_ADMIN"], "drop": ["ALL"]}}"#,
        #"{"runAsUser": 1000, "runAsGroup": 3000, "readOnlyRootFilesystem": true, "procMount": "Unmasked"}"#,
        #"{"allowPrivilegeEscalation": false, "seLinuxOptions": {"type": "T"}, "seccompProfile": {"type": "Unconfined"}, "appArmorProfile": {"type": "Localhost", "localhostProfile": "p"}}"#,
      ]
    ),
    ("stdin", ["true", "false"]), ("tty", ["true"]), ("stdinOnce", ["true"]),
  ]

  private static let podFields: [(String, [String])] = [
    ("restartPolicy", [#""Always""#, #""OnFailure""#, #""Never""#]),
    ("terminationGracePeriodSeconds", ["0", "45"]), ("hostNetwork", ["true", "false"]),
    ("hostPID", ["true"]), ("hostIPC", ["true"]), ("hostUsers", ["true"]),
    ("hostname", [#""box""#]), ("subdomain", [#""sub""#]),
    ("dnsPolicy", [#""None""#, #""Default""#]),
    (
      "dnsConfig",
      [
        #"{"nameservers": ["10.0.0.1"], "searches": ["a.b"], "options": [{"name": "ndots", "value": "2"}, {"name": "edns0"}]}"#
      ]
    ),
    (
      "hostAliases",
      [#"[{"ip": "10.0.0.5", "hostnames": ["a", "b.c"]}, {"ip": "fd00::5", "hostnames": ["d"]}]"#]
    ),
    ("runtimeClassName", [#""nvidia""#]),
    (
      "securityContext",
      [
        #"{"supplementalGroups": [44, 100], "sysctls": [{"name": "kernel.msgmax", "value": "1"}]}"#,
        #"{"runAsUser": 7, "fsGroup": 8}"#,
      ]
    ),
  ]
}
