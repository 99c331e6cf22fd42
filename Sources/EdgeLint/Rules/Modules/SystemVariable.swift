/// The documented variables of the agent and the hub.
///
/// Source: Azure/iotedge doc/EnvironmentVariables.md.
enum SystemVariable {
  /// What values a variable has.
  enum Kind: Sendable {
    case text, boolean, integer, unsigned, timeSpan
    case range(ClosedRange<Int>)
    case words([String])
    /// Words with commas between them.
    case list([String])

    /// Whether the runtime takes a text for a value.
    func accepts(_ text: String) -> Bool {
      let text = text.trimmed
      switch self {
      case .text: return true
      case .boolean: return ["true", "false"].contains(text.lowercased())
      case .integer: return Int32(text) != nil
      case .unsigned: return UInt64(text) != nil
      case .timeSpan: return Self.isTimeSpan(text)
      case .range(let range): return Int(text).map(range.contains) ?? false
      case .words(let words): return words.contains { $0.lowercased() == text.lowercased() }
      case .list(let words):
        return text.split(separator: ",").allSatisfy { part in
          words.contains(String(part).trimmed.lowercased())
        }
      }
    }

    var description: String {
      switch self {
      case .text: "a text"
      case .boolean: "'true' or 'false'"
      case .integer: "a whole number"
      case .unsigned: "a whole number from 0"
      case .timeSpan: "a span of time such as '00:05:00'"
      case .range(let range): "a number from \(range.lowerBound) to \(range.upperBound)"
      case .words(let words): "one of \(words.map { "'\($0)'" }.joined(separator: ", "))"
      case .list(let words): "a list of \(words.map { "'\($0)'" }.joined(separator: ", "))"
      }
    }

    /// `[d.]hh:mm[:ss[.fffffff]]`, or a number of days.
    private static func isTimeSpan(_ text: String) -> Bool {
      let parts = text.split(separator: ":", omittingEmptySubsequences: false)
      return parts.count <= 4
        && parts.allSatisfy { part in
          !part.isEmpty && part.utf8.allSatisfy { 0x30...0x39 ~= $0 || $0 == 0x2E || $0 == 0x2D }
        }
    }
  }

  /// Whether a module knows a name; the names that the agent adds itself count, too.
  static func isKnown(_ name: String, of role: ModuleSubject.Role) -> Bool {
    let name = key(of: name)
    return table(of: role)[name] != nil || reserved.contains(name)
      || undocumented.contains(name) && role == .edgeHub || name.hasPrefix("experimentalfeatures:")
  }

  static func kind(of name: String, of role: ModuleSubject.Role) -> Kind? {
    table(of: role)[key(of: name)]?.kind
  }

  static func names(of role: ModuleSubject.Role) -> [String] {
    table(of: role).values.map(\.name).sorted()
  }

  // MARK: - Tables

  private typealias Table = [String: (name: String, kind: Kind)]

  private static func table(of role: ModuleSubject.Role) -> Table {
    role == .edgeHub ? hub : agent
  }

  /// A name as configuration keys are compared.
  private static func key(of name: String) -> String {
    name.lowercased().replacing("__", with: ":")
  }

  private static func table(_ groups: [(Kind, String)]) -> Table {
    var table: Table = [:]
    for (kind, names) in groups {
      for name in names.split(whereSeparator: \.isWhitespace) {
        table[key(of: String(name))] = (String(name), kind)
      }
    }
    return table
  }

  private static let logLevels = Kind.words([
    "fatal", "error", "warning", "info", "debug", "verbose",
  ])
  private static let storageLogLevels = Kind.words([
    "NONE", "FATAL", "HEADER", "ERROR", "WARN", "INFO", "DEBUG",
  ])
  private static let protocols = Kind.words(["Amqp", "AmqpWs", "Mqtt", "MqttWs"])
  private static let configSources = Kind.words(["twin", "local"])

