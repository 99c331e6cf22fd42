package import EdgeDiagnostics

extension RuleInfo {
  /// What can be wrong with the parts of a manifest, wherever they are written.
  package static let manifestRules: [RuleInfo] = [
    .agentSchemaVersion, .agentSystemModuleUnknown, .createOptionsChunkGap,
    .createOptionsDoubleEncoded, .createOptionsDuplicateKey, .createOptionsInvalidJSON,
    .createOptionsLenientJSON, .createOptionsNotObject, .createOptionsNotString,
    .createOptionsTooLong,
    .enumNoncanonical, .envName, .envNotObject, .envReservedName, .envValueMissing,
    .envValueStructured, .fieldCase,
    .hubSchemaVersion, .hubSchemaVersionCase, .hubTTLRange, .imageMissing, .lossTypeCoerced,
    .moduleNull,
    .modulePullPolicyValue, .moduleRestartPolicyValue, .moduleStartupOrderRange,
    .moduleStatusMeaningless, .moduleStatusValue, .moduleType, .moduleVersionType,
    .modulesContentCase, .modulesContentLegacy, .modulesContentMissing, .notEdgeContent,
    .registryCredentialIncomplete, .routeMalformed, .routeObjectSchema, .routePriorityRange,
    .routeTTLRange, .runtimeType, .schemaVersionType,
  ]

  private static let agentDocker = """
    Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Docker
    """
  private static let agentCore = """
    Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Core
    """
  private static let hubConfig = """
    Azure/iotedge edge-hub/core/src/Microsoft.Azure.Devices.Edge.Hub.Core/config
    """

  package static let envReservedName = RuleInfo(
    "env-reserved-name", .error, "variable that the runtime itself sets",
    explanation: """
      The runtime gives every module the variables whose names begin with `IOTEDGE_`. A module that sets \
      one of them again is not created. Remove it.
      """,
    source: "Azure/iotedge edgelet/edgelet-http/src/modules.rs (to_runtime_spec)")

  package static let fieldCase = RuleInfo(
    "field-case", .warning, "known field written in another letter case",
    explanation: """
      The runtime matches names without regard to case when there is no exact match, but IoT Hub, \
      the az extension, the schemas and layered deployments do not. Write the name as documented.
      """,
    source: "JamesNK/Newtonsoft.Json JsonPropertyCollection.cs (GetClosestMatchProperty)")

  package static let schemaVersionType = RuleInfo(
    "schema-version-type", .error, "schemaVersion that is not a string",
    explanation: """
      A number loses its zeros: `1.0` becomes `1`, which the runtime rejects. Write it as a string.
      """,
    source: "\(hubConfig)/EdgeHubConfigParser.cs (GetEdgeHubConfig)")

  package static let agentSchemaVersion = RuleInfo(
    "agent-schema-version", .error, "agent schemaVersion that no runtime accepts",
    explanation: """
      The agent accepts `1.0`, `1.0` with a third number, and `1.1`. Anything else is answered with status \
      412, no version at all with 400, and the device keeps its previous deployment.
      """,
    source: """
      Azure/iotedge edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.IoTHub/EdgeAgentConnection.cs \
      (ValidateSchemaVersion)
      """)

  package static let hubSchemaVersion = RuleInfo(
    "hub-schema-version", .error, "hub schemaVersion that no runtime accepts",
    explanation: """
      The hub accepts 1.0, 1.1, 1.2 and 1.3, and rejects its whole configuration with any other or \
      none.
      """,
    source: "\(hubConfig)/EdgeHubConfigParser.cs (GetEdgeHubConfig)")

  package static let hubSchemaVersionCase = RuleInfo(
    "hub-schema-version-case", .error, "schemaVersion of the hub written in another letter case",
    explanation: """
      Unlike all other names, the hub looks up `schemaVersion` with its letter case. Written in any \
      other it is not there, and the whole configuration is rejected.
      """,
    source: "\(hubConfig)/EdgeHubConfigParser.cs (GetEdgeHubConfig)")

