internal import EdgeSyntax

/// Which networks a module joins, by createOptions.
struct NetworkSettings {
  /// The network that the runtime puts modules into, unless a device has another.
  ///
  /// Source: Azure/iotedge edgelet/contrib/config/linux/template.toml (moby_runtime.network).
  static let runtimeNetwork = "azure-iot-edge"

  /// `HostConfig.NetworkMode`, where it is text that is not to be filled in, and not empty.
  let mode: SyntaxNode?
  /// Whether nobody can say what the mode is.
  let isModeOpen: Bool
  /// `NetworkingConfig.EndpointsConfig`, where it is an object.
  let endpoints: SyntaxNode?
  /// Whether nobody can say what the endpoints are.
  let areEndpointsOpen: Bool

  init(_ subject: CreateOptionsSubject) {
    let mode = subject["HostConfig.NetworkMode"]
    isModeOpen = mode.map { !$0.isString || subject.isOpen($0) } ?? false
    self.mode = mode.flatMap { $0.isString && !$0.utf8.isEmpty && !subject.isOpen($0) ? $0 : nil }
    let endpoints = subject["NetworkingConfig.EndpointsConfig"]
    self.endpoints = endpoints.flatMap { $0.isMapping ? $0 : nil }
    areEndpointsOpen =
      endpoints.map { node in
        !node.isMapping || node.members.contains { subject.isOpen($0.key) }
      } ?? (subject["NetworkingConfig"]?.isMapping == false)
  }

  var isHost: Bool { mode?.hasText("host") ?? false }

  /// The module whose network is shared.
  var sharedModule: Substring? {
    mode.flatMap { $0.utf8.starts(with: "container:".utf8) ? $0.text.dropFirst(10) : nil }
  }

  /// The endpoint of a network.
  func endpoint(_ name: String) -> SyntaxNode.Member? {
    endpoints?.members.first { $0.key.utf8.elementsEqual(name.utf8) }
  }

  /// Whether a network has a name that is not Docker's own.
  static func isCustom(_ name: String) -> Bool {
    !["host", "bridge", "none", "default", ""].contains(name) && !name.hasPrefix("container:")
  }

  /// Whether a name can stand in JSON and in a network of Docker as it is.
  static func isPlainName(_ name: String) -> Bool {
    !name.isEmpty
      && name.utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "_.-".utf8.contains(byte)
        }
      }
  }
}
