/// Probes, the end of a container and its next start, and what it shares with the host.
extension MappingDocumentation {
  static var probes: MappingDocumentation {
    MappingDocumentation(
      rows: [
        .row(
          "livenessProbe.exec", "Healthcheck.Test", .lossy,
          "[\"CMD\", …]; nothing restarts the module where it fails", back: .lossy,
          "only with --lossy, because a cluster restarts the container where it fails"),
        .row(
          "livenessProbe.periodSeconds", "Healthcheck.Interval", .exact, "in nanoseconds",
          back: .lossy, "only with --lossy, rounded up to seconds; 30 where it is 0 or absent"),
        .row(
          "livenessProbe.timeoutSeconds", "Healthcheck.Timeout", .exact, "in nanoseconds",
          back: .lossy, "only with --lossy, rounded up to seconds; 30 where it is 0 or absent"),
        .row(
          "livenessProbe.failureThreshold", "Healthcheck.Retries", .exact, "the same number",
          back: .lossy, "only with --lossy; 3 where it is absent"),
        .row(
          "livenessProbe.initialDelaySeconds", "Healthcheck.StartPeriod", .lossy,
          "in nanoseconds; Docker runs the test in that time, too, and failures do not count",
          back: .lossy, "only with --lossy, rounded up to seconds"),
        .row("livenessProbe.successThreshold", .impossible, "one success is enough for Docker"),
        .row(
          "livenessProbe.terminationGracePeriodSeconds", .ignored, "nothing is stopped by a probe"),
        .row(
          "livenessProbe.httpGet", "Healthcheck.Test", .impossible,
          "with --http-probe=curl a line that needs curl in the image"),
        .row(
          "livenessProbe.tcpSocket", "Healthcheck.Test", .impossible,
          "with --http-probe=curl a line that needs nc in the image"),
        .row("livenessProbe.grpc", .impossible, "Docker asks nobody over gRPC"),
        .row(
          "readinessProbe", "Healthcheck", .impossible,
          "no traffic waits for a module; --readiness-as-health uses it where there is no liveness probe"
        ),
        .row(
          "startupProbe", "Healthcheck.StartPeriod", .lossy,
          "its delay and all of its failures; alone it becomes the test, which goes on running"),
        .key(
          "Healthcheck.StartInterval", back: .impossible,
          "stays in the ConfigMap: probes have one period"),
      ],
      examples: [
        .container(
          """
          livenessProbe:
            exec: {command: [/app/ok]}
            initialDelaySeconds: 5
          """,
          becomes: """
            {"createOptions": {"Healthcheck": {"Interval": 10000000000, "Retries": 3, \
            "StartPeriod": 5000000000, "Test": ["CMD", "/app/ok"], "Timeout": 1000000000}}}
            """),
        .container(
          """
          livenessProbe: {httpGet: {path: /ok, port: 8080}}
          """,
          "--http-probe=curl",
          becomes: """
            {"createOptions": {"Healthcheck": {"Interval": 10000000000, "Retries": 3, \
            "Test": ["CMD-SHELL", "curl -f http://localhost:8080/ok || exit 1"], \
            "Timeout": 1000000000}}}
            """),
        .container(
          "livenessProbe: {grpc: {port: 9090}}", isRefusedBy: "grpc-probe-unsupported"),
      ],
      source: "containers/podman pkg/specgen/generate/kube/kube.go (probeToHealthConfig)")
  }