  package static let runtimeType = RuleInfo(
    "runtime-type", .error, "runtime type other than `docker`",
    explanation: "The runtime compares exactly; anything but `docker` rejects the deployment.",
    source: "\(agentDocker)/DockerRuntimeInfo.cs")

  package static let registryCredentialIncomplete = RuleInfo(
    "registry-credential-incomplete", .error, "registry credential without all of its parts",
    explanation: """
      Address, username and password are all required and must not be blank; otherwise the agent \
      rejects the whole deployment.
      """,
    source: "\(agentDocker)/RegistryCredentials.cs")

  package static let agentSystemModuleUnknown = RuleInfo(
    "agent-system-module-unknown", .warning, "system module other than `edgeAgent` and `edgeHub`",
    explanation: """
      There are two system modules. The agent ignores any other, and the az extension refuses it. Every \
      other module stands under `modules`.
      """,
    source: "\(agentCore)/SystemModules.cs")

  package static let moduleNull = RuleInfo(
    "module-null", .warning, "module that is null",
    explanation: """
      IoT Hub takes null for an order to remove the key, so the module is not deployed. Remove it, or \
      write the module.
      """,
    source: "\(agentCore)/DeploymentConfig.cs (UpdateModuleNames)")

  package static let moduleType = RuleInfo(
    "module-type", .error, "module type other than `docker`",
    explanation: """
      The agent runs Docker modules only. Another type, or none, makes it reject the whole deployment.
      """,
    source: "\(agentDocker)/DockerDesiredModule.cs")

  package static let moduleStatusValue = RuleInfo(
    "module-status-value", .error, "status that the agent does not know",
    explanation: "A module is wanted `running` or `stopped`; other text rejects the deployment.",
    source: "\(agentCore)/IModule.cs (ModuleStatus)")

  package static let moduleStatusMeaningless = RuleInfo(
    "module-status-meaningless", .warning, "status that a module reports and nobody can ask for",
    explanation: """
      The agent reads `unknown`, `backoff`, `unhealthy`, `failed` and `dead`, creates the container and \
      never starts it. Only `running` and `stopped` can be wanted.
      """,
    source: "\(agentCore)/planner/HealthRestartPlanner.cs")

  package static let moduleVersionType = RuleInfo(
    "module-version-type", .info, "version of a module that is not a string",
    explanation: """
      The agent turns a number into text, in which `1.10` may become `1.1`. The schemas of the az \
      extension ask for a string.
      """,
    source: "\(agentDocker)/DockerModule.cs (Version)")

  package static let moduleRestartPolicyValue = RuleInfo(
    "module-restart-policy-value", .error, "restart policy that the agent does not know",
    explanation: """
      The policies are `always`, `never`, `on-failure` and `on-unhealthy`; other text, \
      `unless-stopped` for example, rejects the deployment.
      """,
    source: "\(agentCore)/IModule.cs (RestartPolicy); Azure/iotedge#6768")

  package static let modulePullPolicyValue = RuleInfo(
    "module-pull-policy-value", .error, "image pull policy that the agent does not know",
    explanation: "The policies are `on-create` and `never`; other text rejects the deployment.",
    source: "\(agentCore)/IModule.cs (ImagePullPolicy)")

  package static let moduleStartupOrderRange = RuleInfo(
    "module-startup-order-range", .error, "startupOrder that is no whole number from 0",
    explanation: "startupOrder is an unsigned 32-bit number: 0 to 4294967295.",
    source: "\(agentDocker)/DockerModule.cs (StartupOrder)")

  package static let enumNoncanonical = RuleInfo(
    "enum-noncanonical", .warning, "legal value in another spelling",
    explanation: """
      The agent accepts any letter case, names such as `OnFailure`, and numbers. The az extension and the \
      schemas accept none of them. Write the value as documented.
      """,
    source: "JamesNK/Newtonsoft.Json Converters/StringEnumConverter.cs")

