import EdgeLint

/// Where a sample is put before it is judged, so that one sample tests every way to its text.
///
/// Marks stay in the text: nothing here escapes or moves them.
struct ExamplePlace: Sendable, CustomStringConvertible {
  var name: String
  /// The file and its marked text.
  var file: @Sendable (String) -> (name: String, text: String)

  var description: String { name }

  /// The places for a form of sample.
  static func places(for form: RuleExample.Form) -> [ExamplePlace] {
    switch form {
    case .manifest: manifestPlaces { $0 }
    case .agent: manifestPlaces { manifest(agent: $0) }
    case .hub: manifestPlaces { manifest(hub: $0) }
    case .module: manifestPlaces { manifest(agent: agent(module: $0)) }
    case .route: manifestPlaces { manifest(hub: hub(route: $0)) } + [routeInConfigMap]
    case .twin: manifestPlaces { manifest(twin: $0) } + [twinInConfigMap]
    case .createOptions: createOptionsPlaces
    case .kubernetes, .suppression: kubernetesPlaces
    case .file(let name): [ExamplePlace(name: "as it is") { (name, $0) }]
    }
  }

  // MARK: - Manifests

  private static func manifestPlaces(
    _ whole: @escaping @Sendable (String) -> String
  ) -> [ExamplePlace] {
    [
      ExamplePlace(name: "manifest") { ("deployment.json", whole($0) + "\n") },
      ExamplePlace(name: "manifest in a block literal") {
        ("map.yaml", configMap(block: whole($0)))
      },
      ExamplePlace(name: "manifest in a JSON string") {
        (
          "map.json",
          #"{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "m"}, "#
            + #""data": {"漢字🙂": "…", "deployment.json": "\#(escaped(whole($0)))"}}"# + "\n"
        )
      },
      ExamplePlace(name: "manifest in a JSON string in a block literal") {
        // The manifest is the text of a YAML scalar in double quotes, in a list.
        (
          "list.yaml",
          """
          apiVersion: v1
          kind: List
          items:
          # 漢字🙂
          - apiVersion: v1
            kind: ConfigMap
            metadata:
              name: m
            data:
              deployment.json: "\(escaped(whole($0)))"

          """
        )
      },
    ]
  }

  private static let image = "mcr.microsoft.com/azureiotedge"

