/// The registry that an image comes from, and the addresses under which the agent looks its credentials
/// up.
///
/// The agent compares addresses letter for letter, only letter case apart.
///
/// Source: Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Docker/DockerUtil.cs
/// (HostnameMatches, TryParseDomainFromImage), Constants.cs (DefaultRegistryAddress).
enum RegistryAddress {
  /// The address of Docker Hub for images that name no registry.
  static let dockerHub = "https://index.docker.io/v1/"

  /// What pull secrets call Docker Hub.
  private static let dockerHubHosts = ["docker.io", "index.docker.io", "registry-1.docker.io"]

  /// The addresses to write so that the agent finds credentials for some images.
  ///
  /// - Parameters:
  ///   - server: What a pull secret names: a host, perhaps with a scheme and a path, or a pattern.
  ///   - images: The images of the modules.
  static func addresses(of server: String, for images: [String]) -> [String] {
    let host = host(of: server)
    let used = images.compactMap(address(ofImage:))
    if dockerHubHosts.contains(host.lowercased()) {
      let known = unique(
        used.filter { $0 == dockerHub || dockerHubHosts.contains($0.lowercased()) })
      return known.isEmpty ? [dockerHub] : known
    }
    guard host.contains(where: { "*?".contains($0) }) else { return [host] }
    return unique(used.filter { matches($0, pattern: host) })
  }

  /// The address that the agent looks up for an image; nil for one of which it looks up none.
  private static func address(ofImage image: String) -> String? {
    guard let slash = image.firstIndex(of: "/") else { return nil }
    let first = String(image[..<slash])
    return first.contains(where: { $0 == "." || $0 == ":" }) ? first : dockerHub
  }

  /// The host and port of a server, without scheme and path.
  private static func host(of server: String) -> String {
    var rest = server[...]
    let lowercased = server.lowercased()
    for scheme in ["https://", "http://"] where lowercased.hasPrefix(scheme) {
      rest = rest.dropFirst(scheme.count)
    }
    return String(rest.prefix { $0 != "/" })
  }

  /// Whether a host fits a pattern, in which `*` and `?` stand for parts between two dots.
  ///
  /// Source: kubernetes/kubernetes pkg/credentialprovider/keyring.go (URLsMatch).
  private static func matches(_ host: String, pattern: String) -> Bool {
    let (host, pattern) = (host.lowercased(), pattern.lowercased())
    let (hostParts, patternParts) = (host.split(separator: "."), pattern.split(separator: "."))
    return hostParts.count == patternParts.count
      && zip(hostParts, patternParts).allSatisfy { fits($0[...], $1[...]) }
  }

  /// Whether a text fits a pattern with `*` and `?`.
  private static func fits(_ text: Substring, _ pattern: Substring) -> Bool {
    switch pattern.first {
    case nil: text.isEmpty
    case "*":
      fits(text, pattern.dropFirst()) || (!text.isEmpty && fits(text.dropFirst(), pattern))
    case let first?:
      !text.isEmpty && (first == "?" || first == text.first)
        && fits(text.dropFirst(), pattern.dropFirst())
    }
  }

  private static func unique(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0.lowercased()).inserted }
  }
}