  package static let imageMissing = RuleInfo(
    "image-missing", .error, "module without an image",
    explanation: "A module without an image makes the agent reject the whole deployment.",
    source: "\(agentDocker)/DockerConfig.cs (ValidateAndGetImage)")

  package static let envName = RuleInfo(
    "env-name", .error, "variable whose name a twin cannot hold",
    explanation: """
      Names of variables are keys of the agent's twin, where the hub refuses `.`, `$`, `#`, blanks and \
      control characters. createOptions.Env has no such limit.
      """,
    source: "MicrosoftDocs/azure-docs articles/iot-hub/iot-hub-devguide-device-twins.md")

  package static let envNotObject = RuleInfo(
    "env-not-object", .error, "variable that is not an object",
    explanation: """
      Each member of `env` is an object with `value`. A plain string, a comment entry for example, \
      rejects the whole deployment.
      """,
    source: "\(agentCore)/EnvVal.cs")

  package static let envValueStructured = RuleInfo(
    "env-value-structured", .error, "variable whose value is an object or array",
    explanation: "A value is a string; numbers and booleans are converted, anything else rejected.",
    source: "\(agentCore)/EnvVal.cs")

  package static let envValueMissing = RuleInfo(
    "env-value-missing", .warning, "variable without a value",
    explanation: "Without `value`, or with null, the module sees an empty string.",
    source: "\(agentCore)/EnvVal.cs")

  package static let hubTTLRange = RuleInfo(
    "hub-ttl-range", .error, "timeToLiveSecs that is no 32-bit whole number",
    explanation: """
      The hub reads a whole number of seconds; anything else rejects its whole configuration.
      """,
    source: "\(hubConfig)/StoreAndForwardConfiguration.cs")

  package static let routeMalformed = RuleInfo(
    "route-malformed", .error, "route that is neither a string nor an object with `route`",
    explanation: """
      A route is a string, or since hub schema 1.1 an object with `route`, `priority` and \
      `timeToLiveSecs`. One malformed route rejects all of them.
      """,
    source: "\(hubConfig)/RouteSpecConverter.cs (ReadJson)")

  package static let routeObjectSchema = RuleInfo(
    "route-object-schema", .error, "route object under hub schema 1.0",
    explanation: """
      Route objects came with hub schema 1.1; under 1.0 one of them rejects the whole configuration.
      """,
    source: "\(hubConfig)/EdgeHubDesiredProperties_1_0.cs")

  package static let routePriorityRange = RuleInfo(
    "route-priority-range", .error, "route priority other than 0 to 9",
    explanation: "0 is delivered first, 9 last, and routes without a priority after that.",
    source: "\(hubConfig)/RouteSpec.cs")

  package static let routeTTLRange = RuleInfo(
    "route-ttl-range", .error, "timeToLiveSecs of a route that is no whole number from 0",
    explanation: "An unsigned 32-bit number of seconds; 0 means the hub's own.",
    source: "\(hubConfig)/RouteSpec.cs")

  package static let createOptionsNotString = RuleInfo(
    "create-options-not-string", .error, "createOptions that are not JSON text in a string",
    explanation: """
      The hub stores createOptions as a string; as an object its keys and depth would break the \
      rules of twins. Only templates may hold an object.
      """,
    source: "Azure/iotedge#1569")

  package static let createOptionsInvalidJSON = RuleInfo(
    "create-options-invalid-json", .error, "createOptions that are not JSON",
    explanation:
      "The agent rejects the whole deployment when it cannot parse one module's options.",
    source: "\(agentDocker)/DockerConfig.cs (GetCreateOptions)")