  static var lifecycle: MappingDocumentation {
    MappingDocumentation(
      rows: [
        .row(
          "lifecycle.stopSignal", "StopSignal", .exact, "as it is", back: .exact,
          "the name with SIG; with os.name: linux"),
        .row("lifecycle.postStart", .impossible, "nobody does anything after a module starts"),
        .row("lifecycle.preStop", .impossible, "nobody does anything before a module stops"),
      ],
      examples: [
        .container(
          "lifecycle: {stopSignal: SIGUSR1}",
          becomes: #"{"createOptions": {"StopSignal": "SIGUSR1"}}"#),
        .container(
          "lifecycle: {preStop: {exec: {command: [/app/flush]}}}",
          isRefusedBy: "lifecycle-hook-unsupported"),
      ],
      source: "moby/moby api/swagger.yaml (ContainerConfig.StopSignal)")
  }

  static var gracePeriod: MappingDocumentation {
    MappingDocumentation(
      rows: [
        .pod(
          "terminationGracePeriodSeconds", "StopTimeout", .exact, "the same number of seconds",
          back: .exact, "the same number, where every module of the pod has it; less than 0 stays")
      ],
      examples: [
        .pod(
          "terminationGracePeriodSeconds: 60",
          becomes: #"{"createOptions": {"StopTimeout": 60}}"#)
      ],
      source: "moby/moby daemon/stop.go (containerStop)")
  }

  static var activeDeadline: MappingDocumentation {
    MappingDocumentation(
      rows: [.pod("activeDeadlineSeconds", .impossible, "nobody ends a module after some time")],
      source: "containers/podman docs/kubernetes_support.md")
  }

  static var podRestartPolicy: MappingDocumentation {
    MappingDocumentation(
      rows: [
        .pod(
          "restartPolicy=Always", "modules.*.restartPolicy", .exact, "always", back: .exact,
          "always becomes Always"),
        .pod(
          "restartPolicy=OnFailure", "modules.*.restartPolicy", .near,
          "on-failure; the agent gives up after 20 failures in a row", back: .exact,
          "on-failure stays in the ConfigMap: a Deployment allows Always only"),
        .pod(
          "restartPolicy=Never", "modules.*.restartPolicy", .exact, "never", back: .exact,
          "never stays in the ConfigMap: a Deployment allows Always only"),
      ],
      examples: [.pod("restartPolicy: Always", becomes: #"{"restartPolicy": "always"}"#)],
      source: "Azure/iotedge edge-agent/…/Agent.Core/RestartPolicyManager.cs")
  }

  static var containerRestartPolicy: MappingDocumentation {
    MappingDocumentation(
      rows: [
        .row(
          "restartPolicy", "modules.*.restartPolicy", .exact,
          "as that of the pod, which it overrides")
      ],
      examples: [
        .container("restartPolicy: Never", becomes: #"{"restartPolicy": "never"}"#)
      ],
      source: "kubernetes/api core/v1/types.go (ContainerRestartPolicy)")
  }

  static var restartPolicyRules: MappingDocumentation {
    MappingDocumentation(
      rows: [.row("restartPolicyRules", .impossible, "the agent looks at no exit codes")],
      source: "kubernetes/api core/v1/types.go (ContainerRestartRule)")
  }

  static var hostProcesses: MappingDocumentation {
    hostNamespace("hostPID", "PidMode")
  }

  static var hostMemory: MappingDocumentation {
    hostNamespace("hostIPC", "IpcMode")
  }

  private static func hostNamespace(_ field: String, _ key: String) -> MappingDocumentation {
    MappingDocumentation(
      rows: [
        .pod(
          field, "HostConfig." + key, .exact, "host where it is true", back: .exact,
          "true for host, where every module of the pod has it; anything else stays in the ConfigMap"
        )
      ],
      examples: [
        .pod(
          "\(field): true", becomes: "{\"createOptions\": {\"HostConfig\": {\"\(key)\": \"host\"}}}"
        )
      ],
      source: "Mirantis/cri-dockerd core/security_context.go")
  }

  static var sharedProcesses: MappingDocumentation {
    MappingDocumentation(
      rows: [
        .pod(
          "shareProcessNamespace", "HostConfig.PidMode", .impossible,
          "nothing for one container; with --share-pid all others join the first module's")
      ],
      examples: [
        .pod(
          """
          shareProcessNamespace: true
          containers:
          - {name: main, image: "example.io/main:1"}
          - {name: side, image: "example.io/side:1"}
          """,
          "--share-pid",
          becomes: """
            {"main": {}, "side": {"createOptions": {"HostConfig": {"PidMode": "container:main"}}}}
            """)
      ],
      source: "Mirantis/cri-dockerd core/security_context.go")
  }

  static var hostUsers: MappingDocumentation {
    MappingDocumentation(
      rows: [
        .pod(
          "hostUsers=true", "HostConfig.UsernsMode", .exact, "host", back: .exact,
          "true for host, where every module of the pod has it"),
        .pod("hostUsers=false", .impossible, "users of its own are a matter of the whole engine"),
      ],
      examples: [
        .pod(
          "hostUsers: true", becomes: #"{"createOptions": {"HostConfig": {"UsernsMode": "host"}}}"#)
      ],
      source: "moby/moby api/types/container/hostconfig.go (UsernsMode.Valid)")
  }

  static var runtimeClass: MappingDocumentation {
    MappingDocumentation(
      rows: [
        .pod(
          "runtimeClassName", "HostConfig.Runtime", .lossy,
          "the same word; which handler the class has stands in an object of the cluster",
          back: .lossy, "only with --lossy: the class has to exist in the cluster")
      ],
      examples: [
        .pod(
          "runtimeClassName: nvidia",
          becomes: #"{"createOptions": {"HostConfig": {"Runtime": "nvidia"}}}"#)
      ],
      source: "Mirantis/cri-dockerd core/sandbox_run.go")
  }
}
