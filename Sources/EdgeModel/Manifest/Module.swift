package import EdgeSyntax

/// One module: a container that the agent runs.
///
/// Texts are kept as they were written; what is legal is ``ModuleStatus`` and the like.
///
/// Source: Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Docker/DockerModule.cs,
/// DockerDesiredModule.cs; …Agent.Core/IModule.cs.
package struct Module: Sendable {
  package var name: Located<String>
  package var version: Located<String>?
  /// `docker`.
  package var type: Located<String>?
  package var status: Located<String>?
  package var restartPolicy: Located<String>?
  package var imagePullPolicy: Located<String>?
  /// 0 first; absent means last.
  package var startupOrder: Located<UInt32>?
  package var image: Located<String>?
  package var createOptions: CreateOptions?
  /// Variables in order; nil when there is no `env`.
  package var environment: [EnvironmentVariable]?
  /// Other members of `settings`.
  package var settingsResidue = Residue()
  package var residue = Residue()

  package init(name: Located<String>) {
    self.name = name
  }
}

/// One member of a module's `env`.
package struct EnvironmentVariable: Sendable {
  package var name: Located<String>
  package var value: Value
  package var residue = Residue()

  /// What a variable is set to.
  package enum Value: Sendable {
    /// A text that the program supplies.
    case text(String)
    /// A string, number or boolean as it was written.
    case node(SyntaxNode)
  }

  package init(name: Located<String>, value: Value) {
    self.name = name
    self.value = value
  }

  /// The value as text; a number or a boolean as it is spelled.
  package var text: String {
    switch value {
    case .text(let text): text
    case .node(let node): node.text
    }
  }
}

/// What Docker is asked to create, as a parsed JSON object.
package struct CreateOptions: Sendable {
  /// The object.
  package var body: SyntaxNode

  package init(body: SyntaxNode) {
    self.body = body
  }
}

/// The desired states that mean something.
///
/// Source: Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Core/IModule.cs.
package enum ModuleStatus: String, CaseIterable, Sendable {
  case running, stopped
}

/// When the agent starts a module again.
///
/// Source: Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Core/IModule.cs.
package enum ModuleRestartPolicy: String, CaseIterable, Sendable {
  case always, never
  case onFailure = "on-failure"
  case onUnhealthy = "on-unhealthy"
}

/// When the image of a module is pulled.
///
/// Source: Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Core/IModule.cs.
package enum ModuleImagePullPolicy: String, CaseIterable, Sendable {
  case onCreate = "on-create"
  case never
}