  package static let createOptionsLenientJSON = RuleInfo(
    "create-options-lenient-json", .warning, "createOptions with comments or trailing commas",
    explanation: "The agent accepts them, other tools do not. edgekit writes strict JSON.",
    source: "\(agentDocker)/DockerConfig.cs; JamesNK/Newtonsoft.Json JsonTextReader.cs")

  package static let createOptionsNotObject = RuleInfo(
    "create-options-not-object", .error, "createOptions that are no JSON object",
    explanation: "Docker is asked with an object; an array, string or number is rejected.",
    source: "\(agentDocker)/DockerConfig.cs (GetCreateOptions)")

  package static let createOptionsDoubleEncoded = RuleInfo(
    "create-options-double-encoded", .error, "createOptions encoded twice",
    explanation: "The text decodes to a string that itself decodes to an object. Decode it once.",
    source: "\(agentDocker)/DockerConfig.cs (GetCreateOptions)")

  package static let createOptionsDuplicateKey = RuleInfo(
    "create-options-duplicate-key", .error, "key given twice in one object of createOptions",
    explanation: "The last value silently replaces the first.",
    source: "JamesNK/Newtonsoft.Json JsonSerializerInternalReader.cs")

  package static let createOptionsTooLong = RuleInfo(
    "create-options-too-long", .error, "createOptions longer than the manifest can hold",
    explanation: """
      The agent reads at most 100 pieces, `createOptions` to `createOptions99`, and writers cut \
      off what is beyond 512 characters in each; edgekit refuses instead. Other tools stop at 8 \
      pieces.
      """,
    source: """
      \(agentDocker)/DockerConfig.cs; Constants.cs; Azure/iotedgedev iotedgedev/\
      deploymentmanifest.py
      """)

  package static let createOptionsChunkGap = RuleInfo(
    "create-options-chunk-gap", .error, "createOptions pieces that do not follow each other",
    explanation: """
      The agent sorts every key that contains `createOptions`; the first must have no number, the \
      n-th the number n. Anything else rejects the deployment.
      """,
    source:
      "Azure/iotedge edge-util/src/Microsoft.Azure.Devices.Edge.Util/JsonEx.cs (ChunkedProperty)")

  package static let lossTypeCoerced = RuleInfo(
    "loss-type-coerced", .warning, "value written in another type than it had",
    explanation: """
      The reader of the manifest wants another type and the value has only one meaning in it, so \
      edgekit converts it.
      """,
    source: "edgekit")

  package static let modulesContentLegacy = RuleInfo(
    "modules-content-legacy", .warning, "`moduleContent` instead of `modulesContent`",
    explanation: """
      The singular is the name of the 2018 preview. The az extension still takes it and warns; other \
      tools do not.
      """,
    source: "Azure/azure-iot-cli-extension azext_iot/operations/hub.py (_process_config_content)")

  package static let modulesContentMissing = RuleInfo(
    "modules-content-missing", .error, "manifest without modules",
    explanation: """
      An edge deployment holds its modules under `modulesContent`, bare or inside `content`. Without it \
      the az extension refuses the file, and there is nothing to deploy.
      """,
    source: "Azure/azure-iot-cli-extension azext_iot/operations/hub.py (_process_config_content)")

  package static let modulesContentCase = RuleInfo(
    "modules-content-case", .error, "`modulesContent` in another letter case",
    explanation: """
      IoT Hub and the az extension know `modulesContent` in this spelling only. Under another one no \
      module is found.
      """,
    source: "Azure/azure-iot-sdk-csharp#1538")

  package static let notEdgeContent = RuleInfo(
    "not-edge-content", .error, "configuration that deploys no modules",
    explanation: """
      `deviceContent`, and `moduleContent` with paths such as `properties.desired.x`, belong to automatic \
      configurations of twins. They set properties; an edge deployment has names of modules under \
      `modulesContent`.
      """,
    source:
      "Azure/azure-iot-cli-extension azext_iot/operations/hub.py (_iot_hub_configuration_create)")
}
