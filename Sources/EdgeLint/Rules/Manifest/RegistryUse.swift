internal import EdgeModel

/// From which registries the images of a deployment come.
///
/// Source: Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Docker/DockerUtil.cs,
/// CombinedDockerConfigProvider.cs (GetCombinedConfig).
struct RegistryUse {
  enum Problem {
    /// It has a scheme or a path; the host alone would do.
    case scheme(host: String)
    /// It is a name of Docker Hub, but not that of images such as this one.
    case dockerHub(image: String)
    case unused
  }

  /// The address of images that name no registry.
  static let dockerHub = "https://index.docker.io/v1/"
  private static let dockerHubHosts: Set = [
    "docker.io", "index.docker.io", "registry-1.docker.io", "registry.hub.docker.com",
    "hub.docker.com", "www.docker.com", "index.docker.io/v1",
  ]

  /// In lower case.
  private var registries: Set<String> = []
  private var dockerHubImage: String?
  /// Whether images are missing, or not filled in.
  private let isPartial: Bool
  private var usesParent = false

  init(_ manifest: ManifestSubject) {
    var isPartial = !manifest.isComplete
    let modules =
      [manifest.agent.edgeAgent, manifest.agent.edgeHub].compactMap(\.self)
      + manifest.agent.modules
    for module in modules {
      guard let image = module.image?.value, !ImageName.isOpaque(image, in: manifest) else {
        isPartial = true
        continue
      }
      guard let slash = image.firstIndex(of: "/") else { continue }
      let first = image[..<slash].drop { $0 == " " }
      if first.hasPrefix("$") {
        usesParent = true
      } else if first.contains(where: { $0 == "." || $0 == ":" }) {
        registries.insert(first.lowercased())
      } else {
        registries.insert(Self.dockerHub)
        dockerHubImage = dockerHubImage ?? image
      }
    }
    self.isPartial = isPartial
  }

  func problem(of address: String) -> Problem? {
    let name = address.lowercased()
    guard !registries.contains(name), name != Self.dockerHub || !isPartial else { return nil }
    var host = name[...]
    for scheme in ["https://", "http://"] where host.hasPrefix(scheme) {
      host = host.dropFirst(scheme.count)
    }
    while host.last == "/" { host.removeLast() }
    if let dockerHubImage, Self.dockerHubHosts.contains(String(host)) {
      return .dockerHub(image: dockerHubImage)
    }
    if name != Self.dockerHub, host != name || host.contains("/") {
      return .scheme(host: String(host.prefix { $0 != "/" }))
    }
    // The parent's host name may be written out where images say `$upstream`.
    return isPartial || usesParent ? nil : .unused
  }
}
