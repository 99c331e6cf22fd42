/// Ports, networks, names and addresses.
extension MappingDocumentation {
  static var ports: MappingDocumentation {
    MappingDocumentation(
      rows: [
        .row(
          "ports[].containerPort", "ExposedPorts", .exact, "exposed as PORT/PROTOCOL", back: .exact,
          "a port for each key"),
        .row(
          "ports[].protocol", "ExposedPorts", .exact, "tcp, udp or sctp behind the slash",
          back: .exact, "in upper case; TCP is left out"),
        .row(
          "ports[].hostPort", "HostConfig.PortBindings", .exact,
          "published, as HostPort in a string",
          back: .exact, "one entry for each binding; ranges and random ports stay in the ConfigMap"),
        .row(
          "ports[].hostIP", "HostConfig.PortBindings.*[].HostIp", .exact, "the address",
          back: .exact, "the address"),
        .row("ports[].name", .ignored, "only probes use it; they get the number"),
      ],
      examples: [
        .container(
          """
          ports:
          - {containerPort: 8080, hostPort: 80}
          - {containerPort: 5353, protocol: UDP}
          """,
          becomes: """
            {"createOptions": {"ExposedPorts": {"5353/udp": {}, "8080/tcp": {}}, \
            "HostConfig": {"PortBindings": {"8080/tcp": [{"HostPort": "80"}]}}}}
            """)
      ],
      source: "Mirantis/cri-dockerd libdocker/helpers.go (MakePortsAndBindings)")
  }

  static var hostNetwork: MappingDocumentation {
    MappingDocumentation(
      rows: [
        .pod(
          "hostNetwork", "HostConfig.NetworkMode", .exact,
          "host, and the endpoint of that name; ports are not written", back: .exact,
          "true for host, with dnsPolicy ClusterFirstWithHostNet; other networks stay in the ConfigMap"
        ),
        .pod(
          "hostNetwork", "NetworkingConfig.EndpointsConfig", .exact, "{\"host\": {}}", back: .exact,
          "host belongs to hostNetwork, azure-iot-edge goes without saying; others stay in the ConfigMap"
        ),
      ],
      examples: [
        .pod(
          "hostNetwork: true",
          becomes: """
            {"createOptions": {"HostConfig": {"NetworkMode": "host"}, \
            "NetworkingConfig": {"EndpointsConfig": {"host": {}}}}}
            """)
      ],
      source: "Azure/iotedge edge-agent/…/CombinedEdgeletConfigProvider.cs (InjectNetworkAliases)")
  }

  static var hostname: MappingDocumentation {
    MappingDocumentation(
      rows: [
        .pod(
          "hostname", "Hostname", .near, "the name of every module of the pod", back: .near,
          "where it is a DNS label and every module of the pod has it"),
        .pod("hostnameOverride", "Hostname", .exact, "wins over hostname"),
      ],
      examples: [
        .pod("hostname: gateway", becomes: #"{"createOptions": {"Hostname": "gateway"}}"#)
      ],
      source: "kubernetes/kubernetes pkg/kubelet/kubelet_pods.go (GeneratePodHostNameAndDomain)")
  }

  static var subdomain: MappingDocumentation {
    MappingDocumentation(
      rows: [
        .pod(
          "subdomain", "Domainname", .lossy, "the bare word, without the domain of the cluster",
          back: .lossy, "only with --lossy")
      ],
      examples: [
        .pod("subdomain: plant", becomes: #"{"createOptions": {"Domainname": "plant"}}"#)
      ],
      source: "kubernetes/kompose pkg/transformer/kubernetes/k8sutils.go")
  }

  static var qualifiedHostname: MappingDocumentation {
    MappingDocumentation(
      rows: [.pod("setHostnameAsFQDN", .impossible, "a device has no domain of a cluster")],
      source: "containers/podman docs/kubernetes_support.md")
  }

  static var nameServers: MappingDocumentation {
    MappingDocumentation(
      rows: [
        .pod(
          "dnsConfig.nameservers", "HostConfig.Dns", .exact,
          "the addresses; with another dnsPolicy than None a cluster asks its own first",
          back: .exact,
          "with dnsPolicy None, where every module of the pod has them"),
        .pod(
          "dnsConfig.searches", "HostConfig.DnsSearch", .near, "the domains", back: .exact,
          "where every module of the pod has them"),
        .pod(
          "dnsConfig.options", "HostConfig.DnsOptions", .exact, "NAME or NAME:VALUE", back: .exact,
          "split at the first colon"),
        .pod(
          "dnsPolicy", "HostConfig.Dns", .lossy,
          "Default and None are Docker's way; a device has no name server of a cluster"),
      ],
      examples: [
        .pod(
          """
          dnsPolicy: None
          dnsConfig:
            nameservers: [10.0.0.53]
            options: [{name: ndots, value: "2"}]
          """,
          becomes: """
            {"createOptions": {"HostConfig": {"Dns": ["10.0.0.53"], "DnsOptions": ["ndots:2"]}}}
            """)
      ],
      source: "containers/podman pkg/specgen/generate/kube/kube.go (ToPodOpt)")
  }

  static var hostAliases: MappingDocumentation {
    MappingDocumentation(
      rows: [
        .pod(
          "hostAliases[].hostnames", "HostConfig.ExtraHosts", .exact, "NAME:ADDRESS for each name",
          back: .exact, "grouped by address; host-gateway stays in the ConfigMap"),
        .pod("hostAliases[].ip", "HostConfig.ExtraHosts", .exact, "the address behind the name"),
      ],
      examples: [
        .pod(
          "hostAliases: [{ip: 10.0.0.5, hostnames: [db, db.local]}]",
          becomes: """
            {"createOptions": {"HostConfig": {"ExtraHosts": ["db:10.0.0.5", "db.local:10.0.0.5"]}}}
            """)
      ],
      source: "containers/podman pkg/specgen/generate/kube/kube.go (ToPodOpt)")
  }
}
