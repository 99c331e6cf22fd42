internal import EdgeModel
internal import EdgeSyntax

/// The Service that leads to a module's ports, as IoT Edge on Kubernetes made it: one port for each that
/// is published on the device, and one for each other that is exposed.
///
/// Source: Azure/iotedge, tag archive/release/1.1-k8s-preview, edge-agent/src/
/// Microsoft.Azure.Devices.Edge.Agent.Kubernetes/edgedeployment/service/PortExtensions.cs,
/// KubernetesServiceMapper.cs.
struct ServicePorts {
  private var entries: [JSONValue] = []
  private var taken: Set<[String]> = []

  /// The members of a Service's spec besides its selector; nil for a module without ports.
  ///
  /// - Parameter residual: The module; what it says of its Service is taken out.
  static func spec(of module: Module, _ residual: inout ModuleResidual) -> JSONValue? {
    let body = ModuleResidual(module).body
    var ports = ServicePorts()
    for port in body[path: "HostConfig", "PortBindings"]?.members ?? [] {
      for binding in port.value.elements {
        guard let host = binding["HostPort"]?.text else { continue }
        ports.add(host, to: port.key, named: "hostport")
      }
    }
    for port in body["ExposedPorts"]?.members ?? [] {
      ports.add(String(port.key.prefix { $0 != "/" }), to: port.key, named: "exposedport")
    }
    guard !ports.entries.isEmpty else { return nil }
    var spec = JSONValue.mapping(["ports": .array(ports.entries)])
    let path = [ExperimentalSection.name, "serviceOptions"]
    guard let options = residual.body[path: path], options.hasOnly("type", "loadBalancerIP"),
      ["ClusterIP", "NodePort", "LoadBalancer"].contains(options["type"]?.text ?? "ClusterIP"),
      options["loadBalancerIP"].map({ PodNetwork.isAddress($0.text ?? "") }) ?? true
    else { return spec }
    for member in options.members { spec[member.key] = JSONValue(member.value) }
    residual.replace(path, with: nil)
    return spec
  }

  private mutating func add(_ port: String, to key: String, named stem: String) {
    guard let number = UInt16(port), number > 0, let target = PortKey(text: key),
      taken.insert([port, target.transport.rawValue]).inserted
    else { return }
    let transport = target.transport.rawValue
    entries.append(
      .mapping([
        "name": .string("\(stem)-\(number)-\(transport)"), "port": .number(number),
        "targetPort": .number(target.number), "protocol": .string(transport.uppercased()),
      ]))
  }
}
