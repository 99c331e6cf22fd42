/// What a container is called and starts, and when it is started again.
extension MappingDocumentation {
  static var name: MappingDocumentation {
    MappingDocumentation(
      rows: [
        .row(
          "name", "modules.*", .exact, "the name of the module; edgeAgent and edgeHub are refused",
          back: .exact,
          "the name, made a DNS label where it is none; the original is kept in an annotation")
      ],
      source: "Azure/iot-edge-virtual-kubelet-provider EdgeProvider.cs (CreatePodAsync)")
  }

  static var image: MappingDocumentation {
    MappingDocumentation(
      rows: [
        .row(
          "image", "modules.*.settings.image", .exact,
          "as it is; the agent adds :latest to one without a tag, and refuses a tag beside a digest",
          back: .exact, "as it is"),
        .key(
          "Image", back: .ignored, "left out: the daemon replaces it by settings.image"),
      ],
      examples: [
        .container("imagePullPolicy: Never", becomes: #"{"imagePullPolicy": "never"}"#)
      ],
      source: "Azure/iotedge edge-agent/…/Agent.Docker/DockerConfig.cs (ValidateAndGetImage)")
  }

  static var environment: MappingDocumentation {
    MappingDocumentation(
      rows: [
        .row(
          "env[].value", "modules.*.env", .exact, "the text, with $(NAME) expanded", back: .exact,
          "numbers and booleans become text, and $( becomes $$("),
        .row(
          "env[].name", "modules.*.env", .exact,
          "the name; one that a twin cannot hold, with a dot or a blank, goes into createOptions.Env"
        ),
        .row(
          "env[].value", "Env", .exact, "where the name cannot stand in a twin", back: .near,
          "split at the first =; on the next way to a manifest it is a variable of the module"),
        .row(
          "env[].valueFrom.configMapKeyRef", "modules.*.env", .exact,
          "the value that the ConfigMap in the input has; without one an error, nothing where optional"
        ),
        .row(
          "env[].valueFrom.secretKeyRef", "modules.*.env", .exact,
          "the decoded value, in clear text, which is told"),
        .row(
          "env[].valueFrom.fieldRef", "modules.*.env", .lossy,
          "names, labels and annotations are written out; addresses, uids and nodes are not known"),
        .row(
          "env[].valueFrom.resourceFieldRef", "modules.*.env", .exact,
          "the limit or request in units of the divisor, where it is written"),
        .row(
          "env[].valueFrom.fileKeyRef", .impossible, "nobody on a device reads files for variables"),
        .row(
          "envFrom[].configMapRef", "modules.*.env", .exact, "every key of data, behind the prefix"),
        .row(
          "envFrom[].secretRef", "modules.*.env", .exact,
          "every key, decoded, in clear text, behind the prefix"),
        .row("envFrom[].prefix", "modules.*.env", .exact, "stands before each name"),
      ],
      examples: [
        .container(
          """
          env:
          - {name: HOST, value: db}
          - {name: URL, value: "tcp://$(HOST):5432"}
          """,
          becomes: #"{"env": {"HOST": {"value": "db"}, "URL": {"value": "tcp://db:5432"}}}"#),
        .container(
          """
          env:
          - {name: Logging.Level, value: debug}
          """,
          becomes: #"{"createOptions": {"Env": ["Logging.Level=debug"]}}"#),
        .container(
          """
          env:
          - name: NODE
            valueFrom: {fieldRef: {fieldPath: spec.nodeName}}
          """,
          isRefusedBy: "field-ref-unsupported"),
      ],
      source: "kubernetes/kubernetes pkg/kubelet/kubelet_pods.go (makeEnvironmentVariables)")
  }

  static var command: MappingDocumentation {
    MappingDocumentation(
      rows: [
        .row(
          "command", "Entrypoint", .exact, "the words, with $(NAME) expanded", back: .exact,
          "the words, $( written $$(; [\"\"] stays in the ConfigMap")
      ],
      examples: [
        .container(
          #"command: ["/app/run", "--fast"]"#,
          becomes: #"{"createOptions": {"Entrypoint": ["/app/run", "--fast"]}}"#)
      ],
      source: "moby/moby daemon/commit.go (merge)")
  }

  static var arguments: MappingDocumentation {
    MappingDocumentation(
      rows: [
        .row(
          "args", "Cmd", .exact, "the words, with $(NAME) expanded", back: .exact,
          "the words, $( written $$(")
      ],
      examples: [
        .container(
          """
          args: ["--name=$(NAME)"]
          env: [{name: NAME, value: line-1}]
          """,
          becomes: """
            {"env": {"NAME": {"value": "line-1"}}, "createOptions": {"Cmd": ["--name=line-1"]}}
            """)
      ],
      source: "moby/moby daemon/commit.go (merge)")
  }

  static var workingDirectory: MappingDocumentation {
    MappingDocumentation(
      rows: [
        .row(
          "workingDir", "WorkingDir", .exact, "as it is; it must be absolute", back: .exact,
          "as it is")
      ],
      examples: [
        .container("workingDir: /app", becomes: #"{"createOptions": {"WorkingDir": "/app"}}"#)
      ],
      source: "moby/moby daemon/container.go (translateWorkingDir)")
  }

  static var standardInput: MappingDocumentation {
    switched("stdin", "OpenStdin")
  }

  static var standardInputOnce: MappingDocumentation {
    switched("stdinOnce", "StdinOnce")
  }

  static var terminal: MappingDocumentation {
    switched("tty", "Tty")
  }

  /// A field of a container that is on or off, as Docker has it.
  private static func switched(_ field: String, _ key: String) -> MappingDocumentation {
    MappingDocumentation(
      rows: [
        .row(
          field, key, .exact, "written where it is true", back: .exact, "written where it is true")
      ],
      examples: [
        .container("\(field): true", becomes: "{\"createOptions\": {\"\(key)\": true}}")
      ],
      source: "Mirantis/cri-dockerd core/container_create.go")
  }

  static var imagePullPolicy: MappingDocumentation {
    MappingDocumentation(
      rows: [
        .row(
          "imagePullPolicy=Always", "modules.*.imagePullPolicy", .exact, "on-create", back: .exact,
          "on-create becomes Always"),
        .row(
          "imagePullPolicy=Never", "modules.*.imagePullPolicy", .exact, "never", back: .exact,
          "never becomes Never"),
        .row(
          "imagePullPolicy=IfNotPresent", "modules.*.imagePullPolicy", .lossy,
          "on-create: the agent pulls whenever it creates the module, so it needs a connection"),
      ],
      examples: [
        .container("imagePullPolicy: Always", becomes: #"{"imagePullPolicy": "on-create"}"#)
      ],
      source: "Azure/iotedge edgelet/edgelet-http-mgmt/src/module/mod.rs (pull_image)")
  }

  static var terminationMessagePath: MappingDocumentation {
    .ignored("terminationMessagePath", "a device has nobody who reads the file")
  }

  static var terminationMessagePolicy: MappingDocumentation {
    .ignored("terminationMessagePolicy", "a device has nobody who reads the message")
  }

  static var resizePolicy: MappingDocumentation {
    .ignored("resizePolicy", "a device resizes no containers")
  }

  /// A field of a container that means nothing on a device.
  private static func ignored(_ field: String, _ summary: String) -> MappingDocumentation {
    MappingDocumentation(
      rows: [.row(field, .ignored, summary)],
      source: "containers/podman docs/kubernetes_support.md")
  }
}
