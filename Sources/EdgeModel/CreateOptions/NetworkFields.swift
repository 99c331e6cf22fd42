extension CreateOptionsObject {
  package static let networkingConfig = CreateOptionsObject(
    "NetworkingConfig",
    [
      .field(
        "EndpointsConfig", .map(.object(endpoint)), [.agent, .emptyCounts], by: .text,
        means: "networks that the container joins, by name",
        usual: "the network of the runtime, azure-iot-edge",
        check: "one network below API 1.44; values are objects, {} for no settings",
        flag: "--network", runtime: "where it is present the agent adds nothing",
        source: "moby/moby daemon/create.go (validateNetworkingConfig)")
    ])

  /// How a container is attached to one network.
  package static let endpoint = CreateOptionsObject(
    "an endpoint",
    [
      .field(
        "Aliases", .strings, .agent, means: "further names of the container in the network",
        check: "only in networks that somebody made", flag: "--network-alias",
        source: "moby/moby daemon/container_operations.go (validateEndpointSettings)"),
      .field("DriverOpts", .stringMap, by: .text, means: "options of the network driver"),
      .field(
        "GwPriority", .integer, means: "which network's gateway is used", usual: "0", since: "1.48"),
      .field("IPAMConfig", .object(addresses), means: "addresses in the network"),
      .field("Links", .strings, means: "links to other containers", flag: "--link"),
      .field("MacAddress", .string, means: "address of the network card", flag: "--mac-address"),
    ])

  static let addresses = CreateOptionsObject(
    "IPAMConfig",
    [
      .field("IPv4Address", .string, means: "address", check: "inside of the subnet", flag: "--ip"),
      .field(
        "IPv6Address", .string, means: "address", check: "inside of the subnet", flag: "--ip6"),
      .field("LinkLocalIPs", .strings, means: "further addresses", flag: "--link-local-ip"),
    ])

  package static let portBinding = CreateOptionsObject(
    "a port binding",
    [
      .field(
        "HostIp", .string, .agent, means: "address of the host", usual: "every address",
        check: "an IP address"),
      .field(
        "HostPort", .string, [.agent, .daemon, .emptyCounts], means: "port of the host",
        check: "a string: one port, a range of which one is taken, or nothing for any"),
    ])

  package static let logConfig = CreateOptionsObject(
    "LogConfig", kindMember: "Type",
    [
      .field(
        "Config", .stringMap, .agent, by: .text, means: "options of the log driver",
        check: """
          values are strings; json-file and local take max-size, max-file and compress, and json-file \
          labels, env and tag; others refuse what they do not know
          """,
        flag: "--log-opt", source: "moby/moby daemon/logger/jsonfilelog/jsonfilelog.go"),
      .field(
        "Type", .string, .agent, means: "log driver", usual: "the engine's",
        words: """
          awslogs etwlogs fluentd gcplogs gelf journald json-file local none splunk syslog
          """,
        flag: "--log-driver"),
    ])

  package static let restartPolicy = CreateOptionsObject(
    "RestartPolicy",
    [
      .field(
        "MaximumRetryCount", .integer, .agent, means: "how often it is started again",
        check: "only with on-failure"),
      .field(
        "Name", .string, .agent, means: "when it is started again",
        words: "no always unless-stopped on-failure"),
    ])
}