  /// createOptions of the system modules, which bound their logs.
  private static let systemOptions = escaped(#"{"HostConfig": {"LogConfig": {"Type": "local"}}}"#)

  private static let usualAgent = agent(module: usualModule)
  private static let usualModule =
    #"{"type": "docker", "status": "running", "restartPolicy": "always", "settings": {"image": "example.azurecr.io/sensor:1.0", "createOptions": "{}"}}"#

  private static func agent(module: String) -> String {
    """
    {
      "schemaVersion": "1.1",
      "runtime": {"type": "docker", "settings": {}},
      "systemModules": {
        "edgeAgent": {"type": "docker",
          "settings": {"image": "\(image)-agent:1.5", "createOptions": "\(systemOptions)"}},
        "edgeHub": {"type": "docker", "status": "running", "restartPolicy": "always",
          "settings": {"image": "\(image)-hub:1.5", "createOptions": "\(systemOptions)"}}
      },
      "modules": {
        "sensor": \(module)
      }
    }
    """
  }

  private static func hub(route: String) -> String {
    """
    {
      "schemaVersion": "1.1",
      "routes": {"alerts": "\(escaped(route))"},
      "storeAndForwardConfiguration": {"timeToLiveSecs": 7200}
    }
    """
  }

  /// A manifest that no rule flags, apart from what is put into it.
  private static func manifest(
    agent: String = usualAgent, hub: String? = nil, twin: String? = nil
  ) -> String {
    let agent =
      hub == nil
      ? agent
      : agent.replacing(
        #""sensor": \#(usualModule)"#,
        with: #""sensor": \#(usualModule), "filter": \#(usualModule)"#)
    return """
      {"modulesContent": {
        "$edgeAgent": {"properties.desired": \(agent)},
        "$edgeHub": {"properties.desired": \(hub ?? Self.hub(route: "FROM /messages/* INTO $upstream"))}\(
          twin.map { ",\n  \"sensor\": {\"properties.desired\": \($0)}" } ?? "")
      }}
      """
  }

  // MARK: - Parts of the dialect

  private static var routeInConfigMap: ExamplePlace {
    ExamplePlace(name: "route in ConfigMap 'edgehub'") {
      (
        "edge.yaml",
        workload(containers: ["sensor", "filter"]) + "---\n"
          + configMap("edgehub", key: "desiredProperties", block: hub(route: $0))
      )
    }
  }

  private static var twinInConfigMap: ExamplePlace {
    ExamplePlace(name: "twin in a ConfigMap") {
      (
        "edge.yaml",
        workload(containers: ["sensor"]) + "---\n"
          + configMap("sensor", key: "desiredProperties", block: $0)
      )
    }
  }

  private static var createOptionsPlaces: [ExamplePlace] {
    let module: @Sendable (String) -> String = { createOptions in
      usualModule.replacing(#""{}""#, with: createOptions)
    }
    return [
      ExamplePlace(name: "createOptions of a template") {
        ("deployment.template.json", manifest(agent: agent(module: module($0))) + "\n")
      },
      ExamplePlace(name: "createOptions in a JSON string") {
        (
          "deployment.json",
          manifest(agent: agent(module: module("\"\(escaped($0))\""))) + "\n"
        )
      },
      ExamplePlace(name: "createOptions in a block literal") {
        (
          "edge.yaml",
          workload(containers: ["sensor"]) + "---\n"
            + configMap("sensor", key: "createOptions", block: $0)
        )
      },
      ExamplePlace(name: "createOptions in a JSON string in a block literal") {
        (
          "map.yaml",
          configMap(block: manifest(agent: agent(module: module("\"\(escaped($0))\""))))
        )
      },
    ]
  }

  /// A Deployment of the dialect.
  private static func workload(containers: [String]) -> String {
    """
    # 漢字🙂
    apiVersion: apps/v1
    kind: Deployment
    metadata:
      name: edge
    spec:
      selector:
        matchLabels:
          app: edge
      template:
        metadata:
          labels:
            app: edge
          annotations:
            isEdgeDeployment: "true"
            targetCondition: "tags.site='1'"
            priority: "15"
        spec:
          containers:
    \(containers.map { "      - name: \($0)\n        image: example.azurecr.io/\($0):1.0" }.joined(separator: "\n"))
          nodeSelector:
            type: virtual-kubelet
          tolerations:
          - key: virtual-kubelet.io/provider
            operator: Equal
            value: iotedge
            effect: NoSchedule

    """
  }

  private static func configMap(
    _ name: String = "m", key: String = "deployment.json", block: String
  ) -> String {
    """
    apiVersion: v1
    kind: ConfigMap
    metadata:
      name: \(name)
    data:
      \(key): |
    \(indented(block, by: 4))

    """
  }

  // MARK: - Kubernetes

  private static var kubernetesPlaces: [ExamplePlace] {
    [
      ExamplePlace(name: "file") { ("objects.yaml", ended($0)) },
      ExamplePlace(name: "behind another document") {
        (
          "objects.yaml",
          """
          # 漢字🙂
          apiVersion: v1
          kind: Namespace
          metadata:
            name: before
          ---
          \(ended($0))
          """
        )
      },
      ExamplePlace(name: "items of a List") {
        let items = $0.split(separator: "\n---\n", omittingEmptySubsequences: true)
          .map { document in
            // The first line that is not a comment carries the dash of the item.
            "-\n" + indented(String(document), by: 2)
          }
        return (
          "list.yaml",
          "apiVersion: v1\nkind: List\nitems:\n"
            + items.joined(separator: "\n") + "\n"
        )
      },
    ]
  }

  private static func ended(_ text: String) -> String { text.hasSuffix("\n") ? text : text + "\n" }

  // MARK: - Text in text

  private static func indented(_ text: String, by count: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : String(repeating: " ", count: count) + $0 }
      .joined(separator: "\n")
  }

  /// The text as the inside of a string in double quotes, for JSON and for YAML.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": escaped += "\\\""
      case "\\": escaped += "\\\\"
      case "\n": escaped += "\\n"
      case "\t": escaped += "\\t"
      case "\u{0}"..<"\u{20}":
        let digits = String(scalar.value, radix: 16)
        escaped += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
