/// Writes what the provider sends, member by member in its order.
///
/// Fields come before properties, so that `env` and `registryCredentials` lead their objects.
/// Sources: Azure/iot-edge-virtual-kubelet-provider, the data classes; Azure/azure-iot-sdk-csharp
/// d2b2762, `service/Microsoft.Azure.Devices/Configurations/`; JamesNK/Newtonsoft.Json 11.0.2,
/// `Utilities/ReflectionUtils.cs` GetFieldsAndProperties.
enum ProviderRequestWriter {
  /// What of `$edgeAgent` depends on the ConfigMap `edgeagent`.
  struct Agent {
    /// nil where the input gives none.
    var credentials: ProviderDictionary<ProviderCredential>?
    /// nil is not sent.
    var hubEnvironment: ProviderDictionary<ProviderEnvironmentValue>? = ProviderDictionary()
  }

  /// What of `$edgeHub` depends on the ConfigMap `edgehub`.
  struct Hub {
    /// nil where the input gives none.
    var routes: ProviderDictionary<UTF16Text>?
    /// Seconds.
    var timeToLiveSecs = ProviderDefaults.timeToLiveSecs
  }

  /// A module with its createOptions ready to send.
  struct Module {
    var module: ProviderInput.Module
    /// The pieces of the createOptions by member name.
    var createOptions: [(name: String, value: UTF16Text)]
  }

  /// The desired properties of `$edgeAgent`.
  static func agent(_ agent: Agent, modules: [Module]) -> UTF16Text {
    var writer = NewtonsoftWriter()
    writer.object { writer in
      writer.member("schemaVersion", ProviderDefaults.schemaVersion)
      writer.name("runtime")
      writer.object { writer in
        writer.member("type", ProviderDefaults.type)
        writer.name("settings")
        writer.object { writer in
          writer.name("registryCredentials")
          writeCredentials(agent.credentials, to: &writer)
          writer.member("minDockerVersion", ProviderDefaults.minDockerVersion)
          writer.member("loggingOptions", ProviderDefaults.loggingOptions)
        }
      }
      writer.name("systemModules")
      writer.object { writer in
        writeSystemModule("edgeAgent", ProviderDefaults.agentImage, env: nil, to: &writer)
        writeSystemModule(
          "edgeHub", ProviderDefaults.hubImage, env: agent.hubEnvironment, to: &writer)
      }
      writer.name("modules")
      writer.object { writer in
        for module in modules { writeModule(module, to: &writer) }
      }
    }
    return writer.text
  }

  private static func writeCredentials(
    _ credentials: ProviderDictionary<ProviderCredential>?, to writer: inout NewtonsoftWriter
  ) {
    writer.object { writer in
      for entry in credentials?.entries ?? [] {
        writer.name(entry.key)
        guard let credential = entry.value else {
          writer.string(nil)
          continue
        }
        writer.object { writer in
          writer.member("address", credential.address)
          writer.member("username", credential.username)
          writer.member("password", credential.password)
        }
      }
    }
  }

  private static func writeSystemModule(
    _ name: String, _ image: String, env: ProviderDictionary<ProviderEnvironmentValue>?,
    to writer: inout NewtonsoftWriter
  ) {
    writer.name(name)
    writer.object { writer in
      if let env {
        writer.name("env")
        writer.object { writer in
          for entry in env.entries {
            writer.name(entry.key)
            if let variable = entry.value {
              writer.object { $0.member("value", variable.value) }
            } else {
              writer.string(nil)
            }
          }
        }
      }
      writer.member("type", ProviderDefaults.type)
      writer.member("status", ProviderDefaults.systemStatus)
      writer.member("restartPolicy", ProviderDefaults.systemRestartPolicy)
      writer.name("settings")
      writer.object { writer in
        writer.member("image", image)
        writer.member("createOptions", ProviderDefaults.createOptions)
      }
    }
  }

  private static func writeModule(_ module: Module, to writer: inout NewtonsoftWriter) {
    writer.name(module.module.name)
    writer.object { writer in
      writer.member("type", ProviderDefaults.type)
      writer.member("status", module.module.status)
      writer.member("version", module.module.version)
      writer.member("restartPolicy", module.module.restartPolicy)
      writer.name("settings")
      writer.object { writer in
        writer.member("image", module.module.image.map { UTF16Text($0.utf16) })
        for piece in module.createOptions { writer.member(piece.name, piece.value) }
      }
    }
  }

  /// The desired properties of `$edgeHub`.
  static func hub(_ hub: Hub) -> UTF16Text {
    var writer = NewtonsoftWriter()
    writer.object { writer in
      writer.member("schemaVersion", ProviderDefaults.schemaVersion)
      writer.name("routes")
      writer.object { writer in
        guard let routes = hub.routes else {
          return writer.member(ProviderDefaults.routeName, ProviderDefaults.route)
        }
        for entry in routes.entries {
          writer.name(entry.key)
          writer.string(entry.value)
        }
      }
      writer.name("storeAndForwardConfiguration")
      writer.object { writer in
        writer.name("timeToLiveSecs")
        writer.literal(String(hub.timeToLiveSecs))
      }
    }
    return writer.text
  }

  /// The whole request; labels go by the bytes of their keys, in which order the Go side of the
  /// connector writes maps.
  static func configuration(
    id: String, labels: [ProviderEntry], content: ProviderContent, targetCondition: String,
    priority: Int32
  ) -> [UInt8] {
    var writer = NewtonsoftWriter()
    writer.object { writer in
      writer.member("id", id)
      writer.member("schemaVersion", ProviderDefaults.schemaVersion)
      writer.name("labels")
      writer.object { writer in
        for label in labels.sorted(by: { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }) {
          writer.member(label.name, label.value)
        }
      }
      writer.name("content")
      writer.object { writer in
        writer.name("moduleContent")
        writer.object { writer in
          for entry in content.entries {
            writer.name(entry.name)
            writer.object { writer in
              writer.name("properties.desired")
              writer.literal(entry.text)
            }
          }
        }
      }
      writer.member("contentType", "assignment")
      writer.member("targetCondition", targetCondition)
      writer.member("createdTimeUtc", "0001-01-01T00:00:00")
      writer.member("lastUpdatedTimeUtc", "0001-01-01T00:00:00")
      writer.name("priority")
      writer.literal(String(priority))
      writer.name("etag")
      writer.string(nil)
    }
    return writer.utf8
  }
}

extension NewtonsoftWriter {
  fileprivate mutating func member(_ name: String, _ value: String) {
    self.name(name)
    string(value)
  }

  fileprivate mutating func member(_ name: String, _ value: UTF16Text?) {
    self.name(name)
    string(value)
  }
}
