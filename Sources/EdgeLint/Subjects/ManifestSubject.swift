package import EdgeModel
package import EdgeSyntax
private import Synchronization

/// A deployment, whether it was written as a manifest or as Kubernetes objects.
package final class ManifestSubject: Sendable {
  package let deployment: FoundDeployment
  /// The name of the file.
  package let fileName: String
  /// Whether it is filled in before it is deployed, so that placeholders are in order.
  package let isTemplate: Bool
  /// Whether it stands on its own: a manifest with both system twins, not one module's twin.
  package let isComplete: Bool
  /// What the routes say, while their deployment is judged.
  private let knownRoutes = Mutex<[RouteSubject]?>(nil)
  /// The modules, while their deployment is judged.
  private let knownModules = Mutex<[ModuleSubject]?>(nil)

  init(_ deployment: FoundDeployment, fileName: String) {
    self.deployment = deployment
    self.fileName = fileName
    let document = deployment.document
    isTemplate =
      document.map { $0.isTemplate || fileName.contains(".template.") } ?? false
    isComplete = !deployment.configuration.isLayered && document?.shape != .moduleTwin
  }

  package var configuration: HubConfiguration { deployment.configuration }
  package var agent: EdgeAgent { configuration.manifest.agent }
  package var hub: EdgeHub { configuration.manifest.hub }
  package var twins: [ModuleTwin] { configuration.manifest.twins }

  /// How the manifest is wrapped; nil for a deployment of Kubernetes objects.
  package var document: ManifestDocument? { deployment.document }

  /// Whether it adds to other deployments.
  package var isLayered: Bool { configuration.isLayered }

  /// Where to point at for something that is missing.
  package var place: SyntaxNode? { configuration.place }

  /// The desired properties of a module as the manifest has them, paths of layers not included; nil in
  /// a deployment of Kubernetes objects.
  package func desired(of module: String) -> SyntaxNode? {
    guard let document, document.shape != .moduleTwin else { return nil }
    return document.content.value[dynamic: module]?["properties.desired"]
  }

  /// The system modules and the user modules, in this order.
  package var modules: [ModuleSubject] {
    knownModules.withLock { known in
      let modules = known ?? makeModules()
      known = modules
      return modules
    }
  }

  private func makeModules() -> [ModuleSubject] {
    let system = [(agent.edgeAgent, ModuleSubject.Role.edgeAgent), (agent.edgeHub, .edgeHub)]
    return system.compactMap { module, role in
      module.map { ModuleSubject(manifest: self, module: $0, role: role) }
    } + agent.modules.map { ModuleSubject(manifest: self, module: $0, role: .user) }
  }

  /// The routes in order.
  package var routes: [RouteSubject] {
    knownRoutes.withLock { known in
      let routes =
        known ?? (hub.routes ?? []).map { RouteSubject(manifest: self, reading: RouteReading($0)) }
      known = routes
      return routes
    }
  }

  /// Gives back what is only worth its memory while the deployment is judged.
  func forgetParts() {
    knownRoutes.withLock { $0 = nil }
    knownModules.withLock { $0 = nil }
  }
}