  private static let agent = table([
    (
      .text,
      """
      BackupConfigFilePath Https_Proxy K8sNamespace StorageClassName LocalConfigPath StorageFolder Mode
      """
    ),
    (
      .boolean,
      """
      CloseCloudConnectionOnIdleTimeout DisableDeviceAnalyticsMetadata EnableK8sServiceCallTracing \
      EnableOrphanedIdentityCleanup EnableSdkDebugLogs RunAsNonRoot UseMountSourceForVolumeName \
      UseOfflineCheck MetricsEnabled SendRuntimeQualityTelemetry UsePersistentStorage UseServerHeartbeat
      """
    ),
    (
      .integer,
      """
      CloudConnectionIdleTimeoutSecs ConfigRefreshFrequencySecs IntensiveCareTimeInMinutes \
      MaxRestartCount ManagementApiTimeoutSecs PersistentVolumeClaimDefaultSizeInMb \
      RocksDB_MaxOpenFiles RequestTimeoutSecs
      """
    ),
    (.unsigned, "RocksDB_MaxTotalWalSize RocksDB_MaxManifestFileSize"),
    (
      .timeSpan,
      """
      MetricsHistogramMaxAge MetricScrapeInterval MetricUploadInterval \
      PerformanceMetricsUpdateFrequency
      """
    ),
    (.range(0...300), "CoolOffTimeUnitInSeconds"),
    (.words(["NonBlocking", "WaitForAllPulls"]), "ModuleUpdateMode"),
    (configSources, "ConfigSource"), (logLevels, "RuntimeLogLevel"),
    (storageLogLevels, "Storage_LogLevel"), (protocols, "UpstreamProtocol"),
  ])

  private static let hub = table([
    (
      .text,
      """
      BackupFolder StorageFolder Https_Proxy ApiProxyModuleId Metrics__Listener__Host \
      Metrics__Listener__Suffix
      """
    ),
    (
      .boolean,
      """
      AmqpSettings__Enabled HttpSettings__Enabled MqttSettings__Enabled \
      AmqpSettings__DelayedBatchingEnabled CacheTokens CheckEntireQueueOnCleanup ClientCertAuthEnabled \
      EnableRoutingLogging EnableSdkDebugLogs EnableNonPersistentStorageBackup \
      MqttSettings__UsePooledBuffers CloseCloudConnectionOnDeviceDisconnect \
      CloseCloudConnectionOnIdleTimeout EncryptTwinStore OptimizeForPerformance UsePersistentStorage \
      UseServerHeartbeat Metrics__Listener__MetricsEnabled
      """
    ),
    (
      .integer,
      """
      AmqpSettings__Port HttpSettings__Port CloudConnectionHangingTimeoutSecs \
      CloudConnectionIdleTimeoutSecs ConfigRefreshFrequencySecs DeviceScopeCacheRefreshRateSecs \
      CloudOperationTimeoutSecs ConnectivityCheckFrequencySecs IotHubConnectionPoolSize \
      RocksDB_MaxOpenFiles MaxConnectedClients MaxUpstreamBatchSize UpstreamFanOutFactor \
      MessageAckTimeoutSecs MessageCleanupIntervalSecs Metrics__Listener__Port MinTwinSyncPeriodSecs \
      ModuleRequestThrottleTimeout ReportedPropertiesSyncFrequencySecs ShutdownWaitPeriod \
      ServerCertificateRenewAfterInMs MaxCheckCertExpiryInMs
      """
    ),
    (.unsigned, "RocksDB_MaxTotalWalSize RocksDB_MaxManifestFileSize"),
    (.timeSpan, "Metrics__Listener__MetricsHistogramMaxAge"),
    (.words(["Scope", "Cloud", "CloudAndScope"]), "AuthenticationMode"),
    (.list(["tls1.2", "tls1.3"]), "SslProtocols"),
    (configSources, "ConfigSource"), (logLevels, "RuntimeLogLevel"),
    (storageLogLevels, "Storage_LogLevel"), (protocols, "UpstreamProtocol"),
  ])

  /// What the hub reads, and the documentation leaves out. Of the agent and of the hub that is the whole
  /// section `ExperimentalFeatures`.
  ///
  /// Source: Azure/iotedge edge-hub/core/src/Microsoft.Azure.Devices.Edge.Hub.Service/
  /// DependencyManager.cs.
  private static let undocumented: Set = [
    "devicescopecacherefreshdelaysecs", "nestededgeenabled", "trackdevicestate",
    "twinmanagerversion",
  ]

  /// Names that the agent adds itself, which have a rule of their own, and those that every program with a
  /// network knows.
  private static let reserved: Set = [
    "iotedge_workloaduri", "iotedge_authscheme", "iotedge_modulegenerationid",
    "iotedge_iothubhostname", "iotedge_deviceid", "iotedge_moduleid", "iotedge_apiversion",
    "iotedge_gatewayhostname", "iotedge_parenthostname", "edgedevicehostname",
    "iotedge_managementuri", "networkid", "iotedge_workloadlisten_mnturi", "mode", "http_proxy",
    "no_proxy", "all_proxy",
  ]
}

extension String {
  /// The text without blanks around it.
  fileprivate var trimmed: String {
    let start = drop { $0.isWhitespace }
    return String(
      start[..<(start.lastIndex { !$0.isWhitespace }.map(start.index(after:)) ?? start.startIndex)])
  }
}
